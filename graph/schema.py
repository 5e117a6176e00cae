"""The closed set of labels and types, with their keys, constraints and indexes.

Source: design section 3. Text of a document never becomes a label, a type or a property key.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from graph.model import Role


class Label(StrEnum):
    """What a node is."""

    DOCUMENT = "Document"
    DOMAIN = "Domain"
    TASK = "Task"
    GOAL = "Goal"
    AGENCY = "Agency"
    COLLECTIVE = "Collective"
    JURISDICTION = "Jurisdiction"

    @property
    def key(self) -> str:
        """The property that tells one node of this label from another."""
        return "code" if self is Label.JURISDICTION else "id"


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship type between two labels.

    `few` is the end that has few of them: an agency has thousands of tasks, a task few agencies.
    """

    type: str
    start: Label
    end: Label
    few: Literal["start", "end"] = "start"


DOMAIN_IN: Final = Link("IN", Label.DOMAIN, Label.DOCUMENT)
TASK_IN_DOMAIN: Final = Link("IN", Label.TASK, Label.DOMAIN)
TASK_IN_DOCUMENT: Final = Link("IN", Label.TASK, Label.DOCUMENT)
PART_OF: Final = Link("PART_OF", Label.DOMAIN, Label.DOMAIN)
TASK_HAS_GOAL: Final = Link("HAS_GOAL", Label.TASK, Label.GOAL, few="end")
DOCUMENT_HAS_GOAL: Final = Link("HAS_GOAL", Label.DOCUMENT, Label.GOAL, few="end")
ISSUED: Final = Link("ISSUED", Label.AGENCY, Label.DOCUMENT, few="end")
OF: Final = Link("OF", Label.AGENCY, Label.JURISDICTION)
WITHIN: Final = Link("WITHIN", Label.JURISDICTION, Label.JURISDICTION)
MANAGED_BY: Final = Link("MANAGED_BY", Label.AGENCY, Label.AGENCY)
MEMBER_OF: Final = Link("MEMBER_OF", Label.AGENCY, Label.COLLECTIVE)
SUCCEEDED_BY: Final = Link("SUCCEEDED_BY", Label.AGENCY, Label.AGENCY)
RESPONSIBILITIES: Final = {
    role: Link(role.relationship, Label.AGENCY, Label.TASK, few="end") for role in Role
}

# Between nodes that many documents refer to; every other relationship is one document's own.
SHARED: Final = frozenset({OF, WITHIN, MANAGED_BY, MEMBER_OF, SUCCEEDED_BY})


def _unique(label: Label) -> str:
    return (
        f"CREATE CONSTRAINT {label.lower()}_{label.key} IF NOT EXISTS "
        f"FOR (n:{label}) REQUIRE n.{label.key} IS UNIQUE"
    )


def _index(label: Label, name: str, kind: str = "INDEX") -> str:
    return f"CREATE {kind} {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"


# A collective is an Agency, so the constraint on Agency holds for it too.
STATEMENTS: Final = (
    *(_unique(label) for label in Label if label is not Label.COLLECTIVE),
    _index(Label.AGENCY, "name"),
    _index(Label.AGENCY, "short_name"),
    _index(Label.JURISDICTION, "name"),
    _index(Label.DOMAIN, "name"),
    _index(Label.DOCUMENT, "year"),
    _index(Label.TASK, "deadline"),
    _index(Label.GOAL, "deadline"),
    _index(Label.TASK, "title", "TEXT INDEX"),
)
