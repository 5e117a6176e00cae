"""The gold of names, where it is at hand."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.agencies.resolver import Resolution
from ingest.clauses import read_clauses
from ingest.readers.normalise import text_of

GOLD = Path(__file__).parents[4] / "shared" / "gold"
Resolve = Callable[..., Resolution]

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the gold isn't at hand")


def _lines(name: str) -> list[dict[str, object]]:
    text = (GOLD / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_names_are_right_and_nothing_is_linked_falsely(resolve: Resolve) -> None:
    wrong = []
    rows = _lines("names_dev.jsonl")
    for row in rows:
        found = resolve(row["mention"], row["jurisdiction"], row["as_of"])
        name = found.agency.name if found.agency else None
        if name != row["canonical"] and name not in row.get("also_accept", []):
            wrong.append((row["mention"], row["canonical"], name))
    assert [row for row in wrong if row[2]] == []
    assert len(wrong) <= 0.03 * len(rows)


def _heirs(found: Resolution) -> set[str]:
    agency = found.agency
    return {agency.id, *(after.successor for after in agency.successions)} if agency else set()


def test_look_alikes_are_told_apart(resolve: Resolve) -> None:
    wrong = []
    for row in _lines("lookalikes.jsonl"):
        pair = []
        for side in ("a", "b"):
            match = re.fullmatch(r"(.*?)(?: \((.*)\))?", str(row[side]))
            assert match
            pair.append(_heirs(resolve(match[1], match[2] or "国家", "2024-09-01")))
        if bool(pair[0] & pair[1]) != row["same"]:
            wrong.append((row["a"], row["b"]))
    assert wrong == []


def test_the_bodies_of_guangdong_are_known_by_every_name(resolve: Resolve) -> None:
    table = (GOLD / "guangdong.tsv").read_text(encoding="utf-8")
    for row in csv.DictReader(table.splitlines(), delimiter="\t"):
        own = resolve(row["official_name"], "广东省")
        assert own.agency is not None, row["official_name"]
        if row["kind"] != "加挂牌子":
            assert own.agency.name == row["official_name"]
        for short in filter(None, row["short_names"].split("|")):
            assert resolve(short, "广东省").agency == own.agency, short


def test_shared_prefixes_lead_to_every_body_of_a_list(resolve: Resolve) -> None:
    wrong = []
    for row in _lines("coordinated.jsonl"):
        text = text_of(f"（{row['text']}负责）")
        clauses = read_clauses(text, 0, len(text.content))
        mentions = [assignment.mention for clause in clauses for assignment in clause.assignments]
        found = [resolve(mention, row["jurisdiction"], row["as_of"]).agency for mention in mentions]
        if [agency.name if agency else None for agency in found] != row["expected"]:
            wrong.append((row["text"], mentions))
    assert wrong == []
