"""The one writer: a plan into the graph, in one transaction.

It compares what the store holds with what the plan says and writes only the difference, so
that the same plan again changes nothing, and a corrected edition replaces the one before.
"""

from datetime import UTC, datetime
from typing import Final

from neo4j import ManagedTransaction

from graph.current import LOADED_AT, current
from graph.difference import Difference, Outcome, difference
from graph.image import Image, Node, Properties, image_of
from graph.model import Plan
from graph.orphans import remove_orphans
from graph.schema import Label
from graph.steps import carry_out, referred, steps_between
from graph.store import Store

__all__ = ["Difference", "Outcome", "remove_document", "write_plan"]

# Taken first, so that two writers of one document wait for each other.
_CLAIM: Final = "MERGE (d:Document {id: $document}) SET d.id = d.id"
_CLAIM_KNOWN: Final = "MATCH (d:Document {id: $document}) SET d.id = d.id"


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
    steps = steps_between(old, new)
    if steps:
        carry_out(transaction, steps, _stamped(new, document))
        remove_orphans(transaction, referred(old), kept=agencies | places)
    return difference(document, old, new, changed=bool(steps))


def _keep_first_name(old: Image, new: Image, document: Node) -> None:
    """The same bytes under another file name are the same edition."""
    held, told = old.nodes.get(document), new.nodes.get(document)
    if held and told and held.get("sha256") == told["sha256"]:
        new.nodes[document] = {**told, "source": held["source"]}


def _stamped(new: Image, document: str) -> dict[Node, Properties]:
    node = Node(Label.DOCUMENT, document)
    return {node: {**new.nodes[node], LOADED_AT: datetime.now(UTC)}} if node in new.nodes else {}
