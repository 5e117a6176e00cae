"""A briefing's two forms: every line with its source, no word of a document acting as markup."""

from dataclasses import replace
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from api.briefing.model import Briefing, Item, OpenName, Seat, Section, Target
from api.briefing.render import to_html, to_markdown

SOURCE = "《某省数字建设要点》第（二）项"
BRIEFING = Briefing(
    title="关于甲厅、乙局共同任务的简报",
    day=date(2024, 5, 10),
    hosts=(Seat("甲厅", "牵头1项", SOURCE), Seat("乙局", "配合1项", SOURCE)),
    guests=(Seat("丙委", "负责1项", SOURCE),),
    sections=(
        Section("二、共同牵头的任务", "没有。", ()),
        Section(
            "三、互相支撑的任务",
            "没有。",
            (Item("建设平台", (("牵头", "甲厅"), ("配合", "乙局、丙委")), SOURCE),),
        ),
    ),
    targets=(Target("建成3个平台", date(2024, 12, 31), SOURCE), Target("长期推进", None, SOURCE)),
    open_names=(OpenName("省某某统筹局", SOURCE),),
    sources=("《某省数字建设要点》",),
)
EMPTY = replace(BRIEFING, guests=(), sections=(), targets=(), open_names=(), sources=())


@pytest.mark.parametrize("form", [to_markdown, to_html])
def test_each_statement_stands_beside_its_source(form):
    text = form(BRIEFING)
    for statement in ("甲厅", "乙局", "丙委", "建设平台", "建成3个平台", "长期推进", "省某某统筹局"):
        assert statement in text
    assert text.count(f"来源：{SOURCE}") == 7


@pytest.mark.parametrize("form", [to_markdown, to_html])
def test_dates_are_written_as_in_official_documents(form):
    text = form(BRIEFING)
    assert "2024年12月31日：建成3个平台" in text
    assert "未写明时限：长期推进" in text


@pytest.mark.parametrize("form", [to_markdown, to_html])
def test_an_empty_part_says_so(form):
    text = form(EMPTY)
    assert "上述任务没有写明可计量的目标。" in text
    assert "上述任务所列单位名称均已识别，无待核实名称。" in text


def test_markdown_words_are_no_markup():
    text = to_markdown(replace(BRIEFING, title="<script>*强调*[链接](x)|`码`\n# 标题"))
    assert text.splitlines()[0] == r"# \<script\>\*强调\*\[链接\](x)\|\`码\` \# 标题"


def test_html_words_are_no_markup():
    page = HTMLParser(to_html(replace(BRIEFING, title='<script>alert("x")</script>')))
    assert page.css_first("script") is None
    assert page.css_first("h1").text() == '<script>alert("x")</script>'


def test_the_page_needs_nothing_from_outside():
    page = HTMLParser(to_html(BRIEFING))
    assert not page.css("link, script, img, iframe")
    assert "@page" in page.css_first("style").text()
