"""Clauses and whole plans of our own that no rule was written for, measured: `tests/gold`."""

import json
from collections import Counter
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

import pytest

from graph.model import Plan
from ingest.clauses import clause_record
from ingest.pipeline import read_plan
from tests.ingest.scoring import Score, plain, score

GOLD = Path(__file__).parents[1] / "gold"
PLANS = sorted(GOLD.glob("docs*/*.json"))
CLAUSES = sorted(GOLD.glob("clauses_*.jsonl"))


def _duties(plan: Plan, gold: dict[str, Any]) -> Score:
    """The assignments of all tasks, by the tasks' titles."""
    titles = {task.id: plain(task.title) for task in plan.tasks}
    found: dict[str, list[tuple[str, str]]] = {}
    for edge in plan.responsibilities:
        found.setdefault(titles[edge.task], []).append((edge.mention, str(edge.role)))
    scores = [
        score(task["agencies"], task.get("tolerate", ()), found.pop(plain(task["title"]), []))
        for task in gold["tasks"]
    ]
    return reduce(add, scores, Score(0, 0, sum(map(len, found.values()))))


def _targets(plan: Plan, gold: dict[str, Any]) -> Score:
    keys = "value", "value_max", "unit", "comparator", "deadline"
    wanted = Counter(tuple(goal[key] for key in keys) for goal in gold["goals"] if not goal.get("optional"))
    allowed = Counter(tuple(goal[key] for key in keys) for goal in gold["goals"] if goal.get("optional"))
    found = Counter(
        (
            goal.value,
            goal.value_max,
            goal.unit,
            str(goal.comparator or "="),
            goal.deadline.isoformat() if goal.deadline else None,
        )
        for goal in plan.goals
    )
    right = (wanted & found).total()
    return Score(right, wanted.total() - right, (found - wanted - allowed).total())


def _front(plan: Plan) -> tuple[str | None, ...]:
    day = plan.document.issued_on
    return plan.document.title, plan.document.issuer, plan.document.number, day.isoformat() if day else None


@pytest.mark.parametrize("path", CLAUSES, ids=lambda path: path.stem)
def test_clauses_are_read_as_ruled(path: Path) -> None:
    total = Score(0, 0, 0)
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        record = clause_record(gold)
        found = [(a["mention"], a["role"]) for a in record["assignments"]]
        total += score(gold["expect"], gold.get("tolerate", ()), found)
        assert (record["open"], record["convention"]) == (gold["open"], gold["convention"]), gold["clause"]
    assert total.f1 >= 0.99, total


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_whole_plans_are_read_as_ruled(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    plan = read_plan(path.with_suffix(".txt").read_bytes(), f"{path.stem}.txt")
    assert _front(plan) == (gold["title"], gold["issuer"], gold["doc_number"], gold["date"])
    assert {plain(d["name"]) for d in gold["domains"]} <= {plain(d.name) for d in plan.domains}
    duties, targets = _duties(plan, gold), _targets(plan, gold)
    assert duties.f1 >= 0.98, duties
    assert targets.f1 >= 0.95, targets


def test_targets_are_read_as_ruled() -> None:
    total = Score(0, 0, 0)
    for line in (GOLD / "goals.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        text = f"某市{gold['year']}年重点工作任务清单\n一、重点任务\n1.{gold['text']}\n"
        total += _targets(read_plan(text.encode(), "targets.txt"), gold)
    assert total.f1 >= 0.97, total
