"""One clause in, one JSON-able record out: the core of `zhize clause --jsonl`."""

from collections.abc import Mapping
from typing import Any

from ingest.clauses.reader import read_clauses
from ingest.readers.normalise import text_of
from ingest.records import Assignment, Clause, Reach


def clause_record(record: Mapping[str, Any]) -> dict[str, Any]:
    """Reads the clauses in `record["clause"]`.

    Args:
        record: `id`, `jurisdiction` and `clause`, the text.

    Returns:
        `id`, `assignments` (mention, role, collective; each pair of mention and role once), `open`,
        and `convention` ("first_is_lead" or null).
    """
    text = text_of(str(record.get("clause") or ""))
    clauses = read_clauses(text, 0, len(text.content))
    declared = any(clause.convention for clause in clauses)
    return {
        "id": record.get("id"),
        "assignments": _pairs(clauses),
        "open": any(clause.open for clause in clauses),
        "convention": "first_is_lead" if declared else None,
    }


def _pairs(clauses: tuple[Clause, ...]) -> list[dict[str, Any]]:
    pairs: dict[tuple[str, str], dict[str, Any]] = {}
    for clause in clauses:
        for a in [*clause.assignments, *_of_sections(clause)]:
            pair = {"mention": a.mention, "role": a.role.value, "collective": a.collective}
            pairs.setdefault((a.mention, a.role.value), pair)
    return list(pairs.values())


def _of_sections(clause: Clause) -> list[Assignment]:
    return [a for note in clause.notes if note.reach is Reach.SECTION for a in note.assignments]
