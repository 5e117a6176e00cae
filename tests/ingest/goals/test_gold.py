"""Measured against whole plans with known targets, where the gold is at hand."""

import json
from collections import Counter
from pathlib import Path

import pytest

from graph.model import Goal
from ingest.pipeline import read_plan

GOLD = Path(__file__).parents[4] / "shared" / "gold" / "docs"

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="no gold beside the checkout")

Key = tuple[float | None, float | None, str, str, str | None]


def _wanted(goal: dict[str, object]) -> Key:
    unit, comparator = goal.get("unit") or "", goal.get("comparator") or "="
    return goal["value"], goal.get("value_max"), unit, comparator, goal.get("deadline")


def _read(goal: Goal) -> Key:
    deadline = goal.deadline.isoformat() if goal.deadline else None
    return goal.value, goal.value_max, goal.unit or "", str(goal.comparator or "="), deadline


def test_nearly_every_target_of_the_gold_is_read_and_little_else():
    right = wanted = read = 0
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        expected = Counter(_wanted(g) for g in gold["goals"] if not g.get("optional"))
        plan = read_plan(path.with_suffix(".txt").read_bytes(), path.stem + ".txt")
        found = Counter(map(_read, plan.goals))
        right += (expected & found).total()
        wanted += expected.total()
        read += found.total()
    assert 2 * right / (wanted + read) >= 0.99
