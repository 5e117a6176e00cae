"""One suite, both stores: every test that asks for `store` runs on each of them."""

import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from hypothesis import settings

from graph.store import Store
from tests import stores

# How long an example takes is the machine's business, and no test's.
settings.register_profile("zhize", deadline=None)
settings.load_profile("zhize")


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test meets the judgements or the store of the person who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZHIZE_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(
    scope="session", params=[pytest.param("embedded"), pytest.param("neo4j", marks=pytest.mark.neo4j)]
)
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """A connected store: once the embedded one, once a real Neo4j."""
    with ExitStack() as stack:
        try:
            connected = stack.enter_context(stores.opened(request.param))
        except stores.NoNeo4jError as reason:
            if os.environ.get("CI") == "true":
                raise
            pytest.skip(f"no Neo4j here: {reason}")
        yield connected


@pytest.fixture
def empty_store(store: Store) -> Store:
    """The store with nothing in it."""
    stores.empty(store)
    return store
