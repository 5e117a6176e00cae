"""The service over a store that holds the small plans."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.store import Store
from graph.writer import write_plan
from tests import stores
from tests.plans import plan_2024, plan_2025


@pytest.fixture(scope="module")
def client(store: Store) -> Iterator[TestClient]:
    """A caller of the service; both small plans are in its store."""
    stores.empty(store)
    write_plan(store, plan_2024())
    write_plan(store, plan_2025())
    with TestClient(create_app(store), base_url="http://zhize", raise_server_exceptions=False) as caller:
        yield caller
