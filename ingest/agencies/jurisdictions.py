"""The tree of places: codes, names, kinds and dates (GB/T 2260, the centre, the Corps)."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from graph.model import Jurisdiction
from ingest.script import clean_name
from ingest.seeds import seed_table

NATIONAL = "000000"
CORPS = "990000"
LEVELS = ("national", "province", "prefecture", "county")


class Jurisdictions:
    """Places by code and by name, with who lies within whom.

    Args:
        places: Every place, parents included.
        other_names: Code and name, for names beside the full and the short one.
    """

    def __init__(self, places: Iterable[Jurisdiction], other_names: Iterable[tuple[str, str]]) -> None:
        self._places = {place.code: place for place in places}
        self._children: dict[str, list[Jurisdiction]] = {}
        self._named: dict[str, list[str]] = {}
        for place in self._places.values():
            if place.parent is not None:
                self._children.setdefault(place.parent, []).append(place)
            for name in _names(place):
                self._add_name(name, place.code)
        for code, name in other_names:
            self._add_name(name, code)

    def _add_name(self, name: str, code: str) -> None:
        codes = self._named.setdefault(name, [])
        if code not in codes:
            codes.append(code)

    def __iter__(self) -> Iterator[Jurisdiction]:
        return iter(self._places.values())

    def get(self, code: str) -> Jurisdiction:
        """The place with this code; KeyError if there is none."""
        return self._places[code]

    def is_place(self, name: str) -> bool:
        """Whether `name` is a full or short name of any place, now or since 2013."""
        return name in self._named

    def named(self, name: str, within: str | None = None) -> tuple[Jurisdiction, ...]:
        """Places of this full or short name, likeliest first.

        Full names come before short ones, places in force before past ones, higher before lower.

        Args:
            name: 深圳, 深圳市, 凉山州.
            within: Code of a place that they must lie in.
        """
        places = [self._places[code] for code in self._named.get(name, ())]
        inside = [place for place in places if within is None or self.lies_in(place.code, within)]
        return tuple(sorted(inside, key=lambda place: _rank(place, name)))

    def find(self, path: str) -> Jurisdiction | None:
        """The one place meant by a code, a name, or names from the top down; None if unknown or ambiguous.

        Args:
            path: 国家, 广东省, 广东省深圳市, 四川省成都市武侯区, 510107.
        """
        path = clean_name(path)
        if path in self._places:
            return self._places[path]
        return self._only(self.named(path), path) or self._descend(path)

    def _descend(self, path: str) -> Jurisdiction | None:
        for cut in range(len(path) - 1, 1, -1):
            upper = self._only(self.named(path[:cut]), path[:cut])
            if upper is None:
                continue
            if found := self._below(upper.code, path[cut:]):
                return found
        return None

    def _below(self, code: str, path: str) -> Jurisdiction | None:
        if found := self._only(self.named(path, within=code), path):
            return found
        for cut in range(len(path) - 1, 1, -1):
            upper = self._only(self.named(path[:cut], within=code), path[:cut])
            if upper and upper.code != code and (found := self._below(upper.code, path[cut:])):
                return found
        return None

    @staticmethod
    def _only(places: tuple[Jurisdiction, ...], name: str) -> Jurisdiction | None:
        if len(places) < 2 or _rank(places[0], name) < _rank(places[1], name):
            return places[0] if places else None
        return None

    def ancestors(self, code: str) -> tuple[Jurisdiction, ...]:
        """The places that hold this one, nearest first, ending with 国家."""
        found = []
        parent = self._places[code].parent
        while parent is not None:
            found.append(self._places[parent])
            parent = self._places[parent].parent
        return tuple(found)

    def children(self, code: str) -> tuple[Jurisdiction, ...]:
        """The places right below, by code, past ones included."""
        return tuple(self._children.get(code, ()))

    def lies_in(self, code: str, upper: str) -> bool:
        """Whether the place is `upper` or lies within it."""
        at: str | None = code
        while at is not None and at != upper:
            at = self._places[at].parent
        return at is not None

    def province(self, code: str) -> Jurisdiction | None:
        """The provincial-level place that this one is or lies in; None for the centre."""
        line = (self._places[code], *self.ancestors(code))
        return next((place for place in line if place.level == "province"), None)


def _rank(place: Jurisdiction, name: str) -> tuple[bool, bool, int]:
    return (place.name != name, place.valid_to is not None, LEVELS.index(place.level))


def _names(place: Jurisdiction) -> Iterator[str]:
    yield place.name
    yield place.short_name
    if place.kind == "自治州":
        yield place.short_name.removesuffix("州")
    if place.kind in ("自治县", "自治旗"):
        yield place.short_name + place.kind[-1]


@cache
def load_jurisdictions() -> Jurisdictions:
    """The tree from `seeds/jurisdictions`."""
    tables = (seed_table(f"jurisdictions/{name}.tsv") for name in ("places", "added"))
    rows = {row["code"]: row for table in tables for row in table}
    former = [
        (code, entry.split("@")[0])
        for code, row in rows.items()
        for entry in row["former"].split("|")
        if entry
    ]
    aliases = [(row["code"], row["alias"]) for row in seed_table("jurisdictions/aliases.tsv")]
    return Jurisdictions([_place(row) for row in rows.values()], [*former, *aliases])


def _place(row: dict[str, str]) -> Jurisdiction:
    return Jurisdiction(
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"],
        level=row["level"],
        kind=row["kind"],
        parent=row["parent"] or None,
        valid_from=date(int(row["from"]), 1, 1) if row["from"] else None,
        valid_to=date(int(row["to"]), 12, 31) if row["to"] else None,
    )
