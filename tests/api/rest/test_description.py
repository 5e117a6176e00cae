"""The OpenAPI document, the page made from it, and the log."""

import json
import re

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance, status_code_conformance]


def test_answers_are_as_described(client):
    description = schemathesis.openapi.from_asgi("/api/v1/openapi.json", client.app)
    operations = [found.ok() for found in description.include(method="GET").get_all_operations()]
    assert len(operations) > 15
    for operation in operations:

        @given(case=operation.as_strategy())
        @settings(max_examples=6, suppress_health_check=list(HealthCheck), derandomize=True)
        def conforms(case):
            case.call_and_validate(checks=CHECKS)

        conforms()


def test_every_operation_is_described(client):
    document = client.get("/api/v1/openapi.json").json()
    for methods in document["paths"].values():
        for operation in methods.values():
            assert operation["summary"]
            for status in ("500", "503"):
                assert "application/problem+json" in operation["responses"][status]["content"]
    examples = document["components"]["schemas"]["TaskItem"]["properties"]["title"]["examples"]
    assert examples == ["加强数字领域核心技术突破"]


def test_documentation_page_loads_nothing_from_elsewhere(client):
    page = client.get("/docs").text
    assert "/api/v1/agencies/{agency}/partners" in page
    assert not re.findall(r"(?:src|href)=[\"'](?:https?:)?//", page)
    assert "<script" not in page


def test_addresses_to_try_on_the_page_are_answered(client):
    page = client.get("/docs").text
    for address in re.findall(r'Try: <a href="([^"]+)"', page):
        assert client.get(address.replace("&amp;", "&")).status_code in (200, 404), address


def test_each_request_is_one_line_of_json_in_the_log(client, capsys):
    client.app.middleware_stack = None
    client.get("/healthz")
    line = json.loads(capsys.readouterr().err.strip().splitlines()[-1])
    assert (line["method"], line["path"], line["status"]) == ("GET", "/healthz", 200)
    assert line["took_ms"] >= 0
