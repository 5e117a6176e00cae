"""Reconciliation Service API 0.2: matching a table's column of agency names, as OpenRefine does.

It reads the registry only: open to pages of any site, it gives away nothing of the plans in the graph.
"""

import json
from typing import Annotated, Any, Final

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse

from api.judging import current_resolver
from api.problems import NotFound
from api.reconcile.cards import about, card
from api.reconcile.completing import complete
from api.reconcile.matching import AGENCY, BATCH_SIZE, read_batch, reconcile
from api.reconcile.schemas import (
    Manifest,
    PreviewInfo,
    ReconcileResult,
    Suggested,
    SuggestedList,
    SuggestInfo,
    SuggestInfos,
    View,
)
from api.reconcile.setting import PROPERTIES
from api.web.links import agency_url
from api.web.render import framed

router = APIRouter(prefix="/reconcile", tags=["reconcile"])

IDENTIFIERS = "urn:zhize:agency:"
SCHEMA = "https://schema.org/Organization"
WIDTH, HEIGHT = 420, 240
PAGE = 20
SCRIPT = "text/javascript"
_SCRIPTED: Final[dict[int | str, dict[str, Any]]] = {
    200: {"content": {SCRIPT: {"schema": {"type": "string"}}}}
}

Results = dict[str, ReconcileResult]
Callback = Annotated[
    str | None,
    Query(
        max_length=100,
        pattern=r"^[A-Za-z_$][A-Za-z0-9_$.]*$",
        description="A function that the answer is to be passed to (JSONP)",
    ),
]
Prefix = Annotated[str, Query(max_length=200, description="What has been typed", examples=["广东省工"])]
Cursor = Annotated[int, Query(ge=0, le=100_000, description="How many suggestions to skip")]
BATCH = '{"q0": {"query": "省工信厅", "properties": [{"pid": "jurisdiction", "v": "广东省"}]}}'
Batch = Annotated[
    str | None, Query(description="Queries by key, in JSON; the manifest if left out", examples=[BATCH])
]


@router.get(
    "",
    summary="Manifest, or a batch of queries",
    response_model=Manifest | Results,
    responses=_SCRIPTED,
)
def get_reconcile(request: Request, queries: Batch = None, callback: Callback = None) -> Response:
    """What the service offers; or, for `queries`, the bodies that each name may mean."""
    if queries is None:
        return _json(_manifest(request).model_dump(), callback)
    return _json(_answers(queries), callback)


@router.post("", summary="A batch of queries", response_model=Results)
def post_reconcile(queries: Annotated[str, Form(examples=[BATCH])]) -> Response:
    """The bodies that each name may mean, best first; `match` only where the rules for names link it."""
    return _json(_answers(queries))


@router.get("/preview", summary="Preview of an agency", response_class=HTMLResponse)
def preview(
    request: Request, agency: Annotated[str, Query(alias="id", max_length=300, examples=["440000.miit"])]
) -> HTMLResponse:
    """A small page in Chinese: place, kind, other names, from when to when, what became of it."""
    resolver = current_resolver()
    found = resolver.agency(agency)
    if found is None:
        raise NotFound(
            f"The registry has no agency {agency}.", where=agency, advice="Take ids from this service."
        )
    url = str(request.base_url).rstrip("/") + agency_url(found.id)
    return framed("preview.html", {"name": found.name, "url": url, "lines": card(resolver, found)})


@router.get(
    "/suggest/entity", summary="Complete an agency's name", response_model=SuggestedList, responses=_SCRIPTED
)
def suggest_entity(prefix: Prefix = "", cursor: Cursor = 0, callback: Callback = None) -> Response:
    """Agencies that the beginning of a name, any name or an id leads to, likeliest first."""
    resolver = current_resolver()
    ids = complete(resolver, prefix)[cursor : cursor + PAGE]
    agencies = [agency for key in ids if (agency := resolver.agency(key))]
    return _suggest(
        [
            Suggested(
                id=one.id, name=one.name, description=" · ".join(about(resolver, one)), notable=[AGENCY]
            )
            for one in agencies
        ],
        callback,
    )


@router.get(
    "/suggest/property",
    summary="Complete a property's name",
    response_model=SuggestedList,
    responses=_SCRIPTED,
)
def suggest_property(prefix: Prefix = "", cursor: Cursor = 0, callback: Callback = None) -> Response:
    """What a row may say beside the name: the place and the day it was written."""
    known = [Suggested(id=pid, name=name, description=said) for pid, (name, said) in PROPERTIES.items()]
    return _suggest(_begun(known, prefix)[cursor:], callback)


@router.get(
    "/suggest/type", summary="Complete a type's name", response_model=SuggestedList, responses=_SCRIPTED
)
def suggest_type(prefix: Prefix = "", cursor: Cursor = 0, callback: Callback = None) -> Response:
    """There is one type."""
    known = [Suggested(id=AGENCY.id, name=AGENCY.name, description="党政机关、群团组织、企事业单位等")]
    return _suggest(_begun(known, prefix)[cursor:], callback)


def _manifest(request: Request) -> Manifest:
    base = str(request.base_url).rstrip("/")
    endpoint = base + request.app.url_path_for("get_reconcile")
    entity, prop, kind = (
        SuggestInfo(service_url=endpoint, service_path=f"/suggest/{what}")
        for what in ("entity", "property", "type")
    )
    return Manifest(
        versions=["0.2"],
        name="职责图谱：单位名称",
        identifierSpace=IDENTIFIERS,
        schemaSpace=SCHEMA,
        documentation=f"{base}/docs",
        serviceVersion=request.app.version,
        defaultTypes=[AGENCY],
        view=View(url=f"{base}/agency?name={{{{id}}}}"),
        preview=PreviewInfo(url=f"{endpoint}/preview?id={{{{id}}}}", width=WIDTH, height=HEIGHT),
        suggest=SuggestInfos(entity=entity, property=prop, type=kind),
        batchSize=BATCH_SIZE,
    )


def _answers(queries: str) -> dict[str, Any]:
    resolver = current_resolver()
    return {
        key: ReconcileResult(result=reconcile(resolver, query)).model_dump()
        for key, query in read_batch(queries).items()
    }


def _begun(known: list[Suggested], prefix: str) -> list[Suggested]:
    """Those whose id or name begins so, in whatever case."""
    said = prefix.strip().casefold()
    return [one for one in known if any(text.casefold().startswith(said) for text in (one.id, one.name))]


def _suggest(found: list[Suggested], callback: str | None) -> Response:
    return _json(SuggestedList(result=found).model_dump(exclude_none=True), callback)


def _json(content: dict[str, Any], callback: str | None = None) -> Response:
    """The answer as JSON, or as a call of the caller's function."""
    headers = {"X-Content-Type-Options": "nosniff"}
    if callback is None:
        return Response(
            json.dumps(content, ensure_ascii=False), media_type="application/json", headers=headers
        )
    script = f"/**/{callback}({json.dumps(content)});"  # ASCII; the comment keeps it from passing as a file
    return Response(script, media_type=SCRIPT, headers=headers)
