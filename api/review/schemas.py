"""What the REST interface says of names under review."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from api.schemas import DocumentRef, Place, Ref
from api.schemas_service import SuggestionItem
from ingest.agencies.judgements import Verdict

NAME, INDUSTRY = "省智慧湾区统筹局", "440000.miit"
Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class FirstPlace(BaseModel):
    """The first place that a name stands in; `task` is null where it only issued the document."""

    document: DocumentRef
    task: str | None = Field(examples=["440000-2024-59819c81.9"])
    item: str | None = Field(examples=["九"])
    title: str | None = Field(examples=["加强数字领域核心技术突破"])
    role: str = Field(examples=["lead"], description="lead, responsible, support, guide or issuer")
    start: int | None
    end: int | None


class JudgementItem(BaseModel):
    """What a person said of a name, who, when and why."""

    verdict: Verdict
    agency_id: str | None = Field(examples=[INDUSTRY])
    who: str = Field(examples=["王芳"])
    when: datetime = Field(examples=["2024-05-10T08:30:00Z"])
    why: str = Field(examples=["见三定规定"])


class ReviewItem(BaseModel):
    """A name that no body was found for."""

    id: str = Field(examples=[f"440000.unresolved.{NAME}"])
    name: str = Field(examples=[NAME])
    jurisdiction: Place | None = Field(description="The place whose documents have the name")
    tasks: int = Field(description="How many tasks it stands in")
    issued: int = Field(description="How many documents it issued")
    first: FirstPlace
    judgement: JudgementItem | None = Field(description="The last word on it, where one stands")


class LinkItem(BaseModel):
    """A body that the name leads to now."""

    agency: Ref
    resolved: bool
    method: str | None = Field(examples=["unresolved"])
    score: float | None
    times: int


class SentenceItem(BaseModel):
    """A sentence that the name stands in."""

    document: DocumentRef
    role: str = Field(examples=["support"])
    text: str = Field(examples=["（省工业和信息化厅牵头，省智慧湾区统筹局配合）"])
    task: str | None
    item: str | None
    title: str | None
    start: int | None
    end: int | None


class ReviewDetail(BaseModel):
    """All that a person needs to judge a name."""

    name: str = Field(examples=[NAME])
    jurisdiction: Place | None
    reason: str = Field(description="Why the rules decide as they do")
    candidates: list[SuggestionItem] = Field(description="Best first")
    links: list[LinkItem]
    judgements: list[JudgementItem] = Field(description="Every one, the last at the end")
    sentences: list[SentenceItem] = Field(description="The first of them")
    times: int = Field(description="How often the name stands in plans of the place")


class Judging(BaseModel):
    """A verdict on a name. `agency` (an id or any name) is needed for `same` and `different`."""

    name: Said = Field(examples=[NAME])
    verdict: Literal["same", "different", "unsure"] = Field(examples=["same"])
    agency: Said | None = Field(default=None, examples=[INDUSTRY])
    jurisdiction: Said | None = Field(
        default=None,
        examples=["广东省"],
        description="Needed where the name stands in plans of several places",
    )
    who: Said = Field(examples=["王芳"])
    why: str = Field(default="", max_length=1000, examples=["见三定规定"])


class Judged(BaseModel):
    """What became of a verdict."""

    name: str = Field(examples=[NAME])
    jurisdiction: Place | None
    judgement: JudgementItem
    agency: Ref | None = Field(description="The body that the name means from now on; null where unresolved")
    method: str = Field(examples=["reviewed"])
    responsibilities: int = Field(description="How many were linked anew")
    documents: int = Field(description="In how many documents")
