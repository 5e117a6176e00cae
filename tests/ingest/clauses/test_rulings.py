"""Every section of the clause rulings, by composed examples."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.clauses import clause_record
from tests.ingest.clauses.reading import summary

GOLD = Path(__file__).parents[4] / "shared" / "gold" / "clauses_dev.jsonl"


def cases() -> Iterator[tuple[str, str, str]]:
    section = ""
    for line in (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = line[3:]
        elif line and not line.startswith("#"):
            clause, _, expected = line.partition(" => ")
            yield section, clause.replace("⏎", "\n").replace("⇥", "\t"), expected.strip()


@pytest.mark.parametrize(("section", "clause", "expected"), list(cases()))
def test_reads_as_ruled(section: str, clause: str, expected: str) -> None:
    assert summary(clause) == expected, section


@pytest.mark.skipif(not GOLD.exists(), reason="the gold lies beside the checkout")
def test_gold_clauses_have_their_flags() -> None:
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        record = clause_record(gold)
        assert (record["open"], record["convention"]) == (gold["open"], gold["convention"]), gold["clause"]
        collectives = {e["mention"]: e["collective"] for e in gold["expect"]}
        for assignment in record["assignments"]:
            assert (
                collectives.get(assignment["mention"], assignment["collective"]) == assignment["collective"]
            )
