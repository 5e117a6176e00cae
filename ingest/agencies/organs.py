"""Organs: what a row of `seeds/agencies` says about a body, before it has a place.

A row is a template. Its `at` says where the organ exists: classes of places (letters below), single
places by name, or `province/classes` for the places of that class in one province. The most specific
row of a family (the slug up to the first dot) wins, so a city's own name for its planning bureau
hides the forms that are merely possible. Evidence is `attested` (also when empty), `usual` (what
most places of a province have: believed, but hiding nothing) or `inferred` (matched exactly only).
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from graph.errors import Failure
from graph.model import Jurisdiction, SuccessionKind
from ingest.agencies.jurisdictions import CORPS, Jurisdictions, load_jurisdictions
from ingest.seeds import SEEDS, seed_table

CLASSES = {
    "国家": "N",
    "省": "P",
    "自治区": "G",
    "直辖市": "M",
    "副省级市": "S",
    "地级市": "C",
    "自治州": "A",
    "盟": "L",
    "地区": "L",
    "县级市": "K",
    "县": "K",
    "自治县": "K",
    "旗": "K",
    "自治旗": "K",
    "林区": "K",
    "特区": "K",
    "区": "D",
    "新区": "D",
    "兵团": "X",
    "师市": "Y",
}
XIONGAN, TAIWAN = "133100", "710000"


class SeedError(Failure):
    """A seed table says something that can't be meant."""


@dataclass(frozen=True, slots=True)
class Next:
    """The organ that took over: a slug of the same place, or a whole id."""

    target: str
    kind: SuccessionKind


@dataclass(frozen=True, slots=True)
class Organ:
    """One row: an organ wherever `at` says.

    `name` holds {P} (full place name), {p} (short), {U} (the place above), {Q} (with the province,
    as courts have it) or {W} (the party committee). `shorts` are patterns in which * stands for the
    place; `homely` ones hold only in a document of the organ's own place. `nameplate_of`: the slug of
    the body whose second name this is.
    """

    slug: str
    at: str
    name: str
    shorts: tuple[str, ...]
    homely: tuple[str, ...]
    kind: str
    manager: str | None
    nameplate_of: str | None
    valid_from: date | None
    valid_to: date | None
    next: Next | None
    attested: bool
    hides: bool

    @property
    def family(self) -> str:
        """What the organ does, whatever it is called: the slug up to the first dot."""
        return self.slug.split(".")[0]

    def in_force(self, as_of: date) -> bool:
        """Whether the name was in force on that day."""
        began = self.valid_from is None or self.valid_from <= as_of
        return began and (self.valid_to is None or as_of <= self.valid_to)


def place_class(place: Jurisdiction) -> str:
    """The letter of a place's class; "" for places whose bodies we don't hold."""
    if place.code in (XIONGAN, TAIWAN):
        return "T" if place.code == XIONGAN else ""
    return CLASSES.get(place.kind, "")


def selectors(place: Jurisdiction, places: Jurisdictions) -> tuple[str, ...]:
    """The `at` keys that cover a place, most specific first: its code, province and class, class."""
    letter = place_class(place)
    province = places.province(place.code)
    scoped = f"{province.code}/{letter}" if province and province.code != place.code else ""
    return tuple(key for key in (place.code, scoped, letter) if key)


def spread(at: str, places: Jurisdictions, where: str) -> Iterator[str]:
    """The selector keys that an `at` cell stands for: `PGM`, `浙江,湖北`, `浙江/SC`."""
    for part in at.split(","):
        head, _, letters = part.partition("/")
        if not letters and head.isascii() and head.isalpha():
            yield from head
            continue
        place = places.find(head)
        if place is None:
            raise SeedError(f"No place is called {head}.", where=where, advice="Write its full name or code.")
        if letters:
            yield from (f"{place.code}/{letter}" for letter in letters)
        else:
            yield place.code


def place_name(place: Jurisdiction, places: Jurisdictions) -> str:
    """A place as its own bodies' names have it: 广东省, 成都市武侯区, 德清县 (rulings, section 1.1)."""
    if place_class(place) == "N":
        return ""
    if place_class(place) == "D" and place.parent:
        return places.get(place.parent).name + place.name
    return place.name


