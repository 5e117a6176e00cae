"""A plan of a thousand tasks: its whole text is nothing that a sorted answer may carry along."""

import pytest

from api.ask import ask
from graph.store import Store
from graph.writer import write_plan
from ingest.pipeline import read_plan
from queries.catalogue import load_catalogue
from tests import stores

TASKS = 990
FILLER = "各单位按照统一部署推进，及时报送进展，遇到问题一并提出。" * 2
HEAD = "广东省工业和信息化厅\n2024年3月1日\n广东省数字建设2024年工作要点\n一、夯实基础\n"
TASK = (
    "{n}.建设平台{n}号。建成{n}个中心。"
    + FILLER
    + "（省工业和信息化厅、省财政厅牵头，省智慧湾区统筹局配合）\n"
)


@pytest.fixture(scope="module")
def long_plan(store: Store) -> Store:
    """The store with one long plan."""
    stores.empty(store)
    text = HEAD + "".join(TASK.format(n=n) for n in range(1, TASKS + 1))
    plan = read_plan(text.encode(), "long.txt")
    assert len(plan.tasks) == TASKS
    write_plan(store, plan)
    return store


@pytest.mark.parametrize(
    "question", ["tasks", "co-led", "partners", "goals", "unresolved", "without-lead", "load"]
)
def test_questions_of_a_long_plan_are_answered(long_plan, question):
    assert isinstance(ask(long_plan, load_catalogue()[question], {}).rows, list)
