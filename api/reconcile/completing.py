"""From what a person has begun to type, or wrote without a place, to bodies of the registry: pure.

The registry composes its bodies from places and organs, so the beginning is read as names are:
the place in it first, then the organs there whose names go on from the rest.
"""

from collections.abc import Iterable, Iterator

from graph.model import Jurisdiction
from ingest.agencies.jurisdictions import LEVELS, NATIONAL, Jurisdictions
from ingest.agencies.reading import Reading, bare, is_levelled, readings
from ingest.agencies.registry import Body, Registry
from ingest.agencies.resolver import Resolver
from ingest.script import clean_name

LONGEST = 60
_PLACES = 8


def complete(resolver: Resolver, beginning: str) -> list[str]:
    """Ids of the bodies that an id, a name, or the beginning of a name leads to, likeliest first.

    Args:
        resolver: Names agencies.
        beginning: 广东省工, 财政厅, 国家数, 440000.miit.
    """
    said = clean_name(beginning)
    if not said or len(said) > LONGEST:
        return []
    meant = resolver.resolve(said, None, None)
    known = [said] if resolver.agency(said) else []
    linked = [meant.agency.id] if meant.agency else []
    offered = [suggestion.agency_id for suggestion in meant.suggestions]
    return list(dict.fromkeys([*known, *linked, *_begun(resolver.registry, said), *offered]))


def anywhere(registry: Registry, name: str) -> list[str]:
    """Ids of the bodies of the centre's and the provinces' that a name without a place may mean."""
    said = clean_name(name)
    bodies = (
        registry.principal(Body(entry.organ, reading.place))
        for reading in _everywhere(said, registry.places)
        for entry in registry.index(reading.place).get(reading.pattern, ())
    )
    return list(dict.fromkeys(body.id for body in bodies))


def _begun(registry: Registry, said: str) -> list[str]:
    """Bodies that have a name which begins so: official names first, then what holds, then the higher."""
    ranks: dict[str, tuple[bool, bool, int, int]] = {}
    for body, official in _bodies(registry, said):
        level, length = LEVELS.index(body.place.level), len(registry.name(body))
        rank = (not official, body.organ.valid_to is not None, level, length)
        ranks[body.id] = min(rank, ranks.get(body.id, rank))
    return sorted(ranks, key=lambda key: (ranks[key], key))


def _bodies(registry: Registry, said: str) -> Iterator[tuple[Body, bool]]:
    """Bodies, and whether it is their official name that begins so."""
    places = registry.places
    for pattern, found in registry.literals().items():
        if pattern.startswith(said):
            for entry, code in found:
                yield registry.principal(Body(entry.organ, places.get(code))), entry.official
    for reading in _readings(said, places):
        for pattern, entries in registry.index(reading.place).items():
            if pattern.startswith(reading.pattern):
                for entry in entries:
                    yield registry.principal(Body(entry.organ, reading.place)), entry.official


def _readings(said: str, places: Jurisdictions) -> Iterator[Reading]:
    """The place said and the rest, places that begin so, or, where no place is said, every province."""
    placed = readings(said, None, places)
    yield from placed
    yield from _places(said, places)
    for reading in placed:
        if rest := reading.pattern.removeprefix("*"):
            yield from _places(rest, places.children(reading.place.code))
    if not placed:
        yield from _everywhere(said, places)


def _places(said: str, among: Iterable[Jurisdiction]) -> Iterator[Reading]:
    begun = [place for place in among if place.valid_to is None and place.name.startswith(said)]
    begun.sort(key=lambda place: (LEVELS.index(place.level), place.code))
    yield from (Reading("*", place, "name") for place in begun[:_PLACES])


def _everywhere(said: str, places: Jurisdictions) -> Iterator[Reading]:
    for place in places.children(NATIONAL):
        yield from readings(said, place, places)
        if not is_levelled(said):
            yield from bare(said, place, places)
