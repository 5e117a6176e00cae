"""The list for review, and one name with all that a person needs to judge it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from api.judging import load_judgements
from api.names import find_jurisdiction
from api.review.finding import locate, place_of
from api.review.model import ROLES, Link, Row, Sentence, Shown, Waiting
from graph.store import Store
from ingest.agencies.judgements import standings
from ingest.agencies.resolver import Resolution, load_resolver
from ingest.agencies.suggestions import Suggestion
from queries.catalogue import LISTS, LOOKUPS, load_catalogue

SENTENCES: Final = 20
BEFORE: Final = 120
AFTER: Final = 60
MOST: Final = 100_000


def waiting_names(store: Store, jurisdiction: str | None = None) -> list[Waiting]:
    """Every unresolved name, those with most tasks first.

    Args:
        store: A connected store.
        jurisdiction: Only names in plans of this place.
    """
    code = find_jurisdiction(jurisdiction).code if jurisdiction else None
    asked = {"jurisdiction": code, "after": None, "after_tasks": None, "limit": MOST}
    return with_judgements(store.read(load_catalogue(LISTS)["review"].cypher, asked))


def with_judgements(rows: Iterable[Row]) -> list[Waiting]:
    """Rows of `review` with what a person has said of each name."""
    last = {(judgement.mention, judgement.place): judgement for judgement in load_judgements()}
    held = standings(load_judgements())
    found = []
    for row in rows:
        key = (row["name"], row["jurisdiction"]["code"] if row["jurisdiction"] else "")
        found.append(Waiting(row, last[key] if key in held else None))
    return found


def show(store: Store, name: str, jurisdiction: str | None = None) -> Shown:
    """A name with its candidates, what was judged of it, and the sentences that it stands in.

    Raises:
        UnknownName: No plan has this name, and nobody judged it.
        AmbiguousName: It stands in plans of several places.
    """
    clean, code, rows = locate(store, name, jurisdiction)
    place = place_of(code)
    days = [date.fromisoformat(row["issued_on"]) for row in rows if row["issued_on"]]
    by_rules = load_resolver().resolve(clean, place, max(days, default=None))
    judgements = load_judgements()
    return Shown(
        name=clean,
        place=place,
        links=_links(rows),
        judgements=tuple(one for one in judgements if (one.mention, one.place) == (clean, code)),
        reason=by_rules.reason,
        candidates=_candidates(by_rules),
        sentences=_sentences(store, rows[:SENTENCES]),
        times=len(rows),
    )


def _links(rows: Iterable[Row]) -> tuple[Link, ...]:
    times = Counter(
        (row["agency_id"], row["agency"], row["resolved"], row["method"], row["score"]) for row in rows
    )
    return tuple(Link(*found, number) for found, number in times.most_common())


def _candidates(found: Resolution) -> tuple[Suggestion, ...]:
    if found.agency is None:
        return found.suggestions
    return (Suggestion(found.agency.name, found.agency.id, found.score, found.reason),)


def _sentences(store: Store, rows: Sequence[Row]) -> tuple[Sentence, ...]:
    documents = sorted({row["document"] for row in rows})
    found = store.read(load_catalogue(LOOKUPS)["texts"].cypher, {"documents": documents})
    texts = {row["id"]: row["text"] for row in found}
    return tuple(_sentence(row, texts[row["document"]]) for row in rows)


def _sentence(row: Row, text: str) -> Sentence:
    if row["start"] is None:
        return Sentence(row["document"], row["document_title"], ROLES[row["role"]], row["issuer"])
    return Sentence(
        document=row["document"],
        document_title=row["document_title"],
        role=ROLES[row["role"]],
        text=around(text, row["start"], row["end"]),
        task=row["task"],
        item=row["item"],
        title=row["title"],
        start=row["start"],
        end=row["end"],
    )


def around(text: str, start: int, end: int) -> str:
    """The line that a span stands in, cut with … where it goes on for long."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    left, right = max(first, start - BEFORE), min(last, end + AFTER)
    return f"{'…' if left > first else ''}{text[left:right].strip()}{'…' if right < last else ''}"
