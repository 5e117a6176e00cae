"""What a person is offered for a name that was not linked, and why it was not."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.model import Jurisdiction
from ingest.agencies.grammar import rank_of
from ingest.agencies.reading import Reading, bare, is_levelled
from ingest.agencies.registry import Body, Registry

LEAST, MOST = 55.0, 5


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A body that the name might mean, and what speaks against it. `score`: likeness, 0 to 1."""

    name: str
    agency_id: str
    score: float
    reason: str


def suggest(
    registry: Registry, name: str, place: Jurisdiction | None, found: Iterable[Reading]
) -> tuple[Suggestion, ...]:
    """The likeliest bodies for an unlinked name, best first.

    Args:
        registry: Who there is.
        name: The clean mention.
        place: The document's jurisdiction.
        found: The readings of the mention.
    """
    tries = [*found, *(bare(name, place, registry.places) if place else ())]
    best: dict[str, Suggestion] = {}
    for reading in tries:
        for suggestion in _of(registry, reading):
            known = best.get(suggestion.agency_id)
            if known is None or known.score < suggestion.score:
                best[suggestion.agency_id] = suggestion
    ranked = sorted(best.values(), key=lambda one: (-one.score, one.agency_id))
    return tuple(ranked[:MOST])


def _of(registry: Registry, reading: Reading) -> Iterable[Suggestion]:
    index = registry.index(reading.place)
    for key, score, _ in process.extract(reading.pattern, index.keys(), scorer=fuzz.ratio, limit=8):
        inside = reading.pattern.startswith(key) and len(key) > 3
        if score < LEAST and not inside:
            continue
        for entry in index[key]:
            body = registry.principal(Body(entry.organ, reading.place))
            yield Suggestion(registry.name(body), body.id, round(score / 100, 3), _why(reading, key, inside))


def _why(reading: Reading, key: str, inside: bool) -> str:
    pattern = reading.pattern
    if reading.spoken == "bare" and is_levelled(pattern.removeprefix("*")):
        return f"the level word doesn't mean {reading.place.name} in this document"
    if pattern == key:
        return "the name fits this body and others"
    if inside:
        return "the mention goes on after this body's name: a part of it, a person or a thing"
    mine, other = rank_of(pattern), rank_of(key)
    if mine != other:
        return f"the rank words differ: {mine or 'none'}, {other or 'none'}"
    return "the wording differs by more than one slip, or the body is only inferred"
