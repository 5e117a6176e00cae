"""The records that travel from `ingest` into the graph.

Every record is frozen data. Spans (`start`, `end`) are character offsets into
`Document.text`, end exclusive. Dates are `datetime.date`; an unknown one is None.
Source of the model: design section 3.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What an agency owes a task: 牵头, 负责, 配合, 指导."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    GUIDE = "guide"

    @property
    def relationship(self) -> str:
        """The relationship type that stores this role."""
        return _RELATIONSHIPS[self]


_RELATIONSHIPS = {
    Role.LEAD: "LEADS",
    Role.RESPONSIBLE: "RESPONSIBLE_FOR",
    Role.SUPPORT: "SUPPORTS",
    Role.GUIDE: "GUIDES",
}


class Method(StrEnum):
    """How a written name was matched to a body."""

    EXACT = "exact"
    ALIAS = "alias"
    RENAMED = "renamed"
    EXPANDED = "expanded"
    FUZZY = "fuzzy"
    REVIEWED = "reviewed"
    UNRESOLVED = "unresolved"


class Comparator(StrEnum):
    """How a goal's value is meant: plain, 以上, 以内, 左右, a—b."""

    EQUAL = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    ABOUT = "approx"
    RANGE = "range"


class SuccessionKind(StrEnum):
    """How one body's duties came to another."""

    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    DUTY_MOVED = "duty_moved"


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place of GB/T 2260 (国家 = 000000; the Corps = 990000).

    `level`: national, province, prefecture, county or township.
    `kind`: 省 自治区 直辖市 兵团 副省级市 地级市 自治州 盟 地区 县级市 县 自治县 旗 自治旗 区 新区 师市 …
    """

    code: str
    name: str
    short_name: str
    level: str
    kind: str
    parent: str | None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Succession:
    """`SUCCEEDED_BY`: the body that took over, when and how."""

    successor: str
    on: date | None
    kind: SuccessionKind


@dataclass(frozen=True, slots=True)
class Agency:
    """A body, a class of bodies (`collective`), or a name nobody could resolve (`resolved` false).

    `id` is readable and stable: `440000.miit`; `440000.collective.各地级以上市人民政府`;
    `440000.unresolved.省智慧湾区统筹局`.
    """

    id: str
    name: str
    short_name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    level: str = ""
    jurisdiction: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    resolved: bool = True
    collective: bool = False
    managed_by: str | None = None
    successions: tuple[Succession, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A piece of text that no rule claimed, kept and reported."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """A plan. `issuer` is the name as printed, `issuer_id` its agency; `jurisdiction` a code.

    `addressees`: to whom it is sent, as printed. `warnings`: what the reader had to leave out of the file
    (a scanned page, a hidden sheet), for people.
    """

    id: str
    title: str
    number: str | None
    issuer: str | None
    issuer_id: str | None
    issued_on: date | None
    year: int | None
    jurisdiction: str | None
    source: str
    sha256: str
    text: str
    addressees: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Domain:
    """A section that holds tasks. `number` as printed (一, 第二章); `level` 1 is outermost."""

    id: str
    number: str | None
    name: str
    ordinal: int
    level: int
    parent: str | None


@dataclass(frozen=True, slots=True)
class Task:
    """One item of work. `number` as printed; `ordinal` its place in the document, from 1.

    `clause` holds the responsibility clauses as written, joined by a line break; `open` is true
    where 等 leaves a list of agencies unfinished; `domain` is None for a task right in the document.
    """

    id: str
    number: str | None
    title: str
    text: str
    ordinal: int
    domain: str | None
    clause: str | None
    open: bool
    deadline: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Goal:
    """A target. `task` is None for a goal of the whole document. `value` in `unit`, 万/亿 multiplied out."""

    id: str
    task: str | None
    statement: str
    about: str | None
    value: float | None
    value_max: float | None
    unit: str | None
    comparator: Comparator | None
    deadline: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Responsibility:
    """An agency's edge to a task, with its evidence.

    `position` counts from 1 within the task, in the order written. `mention` is the name with its
    shared prefix and suffix restored, `wording` the role words as written, `scope` the part of the
    task meant, if said. `start`, `end` show where the name stands.
    """

    agency: str
    task: str
    role: Role
    position: int
    mention: str
    wording: str
    scope: str | None
    start: int
    end: int
    method: Method
    score: float


@dataclass(frozen=True, slots=True)
class Plan:
    """One document, read whole: all that the writer puts into the graph in one transaction.

    `jurisdictions` and `agencies` hold every one that the plan refers to, parents, managers,
    successors and members included. Goals and responsibilities stand in the order of their tasks,
    the document's own goals first; a long plan's are held packed, so these are sequences of any kind.
    """

    document: Document
    jurisdictions: tuple[Jurisdiction, ...]
    agencies: tuple[Agency, ...]
    domains: tuple[Domain, ...]
    tasks: Sequence[Task]
    goals: Sequence[Goal]
    responsibilities: Sequence[Responsibility]
    unread: tuple[Unread, ...]
