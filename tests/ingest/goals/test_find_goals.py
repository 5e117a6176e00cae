"""What holds for whole passages: spans, brackets, labels, tables, deadlines from outside, subjects."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.goals import find_goals
from ingest.records import Text
from ingest.script import fold
from tests.ingest.goals.reading import YEAR, read, shown

PIECES = [
    *(
        "新建公园20个",
        "到2026年底",
        "12月底前，",
        "三百家",
        "3—5万",
        "第2批",
        "其中：",
        "完成时限：",
        "2024-",
    ),
    *("不少于", "以上", "控制在", "以内", "达到", "年内", "截至", "补助", "每", "分之", "5%"),
    *"、，。；（）“”《》·*〇亿万千十一年月日\n\t",
]


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)))
def test_whatever_the_text_reading_returns_and_statements_are_what_the_spans_say(content: str):
    for goal in read(content):
        assert goal.statement == content[goal.start : goal.end] != ""
        assert "\n" not in goal.statement


def test_spans_count_from_the_start_of_the_document():
    content = "前言，新增就业1万人。\n一、培训职工2万人次。\n尾声。"
    start = content.index("一、")
    (goal,) = find_goals(Text(content, fold(content), "txt"), start, len(content), YEAR)
    assert content[goal.start : goal.end] == goal.statement == "培训职工2万人次"


def test_a_responsibility_clause_holds_no_target():
    content = "建成水库3座（市水利局牵头，市财政局等9个部门配合，12月底前完成）。责任单位：各县区等11个单位"
    assert shown(read(content)) == "3 座 = -"


def test_label_lines_hold_no_target():
    content = "建成水库3座。\n牵头单位：市水利局等2个单位\n完成时限：2025年12月底"
    assert shown(read(content)) == "3 座 = -"


def test_cells_of_a_table_row_are_read_apart():
    content = "3\t道路防护\t建设防护林42公里，栽植苗木三万株\t市林业局\t6月底前"
    assert shown(read(content)) == "42 公里 = - | 30000 株 = -"


def test_the_tasks_own_deadline_holds_where_a_target_states_none():
    goals = read("建成水库3座。8月底前完成清淤12公里。", default=date(2025, 11, 30))
    assert [g.deadline for g in goals] == [date(2025, 11, 30), date(2025, 8, 31)]


def test_a_line_that_opens_a_list_lends_its_deadline():
    content = "到2027年，实现以下目标：\n——森林覆盖率达到45%；\n——水质优良比例达到95%。\n培训护林员500名。"
    assert [g.deadline for g in read(content)] == [date(2027, 12, 31)] * 2 + [None]


def test_without_a_plan_year_only_full_dates_are_known():
    content = "年底前建成水库3座。2026年底前建成泵站4座。"
    goals = find_goals(Text(content, fold(content), "txt"), 0, len(content), None)
    assert [g.deadline for g in goals] == [None, date(2026, 12, 31)]


def test_traditional_script_is_read_and_kept_in_the_statement():
    (goal,) = read("培訓職工五萬人次以上")
    assert (goal.statement, goal.value, goal.unit) == ("培訓職工五萬人次以上", 50000, "人次")


@pytest.mark.parametrize(
    ("sentence", "abouts"),
    [
        ("新建日光温室4500座、拱棚1.1万座", ["日光温室", "拱棚"]),
        ("新建、改建室外滑冰场40块", ["室外滑冰场"]),
        ("城镇调查失业率控制在5.5%以内", ["城镇调查失业率"]),
        ("固定资产投资增长7%以上", ["固定资产投资"]),
        ("累计推动4万家规模以上工业企业上云", ["规模以上工业企业上云"]),
        ("推进2个国家级和6个省级数字化试点城市", ["国家级数字化试点城市", "省级数字化试点城市"]),
        ("城市、农村污水处理率分别达到98%、45%", ["城市", "农村污水处理率"]),
        ("对市场设施开展专项检查不少于两轮", ["专项检查"]),
        ("每个乡镇至少建成养老服务中心1家", ["养老服务中心"]),
        ("单位面积能耗较2020年下降18%", ["单位面积能耗"]),
        ("投入5亿元建设20个重点项目", ["投入", "重点项目"]),
        ("全市建成区绿化覆盖率达到43%", ["建成区绿化覆盖率"]),
    ],
)
def test_about_says_what_is_counted(sentence: str, abouts: list[str | None]):
    assert [g.about for g in read(sentence)] == abouts


def test_targets_with_one_noun_share_their_statement():
    goals = read("推进2个国家级和6个省级数字化试点城市。")
    assert {g.statement for g in goals} == {"推进2个国家级和6个省级数字化试点城市"}


def test_a_leading_date_is_no_part_of_the_statement():
    assert read("到2026年底，建成水库3座")[0].statement == "建成水库3座"


SIGNS = [("不少于{}", ">="), ("超过{}", ">="), ("{}以上", ">="), ("不超过{}", "<="), ("{}以内", "<=")]
SIGNS += [("{}左右", "approx"), ("约{}", "approx"), ("{}", "=")]
DATES = [("", None), ("到2026年底，", "2026-12-31"), ("9月底前，", "2025-09-30"), ("年内", "2025-12-31")]


@given(
    date_=st.sampled_from(DATES),
    things=st.sampled_from(["新建冷库", "改造农村公路", "培训护理员", "整治河道", "发放消费券"]),
    number=st.integers(min_value=2, max_value=9999),
    scale=st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8)]),
    unit=st.sampled_from(["座", "公里", "人次", "平方米", "元", "吨", "畦"]),
    sign=st.sampled_from(SIGNS),
    stop=st.sampled_from(
        ["。", "，", "；", "（市水利局牵头，市财政局配合）。", "\n责任单位：市水利局等3个单位"]
    ),
)
def test_a_target_rendered_in_any_style_is_read_back(date_, things, number, scale, unit, sign, stop):
    (goal,) = read(f"{date_[0]}{things}{sign[0].format(f'{number}{scale[0]}{unit}')}{stop}")
    assert (goal.value, goal.unit, goal.comparator) == (number * scale[1], unit, sign[1])
    assert (goal.deadline.isoformat() if goal.deadline else None) == date_[1]
    assert goal.about == things[2:]
