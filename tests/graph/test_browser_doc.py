"""docs/neo4j-browser.md: every query in it runs on both stores and finds something in the sample plan."""

import re
from pathlib import Path

import pytest

from graph.store import Store
from graph.writer import write_plan
from ingest.pipeline import read_plan
from tests import stores

ROOT = Path(__file__).parents[2]
QUERIES = re.findall(r"```cypher\n(.*?)```", (ROOT / "docs" / "neo4j-browser.md").read_text(), re.DOTALL)


@pytest.fixture(scope="module")
def sample(store: Store) -> Store:
    stores.empty(store)
    for path in sorted((ROOT / "seeds" / "plans").glob("*.txt")):
        write_plan(store, read_plan(path.read_bytes(), path.name))
    return store


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.split("\n")[0][:40])
def test_a_query_of_the_guide_finds_something(sample: Store, query: str) -> None:
    assert sample.read(query)


def test_the_guide_s_co_leads_are_the_plan_s(sample: Store) -> None:
    (query,) = (query for query in QUERIES if "AS co_leads" in query)
    assert [row["item"] for row in sample.read(query)] == ["九", "十", "十九"]
