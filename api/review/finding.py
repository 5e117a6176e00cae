"""Where a name under review stands, and so which place's name it is."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from api.judging import load_judgements
from api.names import LIKENESS, SUGGESTIONS, AmbiguousName, Choice, UnknownName, find_jurisdiction
from api.review.model import Row
from graph.model import Jurisdiction
from graph.store import Store
from ingest.agencies.judgements import standings
from ingest.agencies.jurisdictions import load_jurisdictions
from ingest.pipeline import first_issuer
from ingest.script import clean_name
from queries.catalogue import LOOKUPS, load_catalogue


def locate(store: Store, name: str, jurisdiction: str | None) -> tuple[str, str, list[Row]]:
    """The clean name, the code of the place it is judged at, and where it stands there.

    Raises:
        UnknownName: No plan has the name, and nobody judged it.
        AmbiguousName: It stands in plans of several places.
    """
    clean = clean_name(name)
    code = find_jurisdiction(jurisdiction).code if jurisdiction else None
    rows = _written(store, clean, code)
    if code is None:
        code = only_place(clean, _places(store, clean, rows))
        rows = [row for row in rows if row["place"] == code]
    elif not rows and (clean, code) not in standings(load_judgements()):
        raise _unknown(store, clean)
    return clean, code, rows


def _places(store: Store, name: str, rows: Sequence[Row]) -> list[str]:
    """Where a name is unresolved; else where it stands at all; else where it was judged."""
    open_here = [row["place"] for row in rows if not row["resolved"]]
    judged = [place for mention, place in standings(load_judgements()) if mention == name]
    found = open_here or [row["place"] for row in rows] or judged
    if not found:
        raise _unknown(store, name)
    return found


def only_place(name: str, codes: Iterable[str]) -> str:
    """The one place of those that a name was found at.

    Raises:
        AmbiguousName: There are several.
    """
    places = sorted(set(codes))
    if len(places) == 1:
        return places[0]
    choices = [Choice(code, place.name if (place := place_of(code)) else "(no place)") for code in places]
    advice = "Say which by its jurisdiction:"
    raise AmbiguousName(
        f"{name} stands in plans of several places.", where=name, advice=advice, choices=choices
    )


def _unknown(store: Store, name: str) -> UnknownName:
    names = [row["name"] for row in store.read(load_catalogue(LOOKUPS)["unresolved"].cypher)]
    near = process.extract(name, names, scorer=fuzz.WRatio, limit=SUGGESTIONS, score_cutoff=LIKENESS)
    choices = [Choice(said, said) for said, _, _ in near]
    advice = "Waiting for review:" if choices else "zhize review lists the names that wait for review."
    return UnknownName(f"No plan has the name {name}.", where=name, advice=advice, choices=choices)


def _written(store: Store, name: str, code: str | None) -> list[Row]:
    asked = {"name": name, "place": code}
    issued = store.read(load_catalogue(LOOKUPS)["issuers"].cypher, asked)
    return [
        *store.read(load_catalogue(LOOKUPS)["mentions"].cypher, asked),
        *(row for row in issued if is_issuer(row["issuer"], name)),
    ]


def is_issuer(printed: str, name: str) -> bool:
    """Whether the issuer as printed is the name, or begins with it."""
    return clean_name(first_issuer(printed)) == name


def place_of(code: str) -> Jurisdiction | None:
    """The place with this code; None for "", documents whose place isn't known."""
    return load_jurisdictions().find(code) if code else None
