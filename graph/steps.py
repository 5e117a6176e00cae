"""From one image of the graph to another: what has to be written, and the Cypher that writes it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from neo4j import ManagedTransaction

from graph.image import Edge, Image, Node, Properties
from graph.schema import ISSUED, RESPONSIBILITIES, SHARED, Label

_BATCH = 500


@dataclass(slots=True)
class Steps:
    """What leads from one image to the other: first what goes, then what comes or changes."""

    gone_edges: list[Edge]
    gone_nodes: list[Node]
    nodes: dict[Node, Properties]
    new_edges: dict[Edge, Properties]
    changed_edges: dict[Edge, Properties]

    def __bool__(self) -> bool:
        return any(getattr(self, step.name) for step in fields(self))


def steps_between(old: Image, new: Image) -> Steps:
    """What has to be written so that the graph, which holds `old`, holds `new`."""
    gone = old.nodes.keys() - new.nodes.keys()
    before, after = {**old.nodes, **old.shared}, {**new.nodes, **new.shared}
    return Steps(
        # A node takes its relationships with it.
        gone_edges=[edge for edge in old.edges if edge not in new.edges and gone.isdisjoint(edge.ends)],
        gone_nodes=sorted(gone, key=lambda node: node.key),
        nodes={node: told for node, told in after.items() if before.get(node) != told},
        new_edges={edge: told for edge, told in new.edges.items() if edge not in old.edges},
        changed_edges={
            edge: told for edge, told in new.edges.items() if edge in old.edges and old.edges[edge] != told
        },
    )


def carry_out(transaction: ManagedTransaction, steps: Steps, stamped: dict[Node, Properties]) -> None:
    """Write the steps.

    Args:
        transaction: The one that everything happens in.
        steps: What to do.
        stamped: Nodes with the properties that they get after all, whatever the steps say.
    """
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


def referred(image: Image) -> set[str]:
    """The bodies that hold the image's responsibilities or issued its documents."""
    links = {ISSUED, *RESPONSIBILITIES.values()}
    return {edge.start for edge in image.edges if edge.link in links}


def _batches(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for first in range(0, len(rows), _BATCH):
        yield rows[first : first + _BATCH]