def court_place(place: Jurisdiction, places: Jurisdictions) -> str:
    """A place as courts have it, the province kept: 广东省深圳市, 浙江省德清县."""
    if place_class(place) == "Y":
        return places.get(CORPS).name + place.short_name
    province = places.province(place.code)
    own = place_name(place, places)
    return own if province is None or own.startswith(province.name) else province.name + own


def committee(place: Jurisdiction, places: Jurisdictions) -> str:
    """The party committee at the head of a party organ's name: 中共广东省委, 中共西藏自治区委员会."""
    whole = place_class(place) in ("G", "X", "Y")
    return "中共" + place_name(place, places) + ("委员会" if whole else "委")


def written(organ: Organ, place: Jurisdiction, places: Jurisdictions) -> str:
    """The organ's official name at a place."""
    name = organ.name.replace("{P}", place_name(place, places)).replace("{p}", place.short_name)
    if "{U}" in name and place.parent:
        name = name.replace("{U}", places.get(place.parent).name)
    return name.replace("{Q}", court_place(place, places)).replace("{W}", committee(place, places))


@cache
def load_organs() -> tuple[Organ, ...]:
    """Every row of the tables in `seeds/agencies`."""
    names = sorted(path.name for path in (SEEDS / "agencies").glob("*.tsv") if path.name != "stems.tsv")
    return tuple(
        _organ(row, f"{name}: {row['slug']}") for name in names for row in seed_table(f"agencies/{name}")
    )


def _organ(row: dict[str, str], where: str) -> Organ:
    shorts = [short for short in row["shorts"].split("|") if short]
    literal = row["at"] == "N"
    name = row["name"]
    return Organ(
        slug=row["slug"] if row["slug"] != "-" else name.lstrip("="),
        at=row["at"],
        name=_template(name, literal),
        shorts=tuple(_pattern(short, literal) for short in shorts if short[0] != "~"),
        homely=tuple(short[1:] for short in shorts if short[0] == "~"),
        kind=row["kind"],
        manager=row["manager"] or None if row["kind"] != "加挂牌子" else None,
        nameplate_of=row["manager"] or None if row["kind"] == "加挂牌子" else None,
        valid_from=_day(row["from"], last=False, where=where),
        valid_to=_day(row["to"], last=True, where=where),
        next=_next(row["next"], where),
        attested=row["evidence"] != "inferred",
        hides=not (row["evidence"] == "usual" or (row["evidence"] == "inferred" and "/" in row["at"])),
    )


def _template(name: str, literal: bool) -> str:
    if name.startswith("="):
        return name[1:]
    return name if literal or "{" in name else "{P}" + name


def _pattern(short: str, literal: bool) -> str:
    if short.startswith("="):
        return short[1:]
    return short if literal or "*" in short else "*" + short


def _day(text: str, *, last: bool, where: str) -> date | None:
    if not text:
        return None
    try:
        parts = [int(part) for part in text.split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
        day = parts[2] if len(parts) > 2 else (monthrange(year, month)[1] if last else 1)
        return date(year, month, day)
    except ValueError as error:
        advice = "Write 2018, 2018-11 or 2018-11-05."
        raise SeedError(f"{text} is not a date.", where=where, advice=advice) from error


def _next(text: str, where: str) -> Next | None:
    if not text:
        return None
    target, _, kind = text.partition(":")
    try:
        return Next(target, SuccessionKind(kind or "renamed"))
    except ValueError as error:
        raise SeedError(f"{kind} is no kind of succession.", where=where) from error


@cache
def organs_by_selector() -> dict[str, tuple[Organ, ...]]:
    """The organs under each selector key, as `spread` writes them."""
    places = load_jurisdictions()
    found: dict[str, list[Organ]] = {}
    for organ in load_organs():
        for key in spread(organ.at, places, organ.slug):
            found.setdefault(key, []).append(organ)
    return {key: tuple(organs) for key, organs in found.items()}
