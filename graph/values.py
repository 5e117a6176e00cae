"""Values as the store gives them, made plain."""

from collections.abc import Mapping, Sequence
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Time


def plain(value: object) -> Any:  # noqa: ANN401 — JSON has no narrower type
    """Make a value of an answer fit for JSON, the same whichever store gave it.

    Dates and times become ISO strings, a node its properties, a relationship its properties
    with its `type`, a path its `nodes` and `relationships`. Inner ids are left out: they differ
    from store to store and from day to day.
    """
    if isinstance(value, Date | DateTime | Time):
        return value.iso_format()
    if isinstance(value, Relationship):
        return {"type": value.type, **plain(dict(value))}
    if isinstance(value, Node):
        return plain(dict(value))
    if isinstance(value, Path):
        return {"nodes": plain(list(value.nodes)), "relationships": plain(list(value.relationships))}
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [plain(inner) for inner in value]
    return value
