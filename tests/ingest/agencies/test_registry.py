import time

from ingest.agencies.check import check_registry
from ingest.agencies.organs import load_organs
from ingest.agencies.registry import Body, load_registry

REGISTRY = load_registry()


def test_the_registry_has_no_faults() -> None:
    assert check_registry() == []


def test_every_body_of_every_province_has_a_name_and_an_id_of_its_own() -> None:
    places = [place for place in REGISTRY.places if place.level in ("national", "province")]
    bodies = [Body(organ, place) for place in places for organ in REGISTRY.organs_at(place)]
    assert len({body.id for body in bodies}) == len(bodies)
    assert all("{" not in REGISTRY.name(body) for body in bodies)


def test_a_city_s_own_form_hides_the_possible_ones() -> None:
    shenzhen = REGISTRY.places.get("440300")
    names = {REGISTRY.name(Body(organ, shenzhen)) for organ in REGISTRY.organs_at(shenzhen)}
    assert "深圳市规划和自然资源局" in names
    assert "深圳市自然资源和规划局" not in names


def test_branches_take_the_form_of_place_that_their_system_uses() -> None:
    guangxi = REGISTRY.places.get("450000")
    names = {organ.slug: REGISTRY.name(Body(organ, guangxi)) for organ in REGISTRY.organs_at(guangxi)}
    assert names["tax"] == "国家税务总局广西壮族自治区税务局"
    assert names["pboc"] == "中国人民银行广西壮族自治区分行"
    assert names["nfra"] == "国家金融监督管理总局广西监管局"
    assert names["survey"] == "国家统计局广西调查总队"


def test_rows_say_whether_they_are_attested() -> None:
    marks = [organ.attested for organ in load_organs()]
    assert any(marks)
    assert not all(marks)


def test_an_index_is_composed_fast_enough_to_do_it_on_demand() -> None:
    start = time.perf_counter()
    for place in list(REGISTRY.places)[::50]:
        REGISTRY.index(place)
    assert time.perf_counter() - start < 5
