"""The small plans in the store."""

import pytest

from graph.store import Store
from graph.writer import write_plan
from tests import stores
from tests.plans import plan_2024, plan_2025


@pytest.fixture(scope="module")
def small(store: Store) -> Store:
    """The store with both small plans and nothing else."""
    stores.empty(store)
    write_plan(store, plan_2024())
    write_plan(store, plan_2025())
    return store
