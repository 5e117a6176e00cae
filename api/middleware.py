"""What happens to every request: it is logged, may come from another site, and has a body of limited size."""

import sys
import time
from typing import Any

import structlog
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import TooLarge, problem_of, problem_response


class AccessLog:
    """One JSON line a request on standard error: method, path, status, milliseconds."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._log: Any = structlog.wrap_logger(
            structlog.PrintLogger(sys.stderr),
            processors=[
                structlog.processors.add_log_level,
                structlog.processors.TimeStamper(fmt="iso"),
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and log its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500

        async def watch(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._app(scope, receive, watch)
        finally:
            took = round((time.perf_counter() - started) * 1000, 1)
            self._log.info("request", method=scope["method"], path=scope["path"], status=status, took_ms=took)


class BodyLimit:
    """Turns away a body of more than `limit` bytes, declared or counted, before it is kept."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on while its body is within the limit."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        failure = TooLarge(
            f"A body has at most {self._limit // 1_000_000} MB.",
            where=scope["path"],
            advice="Check that it is the right file, or split it.",
        )
        if _declared(scope) > self._limit:
            await problem_response(problem_of(failure, scope["path"]))(scope, receive, send)
            return
        received = 0

        async def count() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._limit:
                raise failure
            return message

        await self._app(scope, count, send)


class OpenToSites:
    """Lets pages of any other site call the addresses that begin with `path`, and no others."""

    def __init__(self, app: ASGIApp, path: str) -> None:
        self._app = app
        self._open = CORSMiddleware(
            app, allow_origins=["*"], allow_methods=["GET", "POST"], allow_headers=["*"]
        )
        self._path = path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with the headers that browsers ask for where it is open."""
        is_open = scope["type"] == "http" and scope["path"].startswith(self._path)
        await (self._open if is_open else self._app)(scope, receive, send)


def _declared(scope: Scope) -> int:
    """The body's length as its header says; 0 where it doesn't."""
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    return int(lengths[0]) if lengths and lengths[0].isdigit() else 0
