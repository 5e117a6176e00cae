"""Any batch that the specification allows is answered as it says."""

import json
from datetime import date

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.reconcile.matching import read_batch, reconcile
from api.reconcile.setting import read_days
from ingest.agencies.resolver import load_resolver
from tests.api.rest.reconcile_calls import HERE, check, clerk
from tests.api.rest.test_description import CHECKS

NAMES = st.sampled_from(
    ["省工信厅", "广东省经信委", "财政厅", "市委宣传部", "省财政局", "工信听", "440000", "."]
)
PLACES = st.sampled_from(
    ["广东省", "深圳市", 440000, "南山区", "x", "", {"id": "510000"}, ["广东省", "四川省"]]
)
DAYS = st.sampled_from(["2016", 2018, "2024-01-01", "2024年5月", "x", None, True])


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
ENTITY = st.fixed_dictionaries({"id": TEXT}, optional={"name": TEXT})
VALUE = (
    PLACES
    | DAYS.filter(lambda day: day is not None)
    | TEXT
    | st.booleans()
    | st.floats(-1e300, 1e300)
    | ENTITY
)
PROPERTY = st.fixed_dictionaries(
    {
        "pid": st.sampled_from(["jurisdiction", "as_of", "日期"]) | TEXT,
        "v": VALUE | st.lists(VALUE.filter(lambda value: not isinstance(value, list)), max_size=3),
    }
)
MORE = {
    "type": TEXT | st.lists(TEXT, max_size=2) | st.just("Agency"),
    "limit": st.integers(1, 10**30),
    "type_strict": st.sampled_from(["any", "should", "all"]),
}
BY_NAME = st.fixed_dictionaries(
    {"query": NAMES | TEXT}, optional=MORE | {"properties": st.lists(PROPERTY, max_size=3)}
)
BY_PROPERTY = st.fixed_dictionaries({"properties": st.lists(PROPERTY, min_size=1, max_size=3)}, optional=MORE)


@given(st.dictionaries(TEXT, BY_NAME | BY_PROPERTY, max_size=4))
@settings(max_examples=60)
def test_every_allowed_batch_is_answered(batch):
    check("query_batch", batch)
    resolver = load_resolver()
    answers = {
        key: {"result": [one.model_dump() for one in reconcile(resolver, query)]}
        for key, query in read_batch(json.dumps(batch)).items()
    }
    assert check("result_batch", answers).keys() == batch.keys()


@given(NAMES, PLACES, DAYS)
def test_one_match_at_most_and_only_the_resolver_makes_it(name, place, day):
    resolver = load_resolver()
    properties = [{"pid": "jurisdiction", "v": place}]
    properties += [{"pid": "as_of", "v": day}] if day is not None else []
    (query,) = read_batch(json.dumps({"q": {"query": name, "properties": properties}})).values()
    found = reconcile(resolver, query)
    matches = [one for one in found if one.match]
    assert len(matches) < 2
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    if matches:
        assert found == matches
        where = resolver.registry.places.find(str(place["id"] if isinstance(place, dict) else place))
        days = read_days(str(day)) or (None,)
        assert {resolver.resolve(name, where, one).agency.id for one in days} == {matches[0].id}


def test_batches_are_answered_as_the_interface_is_described():
    description = schemathesis.openapi.from_asgi("/api/v1/openapi.json", clerk().app)

    @given(case=description[HERE]["POST"].as_strategy())
    @settings(max_examples=20, suppress_health_check=list(HealthCheck), derandomize=True)
    def conforms(case):
        case.call_and_validate(checks=CHECKS)

    conforms()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024-05-10", (date(2024, 5, 10),)),
        ("2024年5月10日", (date(2024, 5, 10),)),
        ("2024/5/10", (date(2024, 5, 10),)),
        ("2024-05-10T00:00:00Z", (date(2024, 5, 10),)),
        ("2024年2月", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2024-12", (date(2024, 12, 1), date(2024, 12, 31))),
        ("２０２４年", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-13", ()),
        ("2024-02-30", ()),
        ("去年", ()),
        ("20240510", ()),
    ],
)
def test_days(text, days):
    assert read_days(text) == days
