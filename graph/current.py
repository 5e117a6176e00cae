"""What the store holds of a document, as an image."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final

from neo4j import ManagedTransaction
from neo4j.time import Date

from graph import schema
from graph.image import Edge, Image, Node
from graph.schema import Label, Link

_OWNED = {
    Label.DOCUMENT: "MATCH (n:Document {id: $document}) WHERE n.sha256 IS NOT NULL"
    " RETURN properties(n) AS properties",
    Label.DOMAIN: "MATCH (n:Domain)-[:IN]->(:Document {id: $document}) RETURN properties(n) AS properties",
    # One look into the index a task: `IN` a long list is read through for every task of the store.
    Label.TASK: "UNWIND $tasks AS key MATCH (n:Task {id: key}) RETURN properties(n) AS properties",
    Label.GOAL: "UNWIND $tasks AS key MATCH (o:Task {id: key}) MATCH (o)-[:HAS_GOAL]->(n:Goal)"
    " RETURN properties(n) AS properties"
    " UNION ALL MATCH (:Document {id: $document})-[:HAS_GOAL]->(n:Goal) RETURN properties(n) AS properties",
}
_TASKS = (
    "MATCH (t:Task)-[:IN]->(:Document {id: $document}) RETURN t.id AS id"
    " UNION MATCH (t:Task)-[:IN]->(:Domain)-[:IN]->(:Document {id: $document}) RETURN t.id AS id"
)
_SHARED = {
    Label.AGENCY: "MATCH (n:Agency) WHERE n.id IN $agencies"
    " RETURN properties(n) AS properties, n:Collective AS collective",
    Label.JURISDICTION: "MATCH (n:Jurisdiction) WHERE n.code IN $places RETURN properties(n) AS properties",
}
# Set by the writer, not told by a plan.
LOADED_AT: Final = "loaded_at"
# Each relationship belongs to one of its ends, which says how many of it there are.
_OWNED_BY_END = (
    (schema.DOMAIN_IN, "document"),
    (schema.TASK_IN_DOCUMENT, "document"),
    (schema.ISSUED, "document"),
    (schema.MEMBER_OF, "agencies"),
    *((link, "tasks") for link in schema.RESPONSIBILITIES.values()),
)
_OWNED_BY_START = (
    (schema.DOCUMENT_HAS_GOAL, "document"),
    (schema.TASK_HAS_GOAL, "tasks"),
    (schema.TASK_IN_DOMAIN, "tasks"),
    (schema.PART_OF, "domains"),
    (schema.OF, "agencies"),
    (schema.MANAGED_BY, "agencies"),
    (schema.SUCCEEDED_BY, "agencies"),
    (schema.WITHIN, "places"),
)


def current(
    transaction: ManagedTransaction, document: str, agencies: Iterable[str], places: Iterable[str]
) -> Image:
    """What the store holds of a document, and of the bodies and places given.

    Args:
        transaction: The one that will also write.
        document: The document's id; "" for none, only bodies and places.
        agencies: Ids of the bodies to look at.
        places: Codes of the jurisdictions to look at.

    Returns:
        The image; empty where nothing is known yet.
    """
    asked: dict[str, Any] = {
        "document": document,
        "agencies": sorted(agencies),
        "places": sorted(places),
        "tasks": [row["id"] for row in _run(transaction, _TASKS, {"document": document})],
    }
    image = Image()
    image.nodes |= _nodes(transaction, _OWNED, asked)
    image.shared |= _nodes(transaction, _SHARED, asked)
    asked["domains"] = [node.key for node in image.nodes if node.label is Label.DOMAIN]
    image.edges |= dict(_edges(transaction, asked))
    return image


def _nodes(
    transaction: ManagedTransaction, questions: Mapping[Label, str], asked: Mapping[str, Any]
) -> dict[Node, dict[str, Any]]:
    """The nodes that the questions find, by label and key."""
    return {
        Node(
            Label.COLLECTIVE if row.get("collective") else label, row["properties"][label.key]
        ): plain_properties(row["properties"])
        for label, question in questions.items()
        for row in _run(transaction, question, asked)
    }


def _edges(
    transaction: ManagedTransaction, asked: Mapping[str, Any]
) -> Iterator[tuple[Edge, dict[str, Any]]]:
    owned = chain(
        ((link, "b", link.end, name) for link, name in _OWNED_BY_END),
        ((link, "a", link.start, name) for link, name in _OWNED_BY_START),
    )
    for link, variable, label, name in owned:
        keys = "[$document]" if name == "document" else f"${name}"
        owner = f"UNWIND {keys} AS key MATCH ({variable}:{label} {{{label.key}: key}})"
        question = f"{owner} MATCH {_pattern(link)} {_returned(link)}"
        for row in _run(transaction, question, asked):
            told = plain_properties(row["properties"])
            yield Edge(link, row["start"], row["end"], told.get("position", 0)), told


def _pattern(link: Link) -> str:
    """The link as a Cypher pattern from `a` by `r` to `b`."""
    return f"(a:{link.start})-[r:{link.type}]->(b:{link.end})"


def _returned(link: Link) -> str:
    return f"RETURN a.{link.start.key} AS start, b.{link.end.key} AS end, properties(r) AS properties"


def plain_properties(properties: Mapping[str, Any]) -> dict[str, Any]:
    """What a node or relationship of the store says, as an image holds it."""
    return {
        name: value.to_native() if isinstance(value, Date) else value
        for name, value in properties.items()
        if value is not None and name != LOADED_AT
    }


def _run(transaction: ManagedTransaction, question: str, asked: Mapping[str, Any]) -> list[dict[str, Any]]:
    return transaction.run(question, dict(asked)).data()
