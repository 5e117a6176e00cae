"""What the reconciliation service takes and answers (Reconciliation Service API 0.2)."""

from typing import Literal

from pydantic import BaseModel, Field, PositiveInt


class EntityValue(BaseModel):
    """A property's value that was itself reconciled before."""

    id: str
    name: str | None = None


Value = str | bool | float | EntityValue


class PropertyValue(BaseModel):
    """What a row says beside the name: the place or the day it was written."""

    pid: str
    v: Value | list[Value]


class ReconcileQuery(BaseModel):
    """One name to match."""

    query: str | None = None
    type: str | list[str] | None = None
    limit: PositiveInt | None = None
    properties: list[PropertyValue] | None = None
    type_strict: Literal["any", "should", "all"] | None = None


class TypeRef(BaseModel):
    """A type of entity."""

    id: str = Field(examples=["Agency"])
    name: str = Field(examples=["单位"])


class Feature(BaseModel):
    """A fact that speaks for or against a candidate."""

    id: str = Field(examples=["name_likeness"])
    value: bool | float = Field(examples=[83.3])


class Candidate(BaseModel):
    """A body that a name may mean. `match`: the rules for names link it; a person needn't choose."""

    id: str = Field(examples=["440000.miit"])
    name: str = Field(examples=["广东省工业和信息化厅"])
    description: str = Field(examples=["广东省 · 政府组成部门 · 简称省工业信息化厅"])
    type: list[TypeRef]
    score: float = Field(ge=0, le=100, examples=[98.0])
    features: list[Feature]
    match: bool


class ReconcileResult(BaseModel):
    """The candidates for one name, best first."""

    result: list[Candidate]


class View(BaseModel):
    """Where a person reads about an entity; `{{id}}` stands for its id."""

    url: str


class PreviewInfo(View):
    """Where its preview is, and the preview's size in pixels."""

    width: int
    height: int


class SuggestInfo(BaseModel):
    """Where completions are: the two joined."""

    service_url: str
    service_path: str


class SuggestInfos(BaseModel):
    """Where completions of each sort are."""

    entity: SuggestInfo
    property: SuggestInfo
    type: SuggestInfo


class Manifest(BaseModel):
    """What the service is and offers."""

    versions: list[str] = Field(examples=[["0.2"]])
    name: str
    identifierSpace: str  # noqa: N815  # the specification's spelling, here and below
    schemaSpace: str  # noqa: N815
    documentation: str
    serviceVersion: str  # noqa: N815
    defaultTypes: list[TypeRef]  # noqa: N815
    view: View
    preview: PreviewInfo
    suggest: SuggestInfos
    batchSize: int  # noqa: N815


class Suggested(BaseModel):
    """An entity, property or type that begins as asked. `notable`: an entity's types."""

    id: str = Field(examples=["440000.miit"])
    name: str = Field(examples=["广东省工业和信息化厅"])
    description: str
    notable: list[TypeRef] | None = None


class SuggestedList(BaseModel):
    """What begins as asked, best first."""

    result: list[Suggested]
