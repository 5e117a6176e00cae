"""The service: REST under `/api/v1`, the pages, the documentation."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from anyio import to_thread
from fastapi import Depends, FastAPI, Request
from fastapi.responses import HTMLResponse

from api.docs.page import render
from api.judging import current_resolver, load_judgements
from api.middleware import AccessLog, BodyLimit, OpenToSites
from api.openapi import describe
from api.problems import add_problem_handlers
from api.routes import agencies, briefings, goals, health, plans, questions, reconcile, review, tasks
from api.routes.common import only_described
from api.web.routes import router as pages
from graph.store import Store
from ingest.readers import SIZE_LIMIT
from queries.catalogue import LISTS, LOOKUPS, QUESTIONS, load_catalogue

PREFIX = "/api/v1"
OPENAPI = f"{PREFIX}/openapi.json"
FORM_BYTES = 100_000


def create_app(store: Store, *, largest_upload: int = SIZE_LIMIT) -> FastAPI:
    """The service over a store.

    Args:
        store: Connected by the caller, who also closes it.
        largest_upload: Bytes of the largest file taken.

    Raises:
        CatalogueError: A query file can't be used.
        JudgementsFailure: A file of judgements can't.
    """
    for folder in (QUESTIONS, LISTS, LOOKUPS):
        load_catalogue(folder)
    load_judgements()
    app = FastAPI(
        title="Zhize 职责图谱",
        summary="Who is responsible for what, with whom, by when, and where is that written.",
        version=version("zhize"),
        openapi_url=OPENAPI,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.store = store
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]  # the framework's own way
    add_problem_handlers(app)
    app.add_middleware(BodyLimit, limit=largest_upload + FORM_BYTES)
    app.add_middleware(OpenToSites, path=PREFIX + reconcile.router.prefix)
    app.add_middleware(AccessLog)
    for routes in (agencies, tasks, plans, goals, questions, briefings, review):
        app.include_router(routes.router, prefix=PREFIX, dependencies=[Depends(only_described)])
    for routes in (reconcile, health):
        app.include_router(routes.router, prefix=PREFIX)
    app.include_router(health.router, include_in_schema=False)
    app.add_api_route("/docs", _reference, include_in_schema=False, response_class=HTMLResponse)
    app.include_router(pages)
    return app


@asynccontextmanager
async def _lifespan(_app: FastAPI) -> AsyncIterator[None]:
    """Read the registry before the first question, so that no caller waits for it."""
    await to_thread.run_sync(current_resolver)
    yield


def _reference(request: Request) -> HTMLResponse:
    """The documentation page."""
    return HTMLResponse(render(request.app.openapi(), OPENAPI))
