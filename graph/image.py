"""A plan as the nodes and relationships that stand for it.

Two images, the plan's and the store's, are compared to find what a write has to do.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from graph import schema
from graph.errors import StoreFailure
from graph.model import Agency, Document, Domain, Goal, Jurisdiction, Plan, Responsibility, Task
from graph.schema import Label, Link

Properties = Mapping[str, Any]

# Fields that the graph holds as relationships, not as properties.
_AS_RELATIONSHIPS = frozenset(
    {
        (Agency, "managed_by"),
        (Agency, "successions"),
        (Agency, "members"),
        (Document, "issuer_id"),
        (Domain, "parent"),
        (Task, "domain"),
        (Goal, "task"),
        (Jurisdiction, "parent"),
        (Responsibility, "agency"),
        (Responsibility, "task"),
    }
)


@dataclass(frozen=True, slots=True)
class Node:
    """One node: its label and its key's value."""

    label: Label
    key: str


@dataclass(frozen=True, slots=True)
class Edge:
    """One relationship; `position` parts those of one type between the same two nodes."""

    link: Link
    start: str
    end: str
    position: int = 0

    @property
    def ends(self) -> tuple[Node, Node]:
        """The nodes it ties."""
        return Node(self.link.start, self.start), Node(self.link.end, self.end)


@dataclass(slots=True)
class Image:
    """Nodes and relationships with their properties; None is an absent property.

    `shared` holds what several documents refer to, and is never deleted for one of them.
    """

    nodes: dict[Node, Properties] = field(default_factory=dict)
    shared: dict[Node, Properties] = field(default_factory=dict)
    edges: dict[Edge, Properties] = field(default_factory=dict)


def image_of(plan: Plan) -> Image:
    """The nodes and relationships that stand for a plan.

    Raises:
        StoreFailure: The plan refers to a body or a place that it doesn't hold.
    """
    image = image_of_bodies(plan.agencies, plan.jurisdictions)
    image.nodes[Node(Label.DOCUMENT, plan.document.id)] = _document(plan)
    for label, records in ((Label.DOMAIN, plan.domains), (Label.TASK, plan.tasks), (Label.GOAL, plan.goals)):
        image.nodes |= {Node(label, record.id): properties(record) for record in records}
    image.edges |= dict(_edges(plan))
    _check(image, plan)
    return image


def image_of_bodies(agencies: Iterable[Agency], places: Iterable[Jurisdiction]) -> Image:
    """Bodies and places, and what ties them to each other."""
    image = Image()
    for place in places:
        image.shared[Node(Label.JURISDICTION, place.code)] = properties(place)
        if place.parent:
            image.edges[Edge(schema.WITHIN, place.code, place.parent)] = {}
    for agency in agencies:
        image.shared[Node(_label(agency), agency.id)] = properties(agency)
        image.edges |= dict(_ties(agency))
    return image


def properties(record: object) -> dict[str, Any]:
    """A record's properties as the graph keeps them."""
    values = {
        item.name: getattr(record, item.name)
        for item in fields(record)  # type: ignore[arg-type]  # every record is a dataclass
        if (type(record), item.name) not in _AS_RELATIONSHIPS
    }
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value is not None
    }


def _document(plan: Plan) -> dict[str, Any]:
    return {
        **properties(plan.document),
        "unread_start": [piece.start for piece in plan.unread],
        "unread_end": [piece.end for piece in plan.unread],
        "unread_reason": [piece.reason for piece in plan.unread],
    }


def _label(agency: Agency) -> Label:
    return Label.COLLECTIVE if agency.collective else Label.AGENCY


def _edges(plan: Plan) -> Iterator[tuple[Edge, Properties]]:
    yield from _structure(plan)
    for duty in plan.responsibilities:
        link = schema.RESPONSIBILITIES[duty.role]
        yield Edge(link, duty.agency, duty.task, duty.position), properties_of_duty(duty)


def _structure(plan: Plan) -> Iterator[tuple[Edge, Properties]]:
    document = plan.document.id
    if plan.document.issuer_id:
        yield Edge(schema.ISSUED, plan.document.issuer_id, document), {}
    for domain in plan.domains:
        yield Edge(schema.DOMAIN_IN, domain.id, document), {}
        if domain.parent:
            yield Edge(schema.PART_OF, domain.id, domain.parent), {}
    for task in plan.tasks:
        link = schema.TASK_IN_DOMAIN if task.domain else schema.TASK_IN_DOCUMENT
        yield Edge(link, task.id, task.domain or document), {}
    for goal in plan.goals:
        link = schema.TASK_HAS_GOAL if goal.task else schema.DOCUMENT_HAS_GOAL
        yield Edge(link, goal.task or document, goal.id), {}


def _ties(agency: Agency) -> Iterator[tuple[Edge, Properties]]:
    if agency.jurisdiction:
        yield Edge(schema.OF, agency.id, agency.jurisdiction), {}
    if agency.managed_by:
        yield Edge(schema.MANAGED_BY, agency.id, agency.managed_by), {}
    for member in agency.members:
        yield Edge(schema.MEMBER_OF, member, agency.id), {}
    for step in agency.successions:
        told = {"on": step.on, "kind": step.kind.value}
        yield (
            Edge(schema.SUCCEEDED_BY, agency.id, step.successor),
            {name: value for name, value in told.items() if value is not None},
        )


def properties_of_duty(duty: Responsibility) -> dict[str, Any]:
    """A responsibility's properties: its role is the relationship's type."""
    return {name: value for name, value in properties(duty).items() if name != "role"}


def _check(image: Image, plan: Plan) -> None:
    held = {(_family(node.label), node.key) for node in (*image.nodes, *image.shared)}
    missing = sorted(
        {
            node.key
            for edge in image.edges
            for node in edge.ends
            if (_family(node.label), node.key) not in held
        }
    )
    if missing:
        raise StoreFailure(
            f"The plan refers to {', '.join(missing)}, which it doesn't hold; nothing was written.",
            where=plan.document.source,
            advice="Please report this with the file.",
        )


def _family(label: Label) -> Label:
    return Label.AGENCY if label is Label.COLLECTIVE else label
