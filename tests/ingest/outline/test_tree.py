"""How items nest, whatever their numbers."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.outline import Node, read_outline
from ingest.readers.normalise import text_of

TITLE = "安顺市2025年水源保护工作方案\n"


def shape(content: str):
    """The items as nested (label, first words) pairs."""
    text = text_of(TITLE + content)

    def of(node: Node):
        heading = text.folded[slice(*node.heading)][:4] if node.heading else ""
        return (node.mark.label if node.mark else None, heading, [of(child) for child in node.children])

    return [of(child) for child in read_outline(text).root.children]


def test_sections_items_and_sub_items_nest():
    assert shape("一、甲\n（一）乙\n1.丙\n（1）丁\n2.戊\n（二）己\n二、庚\n") == [
        ("一", "甲", [("一", "乙", [("1", "丙", [("1", "丁", [])]), ("2", "戊", [])]), ("二", "己", [])]),
        ("二", "庚", []),
    ]


def test_chapters_sections_and_bold_headings_nest():
    assert shape("第一章 甲\n第一节 乙\n第二章 丙\n**丁。**戊\n**己。**庚\n") == [
        ("第一章", "甲", [("第一节", "乙", [])]),
        ("第二章", "丙", [(None, "丁。**", []), (None, "己。**", [])]),
    ]


def test_short_lines_above_numbered_items_are_headings():
    assert shape("产业方面\n1.甲。\n2.乙。\n项目方面\n3.丙。\n") == [
        (None, "产业方面", [("1", "甲。", []), ("2", "乙。", [])]),
        (None, "项目方面", [("3", "丙。", [])]),
    ]
    assert shape("1.甲\n责任单位\n市水务局\n2.乙\n责任单位\n市林业局\n3.丙\n") == [
        ("1", "甲", []),
        ("2", "乙", []),
        ("3", "丙", []),
    ]


def test_an_annex_begins_anew():
    tree = shape("一、甲\n（一）乙\n附件2\n分工表\n一、丙\n")
    assert tree == [("一", "甲", [("一", "乙", [])]), ("附件2", "分工表", [("一", "丙", [])])]


def test_a_list_of_annexes_is_no_item():
    assert shape("一、甲\n附件：1.任务表\n2.联系表\n安顺市人民政府\n2025年1月2日\n") == [("一", "甲", [])]


def test_page_numbers_and_signatures_are_no_text():
    text = text_of(TITLE + "一、甲\n乙乙\n— 3 —\n丙丙\n安顺市人民政府\n2025年1月2日\n抄送：市委办。\n")
    node = read_outline(text).root.children[0]
    assert text.content[node.start : node.end].endswith("丙丙")


SAMPLES = """一、甲|二、|（一）乙。丙|1.丁|（1）戊|①己|——庚|**辛。**壬|第一章 癸|第三条 子|附件1|附件：1.甲|
注：乙|2024年1月2日|某市人民政府|— 3 —|甲\t乙|序号\t任务\t牵头单位|正文。"""
LINES = st.sampled_from(SAMPLES.replace("\n", "").split("|"))


@settings(deadline=None)  # the first call makes the patterns
@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=30))
def test_any_text_has_an_outline_with_spans_inside_it(lines):
    text = text_of("\n".join(lines))
    outline = read_outline(text)
    for node in outline.root.walk():
        spans = [*node.pieces, *node.notes, *node.orphans, *([node.heading] if node.heading else [])]
        assert all(0 <= a <= b <= len(text.content) for a, b in spans)
        assert 0 <= node.start <= node.end <= len(text.content)
