"""Names of a table's column against the registry, as OpenRefine asks (API 0.2)."""

import json
from datetime import UTC, datetime

import pytest

from api.judging import keep
from api.reconcile.matching import BATCH_SIZE
from ingest.agencies.judgements import Judgement, Verdict
from tests.api.rest.reconcile_calls import HERE, check, clerk, match, written

INDUSTRY, ECONOMY = "广东省工业和信息化厅", "广东省经济和信息化委员会"


@pytest.fixture(scope="module")
def caller():
    return clerk()


def matched(candidates):
    """The name that was matched, if one was."""
    (*found,) = (one["name"] for one in candidates if one["match"])
    assert len(found) < 2
    return found[0] if found else None


def test_the_place_says_whose_department_is_meant(caller):
    assert matched(match(caller, "省工信厅", properties=written("广东省"))) == INDUSTRY
    assert matched(match(caller, "省财政厅", properties=written("四川省"))) == "四川省财政厅"
    assert matched(match(caller, "市财政局", properties=written("广东省深圳市"))) == "深圳市财政局"


@pytest.mark.parametrize(
    "place", ["广东省", 440000, "440000.0", ["广东省"], {"id": "440000"}, {"id": "Q1", "name": "广东省"}]
)
def test_a_place_may_be_a_name_a_code_or_an_entity(caller, place):
    assert matched(match(caller, "省工信厅", properties=written(place))) == INDUSTRY


def test_a_property_may_go_by_its_chinese_name(caller):
    assert matched(match(caller, "省工信厅", properties=[{"pid": "地点", "v": "广东省"}])) == INDUSTRY


def test_the_day_says_which_name_was_in_force(caller):
    past = match(caller, "省经信委", properties=written("广东省", "2016-05-01"))
    assert matched(past) == ECONOMY
    assert INDUSTRY in past[0]["description"]
    assert matched(match(caller, "省经信委", properties=written("广东省", "2024年5月"))) == INDUSTRY


def test_a_year_in_which_the_body_changed_is_left_to_a_person(caller):
    found = match(caller, "省经信委", properties=written("广东省", 2018))
    assert {one["name"] for one in found} == {ECONOMY, INDUSTRY}
    assert matched(found) is None


@pytest.mark.parametrize(
    ("properties", "remark"),
    [
        (written("广冬省"), "广冬省"),
        (written(["广东省", "四川省"]), "四川省"),
        (written("广东省", "去年某日"), "去年某日"),
        ([{"pid": "P31", "v": "x"}], "P31"),
    ],
)
def test_what_is_not_understood_is_said_and_never_matched(caller, properties, remark):
    found = match(caller, INDUSTRY, properties=properties)
    assert found[0]["name"] == INDUSTRY
    assert remark in found[0]["description"]
    assert matched(found) is None


def test_blank_cells_count_as_left_out(caller):
    assert matched(match(caller, INDUSTRY, properties=written(" ", ""))) == INDUSTRY
    assert match(caller, " ") == []


def test_a_name_of_many_places_gives_candidates_without_a_match(caller):
    found = match(caller, "财政厅", limit=40)
    assert {"广东省财政厅", "四川省财政厅"} <= {one["name"] for one in found}
    assert matched(found) is None


def test_a_name_that_is_only_near_is_ranked_below_every_link_and_not_matched(caller):
    found = match(caller, "省工业和信息化", properties=written("广东省"))
    assert found[0]["name"] == INDUSTRY
    assert matched(found) is None
    link = match(caller, "省工信厅", properties=written("广东省"))
    assert max(one["score"] for one in found) < link[0]["score"] <= 100
    scores = [one["score"] for one in found]
    assert scores == sorted(scores, reverse=True)


def test_a_name_nobody_bears_gives_nothing(caller):
    assert match(caller, "玄机阁", properties=written("广东省")) == []


def test_an_id_leads_to_its_body(caller):
    (known,) = match(caller, INDUSTRY)
    (found,) = match(caller, known["id"])
    assert (found["name"], found["match"], found["score"]) == (INDUSTRY, True, 100)


@pytest.mark.parametrize("kind", ["Agency", ["Person", "Agency"], []])
def test_type_of_agencies(caller, kind):
    assert matched(match(caller, INDUSTRY, type=kind, type_strict="should")) == INDUSTRY


@pytest.mark.parametrize("kind", ["Person", ["Person", "Place"]])
def test_there_are_no_entities_of_another_type(caller, kind):
    assert match(caller, INDUSTRY, type=kind) == []


def test_what_a_person_decided_holds_here_too(caller, monkeypatch, tmp_path):
    monkeypatch.setenv("ZHIZE_HOME", str(tmp_path))
    (industry,) = match(caller, INDUSTRY)
    assert matched(match(caller, "玄机阁", properties=written("广东省"))) is None
    keep(Judgement("玄机阁", "440000", Verdict.SAME, industry["id"], "甲", datetime.now(UTC)))
    (found,) = match(caller, "玄机阁", properties=written("广东省"))
    assert matched([found]) == INDUSTRY
    assert "人工核定" in found["description"]


def test_no_more_candidates_than_asked_for(caller):
    assert len(match(caller, "财政厅", limit=3)) == 3


def test_features_tell_what_speaks_for_a_candidate(caller):
    found = match(caller, INDUSTRY, properties=written("广东省", "2015-01-01"))[0]
    assert not found["match"]
    features = {one["id"]: one["value"] for one in found["features"]}
    assert features == {"name_likeness": 100, "official_name": True, "same_place": True, "in_force": False}


def test_a_batch_answers_each_key_and_alike_by_get_and_post(caller):
    batch = {"q0": {"query": "省工信厅", "properties": written("广东省")}, "其他": {"query": "财政部"}}
    queries = json.dumps(check("query_batch", batch))
    by_post = caller.post(HERE, data={"queries": queries}).json()
    assert check("result_batch", by_post).keys() == batch.keys()
    assert caller.get(HERE, params={"queries": queries}).json() == by_post


@pytest.mark.parametrize(
    "queries",
    [
        "",
        "{",
        "[]",
        "null",
        '{"q0": "省工信厅"}',
        '{"q0": {}}',
        '{"q0": {"properties": []}}',
        '{"q0": {"query": "省工信厅", "limit": 0}}',
        '{"q0": {"query": "省工信厅", "properties": [{"pid": "as_of"}]}}',
        r'{"\ud800": {"query": "\ud800"}}',
        '{"q0":' * 2000,
    ],
)
def test_a_malformed_batch_is_a_problem(caller, queries):
    answers = [caller.post(HERE, data={"queries": queries}), caller.get(HERE, params={"queries": queries})]
    for answer in answers:
        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"
        assert [error["field"] for error in answer.json()["errors"]] == ["queries"]


def test_a_batch_that_is_too_large_is_turned_away(caller):
    queries = json.dumps({str(n): {"query": "财政部"} for n in range(BATCH_SIZE + 1)})
    answer = caller.post(HERE, data={"queries": queries})
    assert answer.status_code == 413
    assert str(BATCH_SIZE) in answer.json()["advice"]


def test_a_body_that_is_no_form_is_a_problem(caller):
    answer = caller.post(HERE, json={"queries": {}})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
