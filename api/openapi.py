"""The OpenAPI document: the routes' own, with every error described as the problem it is."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.problems import MEDIA_TYPE, Problem

ALWAYS = {"500": "Something went wrong in the service", "503": "The store can't answer; try again"}
WITH_INPUT = {"404": "Nothing is there, or no agency goes by this name", "422": "A parameter doesn't fit"}
BY_NAME = {"409": "The name means several things"}
UPLOAD = {"400": "Not a whole form", "413": "Too large", "415": "Not a form, or a file that can't be read"}
BATCH = {"413": "More queries than a batch takes"}
NAMES = ("agencies", "goals", "tasks", "domains", "chains", "queries/", "resolve", "review")


def describe(app: FastAPI) -> dict[str, Any]:
    """The application's OpenAPI document, made once."""
    if app.openapi_schema is None:
        document = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
        document.setdefault("components", {}).setdefault("schemas", {})["Problem"] = _problem(document)
        for path, methods in document["paths"].items():
            for method, operation in methods.items():
                _describe_errors(operation, path, method)
        for unused in ("HTTPValidationError", "ValidationError"):
            document["components"]["schemas"].pop(unused, None)
        app.openapi_schema = document
    return app.openapi_schema


def _problem(document: dict[str, Any]) -> dict[str, Any]:
    schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    document["components"]["schemas"].update(schema.pop("$defs", {}))
    return schema


def _describe_errors(operation: dict[str, Any], path: str, method: str) -> None:
    errors = dict(ALWAYS)
    if "parameters" in operation or "requestBody" in operation:
        errors |= WITH_INPUT
    if any(name in path for name in NAMES):
        errors |= BY_NAME
    if path.endswith("/reconcile"):
        errors |= BATCH
    if method == "post":
        errors |= UPLOAD
    operation["responses"].update({status: _response(said) for status, said in sorted(errors.items())})


def _response(description: str) -> dict[str, Any]:
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": description, "content": content}
