"""From names as written to agencies."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.model import Agency, Jurisdiction, Method
from ingest.agencies.jurisdictions import load_jurisdictions
from ingest.agencies.resolver import Resolver


@dataclass(slots=True)
class Bodies:
    """The agencies of one document; each name is looked up once."""

    resolver: Resolver
    place: Jurisdiction | None
    as_of: date | None
    found: dict[tuple[str, bool], tuple[Agency, Method, float]] = field(default_factory=dict)

    def find(self, mention: str, *, collective: bool = False) -> tuple[Agency, Method, float]:
        """The agency that a name means here, how it was matched, and how surely; never nothing.

        Args:
            mention: The name as written.
            collective: Whether the words name a class of bodies.
        """
        key = (mention, collective)
        if key not in self.found:
            self.found[key] = self._look_up(mention, collective)
        return self.found[key]

    def _look_up(self, mention: str, collective: bool) -> tuple[Agency, Method, float]:
        if collective:
            return self.resolver.collective(mention, self.place), Method.EXACT, 1.0
        resolution = self.resolver.resolve(mention, self.place, self.as_of)
        if resolution.agency is None:
            return self.resolver.unresolved(mention, self.place), Method.UNRESOLVED, resolution.score
        return resolution.agency, resolution.method, resolution.score

    def agencies(self) -> tuple[Agency, ...]:
        """Every agency met, and those that they refer to, by id."""
        closed = self.resolver.closure(agency for agency, _, _ in self.found.values())
        return tuple(sorted(closed, key=lambda agency: agency.id))

    def jurisdictions(self, agencies: Sequence[Agency]) -> tuple[Jurisdiction, ...]:
        """The document's place, those of the agencies, and all above them, by code."""
        codes = {agency.jurisdiction for agency in agencies} | {self.place.code if self.place else None}
        tree = load_jurisdictions()
        found: dict[str, Jurisdiction] = {}
        for code in codes - {None}:
            place = tree.get(str(code))
            found |= {p.code: p for p in (place, *tree.ancestors(place.code))}
        return tuple(found[code] for code in sorted(found))
