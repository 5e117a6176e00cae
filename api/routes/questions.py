"""The catalogue's questions, paths between agencies, and the meaning of names."""

from dataclasses import asdict
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request

from api.ask import ask
from api.judging import current_resolver
from api.names import find_jurisdiction
from api.paging import Page
from api.problems import NotFound
from api.routes.common import Day, InStore, Pages, PlaceName
from api.schemas import PathItem, Ref
from api.schemas_service import ParameterInfo, QueryAnswer, QueryInfo, Resolved, SuggestionItem
from queries.catalogue import Query as Question
from queries.catalogue import load_catalogue

router = APIRouter()
Name = Annotated[str, Query(min_length=1, max_length=200, examples=["省工信厅"])]


@router.get("/chains", tags=["agencies"], summary="Paths of responsibility between two agencies")
def list_chains(
    store: InStore,
    pages: Pages,
    start: Annotated[str, Query(alias="from", min_length=1, max_length=200, examples=["科学技术厅"])],
    end: Annotated[str, Query(alias="to", min_length=1, max_length=200, examples=["公安厅"])],
    jurisdiction: PlaceName = None,
) -> Page[PathItem]:
    """The shortest ways from one agency to the other through the tasks that agencies share."""
    arguments = {"from": start, "to": end} | ({"jurisdiction": jurisdiction} if jurisdiction else {})
    found = ask(store, load_catalogue()["path"], arguments).rows
    rows, more = pages.cut(found, lambda row: "|".join(stop["id"] for stop in row["stops"]))
    return Page(items=[PathItem.model_validate(row | {"steps": row["evidence"]}) for row in rows], next=more)


@router.get("/queries", tags=["queries"], summary="Questions of the catalogue")
def list_queries(request: Request) -> Page[QueryInfo]:
    """Every question with its parameters and its Cypher."""
    return Page(items=[_info(request, question) for question in load_catalogue()], next=None)


@router.get(
    "/queries/{name}",
    tags=["queries"],
    summary="Ask a question",
    openapi_extra={
        "parameters": [
            {
                "name": "parameters",
                "in": "query",
                "style": "form",
                "explode": True,
                "description": "The question's own parameters, one each, as `/queries` lists them",
                "schema": {"type": "object", "additionalProperties": {"type": "string"}},
                "example": {"agency": "工业和信息化厅"},
            }
        ]
    },
)
def run_query(
    store: InStore, request: Request, name: Annotated[str, Path(max_length=60, examples=["co-led"])]
) -> QueryAnswer:
    """Answer one question; what is left out of its parameters takes its default."""
    catalogue = load_catalogue()
    if name not in catalogue:
        known = ", ".join(question.name for question in catalogue)
        raise NotFound(f"There is no question {name}.", where=name, advice=f"There are: {known}.")
    answer = ask(store, catalogue[name], dict(request.query_params))
    return QueryAnswer(title=catalogue[name].title, **asdict(answer))


@router.get("/resolve", tags=["agencies"], summary="What a name means")
def resolve(
    name: Name,
    jurisdiction: PlaceName = None,
    as_of: Annotated[Day | None, Query(description="The day it was written; today if left out")] = None,
) -> Resolved:
    """The body that a name means in a document of a place, or why that can't be said, with suggestions."""
    place = find_jurisdiction(jurisdiction) if jurisdiction else None
    found = current_resolver().resolve(name, place, as_of)
    return Resolved(
        name=name,
        agency=Ref(id=found.agency.id, name=found.agency.name) if found.agency else None,
        method=found.method,
        score=found.score,
        successor=found.successor,
        reason=found.reason,
        suggestions=[SuggestionItem(**asdict(suggestion)) for suggestion in found.suggestions],
    )


def _info(request: Request, question: Question) -> QueryInfo:
    parameters = [ParameterInfo(**asdict(parameter)) for parameter in question.parameters]
    url = f"{request.url_for('list_queries')}/{quote(question.name)}"
    return QueryInfo(
        name=question.name,
        title=question.title,
        about=question.about,
        parameters=parameters,
        cypher=question.cypher,
        url=url,
    )
