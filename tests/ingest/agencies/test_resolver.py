"""Who a name means. Place, system and rank word are hard gates; nothing is guessed."""

from collections.abc import Callable

import pytest

from graph.model import Jurisdiction, Method
from ingest.agencies.resolver import Resolution, Resolver

Resolve = Callable[..., Resolution]

RIGHT = [
    ("省工信厅", "河北省", "河北省工业和信息化厅"),
    ("工信厅", "河北省", "河北省工业和信息化厅"),
    ("省经信厅", "湖北省", "湖北省经济和信息化厅"),
    ("省人力社保厅", "浙江省", "浙江省人力资源和社会保障厅"),
    ("省资规厅", "海南省", "海南省自然资源和规划厅"),
    ("市市场监管委", "天津市", "天津市市场监督管理委员会"),
    ("市教委", "上海市", "上海市教育委员会"),
    ("自治区党委编办", "广西壮族自治区", "中共广西壮族自治区委员会机构编制委员会办公室"),
    ("区财政厅", "西藏自治区", "西藏自治区财政厅"),
    ("兵团农业农村局", "新疆生产建设兵团", "新疆生产建设兵团农业农村局"),
    ("自治区水利厅", "新疆生产建设兵团", "新疆维吾尔自治区水利厅"),
    ("盟行署", "内蒙古自治区锡林郭勒盟", "锡林郭勒盟行政公署"),
    ("旗教育局", "内蒙古自治区准格尔旗", "准格尔旗教育局"),
    ("州公安局", "青海省海西州", "海西蒙古族藏族自治州公安局"),
    ("市财政局", "江苏省昆山市", "昆山市财政局"),
    ("市财政局", "广东省佛山市顺德区", "佛山市财政局"),
    ("市财政局", "浙江省德清县", "湖州市财政局"),
    ("县财政局", "浙江省德清县", "德清县财政局"),
    ("区教育局", "四川省成都市武侯区", "成都市武侯区教育局"),
    ("江苏金融监管局", "江苏省", "国家金融监督管理总局江苏监管局"),
    ("国家统计局连云港调查队", "江苏省", "国家统计局连云港调查队"),
    ("广东省深圳市人民政府", "国家", "深圳市人民政府"),
    ("省高院", "陕西省", "陕西省高级人民法院"),
    ("团县委", "浙江省德清县", "共青团德清县委员会"),
    ("能源局", "国家", "国家能源局"),
    ("能源局", "山西省", "山西省能源局"),
    ("省市场监管局（知识产权局）", "江西省", "江西省市场监督管理局"),
    ("中华人民共和国教育部", "国家", "教育部"),
    ("全省财政厅", "江西省", None),
    ("本省财政厅", "江西省", "江西省财政厅"),
]

NOBODY = [
    ("省财政局", "江西省"),
    ("市工信厅", "江西省南昌市"),
    ("市教育局", "江西省"),
    ("市市场监管局", "江西省"),
    ("省审计厅", "国家"),
    ("区工信局", "江西省南昌市"),
    ("省水务厅", "江西省"),
    ("省发展改革委主任", "江西省"),
    ("省财政厅国库处", "江西省"),
    ("省水利学会", "江西省"),
    ("江西财经大学", "江西省"),
    ("国家发展改革委令", "国家"),
    ("贵州省大数据发展应用促进条例", "贵州省"),
    ("省政务服务大厅", "江西省"),
    ("国家开发银行江西省分行", "江西省"),
    ("我厅", "江西省"),
    ("各有关部门", "江西省"),
    ("数据主管部门", "江西省"),
    ("市公安局交管局", "北京市"),
    ("省建委", "江西省"),
    ("市资规局", "江苏省南京市"),
    ("省发展改革委工会", "江西省"),
    ("省发展改革委展会", "江西省"),
    ("某国家广电总局", "国家"),
    ("会同省林业局", "江西省"),
    ("北京省发展改革委", "江西省"),
    ("新市财政局", "山西省太原市"),
    ("该省财政厅", "江西省"),
    ("", "江西省"),
    ("委", "江西省"),
    ("市场监管局", "国家"),
    ("国家就业局", "国家"),
    ("国家信用局", "国家"),
    ("国家电力局", "国家"),
    ("国家路桥委", "国家"),
    ("省委外贸办", "湖北省"),
    ("中共湖北省委数经办公室", "湖北省"),
    ("省人大外经委", "湖北省"),
    ("自治区党委教研工委", "广西壮族自治区"),
    ("国家税政局", "湖北省"),
    ("高新区管委会", "湖北省武汉市"),
    ("经开区管委会", "安徽省合肥市"),
    ("省市市场监管局", "湖北省"),
    ("成都高新区", "四川省"),
    ("省人民政府农务办公室", "江西省"),
]


@pytest.mark.parametrize(("mention", "place", "name"), [row for row in RIGHT if row[2]])
def test_a_name_means_the_body_that_a_reader_of_the_place_knows(
    resolve: Resolve, mention: str, place: str, name: str
) -> None:
    found = resolve(mention, place)
    assert found.agency is not None, found.reason
    assert found.agency.name == name
    assert found.method is not Method.UNRESOLVED


@pytest.mark.parametrize(("mention", "place"), NOBODY)
def test_what_is_no_single_agency_stays_unresolved_with_a_reason(
    resolve: Resolve, mention: str, place: str
) -> None:
    found = resolve(mention, place)
    assert found.agency is None, found.reason
    assert found.reason


