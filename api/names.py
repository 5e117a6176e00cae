"""From what a person calls a thing to its id in the graph."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rapidfuzz import fuzz, process

from api.judging import current_resolver
from graph.errors import Failure
from graph.model import Jurisdiction
from graph.store import Store
from ingest.agencies.jurisdictions import load_jurisdictions
from ingest.script import clean_name
from queries.catalogue import LOOKUPS, load_catalogue

Test = Callable[[Mapping[str, Any]], bool]

PLACES_TRIED = 40
NAMES_COMPARED = 20_000
SUGGESTIONS = 5
LIKENESS = 55


@dataclass(frozen=True, slots=True)
class Choice:
    """Something in the graph that a name may mean."""

    id: str
    name: str


class NameFailure(Failure):
    """A name that leads to nothing, or to several things; `choices` are the likeliest, best first."""

    def __init__(self, what: str, *, where: str, advice: str, choices: Iterable[Choice] = ()) -> None:
        self.choices = tuple(choices)
        offered = "、".join(_offered(choice, self.choices) for choice in self.choices)
        super().__init__(what, where=where, advice=f"{advice} {offered}".strip() if offered else advice)


def _offered(choice: Choice, choices: tuple[Choice, ...]) -> str:
    """The choice's name, with its id where another has the same name."""
    alike = sum(other.name == choice.name for other in choices) > 1
    return f"{choice.name} ({choice.id})" if alike else choice.name


class UnknownName(NameFailure):
    """Nothing in the graph goes by this name."""


class AmbiguousName(NameFailure):
    """Several things in the graph go by this name."""


class UnknownAgency(UnknownName):
    """No agency in the graph goes by this name."""


class AmbiguousAgency(AmbiguousName):
    """Several agencies in the graph go by this name."""


def find_jurisdiction(name: str) -> Jurisdiction:
    """The place with this name or code.

    Raises:
        UnknownName: There is none.
        AmbiguousName: There are several; the path from the top tells them apart (四川省成都市武侯区).
    """
    places = load_jurisdictions()
    if found := places.find(name):
        return found
    several = [Choice(place.code, place.name) for place in places.named(clean_name(name))[:SUGGESTIONS]]
    if several:
        advice = "Name it from the top, as in 广东省深圳市, or give its code:"
        raise AmbiguousName(f"Several places are called {name}.", where=name, advice=advice, choices=several)
    raise UnknownName("No such place.", where=name, advice="Give its full name or its GB/T 2260 code.")


def find_agency(store: Store, name: str, place: Jurisdiction | None = None) -> str:
    """The id of the agency in the graph that `name` means.

    An id is taken as it is. A name is looked for in the graph, then understood by the rules for
    names at `place`, or at the places whose plans are in the graph. An old name leads to today's body.

    Raises:
        UnknownAgency: No agency of the graph is meant; with suggestions.
        AmbiguousAgency: Several may be meant; with all of them.
    """
    clean = clean_name(name)
    rows = store.read(_lookup("agency"), {"name": clean})
    if any(row["by_id"] for row in rows):
        return clean
    found = _named(rows, place) or _understood(store, clean, place)
    if len(found) == 1:
        return found[0].id
    if found:
        advice = "Give the full name or the id, or say the jurisdiction:"
        raise AmbiguousAgency(
            f"Several agencies are called {name}.", where=name, advice=advice, choices=found[:SUGGESTIONS]
        )
    raise _unknown(store, name, clean, place)


def _named(rows: list[dict[str, Any]], place: Jurisdiction | None) -> list[Choice]:
    """Agencies that carry the very name: known bodies before unresolved ones, names before name ends."""
    here = [row for row in rows if place is None or row["jurisdiction"] == place.code]
    tests: tuple[Test, ...] = (
        lambda row: row["by_name"] and row["resolved"],
        lambda row: row["by_name"],
        lambda row: row["resolved"],
    )
    for test in tests:
        chosen = {(key := row["now"] or row["id"]): Choice(key, row["name"]) for row in here if test(row)}
        if chosen:
            return list(chosen.values())
    return []


def _understood(store: Store, name: str, place: Jurisdiction | None) -> list[Choice]:
    """Agencies of the graph that the rules for names lead to."""
    meant = _meant(store, name, place).items()
    return [Choice(key, said) for key, said in meant if _in_graph(store, key)]


