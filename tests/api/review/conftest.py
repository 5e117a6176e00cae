"""A store of its own judgements: nothing judged yet, and plans to load."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from api.loading import load_bytes
from graph.store import Store
from tests import stores

EVERYTHING = (
    "MATCH (n) OPTIONAL MATCH (n)-[r]->(m)"
    " RETURN labels(n) AS labels, properties(n) AS node, type(r) AS type, properties(r) AS told,"
    " coalesce(m.id, m.code) AS end"
)

Graph = list[str]
Load = Callable[..., None]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("ZHIZE_HOME", str(folder))
    return folder


@pytest.fixture
def load(empty_store: Store, home: Path) -> Load:  # noqa: ARG001 (nothing is judged before)
    def load_all(*texts: str) -> None:
        for number, text in enumerate(texts):
            load_bytes(empty_store, text.encode(), f"{number}.txt")

    return load_all


@pytest.fixture
def graph(empty_store: Store) -> Callable[[], Graph]:
    """All nodes and relationships, but for when they were loaded."""

    def held() -> Graph:
        return sorted(repr(_lasting(row)) for row in empty_store.read(EVERYTHING))

    return held


@pytest.fixture
def forget(empty_store: Store) -> Callable[[], None]:
    """Empty the store; the judgements stay."""
    return lambda: stores.empty(empty_store)


def _lasting(row: dict[str, Any]) -> list[Any]:
    node = sorted((name, value) for name, value in row["node"].items() if name != "loaded_at")
    return [sorted(row["labels"]), node, row["type"], sorted((row["told"] or {}).items()), row["end"]]
