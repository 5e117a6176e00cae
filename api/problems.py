"""Every error of the service as an RFC 9457 problem document."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from api.ask import BadParameter
from api.names import AmbiguousName, NameFailure, UnknownName
from graph.errors import Failure, StoreFailure
from ingest.agencies.judgements import JudgementsFailure
from ingest.errors import NotAPlan, UnreadableFile

MEDIA_TYPE: Final = "application/problem+json"
RETRY_SECONDS: Final = 5


class Choice(BaseModel):
    """Something that a name may mean."""

    id: str = Field(examples=["440000.miit"])
    name: str = Field(examples=["广东省工业和信息化厅"])


class FieldError(BaseModel):
    """What is wrong with one parameter or field."""

    field: str = Field(examples=["limit"])
    message: str = Field(examples=["Input should be less than or equal to 200"])


class Problem(BaseModel):
    """A problem document (RFC 9457): what happened, and what to do about it."""

    type: str = Field(examples=["urn:zhize:problem:unknown-name"])
    title: str = Field(examples=["Not found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["No agency is known as 工信听."])
    instance: str = Field(examples=["/api/v1/agencies/工信听"])
    advice: str | None = Field(default=None, examples=["Check the name."])
    suggestions: list[Choice] | None = Field(default=None, description="What an unknown name may mean")
    candidates: list[Choice] | None = Field(default=None, description="What an ambiguous name does mean")
    errors: list[FieldError] | None = Field(default=None, description="What is wrong with the parameters")


class TooLarge(Failure):
    """More bytes than the service takes."""


class Unsupported(Failure):
    """A body or a file of a kind that isn't read."""


class NotFound(Failure):
    """Nothing has this id."""


_KINDS: Final[Mapping[type[Failure], tuple[HTTPStatus, str]]] = {
    AmbiguousName: (HTTPStatus.CONFLICT, "ambiguous-name"),
    UnknownName: (HTTPStatus.NOT_FOUND, "unknown-name"),
    NotFound: (HTTPStatus.NOT_FOUND, "not-found"),
    BadParameter: (HTTPStatus.UNPROCESSABLE_ENTITY, "bad-parameter"),
    JudgementsFailure: (HTTPStatus.INTERNAL_SERVER_ERROR, "broken-judgements"),
    NotAPlan: (HTTPStatus.UNPROCESSABLE_ENTITY, "not-a-plan"),
    UnreadableFile: (HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unreadable-file"),
    Unsupported: (HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type"),
    TooLarge: (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large"),
    StoreFailure: (HTTPStatus.SERVICE_UNAVAILABLE, "store-unavailable"),
    Failure: (HTTPStatus.UNPROCESSABLE_ENTITY, "failure"),
}


def add_problem_handlers(app: FastAPI) -> None:
    """Let every error of the application answer as a problem document."""
    app.add_exception_handler(Failure, _on_failure)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(Exception, _on_crash)


def problem_response(problem: Problem, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The problem as an HTTP answer."""
    content = problem.model_dump(exclude_none=True)
    return JSONResponse(content, problem.status, headers=dict(headers or {}), media_type=MEDIA_TYPE)


def problem_of(failure: Failure, path: str) -> Problem:
    """The problem that stands for a failure.

    Args:
        failure: What happened.
        path: The path that was asked for.
    """
    status, kind = next(_KINDS[cls] for cls in type(failure).__mro__ if cls in _KINDS)
    details: dict[str, Any] = {}
    if isinstance(failure, NameFailure) and failure.choices:
        key = "candidates" if isinstance(failure, AmbiguousName) else "suggestions"
        details[key] = [Choice(id=choice.id, name=choice.name) for choice in failure.choices]
    if isinstance(failure, BadParameter):
        details["errors"] = [FieldError(field=failure.where, message=failure.what)]
    return _problem(status, kind, failure.what, path, advice=failure.advice or None, **details)


def _problem(status: int, kind: str, detail: str, path: str, **more: Any) -> Problem:  # noqa: ANN401
    title = HTTPStatus(status).phrase
    return Problem(
        type=f"urn:zhize:problem:{kind}", title=title, status=status, detail=detail, instance=path, **more
    )


def _on_failure(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, Failure):
        raise error
    problem = problem_of(error, request.url.path)
    return problem_response(problem, {"Retry-After": str(RETRY_SECONDS)} if problem.status == 503 else None)


def _on_invalid(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    errors = [
        FieldError(field=".".join(str(part) for part in found["loc"][1:]) or "body", message=found["msg"])
        for found in error.errors()
    ]
    detail = "; ".join(f"{found.field}: {found.message}" for found in errors)
    return problem_response(_problem(422, "bad-parameter", detail, request.url.path, errors=errors))


def _on_http(request: Request, error: Exception) -> JSONResponse:
    if isinstance(error.__cause__, Failure):  # met while the body was read
        return _on_failure(request, error.__cause__)
    if not isinstance(error, HTTPException):
        raise error
    kind = HTTPStatus(error.status_code).phrase.lower().replace(" ", "-")
    detail = {404: "There is nothing at this address.", 405: f"{request.method} isn't possible here."}
    said = detail.get(error.status_code, str(error.detail))
    headers = {"Allow": _allowed(request)} if error.status_code == 405 else error.headers
    return problem_response(_problem(error.status_code, kind, said, request.url.path), headers)


def _allowed(request: Request) -> str:
    """The methods that the address takes; the framework names those of one route only."""
    paths = request.app.openapi()["paths"].items()
    methods = {
        name.upper()
        for path, methods in paths
        if compile_path(path)[0].match(request.url.path)
        for name in methods
    }
    return ", ".join(sorted(methods)) or "GET"


def _on_crash(request: Request, _error: Exception) -> JSONResponse:
    said = "Something went wrong in the service; the log says what."
    return problem_response(_problem(500, "internal-error", said, request.url.path))
