"""What nothing refers to any more goes: the graph holds what its documents account for, no more.

A body lives by its own tasks and documents, by those it manages, that became it, or whose class it
belongs to; a place by its bodies, its documents and the places within it.
"""

from collections.abc import Iterable, Set
from typing import Any, Final

from neo4j import ManagedTransaction

_LOOSE_BODIES: Final = (
    "MATCH (a:Agency) WHERE a.id IN $ids"
    " AND NOT EXISTS { (a)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES|ISSUED|MEMBER_OF]->() }"
    " AND NOT EXISTS { (a)<-[:MANAGED_BY|SUCCEEDED_BY]-() }"
    " OPTIONAL MATCH (a)-[:MANAGED_BY|SUCCEEDED_BY]->(above:Agency)"
    " OPTIONAL MATCH (a)<-[:MEMBER_OF]-(member:Agency)"
    " OPTIONAL MATCH (a)-[:OF]->(place:Jurisdiction)"
    " RETURN a.id AS id, above.id AS above, member.id AS member, place.code AS place"
)
_LOOSE_PLACES: Final = (
    "MATCH (p:Jurisdiction) WHERE p.code IN $ids"
    " AND NOT EXISTS { (p)<-[:OF|WITHIN]-() }"
    " AND NOT EXISTS { MATCH (d:Document) WHERE d.jurisdiction = p.code }"
    " OPTIONAL MATCH (p)-[:WITHIN]->(above:Jurisdiction)"
    " RETURN p.code AS id, above.code AS above"
)
_REMOVE_BODIES: Final = "MATCH (a:Agency) WHERE a.id IN $ids DETACH DELETE a"
_REMOVE_PLACES: Final = "MATCH (p:Jurisdiction) WHERE p.code IN $ids DETACH DELETE p"


def remove_orphans(transaction: ManagedTransaction, agencies: Iterable[str], kept: Set[str]) -> None:
    """Remove those of the bodies that nothing needs any more, and what only they needed.

    Args:
        transaction: The one that took from the bodies what they had.
        agencies: Ids of the bodies to look at.
        kept: Ids and codes of bodies and places that stay in any case.
    """
    places: set[str] = set()
    waiting = set(agencies) - kept
    while waiting and (rows := _run(transaction, _LOOSE_BODIES, waiting)):
        _run(transaction, _REMOVE_BODIES, _told(rows, "id"))
        places |= _told(rows, "place")
        waiting = _told(rows, "above", "member") - kept
    waiting = places - kept
    while waiting and (rows := _run(transaction, _LOOSE_PLACES, waiting)):
        _run(transaction, _REMOVE_PLACES, _told(rows, "id"))
        waiting = _told(rows, "above") - kept


def _run(transaction: ManagedTransaction, statement: str, ids: Iterable[str]) -> list[dict[str, Any]]:
    return transaction.run(statement, ids=sorted(ids)).data()


def _told(rows: Iterable[dict[str, Any]], *columns: str) -> set[str]:
    return {row[column] for row in rows for column in columns if row[column] is not None}
