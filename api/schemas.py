"""What the REST interface answers with."""

from datetime import date
from typing import Any

from pydantic import BaseModel, Field

from graph.model import Comparator, Method, Role, SuccessionKind


class Ref(BaseModel):
    """A body by id and name."""

    id: str = Field(examples=["440000.miit"])
    name: str = Field(examples=["广东省工业和信息化厅"])


class DocumentRef(BaseModel):
    """A document by id and title."""

    id: str = Field(examples=["440000-2024-59819c81"])
    title: str = Field(examples=["数字广东建设2024年工作要点"])


class DomainRef(BaseModel):
    """A domain by id, number as printed and name."""

    id: str = Field(examples=["440000-2024-59819c81.d3"])
    number: str | None = Field(examples=["三"])
    name: str = Field(examples=["实施创新驱动发展战略"])


class TaskRef(BaseModel):
    """A task by id, number as printed and title."""

    id: str = Field(examples=["440000-2024-59819c81.9"])
    number: str | None = Field(examples=["九"])
    title: str = Field(examples=["加强数字领域核心技术突破"])


class Place(BaseModel):
    """A jurisdiction by GB/T 2260 code."""

    code: str = Field(examples=["440000"])
    name: str = Field(examples=["广东省"])


class Evidence(BaseModel):
    """Where a name stands in the document's text, how it was matched, and how surely."""

    mention: str = Field(examples=["省工业和信息化厅"])
    wording: str = Field(examples=["牵头"])
    scope: str | None = Field(default=None, description="The part of the task meant, if said")
    start: int = Field(examples=[1204], description="First character in the document's text")
    end: int = Field(examples=[1212], description="One past the last character")
    method: Method
    score: float = Field(ge=0, le=1, examples=[0.98])


class Part(Ref, Evidence):
    """An agency's part in a task, with its evidence."""

    resolved: bool = Field(description="False for a name that no body was found for")
    collective: bool = Field(description="True for a class of bodies (各地级以上市人民政府)")
    position: int = Field(ge=1, description="Its place in the clause, from 1")


class TaskItem(TaskRef):
    """A task and who is responsible for it, in the order written."""

    document: DocumentRef
    domain: DomainRef | None
    deadline: date | None
    open: bool = Field(description="等 leaves the list of agencies unfinished")
    leads: list[Part]
    responsible: list[Part]
    supports: list[Part]
    guides: list[Part]


class OwnPart(BaseModel):
    """The asked agency's part. `via`: the class or the earlier name it has it through."""

    role: Role
    via: str | None


class AgencyTask(TaskItem):
    """A task of one agency, with that agency's own part in it."""

    own: list[OwnPart]


class GoalFields(BaseModel):
    """What is to be reached. `value` in `unit`, 万 and 亿 multiplied out."""

    id: str = Field(examples=["440000-2024-59819c81.14.g2"])
    statement: str = Field(examples=["累计推动4万家规模以上工业企业数字化转型"])
    about: str | None
    value: float | None = Field(examples=[40000])
    value_max: float | None
    unit: str | None = Field(examples=["家"])
    comparator: Comparator | None
    deadline: date | None
    start: int
    end: int


class GoalItem(GoalFields):
    """A goal, its task (null for a goal of the whole document) and who leads it."""

    document: DocumentRef
    task: TaskRef | None
    leads: list[Ref]


class TaskDetail(TaskItem):
    """A task with its text, the clause as written, and its goals."""

    text: str
    clause: str | None
    start: int
    end: int
    goals: list[GoalFields]


class ChainLink(BaseModel):
    """One agency of the chain, in the order written."""

    role: Role
    agency: Ref
    position: int
    resolved: bool
    collective: bool
    evidence: Evidence


class ChainDocument(DocumentRef):
    """The document at the head of a chain."""

    number: str | None
    issued_on: date | None


class Chain(BaseModel):
    """A task's whole responsibility chain: issuer, document, domains from the outside in, goals, agencies."""

    task: TaskRef
    issuer: Ref | None
    issued_by: str | None = Field(description="The issuer as printed")
    document: ChainDocument
    domains: list[DomainRef]
    goals: list[GoalFields]
    agencies: list[ChainLink]
    clause: str | None
    open: bool


class DomainItem(DomainRef):
    """A section of a plan."""

    level: int = Field(description="1 is outermost")
    parent: str | None
    document: DocumentRef
    tasks: int = Field(description="Tasks in it, inner sections included")


class DocumentItem(DocumentRef):
    """A plan."""

    number: str | None = Field(examples=["粤政数〔2024〕1号"])
    issuer: Ref | None
    issued_by: str | None = Field(description="The issuer as printed")
    issued_on: date | None
    year: int | None
    jurisdiction: str | None = Field(examples=["440000"])
    source: str | None
    tasks: int


class DocumentListed(DocumentItem):
    """A plan in a list. `unread`: how many pieces of text no rule claimed; `warnings`: how many."""

    unread: int
    warnings: int


class UnreadPiece(BaseModel):
    """A piece of text that no rule claimed."""

    start: int
    end: int
    text: str
    reason: str


class DocumentDetail(DocumentItem):
    """A plan with its text and what of it was not understood."""

    sha256: str
    text: str
    addressees: list[str]
    warnings: list[str] = Field(description="What the reader had to leave out of the file.")
    unread: list[UnreadPiece]


class AgencyItem(Ref):
    """A body, a class of bodies, or a name nobody could resolve."""

    short_name: str
    aliases: list[str]
    kind: str
    level: str
    jurisdiction: Place | None
    valid_from: date | None
    valid_to: date | None
    resolved: bool
    collective: bool


class SuccessionRef(Ref):
    """The body before or after, when and how."""

    on: date | None
    kind: SuccessionKind


class TaskCounts(BaseModel):
    """How many tasks under this very name, by role."""

    lead: int
    responsible: int
    support: int
    guide: int


class AgencyDetail(AgencyItem):
    """An agency with what it comes from, became, belongs to, and carries."""

    managed_by: Ref | None
    predecessors: list[SuccessionRef]
    successors: list[SuccessionRef]
    collectives: list[Ref]
    members: list[Ref]
    tasks: TaskCounts


class SharedTask(BaseModel):
    """A task that two agencies share. `evidence` shows the partner's part."""

    task: str
    item: str | None
    title: str
    own_role: Role
    role: Role
    evidence: dict[str, Any]


class PartnerItem(BaseModel):
    """An agency that shares tasks with the asked one."""

    agency: Ref
    tasks: int = Field(description="How many tasks they share")
    both_lead: int
    asked_leads: int = Field(description="Tasks the asked agency leads without the partner")
    partner_leads: int = Field(description="Tasks the partner leads without the asked agency")
    shared: list[SharedTask]


class Stop(Ref):
    """An agency or a task on a path."""

    item: str | None
    task: bool


class Step(BaseModel):
    """What binds two stops: the role, `member` of a class or `successor`, with its evidence."""

    role: str
    document: str | None
    title: str | None
    item: str | None
    task: str | None
    mention: str | None
    wording: str | None
    start: int | None
    end: int | None
    method: str | None
    score: float | None


class PathItem(BaseModel):
    """A shortest path between two agencies: `steps[i]` binds `stops[i]` and `stops[i+1]`."""

    tasks_between: int
    route: list[str]
    stops: list[Stop]
    steps: list[Step]
