"""The sample plan's answers: as a new user gets them, on both stores."""

from pathlib import Path

import pytest

from api.ask import ask
from graph.store import Store
from graph.writer import write_plan
from ingest.pipeline import read_plan
from queries.catalogue import load_catalogue
from tests import stores

SAMPLE = Path("seeds/plans/guangdong-digital-2024.txt")


@pytest.fixture(scope="module")
def sample(store: Store) -> Store:
    """The store with the sample plan and nothing else."""
    stores.empty(store)
    write_plan(store, read_plan(SAMPLE.read_bytes(), SAMPLE.name))
    return store


def answers(store, question, **arguments):
    return ask(store, load_catalogue()[question], arguments).rows


@pytest.mark.parametrize("name", ["工业和信息化厅", "工信厅", "省工信厅", "广东省工业和信息化厅"])
def test_co_led_by_whatever_name(sample, name):
    assert [row["item"] for row in answers(sample, "co-led", agency=name)] == ["九", "十", "十九"]


def test_co_led_is_answered_for_the_default_agency(sample):
    rows = answers(sample, "co-led")
    assert [row["with_agencies"] for row in rows] == [
        ["广东省科学技术厅"],
        ["广东省政务服务和数据管理局"],
        ["广东省政务服务和数据管理局"],
    ]


@pytest.mark.parametrize(
    ("role", "items"),
    [
        ("lead", ["九", "十", "十三", "十九"]),
        ("responsible", ["二", "七", "十一", "十四"]),
        ("support", []),
    ],
)
def test_tasks_by_role(sample, role, items):
    assert [row["item"] for row in answers(sample, "tasks", agency="工信厅", role=role)] == items


def test_chain_of_an_item(sample):
    rows = answers(sample, "chain", task="加强数字领域核心技术突破")
    assert [(row["role"], row["agency"]) for row in rows] == [
        ("lead", "广东省科学技术厅"),
        ("lead", "广东省工业和信息化厅"),
    ]
    assert rows[0]["issuer"] == "广东省政务服务和数据管理局"
    assert rows[0]["domain"].startswith("实施创新驱动发展战略")


def test_load_is_heaviest_for_the_issuer(sample):
    first = answers(sample, "load")[0]
    assert first["agency"] == "广东省政务服务和数据管理局"
    assert (first["leads"], first["tasks"]) == (10, 13)


def test_partners_share_most_tasks_first(sample):
    first = answers(sample, "partners", agency="工信厅")[0]
    assert (first["agency"], first["tasks"], first["both_lead"]) == ("广东省政务服务和数据管理局", 6, 2)


def test_goals_of_an_agency(sample):
    values = [(row["value"], row["unit"]) for row in answers(sample, "goals", agency="工信厅")]
    assert (40000, "家") in values


def test_tasks_without_a_lead(sample):
    items = [row["item"] for row in answers(sample, "without-lead")]
    assert items == ["六", "八", "十一", "十四", "十六", "二十一"]


def test_path_between_two_agencies(sample):
    ways = answers(sample, "path")
    assert ways
    assert {way["tasks_between"] for way in ways} == {2}


def test_every_question_that_needs_nothing_is_answered(sample):
    for query in load_catalogue():
        if all(parameter.optional or parameter.default for parameter in query.parameters):
            assert isinstance(ask(sample, query, {}).rows, list)
