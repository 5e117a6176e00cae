"""Item numbers at the start of a line."""

import pytest

from ingest.outline.marks import Style, read_mark
from ingest.script import fold


def mark_of(line: str):
    return read_mark(fold(line), 0, len(line))


@pytest.mark.parametrize(
    ("line", "style", "label", "value"),
    [
        ("一、夯实基础", Style.HAN, "一", 1),
        ("二十一、收尾", Style.HAN, "二十一", 21),
        ("（十二）扩大开放。", Style.HAN_BRACKET, "十二", 12),
        ("(三)half width", Style.HAN_BRACKET, "三", 3),
        ("3.建设站点", Style.DIGIT, "3", 3),
        ("3．建设站点", Style.DIGIT, "3", 3),
        ("12、建设站点", Style.DIGIT, "12", 12),
        ("1.5G基站建设", Style.DIGIT, "1", 1),
        ("2.2024年底前完成改造", Style.DIGIT, "2", 2),
        ("1.2 数据平台", Style.DECIMAL, "1.2", 2),
        ("（4）培训人员", Style.DIGIT_BRACKET, "4", 4),
        ("4）培训人员", Style.DIGIT_HALF_BRACKET, "4", 4),
        ("③培训人员", Style.CIRCLED, "③", 3),
        ("第二章　优化布局", Style.CHAPTER, "第二章", 2),
        ("第二节 建设园区", Style.SECTION, "第二节", 2),
        ("第十条 建设园区", Style.ARTICLE, "第十条", 10),
        ("第三部分 重点行动", Style.PART, "第三部分", 3),
        ("任务五：打造街区", Style.WORD, "任务五", 5),
        ("——完善网络", Style.BULLET, None, None),
        ("● 完善网络", Style.BULLET, None, None),
        ("**拓宽渠道。**新建网点", Style.BOLD, None, None),
        ("**（二）拓宽渠道。**新建网点", Style.HAN_BRACKET, "二", 2),
        ("## 二、拓宽渠道", Style.HAN, "二", 2),
    ],
)
def test_numbers_are_read_with_style_label_and_value(line, style, label, value):
    mark = mark_of(line)
    assert mark is not None
    assert (mark.style, mark.label, mark.value) == (style, label, value)


@pytest.mark.parametrize(
    "line",
    [
        "1.8万亩农田改造",
        "2024年建成站点",
        "一要压紧责任",
        "第一条铁路通车",
        "（省水利厅牵头）",
        "（2024—2027年）",
        "十四五时期",
        "— 3 —",
    ],
)
def test_figures_and_prose_are_no_numbers(line):
    assert mark_of(line) is None


def test_the_heading_begins_behind_the_number():
    line = "（三） 推进改革。"
    mark = mark_of(line)
    assert mark is not None
    assert line[mark.end :] == "推进改革。"
