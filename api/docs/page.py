"""The REST interface as one plain page."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

_PAGES = Environment(
    loader=PackageLoader("api.docs", "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)


def render(document: Mapping[str, Any], openapi_url: str) -> str:
    """The page.

    Args:
        document: The OpenAPI document.
        openapi_url: Where the document itself is.
    """
    operations = [
        _operation(path, method, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    schemas = [_schema(name, schema) for name, schema in sorted(document["components"]["schemas"].items())]
    return _PAGES.get_template("reference.html").render(
        title=document["info"]["title"],
        summary=document["info"].get("summary", ""),
        version=document["info"]["version"],
        openapi_url=openapi_url,
        operations=operations,
        schemas=schemas,
    )


def _operation(path: str, method: str, operation: Mapping[str, Any]) -> dict[str, Any]:
    parameters = operation.get("parameters", [])
    answers = [
        {"status": status, "said": answer["description"], "schema": _answer_schema(answer)}
        for status, answer in operation["responses"].items()
    ]
    return {
        "id": operation["operationId"],
        "method": method.upper(),
        "path": path,
        "summary": operation.get("summary", ""),
        "description": operation.get("description", ""),
        "parameters": [_parameter(parameter) for parameter in parameters],
        "body": ", ".join(operation.get("requestBody", {}).get("content", {})),
        "answers": answers,
        "try": _example_url(path, parameters) if method == "get" else None,
    }


def _parameter(parameter: Mapping[str, Any]) -> dict[str, Any]:
    schema = parameter.get("schema", {})
    return {
        "name": parameter["name"],
        "place": parameter["in"],
        "required": parameter.get("required", False),
        "type": _type(schema),
        "said": parameter.get("description") or schema.get("description", ""),
        "example": _example(parameter),
    }


def _example(parameter: Mapping[str, Any]) -> str:
    examples = parameter.get("schema", {}).get("examples") or [parameter.get("example", "")]
    example = examples[0]
    return urlencode(example) if isinstance(example, Mapping) else str(example)


def _example_url(path: str, parameters: list[Mapping[str, Any]]) -> str | None:
    """An address to try; None where it would need an id that only this graph knows."""
    asked = []
    for parameter in parameters:
        example = _example(parameter)
        if parameter["in"] == "path":
            if parameter["name"] not in ("agency", "name"):
                return None
            path = path.replace(f"{{{parameter['name']}}}", quote(example))
        elif parameter.get("required") or parameter["name"] == "role":
            asked.append((parameter["name"], example))
    return f"{path}?{urlencode(asked)}" if asked else path


def _schema(name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    fields = [
        {"name": field, "type": _type(told), "said": told.get("description", ""), "values": _values(told)}
        for field, told in schema.get("properties", {}).items()
    ]
    return {
        "name": name,
        "said": schema.get("description", ""),
        "fields": fields,
        "values": "、".join(map(str, schema.get("enum", []))),
    }


def _values(schema: Mapping[str, Any]) -> str:
    return "、".join(str(example) for example in schema.get("examples", []))


def _answer_schema(answer: Mapping[str, Any]) -> str:
    return ", ".join(_type(content.get("schema", {})) for content in answer.get("content", {}).values())


def _type(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " | ".join(_type(option) for option in schema["anyOf"])
    if schema.get("type") == "array":
        return f"[{_type(schema.get('items', {}))}]"
    return str(schema.get("format") or schema.get("type") or "any")
