"""From what a person says to what the graph calls it."""

import pytest

from api.names import (
    AmbiguousAgency,
    AmbiguousName,
    UnknownAgency,
    UnknownName,
    find_agencies,
    find_agency,
    find_domain,
    find_jurisdiction,
    find_task,
)
from graph.store import Store
from graph.writer import write_plan
from ingest.pipeline import read_plan
from tests import stores

PLAN = """{place}试验工作方案
{place}人民政府办公厅
2024年3月1日
一、产业
（一）建设园区。新建园区5个。（省工业和信息化厅牵头，省财政厅、省科技厅配合）
（二）培养人才。（省智慧湾区统筹局牵头，各地级以上市人民政府配合）
"""


@pytest.fixture(scope="module")
def two_provinces(store: Store) -> Store:
    """The store with one plan of 广东 and one of 江苏."""
    stores.empty(store)
    for place in ("广东省", "江苏省"):
        write_plan(store, read_plan(PLAN.format(place=place).encode(), f"{place}.txt"))
    return store


def test_every_agency_is_found_by_its_id(two_provinces):
    rows = two_provinces.read("MATCH (a:Agency) RETURN a.id AS id ORDER BY id")
    assert rows
    assert [find_agency(two_provinces, row["id"]) for row in rows] == [row["id"] for row in rows]


@pytest.mark.parametrize("name", ["广东省财政厅", "广东财政厅", " 广东省 财政厅 ", "廣東省財政廳"])
def test_name_with_its_place_needs_nothing_more(two_provinces, name):
    assert find_agency(two_provinces, name) == find_agency(two_provinces, "财政厅", find_jurisdiction("广东"))


@pytest.mark.parametrize("name", ["财政厅", "省财政厅", "工信厅"])
def test_name_that_two_provinces_have_is_ambiguous(two_provinces, name):
    with pytest.raises(AmbiguousAgency) as several:
        find_agency(two_provinces, name)
    assert {choice.name[:3] for choice in several.value.choices} == {"广东省", "江苏省"}


def test_unresolved_name_can_be_asked_for_at_its_place(two_provinces):
    found = find_agency(two_provinces, "省智慧湾区统筹局", find_jurisdiction("江苏省"))
    assert found == "320000.unresolved.省智慧湾区统筹局"


def test_body_that_is_known_but_in_no_plan_is_named(two_provinces):
    with pytest.raises(UnknownAgency, match="No plan in the graph names 广东省教育厅"):
        find_agency(two_provinces, "广东省教育厅")


def test_misspelt_name_is_answered_with_the_nearest(two_provinces):
    with pytest.raises(UnknownAgency) as unknown:
        find_agency(two_provinces, "广东省财正局办")
    assert "广东省财政厅" in [choice.name for choice in unknown.value.choices]


@pytest.mark.parametrize("names", ["广东省财政厅、广东省科技厅", "广东省财政厅, 广东省科技厅,广东省财政厅"])
def test_several_names_in_their_order_each_once(two_provinces, names):
    one, other = (find_agency(two_provinces, name) for name in ("广东省财政厅", "广东省科技厅"))
    assert find_agencies(two_provinces, names) == [one, other]


def test_same_words_in_two_plans_are_told_apart_by_id(two_provinces):
    with pytest.raises(AmbiguousName) as several:
        find_task(two_provinces, "建设园区")
    assert len(several.value.choices) == 2
    for choice in several.value.choices:
        assert choice.id in several.value.advice
        assert find_task(two_provinces, choice.id) == choice.id


def test_nothing_of_that_name(two_provinces):
    with pytest.raises(UnknownName):
        find_domain(two_provinces, "没有的领域")


def test_places():
    assert find_jurisdiction("广东").code == find_jurisdiction("440000").code == "440000"
    with pytest.raises(AmbiguousName):
        find_jurisdiction("鼓楼区")
    with pytest.raises(UnknownName):
        find_jurisdiction("无何有省")
