"""Goals."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.names import find_agency, find_jurisdiction
from api.paging import Page
from api.routes.common import Asked, Day, InStore, Pages, PlaceName
from api.schemas import GoalItem

router = APIRouter(prefix="/goals", tags=["goals"])


@router.get("", summary="Goals")
def list_goals(
    store: InStore,
    pages: Pages,
    agency: Asked = None,
    domain: Asked = None,
    document: Asked = None,
    due_from: Annotated[Day | None, Query(examples=["2024-01-01"])] = None,
    due_by: Annotated[Day | None, Query(examples=["2024-12-31"])] = None,
    jurisdiction: PlaceName = None,
) -> Page[GoalItem]:
    """Goals, soonest first, those without a deadline last."""
    place = find_jurisdiction(jurisdiction) if jurisdiction else None
    found = find_agency(store, agency, place) if agency else None
    rows, more = pages.read(
        store, "goals", agency=found, domain=domain, document=document, due_from=due_from, due_by=due_by
    )
    return Page(items=[GoalItem.model_validate(row) for row in rows], next=more)
