"""Rules that hold for any name."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from graph.model import Jurisdiction
from ingest.agencies.registry import Body
from ingest.agencies.resolver import load_resolver
from ingest.script import clean_name

RESOLVER = load_resolver()
REGISTRY = RESOLVER.registry
DAY = date(2024, 9, 1)
PLACES = [place for place in REGISTRY.places if place.valid_to is None]
NAMED = [place for place in PLACES if place.level in ("province", "prefecture") and REGISTRY.organs_at(place)]
MENTIONS = (
    "省财政厅",
    "市卫健委",
    "省委网信办",
    "自治区公安厅",
    "县农业农村局",
    "国家发展改革委",
    "省税务局",
)
NOISE = st.text(alphabet=" \t\n\u3000\u00a0\u200b\ufeff\u00ad\u2028", max_size=3)

places = st.sampled_from(PLACES)


@st.composite
def noisy(draw: st.DrawFn, mention: str) -> str:
    """The mention with white space and invisible characters strewn in."""
    return "".join(draw(NOISE) + character for character in mention)


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_name(clean_name(text)) == clean_name(text)


@given(st.sampled_from(MENTIONS).flatmap(lambda name: st.tuples(st.just(name), noisy(name))), places)
def test_noise_never_changes_the_answer(pair: tuple[str, str], place: Jurisdiction) -> None:
    plain, dirty = pair
    assert RESOLVER.resolve(dirty, place, DAY) == RESOLVER.resolve(plain, place, DAY)


@given(
    st.text(
        alphabet="省市县区州盟旗自治兵团中共国家委员会厅局办财政教育人民政府广东深圳，、（）厂1a ",
        max_size=14,
    ),
    places,
)
def test_no_input_raises(text: str, place: Jurisdiction) -> None:
    for at in (place, None):
        found = RESOLVER.resolve(text, at, None)
        assert 0 <= found.score <= 1


@given(st.sampled_from(NAMED), st.sampled_from(NAMED), st.data())
def test_a_full_name_leads_to_its_own_place_from_anywhere(
    home: Jurisdiction, reader: Jurisdiction, data: st.DataObject
) -> None:
    organ = data.draw(st.sampled_from(REGISTRY.organs_at(home)))
    found = RESOLVER.resolve(REGISTRY.name(Body(organ, home)), reader, DAY)
    if found.agency is not None and "*" not in organ.name and "{" in organ.name:
        assert found.agency.jurisdiction == home.code


@given(st.sampled_from(NAMED), st.sampled_from(["财政", "教育", "公安", "水利", "自然资源", "发展和改革"]))
def test_a_rank_of_another_level_is_never_linked(place: Jurisdiction, stem: str) -> None:
    wrong = "厅" if place.level == "prefecture" or place.kind == "直辖市" else "署"
    assert RESOLVER.resolve(place.name + stem + wrong, place, DAY).agency is None
