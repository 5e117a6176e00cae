"""What review answers programs with, over REST and with `--json`."""

from dataclasses import asdict

from api.review.model import ROLES, Applied, Shown, Waiting
from api.review.schemas import (
    FirstPlace,
    Judged,
    JudgementItem,
    LinkItem,
    ReviewDetail,
    ReviewItem,
    SentenceItem,
)
from api.schemas import DocumentRef, Place, Ref
from api.schemas_service import SuggestionItem
from graph.model import Jurisdiction
from ingest.agencies.judgements import Judgement


def item_of(waiting: Waiting) -> ReviewItem:
    """A name in the list."""
    row = waiting.row
    first = FirstPlace.model_validate({**row["first"], "role": ROLES[row["first"]["role"]]})
    said = _judgement(waiting.judgement) if waiting.judgement else None
    return ReviewItem.model_validate({**row, "first": first, "judgement": said})


def detail_of(shown: Shown) -> ReviewDetail:
    """One name with all about it."""
    links = [
        LinkItem(
            agency=Ref(id=link.agency_id, name=link.name),
            resolved=link.resolved,
            method=link.method,
            score=link.score,
            times=link.times,
        )
        for link in shown.links
    ]
    sentences = [
        SentenceItem(**asdict(one) | {"document": DocumentRef(id=one.document, title=one.document_title)})
        for one in shown.sentences
    ]
    return ReviewDetail(
        name=shown.name,
        jurisdiction=_place(shown.place),
        reason=shown.reason,
        candidates=[SuggestionItem(**asdict(candidate)) for candidate in shown.candidates],
        links=links,
        judgements=[_judgement(judgement) for judgement in shown.judgements],
        sentences=sentences,
        times=shown.times,
    )


def judged_of(applied: Applied) -> Judged:
    """What became of a verdict."""
    agency = applied.now.agency
    return Judged(
        name=applied.judgement.mention,
        jurisdiction=_place(applied.place),
        judgement=_judgement(applied.judgement),
        agency=Ref(id=agency.id, name=agency.name) if agency else None,
        method=applied.now.method,
        responsibilities=applied.moved.responsibilities,
        documents=applied.moved.documents,
    )


def _judgement(judgement: Judgement) -> JudgementItem:
    return JudgementItem.model_validate(judgement, from_attributes=True)


def _place(place: Jurisdiction | None) -> Place | None:
    return Place(code=place.code, name=place.name) if place else None
