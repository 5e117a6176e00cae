"""The contract with py2neo: the recipe in docs/py2neo.md reads the graph that the driver reads."""

import re
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store
from graph.writer import write_plan
from tests.plans import plan_2024

RECIPE = Path(__file__).parents[2] / "docs" / "py2neo.md"

pytest.importorskip("py2neo")


def test_the_recipe_reads_the_same_graph(empty_store: Store) -> None:
    write_plan(empty_store, plan_2024())
    rows = _follow(empty_store)["rows"]
    assert rows == [
        {"task": "建园区", "agency": "广川省工业厅", "co_leads": ["广川省科技厅"]},
        {"task": "建园区", "agency": "广川省科技厅", "co_leads": ["广川省工业厅"]},
        {"task": "总协调", "agency": "广川省人民政府办公厅", "co_leads": ["广川省工业厅"]},
        {"task": "总协调", "agency": "广川省工业厅", "co_leads": ["广川省人民政府办公厅"]},
    ]


def test_its_dates_are_the_driver_s(empty_store: Store) -> None:
    write_plan(empty_store, plan_2024())
    question = "MATCH (g:Goal) RETURN g.statement AS goal, g.value AS value, g.deadline AS due ORDER BY goal"
    theirs = _follow(empty_store)["graph"].run(question).data()
    dated = [{**row, "due": row["due"].to_native().isoformat()} for row in theirs]
    assert dated == empty_store.read(question)


def _follow(store: Store) -> dict[str, Any]:
    """Run the recipe's code against the store; what it defines."""
    code = re.search(r"```python\n(.*?)```", RECIPE.read_text(), re.DOTALL)
    assert code
    address = store.address
    told: dict[str, Any] = {
        "uri": address.uri,
        "user": address.user,
        "password": address.password,
        "database": address.database,
    }
    exec(code[1], told)
    return told
