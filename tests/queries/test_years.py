"""Read from texts: last year's plan answers under this year's name, a class's tasks under a member's."""

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.ask import ask
from graph.store import Store
from graph.writer import write_plan
from ingest.pipeline import read_plan
from queries.catalogue import load_catalogue
from tests import stores

OLD = """广东省人民政府办公厅
2023年4月3日
广东省数字政府建设2023年工作要点
一、政务服务
（一）推进一网通办。年底前上线高频事项50项。（省政务服务数据管理局、省公安厅牵头）
"""
NEW = """广东省人民政府办公厅
2024年4月3日
广东省数字政府建设2024年工作要点
一、政务服务
（一）深化一网通办。年底前上线高频事项80项。（省政务服务和数据管理局牵头，省公安厅配合）
"""
CITIES = """广东省人民政府办公厅
2024年6月3日
广东省数据要素2024年行动方案
一、培育市场
（一）建设公共数据平台。（省政务服务和数据管理局牵头，各地级以上市人民政府配合）
（二）开展试点。（广州市人民政府牵头）
"""
TODAY, BEFORE = "广东省政务服务和数据管理局", "广东省政务服务数据管理局"


@pytest.fixture(scope="module")
def years(store: Store) -> Store:
    """The store with the three plans and nothing else."""
    stores.empty(store)
    for name, text in (("2023.txt", OLD), ("2024.txt", NEW), ("cities.txt", CITIES)):
        write_plan(store, read_plan(text.encode(), name))
    return store


@pytest.fixture(scope="module")
def client(years: Store) -> TestClient:
    return TestClient(create_app(years), base_url="http://zhize")


def answers(store, question, **arguments):
    return ask(store, load_catalogue()[question], arguments).rows


def pick(rows, *keys):
    return [tuple(row[key] for key in keys) for row in rows]


@pytest.mark.parametrize("name", [TODAY, "省政务服务和数据管理局", BEFORE, "省政务服务数据管理局"])
def test_last_years_plan_answers_under_this_years_name_and_the_old_one(years, name):
    rows = answers(years, "tasks", agency=name, role="lead")
    assert sorted(pick(rows, "title", "year", "via")) == [
        ("建设公共数据平台", 2024, None),
        ("推进一网通办", 2023, BEFORE),
        ("深化一网通办", 2024, None),
    ]


def test_questions_of_co_leads_and_goals_follow_the_renaming_too(years):
    assert pick(answers(years, "co-led", agency=TODAY), "title", "with_agencies") == [
        ("推进一网通办", ["广东省公安厅"])
    ]
    assert sorted(row["value"] for row in answers(years, "goals", agency=TODAY)) == [50, 80]
    (police,) = [row for row in answers(years, "partners", agency="省公安厅") if row["agency"] == TODAY]
    assert police["tasks"] == 2


def test_the_renaming_over_rest(client):
    told = client.get(f"/api/v1/agencies/{TODAY}").json()
    assert [(one["name"], one["kind"]) for one in told["predecessors"]] == [(BEFORE, "renamed")]
    tasks = client.get(f"/api/v1/agencies/{TODAY}/tasks", params={"year": 2023}).json()["items"]
    assert [(task["title"], task["own"]) for task in tasks] == [
        ("推进一网通办", [{"role": "lead", "via": BEFORE}])
    ]


def test_a_city_carries_what_its_class_carries_marked_via(years):
    cities = "各地级以上市人民政府"
    assert pick(answers(years, "tasks", agency="深圳市人民政府"), "title", "role", "via") == [
        ("建设公共数据平台", "support", cities)
    ]
    assert pick(answers(years, "tasks", agency="广州市人民政府"), "title", "role", "via") == [
        ("建设公共数据平台", "support", cities),
        ("开展试点", "lead", None),
    ]


def test_members_over_rest(client):
    told = client.get("/api/v1/agencies/440000.collective.各地级以上市人民政府").json()
    assert told["collective"] is True
    assert len(told["members"]) == 21
    tasks = client.get("/api/v1/agencies/深圳市人民政府/tasks").json()["items"]
    assert [(task["title"], task["own"]) for task in tasks] == [
        ("建设公共数据平台", [{"role": "support", "via": "各地级以上市人民政府"}])
    ]
