"""What the routes share."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Path, Query, Request
from pydantic import BeforeValidator
from starlette.routing import compile_path

from api.ask import BadParameter
from api.names import find_agency, find_jurisdiction
from api.paging import Pager
from api.problems import NotFound
from api.schemas import Part
from graph.model import Role
from graph.store import Store
from queries.catalogue import LISTS, load_catalogue

ROLE_FIELDS = {
    Role.LEAD: "leads",
    Role.RESPONSIBLE: "responsible",
    Role.SUPPORT: "supports",
    Role.GUIDE: "guides",
}
ROLES = {role.relationship: role for role in Role}


def _written_out(value: object) -> object:
    """Only year-month-day: a bare number would be taken for seconds since 1970."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("a day is written as 2024-12-31")
    return value


Day = Annotated[date, BeforeValidator(_written_out)]
Pages = Annotated[Pager, Depends()]
Year = Annotated[int | None, Query(ge=1900, le=2200, description="Only plans of this year", examples=[2024])]
Words = Annotated[str | None, Query(min_length=1, max_length=100, description="Only those that contain this")]
Asked = Annotated[str | None, Query(min_length=1, max_length=200)]
PlaceName = Annotated[
    str | None,
    Query(
        min_length=1,
        max_length=60,
        description="The place that names are understood at; else those whose plans are in the graph",
        examples=["广东省"],
    ),
]


def get_store(request: Request) -> Store:
    """The application's store."""
    store: Store = request.app.state.store
    return store


InStore = Annotated[Store, Depends(get_store)]


def only_described(request: Request) -> None:
    """Refuse a parameter that the route's description doesn't have: a filter overlooked answers wrongly.

    A route that takes parameters of any name, described as an object, checks them itself.

    Raises:
        BadParameter: There is one.
    """
    described = [told for told in _operation(request).get("parameters", []) if told["in"] == "query"]
    if any(told["schema"].get("type") == "object" for told in described):
        return
    known = [told["name"] for told in described]
    for name in request.query_params:
        if name not in known:
            advice = f"It takes: {', '.join(known) or 'none'}."
            raise BadParameter("There is no such parameter here.", where=name, advice=advice)


def _operation(request: Request) -> dict[str, Any]:
    """What the OpenAPI document says of the request's route."""
    method, here = request.method.lower(), request.url.path
    told: Iterable[tuple[str, dict[str, dict[str, Any]]]] = request.app.openapi()["paths"].items()
    return next(
        methods[method] for path, methods in told if method in methods and compile_path(path)[0].match(here)
    )


def asked_agency(
    store: InStore,
    agency: Annotated[
        str,
        Path(
            min_length=1,
            max_length=200,
            description="An id, or any name the agency goes by",
            examples=["工业和信息化厅"],
        ),
    ],
    jurisdiction: PlaceName = None,
) -> str:
    """The id of the agency in the path."""
    return find_agency(store, agency, find_jurisdiction(jurisdiction) if jurisdiction else None)


AskedAgency = Annotated[str, Depends(asked_agency)]


def read_one(store: Store, name: str, what: str, key: str) -> dict[str, Any]:
    """The one row that a list query `name` has for the id `key` of a `what`.

    Raises:
        NotFound: There is none.
    """
    rows = store.read(load_catalogue(LISTS)[name].cypher, {what: key})
    if not rows:
        raise NotFound(f"There is no {what} {key}.", where=key, advice=f"See the list of {what}s.")
    return rows[0]


def with_roles(row: Mapping[str, Any]) -> dict[str, Any]:
    """A task's row with its agencies sorted into leads, responsible, supports and guides."""
    sorted_in: dict[str, list[Part]] = {field: [] for field in ROLE_FIELDS.values()}
    for part in row["agencies"]:
        sorted_in[ROLE_FIELDS[ROLES[part["role"]]]].append(Part.model_validate(part))
    return {**row, **sorted_in}