def _meant(store: Store, name: str, place: Jurisdiction | None) -> dict[str, str]:
    """Names by id of the agencies that the rules for names lead to, in the graph or not."""
    resolver, today = current_resolver(), date.today()
    agencies = (resolver.resolve(name, where, today).agency for where in _places(store, place))
    return {agency.id: agency.name for agency in agencies if agency}


def _places(store: Store, place: Jurisdiction | None) -> list[Jurisdiction | None]:
    if place:
        return [place]
    codes = [row["code"] for row in store.read(_lookup("places"), {"limit": PLACES_TRIED})]
    tree = load_jurisdictions()
    return [tree.find(code) for code in codes] or [None]


def _in_graph(store: Store, agency: str) -> bool:
    return any(row["by_id"] for row in store.read(_lookup("agency"), {"name": agency}))


def _unknown(store: Store, name: str, clean: str, place: Jurisdiction | None) -> UnknownAgency:
    known = _meant(store, clean, place).values()
    what = f"No plan in the graph names {' or '.join(known)}." if known else f"No agency is known as {name}."
    near = _nearest(store, clean, place)
    advice = "Check the name. Nearest in the graph:" if near else "Check the name."
    return UnknownAgency(what, where=name, advice=advice, choices=near)


def _nearest(store: Store, name: str, place: Jurisdiction | None) -> list[Choice]:
    """What the rules for names suggest, then names that look alike; only agencies of the graph."""
    near = {choice.id: choice for choice in (*_suggested(store, name, place), *_alike(store, name))}
    return list(near.values())[:SUGGESTIONS]


def _suggested(store: Store, name: str, place: Jurisdiction | None) -> list[Choice]:
    resolver, today = current_resolver(), date.today()
    offered = [s for where in _places(store, place) for s in resolver.resolve(name, where, today).suggestions]
    best = sorted(offered, key=lambda suggestion: -suggestion.score)
    return [Choice(s.agency_id, s.name) for s in best if _in_graph(store, s.agency_id)]


def _alike(store: Store, name: str) -> list[Choice]:
    rows = store.read(_lookup("names"), {"limit": NAMES_COMPARED})
    ranked = process.extract(
        name,
        {row["id"]: row["name"] for row in rows},
        scorer=fuzz.WRatio,
        limit=SUGGESTIONS,
        score_cutoff=LIKENESS,
    )
    return [Choice(key, said) for said, _, key in sorted(ranked, key=lambda hit: (-hit[1], hit[2]))]


def find_agencies(store: Store, names: str, place: Jurisdiction | None = None) -> list[str]:
    """The ids of several agencies, their names parted by 、 or a comma. Raises as `find_agency`."""
    parts = [part for part in re.split(r"[,，、;；\n]", names) if part.strip()]
    return list(dict.fromkeys(find_agency(store, part, place) for part in parts))


def find_document(store: Store, words: str) -> str:
    """The id of the one document with this id or these words in its title."""
    return _one(store, "documents", words, "document")


def find_domain(store: Store, words: str) -> str:
    """The id of the one domain with this id, number, or these words in its name."""
    return _one(store, "domains", words, "domain")


def find_task(store: Store, words: str) -> str:
    """The id of the one task with this id, number, or these words in its title."""
    return _one(store, "tasks", words, "task")


def _one(store: Store, lookup: str, words: str, kind: str) -> str:
    rows = store.read(_lookup(lookup), {"words": words.strip()})
    tests: tuple[Callable[[Mapping[str, Any]], bool], ...] = (
        lambda r: r["by_id"],
        lambda r: r["exact"],
        bool,
    )
    for test in tests:
        hits = [row for row in rows if test(row)]
        if len(hits) == 1:
            return str(hits[0]["id"])
    choices = [Choice(row["id"], row["name"]) for row in rows]
    if choices:
        what = f"Several {kind}s are meant by {words}."
        raise AmbiguousName(what, where=words, advice="Give one's id:", choices=choices)
    raise UnknownName(
        f"No {kind} is known as {words}.", where=words, advice="Give its id or words of its title."
    )


def _lookup(name: str) -> str:
    return load_catalogue(LOOKUPS)[name].cypher