@pytest.mark.parametrize(
    ("mention", "place", "name"),
    [
        ("省人力资源社会保章厅", "湖南省", "湖南省人力资源和社会保障厅"),
        ("省农业农忖厅", "湖南省", "湖南省农业农村厅"),
        ("省应急管理厅厅", "湖南省", "湖南省应急管理厅"),
        ("省政财厅", "湖南省", "湖南省财政厅"),
        ("省水里厅", "湖南省", "湖南省水利厅"),
        ("省卫建委", "湖南省", "湖南省卫生健康委员会"),
        ("国家发展和改格委员会", "国家", "国家发展和改革委员会"),
        ("省教肓厅", "湖南省", "湖南省教育厅"),
        ("省应急管理丁", "湖南省", "湖南省应急管理厅"),
        ("省卫生健康委会员", "湖南省", "湖南省卫生健康委员会"),
        ("省卫生健康委会", "湖南省", "湖南省卫生健康委员会"),
        ("省卫生健康委员委员会", "湖南省", "湖南省卫生健康委员会"),
    ],
)
def test_one_slip_of_the_pen_is_forgiven(resolve: Resolve, mention: str, place: str, name: str) -> None:
    found = resolve(mention, place)
    assert found.agency is not None, found.reason
    assert found.agency.name == name
    assert found.method is Method.FUZZY


@pytest.mark.parametrize(
    ("mention", "place", "as_of", "name", "successor"),
    [
        ("省国土资源厅", "湖南省", "2017-06-01", "湖南省国土资源厅", "湖南省自然资源厅"),
        ("省国土资源厅", "湖南省", "2020-06-01", "湖南省自然资源厅", None),
        ("市人防办", "北京市", "2022-06-01", "北京市人民防空办公室", "北京市国防动员办公室"),
        ("市人防办", "北京市", "2024-06-01", "北京市国防动员办公室", None),
        ("环境保护部", "国家", "2016-06-01", "环境保护部", "生态环境部"),
        ("浙江银保监局", "浙江省", "2024-06-01", "国家金融监督管理总局浙江监管局", None),
        ("人民银行成都分行", "四川省", "2022-06-01", "中国人民银行成都分行", "中国人民银行四川省分行"),
        ("省经信厅", "安徽省", "2023-07-01", "安徽省经济和信息化厅", "安徽省工业和信息化厅"),
        ("省经信厅", "安徽省", "2025-07-01", "安徽省工业和信息化厅", None),
    ],
)
def test_the_document_s_date_picks_the_body_in_force(
    resolve: Resolve, mention: str, place: str, as_of: str, name: str, successor: str | None
) -> None:
    found = resolve(mention, place, as_of)
    assert found.agency is not None, found.reason
    assert (found.agency.name, found.successor) == (name, successor)


def test_a_split_body_has_no_single_heir(resolve: Resolve) -> None:
    assert resolve("省食品药品监管局", "湖南省", "2016-06-01").agency is not None
    assert resolve("省食品药品监管局", "湖南省", "2024-06-01").agency is None


def test_a_rank_contradiction_is_suggested_with_its_reason(resolve: Resolve) -> None:
    first = resolve("省财政局", "湖南省").suggestions[0]
    assert first.name == "湖南省财政厅"
    assert "rank" in first.reason


def test_a_part_of_a_body_is_suggested_to_belong_to_it(resolve: Resolve) -> None:
    first = resolve("省财政厅国库处", "湖南省").suggestions[0]
    assert first.name == "湖南省财政厅"
    assert "part" in first.reason


def test_an_unsaid_level_is_named_as_the_reason(resolve: Resolve) -> None:
    assert "level word" in resolve("市教育局", "湖南省").reason


def test_closure_brings_managers_and_successors(resolver: Resolver, resolve: Resolve) -> None:
    energy = resolve("省能源局", "湖南省").agency
    old = resolve("省国土资源厅", "湖南省", "2017-06-01").agency
    assert energy
    assert old
    ids = {agency.id for agency in resolver.closure([energy, old])}
    assert ids == {"430000.energy", "430000.ndrc", "430000.land-2018", "430000.planning"}


def test_agencies_are_found_again_by_id(resolver: Resolver, resolve: Resolve) -> None:
    for mention in ("省能源局", "省委网信办", "省税务局", "团省委"):
        agency = resolve(mention, "湖南省").agency
        assert agency is not None
        assert resolver.agency(agency.id) == agency
    assert resolver.agency("430000.nothing") is None
    assert resolver.agency("nothing") is None


def test_unresolved_names_are_kept(resolver: Resolver) -> None:
    place: Jurisdiction | None = resolver.registry.places.find("湖南省")
    kept = resolver.unresolved("省 智慧湾区 统筹局", place)
    assert kept.id == "430000.unresolved.省智慧湾区统筹局"
    assert not kept.resolved


def test_a_second_nameplate_is_its_body_and_keeps_the_name_said(resolve: Resolve) -> None:
    said = resolve("国新办", "国家")
    assert said.agency is not None
    assert (said.agency.name, said.nameplate) == ("中共中央宣传部", "国务院新闻办公室")
    assert resolve("中央宣传部", "国家").nameplate is None


@pytest.mark.parametrize(
    ("mention", "place"), [("市保环局", "天津市"), ("省防办", "湖南省"), ("省防人办", "福建省")]
)
def test_two_names_as_near_decide_nothing_though_one_is_past(
    resolve: Resolve, mention: str, place: str
) -> None:
    assert resolve(mention, place, "2020-06-01").agency is None
