"""Every error is a problem document that says what happened and what to do."""

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.store import Address, Store

V1 = "/api/v1"


def problem(answer, status):
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    said = answer.json()
    assert said["status"] == status
    assert said["type"].startswith("urn:zhize:problem:")
    assert said["title"]
    assert said["detail"]
    return said


@pytest.mark.parametrize("path", ["/nothing", f"{V1}/nothing", f"{V1}/tasks/0.0", f"{V1}/documents/0"])
def test_nothing_there(client, path):
    problem(client.get(path), 404)


def test_unknown_agency_comes_with_suggestions(client):
    said = problem(client.get(f"{V1}/agencies/广川省公业厅/tasks"), 404)
    assert "870000.miit" in [choice["id"] for choice in said["suggestions"]]


def test_ambiguous_name_comes_with_candidates(client):
    said = problem(client.get(f"{V1}/queries/chain", params={"task": "通网络"}), 409)
    assert {choice["id"] for choice in said["candidates"]} == {"870000-2024-a.2", "870000-2025-b.1"}


def test_unknown_question_is_told_the_known_ones(client):
    assert "co-led" in problem(client.get(f"{V1}/queries/nothing"), 404)["advice"]


@pytest.mark.parametrize("method", ["delete", "put", "patch"])
@pytest.mark.parametrize(("path", "allowed"), [("/tasks", "GET"), ("/documents", "GET, POST")])
def test_method_that_is_not_possible(client, method, path, allowed):
    answer = client.request(method, V1 + path)
    problem(answer, 405)
    assert answer.headers["allow"] == allowed


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/agencies/省工业厅/tasks?role=boss", "role"),
        ("/tasks?year=soon", "year"),
        ("/goals?due_by=2024-02-30", "due_by"),
        ("/goals?due_from=0", "due_from"),
        ("/chains?from=省工业厅", "to"),
        ("/resolve", "name"),
        ("/tasks?agency=省工业厅", "agency"),
        ("/queries?limit=2", "limit"),
        ("/resolve?name=省工业厅&year=2024", "year"),
        ("/queries/tasks?agency=省工业厅&role=boss", "role"),
        ("/queries/tasks?agency=省工业厅&colour=red", "colour"),
        ("/queries/goals?due_by=soon", "due_by"),
    ],
)
def test_parameter_that_does_not_fit_is_named(client, path, field):
    assert field in [error["field"] for error in problem(client.get(V1 + path), 422)["errors"]]


@pytest.mark.parametrize(
    "path", ["/agencies?jurisdiction=无何有省", "/resolve?name=财政厅&jurisdiction=无何有省"]
)
def test_unknown_place(client, path):
    assert "place" in problem(client.get(V1 + path), 404)["detail"]


@pytest.fixture(scope="module")
def orphan():
    """A caller of a service whose store is down."""
    store = Store(Address("bolt://127.0.0.1:9", "nobody", "nothing", "none"))
    with TestClient(create_app(store), raise_server_exceptions=False) as caller:
        yield caller


@pytest.mark.parametrize("path", [f"{V1}/tasks", "/readyz", f"{V1}/agencies/省工业厅"])
def test_store_that_is_down(orphan, path):
    answer = orphan.get(path)
    assert problem(answer, 503)["advice"]
    assert answer.headers["retry-after"]


def test_alive_without_a_store(orphan):
    assert orphan.get("/healthz").status_code == 200


def test_fault_of_the_service_tells_no_secrets(store):
    service = create_app(store)

    def broken() -> None:
        raise RuntimeError("secret")

    service.add_api_route("/broken", broken)
    answer = TestClient(service, raise_server_exceptions=False).get("/broken")
    problem(answer, 500)
    assert "secret" not in answer.text
