"""The registry: bodies composed from places and organs when somebody asks for them.

A name is looked up as a pattern, in which * stands for the place: 广东省税务局 → `*税务局` at 440000.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from graph.model import Agency, Jurisdiction, Succession
from ingest.agencies.display import other_names, short_name
from ingest.agencies.jurisdictions import NATIONAL, Jurisdictions, load_jurisdictions
from ingest.agencies.organs import Organ, organs_by_selector, place_name, selectors, written
from ingest.agencies.patterns import patterns

WITHHELD = "{P}-"
CENTRE = "N"  # the selector key of the national bodies


@dataclass(frozen=True, slots=True)
class Body:
    """An organ at a place."""

    organ: Organ
    place: Jurisdiction

    @property
    def id(self) -> str:
        """The agency id: `440000.miit`."""
        return f"{self.place.code}.{self.organ.slug}"


@dataclass(frozen=True, slots=True)
class Entry:
    """An organ under one of its patterns. `official`: the pattern is its full name."""

    organ: Organ
    official: bool


Index = dict[str, tuple[Entry, ...]]


@dataclass(slots=True)
class Registry:
    """Who there is: the organs of every place.

    Args:
        places: The tree of places.
        rows: The organs under each selector key.
    """

    places: Jurisdictions
    rows: dict[str, tuple[Organ, ...]]
    _indexes: dict[tuple[int, ...], Index] = field(default_factory=dict)
    _index_at: dict[str, Index] = field(default_factory=dict)
    _organs: dict[str, tuple[Organ, ...]] = field(default_factory=dict)
    _literals: dict[str, tuple[tuple[Entry, str], ...]] = field(default_factory=dict)
    _agencies: dict[str, Agency] = field(default_factory=dict)

    def organs_at(self, place: Jurisdiction) -> tuple[Organ, ...]:
        """The organs of a place; the most specific rows of a family hide its others."""
        if place.code not in self._organs:
            self._organs[place.code] = tuple(self._select(place))
        return self._organs[place.code]

    def _select(self, place: Jurisdiction) -> Iterator[Organ]:
        hidden: set[str] = set()
        names: set[str] = set()
        for key in selectors(place, self.places):
            seen = [organ for organ in self.rows.get(key, ()) if organ.family not in hidden]
            yield from (organ for organ in seen if organ.name not in names | {WITHHELD})
            hidden |= {organ.family for organ in seen if organ.hides}
            names |= {organ.name for organ in seen if not organ.hides}

    def index(self, place: Jurisdiction) -> Index:
        """Pattern → organs of a place. Places with the same organs share one index."""
        known = self._index_at.get(place.code)
        if known is None:
            organs = self.organs_at(place)
            key = tuple(id(organ) for organ in organs)
            known = self._indexes.get(key) or self._indexes.setdefault(key, _index(organs))
            self._index_at[place.code] = known
        return known

    def literals(self) -> dict[str, tuple[tuple[Entry, str], ...]]:
        """Names without a place in them (国家数据局, 拱北海关) → organs and the codes of their places."""
        if not self._literals:
            found: dict[str, list[tuple[Entry, str]]] = {}
            for pattern, entry, code in self._without_place():
                found.setdefault(pattern, []).append((entry, code))
            self._literals = {name: tuple(entries) for name, entries in found.items()}
        return self._literals

    def _without_place(self) -> Iterator[tuple[str, Entry, str]]:
        """Patterns without * of organs at single places, and every pattern of the centre's."""
        codes = {place.code for place in self.places}
        for key in [*(key for key in self.rows if key in codes), CENTRE]:
            for organ in self.rows.get(key, ()):
                for pattern, official in patterns(organ).items():
                    if key == CENTRE or "*" not in pattern:
                        yield pattern, Entry(organ, official), NATIONAL if key == CENTRE else key

    def all_patterns(self) -> frozenset[str]:
        """Every pattern that is right somewhere, and so is no slip for another."""
        every = {id(organ): organ for organs in self.rows.values() for organ in organs}
        return frozenset(pattern for organ in every.values() for pattern in patterns(organ))

    def at(self, place: Jurisdiction, slug: str) -> Body | None:
        """The body of this slug, or the only (attested) one of this family, at a place."""
        organs = self.organs_at(place)
        found = [organ for organ in organs if organ.slug == slug]
        found = found or [organ for organ in organs if organ.family == slug]
        sure = found if len(found) < 2 else [organ for organ in found if organ.attested]
        return Body(sure[0], place) if len(sure) == 1 else None

    def body(self, agency_id: str) -> Body | None:
        """The body with this id."""
        code, _, slug = agency_id.partition(".")
        try:
            place = self.places.get(code)
        except KeyError:
            return None
        return next((Body(organ, place) for organ in self.organs_at(place) if organ.slug == slug), None)

    def refer(self, place: Jurisdiction, target: str) -> Body | None:
        """The body that a row of `place` refers to: by whole id, or by slug of the same place."""
        return self.body(target) if re.match(r"\d{6}\.", target) else self.at(place, target)

    def principal(self, body: Body) -> Body:
        """The body itself, or the one whose second nameplate it is."""
        host = body.organ.nameplate_of and self.refer(body.place, body.organ.nameplate_of)
        return host or body

    def successor(self, body: Body) -> Body | None:
        """The body that took over, if the registry knows it."""
        follows = body.organ.next
        found = follows and self.refer(body.place, follows.target)
        return self.principal(found) if found else None

    def name(self, body: Body) -> str:
        """The official name."""
        return written(body.organ, body.place, self.places)

    def agency(self, body: Body) -> Agency:
        """The record for the graph."""
        if body.id not in self._agencies:
            self._agencies[body.id] = self._record(body)
        return self._agencies[body.id]

    def _record(self, body: Body) -> Agency:
        place, organ = body.place, body.organ
        names = other_names(organ, place, place_name(place, self.places))
        plates = [
            self.name(Body(other, place))
            for other in self.organs_at(place)
            if other.nameplate_of == organ.slug
        ]
        own = self.name(body)
        follows, manager = self.successor(body), organ.manager and self.refer(place, organ.manager)
        return Agency(
            id=body.id,
            name=own,
            short_name=short_name(organ, place) or own,
            aliases=tuple(dict.fromkeys(name for name in [*names, *plates] if name != own)),
            kind=organ.kind,
            level=place.level,
            jurisdiction=place.code,
            valid_from=organ.valid_from,
            valid_to=organ.valid_to,
            managed_by=manager.id if manager else None,
            successions=(Succession(follows.id, organ.valid_to, organ.next.kind),)
            if follows and organ.next
            else (),
        )


def _index(organs: tuple[Organ, ...]) -> Index:
    found: dict[str, list[Entry]] = {}
    for organ in organs:
        for pattern, official in patterns(organ).items():
            found.setdefault(pattern, []).append(Entry(organ, official))
    return {pattern: tuple(entries) for pattern, entries in found.items()}


@cache
def load_registry() -> Registry:
    """The registry of `seeds/`."""
    return Registry(load_jurisdictions(), organs_by_selector())
