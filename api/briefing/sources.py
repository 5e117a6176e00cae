"""Where something is written, as an office cites it: 《某省要点》第九、十项."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A task's place: its document's title, its number as printed (None without one), its own title."""

    document: str
    number: str | None
    title: str


def cite(place: Place) -> str:
    """《某省要点》第九项; a task without a number by its title."""
    return cite_all([place])


def cite_all(places: Iterable[Place]) -> str:
    """Several places, those of one document together, each once."""
    documents: dict[str, list[Place]] = {}
    for place in dict.fromkeys(places):
        documents.setdefault(place.document, []).append(place)
    return "；".join(f"《{title}》{_items(own)}" for title, own in documents.items())


def _items(places: list[Place]) -> str:
    numbers = "、".join(place.number for place in places if place.number)
    numbered = f"第{numbers}项" if numbers else ""
    return numbered + "".join(f"“{place.title}”" for place in places if not place.number)
