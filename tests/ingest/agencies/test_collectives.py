import pytest

from ingest.agencies.resolver import Resolver


@pytest.mark.parametrize(
    ("mention", "place", "members"),
    [
        ("各地级以上市人民政府", "广东省", 21),
        ("各市（州）人民政府", "四川省", 21),
        ("各盟市人民政府", "内蒙古自治区", 12),
        ("各市、州人民政府", "湖南省", 14),
        ("各区人民政府", "上海市", 16),
        ("各县（市、区）人民政府", "浙江省湖州市", 5),
        ("各市、县人民政府", "海南省", 0),
        ("各有关市人民政府", "广东省", 0),
        ("各有关部门", "广东省", 0),
        ("各区人民政府", "国家", 0),
    ],
)
def test_members_are_given_where_they_are_certain(
    resolver: Resolver, mention: str, place: str, members: int
) -> None:
    record = resolver.collective(mention, resolver.registry.places.find(place))
    assert record.collective
    assert len(record.members) == members
    assert all(resolver.agency(member) for member in record.members)


def test_a_collective_keeps_its_name_in_its_id(resolver: Resolver) -> None:
    record = resolver.collective("各地级以上市 人民政府", resolver.registry.places.find("广东省"))
    assert record.id == "440000.collective.各地级以上市人民政府"
    assert "440300.gov" in record.members
