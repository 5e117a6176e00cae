import pytest

from ingest.agencies.jurisdictions import load_jurisdictions

PLACES = load_jurisdictions()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("国家", "000000"),
        ("广东省", "440000"),
        ("广东省深圳市", "440300"),
        ("深圳", "440300"),
        ("四川省成都市武侯区", "510107"),
        ("江苏省苏州市昆山市", "320583"),
        ("江苏省昆山市", "320583"),
        ("重庆市石柱土家族自治县", "500240"),
        ("河南省济源市", "419001"),
        ("新疆生产建设兵团", "990000"),
        ("新疆生产建设兵团第三师图木舒克市", "990300"),
        ("四川省凉山州", "513400"),
        ("内蒙古自治区锡林郭勒盟", "152500"),
        ("青海省海南藏族自治州", "632500"),
        ("海南", "460000"),
        ("吉林", "220000"),
        ("河北雄安新区", "133100"),
        ("510107", "510107"),
    ],
)
def test_a_path_of_names_leads_to_one_place(path: str, code: str) -> None:
    place = PLACES.find(path)
    assert place is not None
    assert place.code == code


@pytest.mark.parametrize("path", ["朝阳区", "四川省、重庆市", "未知省", "", "广东省朝阳区"])
def test_an_unknown_or_ambiguous_path_leads_nowhere(path: str) -> None:
    assert PLACES.find(path) is None


@pytest.mark.parametrize(
    "name", ["内蒙古", "凉山州", "凉山", "石柱县", "兵团", "鄂温克旗", "第八师", "元坝区"]
)
def test_short_and_former_names_are_places(name: str) -> None:
    assert PLACES.is_place(name)


def test_ancestors_run_from_the_nearest_to_the_centre() -> None:
    assert [place.name for place in PLACES.ancestors("510107")] == ["成都市", "四川省", "国家"]
    assert [place.name for place in PLACES.ancestors("500240")] == ["重庆市", "国家"]


def test_every_place_lies_within_a_place_that_exists() -> None:
    assert all(place.parent is None or PLACES.get(place.parent) for place in PLACES)
    assert sum(place.level == "province" for place in PLACES) == 31 + 3 + 1


def test_a_place_that_was_abolished_has_its_last_year() -> None:
    place = PLACES.find("山东省莱芜市")
    assert place is not None
    assert place.valid_to is not None
    assert place.valid_to.year == 2017
