"""Review: names that no body was found for, and what people say of them."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, status

from api.names import find_jurisdiction
from api.paging import Page
from api.review import Ruling, judge, show, undo, with_judgements
from api.review.answers import detail_of, item_of, judged_of
from api.review.schemas import NAME, Judged, Judging, ReviewDetail, ReviewItem
from api.routes.common import InStore, Pages, PlaceName
from ingest.agencies.judgements import Verdict

router = APIRouter(prefix="/review", tags=["review"])
Reviewed = Annotated[str, Path(min_length=1, max_length=200, description="As written", examples=[NAME])]


@router.get("", summary="Names for review")
def list_names(store: InStore, pages: Pages, jurisdiction: PlaceName = None) -> Page[ReviewItem]:
    """Names that no body was found for, those with most tasks first."""
    code = find_jurisdiction(jurisdiction).code if jurisdiction else None
    rows, more = pages.read(store, "review", jurisdiction=code)
    return Page(items=[item_of(waiting) for waiting in with_judgements(rows)], next=more)


@router.get("/{name}", summary="One name under review")
def get_name(store: InStore, name: Reviewed, jurisdiction: PlaceName = None) -> ReviewDetail:
    """A name with ranked candidates and why none was chosen, what was judged, and where it stands."""
    return detail_of(show(store, name, jurisdiction))


@router.post("", summary="Judge a name", status_code=status.HTTP_201_CREATED)
def judge_name(store: InStore, said: Judging) -> Judged:
    """Keep a verdict and link the graph anew at once; it wins over every rule from now on."""
    ruling = Ruling(said.name, Verdict(said.verdict), said.who, said.why, said.agency, said.jurisdiction)
    return judged_of(judge(store, ruling))


@router.delete("/{name}", summary="Take a judgement back")
def undo_name(
    store: InStore,
    name: Reviewed,
    who: Annotated[str, Query(min_length=1, max_length=200, examples=["王芳"])],
    why: Annotated[str, Query(max_length=1000)] = "",
    jurisdiction: PlaceName = None,
) -> Judged:
    """Let the rules decide again. What was said stays in the file, with who took it back."""
    return judged_of(undo(store, Ruling(name, Verdict.WITHDRAWN, who, why, jurisdiction=jurisdiction)))
