"""One name in, one JSON-able record out: the core of `zhize resolve --jsonl`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ingest.agencies.resolver import Resolver


def resolve_record(resolver: Resolver, record: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to one record.

    Args:
        resolver: Names agencies.
        record: `id`, `jurisdiction` (a path or code; null if unknown), `mention`, `as_of` (ISO date or null).

    Returns:
        `id`, `agency` (name or null; the second name of a body where the mention says that one),
        `agency_id`, `method`, `score`, `successor`, `suggestions` (name, score, reason), `reason`.
    """
    place = resolver.registry.places.find(str(record.get("jurisdiction") or ""))
    found = resolver.resolve(str(record.get("mention") or ""), place, _day(record.get("as_of")))
    return {
        "id": record.get("id"),
        "agency": found.nameplate or (found.agency.name if found.agency else None),
        "agency_id": found.agency.id if found.agency else None,
        "method": found.method.value,
        "score": found.score,
        "successor": found.successor,
        "suggestions": [{"name": s.name, "score": s.score, "reason": s.reason} for s in found.suggestions],
        "reason": found.reason,
    }


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None
