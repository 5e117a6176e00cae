"""Calling the reconciliation service, which needs no store, and checking what it says by its schemas."""

import json
from pathlib import Path

import jsonschema_rs
from fastapi.testclient import TestClient

from api.app import create_app
from graph.store import Address, Store

HERE = "/api/v1/reconcile"
SCHEMAS = Path(__file__).with_name("reconcile_schemas")


def schema(name):
    return json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))


def check(name, said):
    """Fail unless `said` is as the schema `name` wants it."""
    jsonschema_rs.validator_for(schema(name), validate_formats=True).validate(said)
    return said


def clerk():
    """A caller of a service whose store never answers."""
    store = Store(Address("bolt://127.0.0.1:9", "nobody", "nothing", "none"))
    return TestClient(create_app(store), base_url="http://zhize", raise_server_exceptions=False)


def match(caller, query, **more):
    """The candidates for one query, sent as OpenRefine sends it."""
    batch = check("query_batch", {"q0": {"query": query, **more}})
    answer = caller.post(HERE, data={"queries": json.dumps(batch)})
    assert answer.status_code == 200, answer.text
    return check("result_batch", answer.json())["q0"]["result"]


def written(place=None, day=None):
    """Properties of a row: where and when its name was written."""
    given = {"jurisdiction": place, "as_of": day}
    return [{"pid": pid, "v": value} for pid, value in given.items() if value is not None]
