"""The pages' addresses: `/`, `/agency?name=…`, `/task/{id}`."""

from collections.abc import Callable, Coroutine
from importlib.resources import files
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.routing import APIRoute

from api.ask import ask
from api.names import AmbiguousAgency, UnknownAgency
from api.routes.common import InStore
from api.web import pages
from api.web.links import agency_url
from api.web.render import page
from graph.errors import Failure, StoreFailure
from ingest.agencies.resolver import load_resolver
from queries.catalogue import LISTS, LOOKUPS, load_catalogue

_DOCUMENTS = "100"
_PARTNERS = 12


class _Page(APIRoute):
    """A route whose failures are pages too."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler = super().get_route_handler()

        async def answer(request: Request) -> Response:
            try:
                return await handler(request)
            except Failure as failure:
                return _failed(failure, request.query_params.get("name", ""))

        return answer


router = APIRouter(route_class=_Page, include_in_schema=False)


@router.get("/assets/style.css")
def stylesheet() -> Response:
    """What all pages look like."""
    style = (files("api.web") / "style.css").read_text(encoding="utf-8")
    return Response(style, media_type="text/css", headers={"Cache-Control": "max-age=300"})


@router.get("/")
def home(store: InStore) -> HTMLResponse:
    """What is loaded, and what can be asked."""
    (held,) = store.read(load_catalogue(LOOKUPS)["holdings"].cypher)
    documents = ask(store, load_catalogue(LISTS)["documents"], {"limit": _DOCUMENTS}).rows
    return page("home.html", pages.home(held, documents, load_catalogue()))


@router.get("/agency")
def agency(store: InStore, name: str = "") -> HTMLResponse:
    """An agency, by any name: its tasks by role, and with whom it shares them."""
    found = ask(store, load_catalogue(LISTS)["agency"], {"agency": name})
    questions, about = load_catalogue(), {"agency": found.parameters["agency"]}
    tasks, co_led, partners = (
        ask(store, questions[question], about).rows for question in ("tasks", "co-led", "partners")
    )
    return page("agency.html", pages.agency(found.rows[0], tasks, co_led, partners[:_PARTNERS]))


@router.get("/task/{task}")
def task(store: InStore, task: str) -> HTMLResponse:
    """A task with its chain of responsibility."""
    (row,) = ask(store, load_catalogue(LISTS)["task"], {"task": task}).rows
    return page("task.html", pages.task(row))


def _failed(failure: Failure, asked: str) -> HTMLResponse:
    context: dict[str, object] = {"asked": asked, "suggestions": ()}
    if isinstance(failure, StoreFailure):
        words = {"heading": "暂时查不到", "advice": "图数据库没有应答，请稍后再试，或请管理员查看服务日志。"}
        return page("message.html", context | words, 503)
    if isinstance(failure, UnknownAgency | AmbiguousAgency):
        several = isinstance(failure, AmbiguousAgency)
        heading = f"“{failure.where}”可能指几个单位" if several else f"没有找到“{failure.where}”"
        words = {"heading": heading, "advice": "请核对名称，或换全称、其他简称再查。"}
        if known := load_resolver().agency(failure.where):
            words = {"heading": known.name, "advice": "已入库的文件没有提到这个单位。"}
        context["suggestions"] = [
            {"name": choice.name, "url": agency_url(choice.id)} for choice in failure.choices
        ]
        return page("message.html", context | words, 300 if several else 404)
    return page("message.html", context | {"heading": "没有查到", "advice": "请在上方输入单位名称。"}, 404)
