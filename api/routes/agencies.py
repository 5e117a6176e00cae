"""Agencies, their tasks and their partners. An agency is given by id or by any of its names."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.ask import AskedRole, ask
from api.paging import Page
from api.routes.common import AskedAgency, InStore, Pages, PlaceName, Words, Year, read_one, with_roles
from api.schemas import AgencyDetail, AgencyItem, AgencyTask, PartnerItem
from queries.catalogue import load_catalogue

router = APIRouter(prefix="/agencies", tags=["agencies"])


@router.get("", summary="Agencies of the graph")
def list_agencies(
    store: InStore,
    pages: Pages,
    q: Words = None,
    jurisdiction: PlaceName = None,
    resolved: Annotated[
        bool | None, Query(description="true: known bodies; false: names nobody could resolve")
    ] = None,
) -> Page[AgencyItem]:
    """Bodies, classes of bodies and unresolved names, in the order of their ids."""
    said = None if resolved is None else str(resolved).lower()
    rows, more = pages.read(store, "agencies", words=q, jurisdiction=jurisdiction, resolved=said)
    return Page(items=[AgencyItem.model_validate(row) for row in rows], next=more)


@router.get("/{agency}", summary="One agency")
def get_agency(store: InStore, agency: AskedAgency) -> AgencyDetail:
    """What the agency comes from, became, belongs to, and how much it carries under this name."""
    return AgencyDetail.model_validate(read_one(store, "agency", "agency", agency))


@router.get("/{agency}/tasks", summary="Tasks of an agency")
def list_agency_tasks(
    store: InStore,
    pages: Pages,
    agency: AskedAgency,
    role: Annotated[AskedRole | None, Query(examples=["co-lead"])] = None,
    year: Year = None,
) -> Page[AgencyTask]:
    """Tasks it has a part in, under its earlier names too, and those of a class it belongs to (`via`)."""
    rows, more = pages.read(store, "agency-tasks", agency=agency, role=role, year=year)
    return Page(items=[AgencyTask.model_validate(with_roles(row)) for row in rows], next=more)


@router.get("/{agency}/partners", summary="Partners of an agency")
def list_partners(store: InStore, pages: Pages, agency: AskedAgency, year: Year = None) -> Page[PartnerItem]:
    """Who shares tasks with it, most tasks first, and who leads them."""
    arguments = {"agency": agency} | ({"year": str(year)} if year else {})
    rows, more = pages.cut(
        ask(store, load_catalogue()["partners"], arguments).rows, lambda row: str(row["agency_id"])
    )
    items = [row | {"agency": {"id": row["agency_id"], "name": row["agency"]}} for row in rows]
    return Page(items=[PartnerItem.model_validate(item) for item in items], next=more)
