"""Names of all provinces, the Corps and the centre, at every level.

`tests/gold/names_heldout.jsonl` was written from general knowledge, before its writer read the
tables; what it first showed to be wrong there has been put right since. A line that its writer
wasn't sure of (`sure: false`) doesn't count.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

from ingest.agencies.resolver import Resolution

GOLD = Path(__file__).parents[2] / "gold"
Resolve = Callable[..., Resolution]


def _lines(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def test_names_of_every_province_are_right_and_nothing_is_linked_falsely(resolve: Resolve) -> None:
    rows = [row for row in _lines("names_heldout.jsonl") if row["sure"]]
    wrong = []
    for row in rows:
        found = resolve(row["mention"], row["jurisdiction"], row["as_of"])
        name = found.nameplate or (found.agency.name if found.agency else None)
        if name != row["canonical"] and name not in row.get("also_accept", []):
            wrong.append((row["jurisdiction"], row["mention"], row["canonical"], name))
    assert [row for row in wrong if row[3]] == []
    assert len(wrong) <= 0.01 * len(rows), wrong


def test_look_alikes_of_every_province_are_told_apart(resolve: Resolve) -> None:
    wrong = []
    for row in _lines("lookalikes_heldout.jsonl"):
        pair = []
        for side in ("a", "b"):
            match = re.fullmatch(r"(.*?)(?: \((.*)\))?", str(row[side]))
            assert match
            agency = resolve(match[1], match[2] or "国家", "2024-09-01").agency
            pair.append({agency.id, *(after.successor for after in agency.successions)} if agency else set())
        if bool(pair[0] & pair[1]) != row["same"]:
            wrong.append((row["a"], row["b"]))
    assert wrong == []
