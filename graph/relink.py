"""A name means another body from now on: its responsibilities and documents move there.

Nothing is read anew. Each relationship keeps what it says, but for how and how surely it was matched.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from neo4j import ManagedTransaction
from neo4j.time import Date

from graph.current import current, plain_properties
from graph.image import Edge, Image, Properties, image_of_bodies
from graph.model import Agency, Jurisdiction, Method
from graph.orphans import remove_orphans
from graph.schema import ISSUED, RESPONSIBILITIES, Label
from graph.steps import carry_out, referred, steps_between
from graph.store import Store

_LINKS = {link.type: link for link in (ISSUED, *RESPONSIBILITIES.values())}
_PLANS: Final = "MATCH (d:Document) WHERE coalesce(d.jurisdiction, '') = $place AND d.sha256 IS NOT NULL"
# A class of bodies is no body, so no judgement moves what it holds.
_WRITTEN: Final = (
    f"{_PLANS} OPTIONAL MATCH (d)<-[:IN*1..2]-(t:Task)<-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]-(a:Agency)"
    " WHERE NOT a:Collective RETURN d.id AS id, d.issuer AS issuer, collect(DISTINCT r.mention) AS mentions"
)
# Taken before the relationships are read, so that a writer of one of these documents waits.
_CLAIM: Final = "MATCH (d:Document) WHERE d.id IN $documents SET d.id = d.id"
_DUTIES: Final = (
    "MATCH (d:Document) WHERE d.id IN $documents"
    " MATCH (d)<-[:IN*1..2]-(t:Task)<-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]-(a:Agency)"
    " WHERE r.mention IN $mentions AND NOT a:Collective"
    " RETURN d.id AS document, d.issued_on AS day, type(r) AS type, a.id AS start, t.id AS end,"
    " properties(r) AS properties"
)
_ISSUED: Final = (
    "MATCH (a:Agency)-[r:ISSUED]->(d:Document) WHERE d.id IN $documents AND NOT a:Collective"
    " RETURN d.id AS document, d.issued_on AS day, type(r) AS type, a.id AS start, d.id AS end,"
    " properties(r) AS properties"
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means in the documents of one day.

    `agencies` and `jurisdictions`: the body and all that it refers to.
    """

    agency: str
    method: Method
    score: float
    agencies: tuple[Agency, ...]
    jurisdictions: tuple[Jurisdiction, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a name: how many responsibilities changed, and in how many documents anything did."""

    responsibilities: int
    documents: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the documents of a place, and what it means from now on.

    Args:
        place: A jurisdiction's code; "" for documents whose place isn't known.
        is_meant: Whether a mention is the name.
        issues: Whether an issuer as printed is the name.
        meaning: What the name means in a document of that day.
    """

    place: str
    is_meant: Callable[[str], bool]
    issues: Callable[[str], bool]
    meaning: Callable[[date | None], Meaning]


def relink(store: Store, name: Name) -> Moved:
    """Let a name mean what it says now, in every document of its place, in one transaction.

    Args:
        store: A connected store.
        name: The name and its meaning.

    Raises:
        StoreFailure: Nothing was changed.
    """
    return store.write(lambda transaction: _relink(transaction, name))


def _relink(transaction: ManagedTransaction, name: Name) -> Moved:
    written = transaction.run(_WRITTEN, place=name.place).data()
    mentions = {mention for row in written for mention in row["mentions"] if name.is_meant(mention)}
    naming = sorted(row["id"] for row in written if not mentions.isdisjoint(row["mentions"]))
    issued = sorted(row["id"] for row in written if row["issuer"] and name.issues(row["issuer"]))
    transaction.run(_CLAIM, documents=sorted({*naming, *issued})).consume()
    rows = [
        *transaction.run(_DUTIES, documents=naming, mentions=sorted(mentions)).data(),
        *transaction.run(_ISSUED, documents=issued).data(),
    ]
    return _write(transaction, rows, name.meaning)


def _write(
    transaction: ManagedTransaction, rows: Sequence[dict[str, Any]], meaning: Callable[[date | None], Meaning]
) -> Moved:
    old, new, meanings = _edges(rows, meaning)
    wanted = image_of_bodies(
        (agency for one in meanings for agency in one.agencies),
        (place for one in meanings for place in one.jurisdictions),
    )
    agencies = {node.key for node in wanted.shared if node.label is not Label.JURISDICTION}
    places = {node.key for node in wanted.shared if node.label is Label.JURISDICTION}
    held = current(transaction, "", agencies, places)
    before = Image(shared=held.shared, edges={**held.edges, **old})
    after = Image(shared=wanted.shared, edges={**wanted.edges, **new})
    carry_out(transaction, steps_between(before, after), {})
    remove_orphans(transaction, referred(before), kept=agencies | places)
    moved = [edge for edge, told in new.items() if old.get(edge) != told]
    documents = {row["end"]: row["document"] for row in rows}
    return Moved(sum(edge.link is not ISSUED for edge in moved), len({documents[edge.end] for edge in moved}))


def _edges(
    rows: Sequence[dict[str, Any]], meaning: Callable[[date | None], Meaning]
) -> tuple[dict[Edge, Properties], dict[Edge, Properties], list[Meaning]]:
    """The relationships before and after, and what the name means on all the days they stem from."""
    old: dict[Edge, Properties] = {}
    new: dict[Edge, Properties] = {}
    meanings: dict[date | None, Meaning] = {}
    for row in rows:
        day = row["day"].to_native() if isinstance(row["day"], Date) else None
        if day not in meanings:
            meanings[day] = meaning(day)
        means = meanings[day]
        told = plain_properties(row["properties"])
        edge = Edge(_LINKS[row["type"]], row["start"], row["end"], told.get("position", 0))
        matched = {"method": means.method.value, "score": means.score} if told else {}
        old[edge] = told
        new[replace(edge, start=means.agency)] = {**told, **matched}
    return old, new, list(meanings.values())
