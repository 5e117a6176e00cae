"""Documents, their domains, and the upload of a plan."""

from dataclasses import asdict
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Request, Response, UploadFile, status

from api.loading import Loaded, load_bytes
from api.paging import Page
from api.problems import Unsupported
from api.routes.common import Asked, InStore, Pages, Year, read_one
from api.schemas import DocumentDetail, DocumentListed, DomainItem
from api.schemas_service import LoadedDocument
from graph.difference import Outcome

router = APIRouter(tags=["documents"])
CHANGES = ("domains", "tasks", "goals", "responsibilities", "agencies")


def _check_form(request: Request) -> None:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise Unsupported(
            "An upload is multipart/form-data.",
            where="Content-Type",
            advice="Send the plan as the part `file`.",
        )


@router.get("/documents", summary="Documents")
def list_documents(store: InStore, pages: Pages, year: Year = None) -> Page[DocumentListed]:
    """Plans in the graph, newest first."""
    rows, more = pages.read(store, "documents", year=year)
    return Page(items=[DocumentListed.model_validate(row) for row in rows], next=more)


@router.get("/documents/{document}", summary="One document")
def get_document(
    store: InStore,
    document: Annotated[str, Path(min_length=1, max_length=300, examples=["440000-2024-59819c81"])],
) -> DocumentDetail:
    """A plan with its text and what of it no rule claimed. Spans elsewhere point into `text`."""
    row = read_one(store, "document", "document", document)
    return DocumentDetail.model_validate(row | {"unread": _unread(row)})


@router.post(
    "/documents",
    summary="Upload a plan",
    status_code=status.HTTP_201_CREATED,
    responses={200: {"model": LoadedDocument, "description": "The graph held just this already"}},
    dependencies=[Depends(_check_form)],
)
def upload_document(store: InStore, request: Request, response: Response, file: UploadFile) -> LoadedDocument:
    """Read a plan (txt, html, docx, pdf, xlsx, csv) and write it, whole or not at all; says what was read.

    A corrected edition of a document replaces the one before.
    """
    loaded = load_bytes(store, file.file.read(), file.filename or "upload")
    if loaded.difference.outcome is Outcome.UNCHANGED:
        response.status_code = status.HTTP_200_OK
    response.headers["Location"] = f"{request.url_for('list_documents')}/{quote(loaded.document)}"
    return _report(loaded)


@router.get("/domains", summary="Domains")
def list_domains(store: InStore, pages: Pages, document: Asked = None) -> Page[DomainItem]:
    """Sections that hold tasks, in the order of their documents; `document` by id or words of its title."""
    rows, more = pages.read(store, "domains", document=document)
    return Page(items=[DomainItem.model_validate(row) for row in rows], next=more)


def _unread(row: dict[str, Any]) -> list[dict[str, Any]]:
    pieces = zip(row["unread_start"] or [], row["unread_end"] or [], row["unread_reason"] or [], strict=True)
    return [
        {"start": start, "end": end, "text": row["text"][start:end], "reason": reason}
        for start, end, reason in pieces
    ]


def _report(loaded: Loaded) -> LoadedDocument:
    difference = asdict(loaded.difference)
    return LoadedDocument(
        id=loaded.document,
        title=loaded.title,
        outcome=loaded.difference.outcome,
        domains=loaded.domains,
        tasks=loaded.tasks,
        goals=loaded.goals,
        agencies=len(loaded.agencies),
        collectives=len(loaded.collectives),
        unresolved=sorted(loaded.unresolved),
        unread=loaded.unread,
        warnings=list(loaded.warnings),
        differences={name: difference[name] for name in CHANGES},
    )
