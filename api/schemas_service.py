"""What the REST interface says of questions, of names, of uploads and of itself."""

from typing import Any

from pydantic import BaseModel, Field

from api.schemas import Ref
from graph.model import Method


class ParameterInfo(BaseModel):
    """A parameter of a question."""

    name: str
    type: str
    optional: bool
    default: str | None
    about: str


class QueryInfo(BaseModel):
    """A question of the catalogue. `cypher` runs in Neo4j Browser as it is."""

    name: str = Field(examples=["co-led"])
    title: str = Field(examples=["Tasks an agency co-leads"])
    about: str
    parameters: list[ParameterInfo]
    cypher: str
    url: str


class QueryAnswer(BaseModel):
    """A question's answer; the rows' keys depend on the question."""

    query: str = Field(examples=["co-led"])
    title: str
    parameters: dict[str, Any] = Field(examples=[{"agency": "440000.miit", "year": None}])
    rows: list[dict[str, Any]]
    took_ms: float


class SuggestionItem(BaseModel):
    """A body that a name may mean, and why it was not linked."""

    name: str
    agency_id: str
    score: float
    reason: str


class Resolved(BaseModel):
    """What a name means, or why that can't be said."""

    name: str = Field(examples=["省工信厅"])
    agency: Ref | None
    method: Method
    score: float
    successor: str | None = Field(description="The body that has taken over since")
    reason: str
    suggestions: list[SuggestionItem]


class Changed(BaseModel):
    """Names of what came, went, and stayed with other content."""

    added: list[str]
    removed: list[str]
    changed: list[str]


class LoadedDocument(BaseModel):
    """What was read in an uploaded document, and what it changed in the graph."""

    id: str
    title: str
    outcome: str = Field(examples=["new"], description="new, replaced or unchanged")
    domains: int
    tasks: int
    goals: int
    agencies: int
    collectives: int
    unresolved: list[str]
    unread: int
    warnings: list[str] = Field(default=[], description="What the reader had to leave out of the file.")
    differences: dict[str, Changed]


class Health(BaseModel):
    """Whether the service lives, or can answer."""

    status: str = Field(examples=["ready"])
    documents: int | None = Field(default=None, description="Documents in the graph")
