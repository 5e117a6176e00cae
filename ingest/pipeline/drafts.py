"""What reading decides before anything gets an id: sections and tasks, with their clauses."""

from dataclasses import dataclass, field

from graph.model import Unread
from ingest.records import Clause, Span


@dataclass(slots=True, eq=False)
class Section:
    """A section that holds tasks. `clauses`: those in its heading, which serve every task below."""

    number: str | None
    name: str
    parent: "Section | None"
    clauses: tuple[Clause, ...] = ()

    @property
    def level(self) -> int:
        """1 for an outermost section."""
        return 1 if self.parent is None else self.parent.level + 1


@dataclass(slots=True)
class Item:
    """A task. `aims`: the spans in which its goals stand. `due`: its 完成时限 line or cell."""

    number: str | None
    value: int | None
    title: str
    section: Section | None
    start: int
    end: int
    aims: tuple[Span, ...]
    clauses: tuple[Clause, ...]
    due: Span | None = None


@dataclass(slots=True)
class Draft:
    """A plan's items, in text order. `aims`: spans whose goals are the whole document's.

    `loose`: clauses outside any task; their conventions and notes count, their agencies don't.
    """

    items: list[Item] = field(default_factory=list)
    aims: list[Span] = field(default_factory=list)
    loose: list[Clause] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
