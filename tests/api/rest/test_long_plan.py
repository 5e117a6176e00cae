"""A plan of a thousand tasks and a third of a million characters: pages of it are answered."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.store import Store
from graph.writer import write_plan
from ingest.pipeline import read_plan
from tests import stores

TASKS = 1000
HEAD = "广东省工业和信息化厅\n2024年3月1日\n广东省数字建设2024年工作要点\n一、夯实基础\n"
TASK = (
    "{n}.建设平台{n}号。建成{n}个中心，改造{n}公里。"
    + "按照统一部署推进，及时报送进展。" * 18
    + "（省工信厅牵头）\n"
)


@pytest.fixture(scope="module")
def long_client(store: Store) -> Iterator[TestClient]:
    stores.empty(store)
    text = HEAD + "".join(TASK.format(n=n) for n in range(1, TASKS + 1))
    write_plan(store, read_plan(text.encode(), "long.txt"))
    with TestClient(create_app(store), base_url="http://zhize", raise_server_exceptions=False) as caller:
        yield caller


@pytest.mark.parametrize(
    "path", ["tasks", "goals", "goals?agency=工信厅", "domains", "documents", "agencies/工信厅/tasks"]
)
def test_a_page_of_a_long_plan_is_answered(long_client, path):
    answer = long_client.get(f"/api/v1/{path}")
    assert answer.status_code == 200
    assert answer.json()["items"]
