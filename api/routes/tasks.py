"""Tasks, and the responsibility chain of one."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.paging import Page
from api.routes.common import ROLES, Asked, InStore, Pages, Words, Year, read_one, with_roles
from api.schemas import Chain, ChainLink, Evidence, Ref, TaskDetail, TaskItem

router = APIRouter(prefix="/tasks", tags=["tasks"])
TaskId = Annotated[str, Path(min_length=1, max_length=300, examples=["440000-2024-59819c81.9"])]


@router.get("", summary="Tasks")
def list_tasks(
    store: InStore,
    pages: Pages,
    document: Asked = None,
    domain: Asked = None,
    year: Year = None,
    q: Words = None,
) -> Page[TaskItem]:
    """Tasks in the order of their documents; `document` and `domain` by id or words of their names."""
    rows, more = pages.read(store, "tasks", document=document, domain=domain, year=year, words=q)
    return Page(items=[TaskItem.model_validate(with_roles(row)) for row in rows], next=more)


@router.get("/{task}", summary="One task")
def get_task(store: InStore, task: TaskId) -> TaskDetail:
    """A task with its text, its clause as written, its agencies and goals."""
    return TaskDetail.model_validate(with_roles(read_one(store, "task", "task", task)))


@router.get("/{task}/chain", summary="Responsibility chain of a task")
def get_chain(store: InStore, task: TaskId) -> Chain:
    """Issuer, document, domains from the outside in, task, goals, and the agencies in role and order."""
    row = read_one(store, "task", "task", task)
    document = row["document"] | {"number": row["document_number"], "issued_on": row["issued_on"]}
    agencies = [
        ChainLink(
            role=ROLES[part["role"]],
            agency=Ref.model_validate(part),
            position=part["position"],
            resolved=part["resolved"],
            collective=part["collective"],
            evidence=Evidence.model_validate(part),
        )
        for part in row["agencies"]
    ]
    return Chain.model_validate(
        row
        | {
            "task": row,
            "document": document,
            "agencies": agencies,
            "domains": [*row["outer"], *([row["domain"]] if row["domain"] else [])],
        }
    )
