"""The one writer: a plan into the graph, in one transaction.

It compares what the store holds with what the plan says and writes only the difference, so
that the same plan again changes nothing, and a corrected edition replaces the one before.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, Final

from neo4j import ManagedTransaction

from graph.current import LOADED_AT, current
from graph.difference import Difference, Outcome, difference
from graph.image import Edge, Image, Node, Properties, image_of
from graph.model import Plan
from graph.schema import ISSUED, RESPONSIBILITIES, SHARED, Label
from graph.store import Store

__all__ = ["Difference", "Outcome", "remove_document", "write_plan"]

_BATCH = 500
# Taken first, so that two writers of one document wait for each other.
_CLAIM: Final = "MERGE (d:Document {id: $document}) SET d.id = d.id"
_CLAIM_KNOWN: Final = "MATCH (d:Document {id: $document}) SET d.id = d.id"
# A name nobody could resolve and a class of bodies live only by what refers to them.
_ORPHANS: Final = (
    "MATCH (a:Agency) WHERE a.id IN $ids AND (a.resolved = false OR a.collective = true)"
    " AND NOT EXISTS { (a)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES|ISSUED]->() }"
    " AND NOT EXISTS { (a)<-[:MANAGED_BY|SUCCEEDED_BY]-() } DETACH DELETE a"
)


def write_plan(store: Store, plan: Plan) -> Difference:
    """Make the store hold this plan, as it is now, and say what that changed.

    Args:
        store: A connected store.
        plan: The document, read whole.

    Returns:
        What came, went and changed; `unchanged` where the store held just this.

    Raises:
        StoreFailure: Nothing was written.
    """
    image = image_of(plan)
    return store.write(lambda transaction: _replace(transaction, plan.document.id, image))


def remove_document(store: Store, document: str) -> Difference:
    """Take a document out of the store, with all that it alone accounts for.

    Args:
        store: A connected store.
        document: The document's id.

    Returns:
        What went; `unchanged` where the store held no such document.

    Raises:
        StoreFailure: Nothing was removed.
    """
    return store.write(lambda transaction: _replace(transaction, document, Image()))


def _replace(transaction: ManagedTransaction, document: str, new: Image) -> Difference:
    transaction.run(_CLAIM if new.nodes else _CLAIM_KNOWN, document=document).consume()
    agencies = {node.key for node in new.shared if node.label is not Label.JURISDICTION}
    places = {node.key for node in new.shared if node.label is Label.JURISDICTION}
    old = current(transaction, document, agencies, places)
    _keep_first_name(old, new, Node(Label.DOCUMENT, document))
    steps = _steps(old, new)
    if steps:
        _carry_out(transaction, steps, _stamped(new, document))
        transaction.run(_ORPHANS, ids=sorted(_referred(old) - agencies)).consume()
    return difference(document, old, new, changed=bool(steps))


def _keep_first_name(old: Image, new: Image, document: Node) -> None:
    """The same bytes under another file name are the same edition."""
    held, told = old.nodes.get(document), new.nodes.get(document)
    if held and told and held.get("sha256") == told["sha256"]:
        new.nodes[document] = {**told, "source": held["source"]}


@dataclass(slots=True)
class _Steps:
    gone_edges: list[Edge]
    gone_nodes: list[Node]
    nodes: dict[Node, Properties]
    new_edges: dict[Edge, Properties]
    changed_edges: dict[Edge, Properties]

    def __bool__(self) -> bool:
        return any(getattr(self, step.name) for step in fields(self))


def _steps(old: Image, new: Image) -> _Steps:
    gone = old.nodes.keys() - new.nodes.keys()
    before, after = {**old.nodes, **old.shared}, {**new.nodes, **new.shared}
    return _Steps(
        # A node takes its relationships with it.
        gone_edges=[edge for edge in old.edges if edge not in new.edges and gone.isdisjoint(edge.ends)],
        gone_nodes=sorted(gone, key=lambda node: node.key),
        nodes={node: told for node, told in after.items() if before.get(node) != told},
        new_edges={edge: told for edge, told in new.edges.items() if edge not in old.edges},
        changed_edges={
            edge: told for edge, told in new.edges.items() if edge in old.edges and old.edges[edge] != told
        },
    )


def _stamped(new: Image, document: str) -> dict[Node, Properties]:
    node = Node(Label.DOCUMENT, document)
    return {node: {**new.nodes[node], LOADED_AT: datetime.now(UTC)}} if node in new.nodes else {}


def _carry_out(transaction: ManagedTransaction, steps: _Steps, stamped: dict[Node, Properties]) -> None:
    statements: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for edge in steps.gone_edges:
        statements[_remove_edge(edge)].append(_row(edge))
    for node in steps.gone_nodes:
        statements[_remove_node(node)].append({"key": node.key})
    for node, told in {**steps.nodes, **stamped}.items():
        statements[_put_node(node)].append({"key": node.key, "properties": told})
    for edge, told in steps.new_edges.items():
        statements[_add_edge(edge)].append({**_row(edge), "properties": told})
    for edge, told in steps.changed_edges.items():
        statements[_change_edge(edge)].append({**_row(edge), "properties": told})
    for statement, rows in statements.items():
        for batch in _batches(rows):
            transaction.run(statement, rows=list(batch)).consume()


def _remove_edge(edge: Edge) -> str:
    return f"{_known_edge(edge)} DELETE r"


def _remove_node(node: Node) -> str:
    return f"UNWIND $rows AS row MATCH (n:{node.label} {{{node.label.key}: row.key}}) DETACH DELETE n"


def _put_node(node: Node) -> str:
    labels = "Agency:Collective" if node.label is Label.COLLECTIVE else node.label
    return f"UNWIND $rows AS row MERGE (n:{labels} {{{node.label.key}: row.key}}) SET n = row.properties"


def _add_edge(edge: Edge) -> str:
    # The claim keeps other writers off a document's own relationships, and MERGE would look
    # through all that an agency has.
    link, verb = edge.link, "MERGE" if edge.link in SHARED else "CREATE"
    return (
        f"UNWIND $rows AS row MATCH (a:{link.start} {{{link.start.key}: row.start}})"
        f" MATCH (b:{link.end} {{{link.end.key}: row.end}})"
        f" {verb} (a)-[r:{link.type}]->(b) SET r = row.properties"
    )


def _change_edge(edge: Edge) -> str:
    return f"{_known_edge(edge)} SET r = row.properties"


def _known_edge(edge: Edge) -> str:
    """Find a relationship from the end that has few of them."""
    start = f"a.{edge.link.start.key} = row.start"
    end = f"b.{edge.link.end.key} = row.end"
    if edge.link.few == "start":
        near, first, then = f"(a:{edge.link.start})", start, end
    else:
        near, first, then = f"(b:{edge.link.end})", end, start
    return (
        f"UNWIND $rows AS row MATCH {near} WHERE {first}"
        f" MATCH (a)-[r:{edge.link.type}]->(b) WHERE {then} AND coalesce(r.position, 0) = row.position"
    )


def _row(edge: Edge) -> dict[str, Any]:
    return {"start": edge.start, "end": edge.end, "position": edge.position}


def _referred(image: Image) -> set[str]:
    """The bodies that a document's own relationships name."""
    links = {ISSUED, *RESPONSIBILITIES.values()}
    return {edge.start for edge in image.edges if edge.link in links}


def _batches(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for first in range(0, len(rows), _BATCH):
        yield rows[first : first + _BATCH]
