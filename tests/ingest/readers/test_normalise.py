"""What normalising removes, keeps and joins."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.readers.normalise import text_of
from ingest.readers.spun import spun_terms
from ingest.script import radicals


def content(text: str) -> str:
    return text_of(text).content


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("省\u200b财\u00ad政\ufeff厅\0", "省财政厅"),
        ("　　一、总则\u00a0 ", "一、总则"),
        ("甲\r\n乙\r丙\u2028丁", "甲\n乙\n丙\n丁"),
        ("⼴东省⼯业和⽔利厅，市⺠、⻝品、⻓江、⻔户", "广东省工业和水利厅，市民、食品、长江、门户"),
        ("市&nbsp;水务局&#8220;A&#x201d;&amp;B", "市 水务局“A”&B"),
        ("各區(qū)要(yào / yāo)一(yī / yì /yí)体推进的(de)", "各區要一体推进的"),
        ("省工\n(gōng)业和信息化厅", "省工业和信息化厅"),
        ("推广政务(app)和平台(ABC)", "推广政务(app)和平台(ABC)"),
        ("| 序号 | 任务 |\n|---|---|\n| 1 | 清淤 |", "序号\t任务\n1\t清淤"),
        ("1.\t修订预案", "1.修订预案"),
        ("1\t修订预案\t\n\t\t市水务局", "1\t修订预案\t\n\t\t市水务局"),
    ],
)
def test_noise_is_removed_and_text_kept(written, read):
    assert content(written) == read


@pytest.mark.parametrize("number", ["— 3 —", "- 3 -", "－12－", "第 3 页", "第3页 共10页"])
def test_a_page_number_does_not_break_a_clause(number):
    text = f"（一）推进改造。全市改造管网45公里。（市水务局牵头，市财\n{number}\n政局配合）\n（二）其他。"
    assert content(text) == "（一）推进改造。全市改造管网45公里。（市水务局牵头，市财政局配合）\n（二）其他。"


def test_a_page_number_after_a_heading_joins_nothing():
    assert content("二、强化保障\n— 2 —\n各单位要加强领导。") == "二、强化保障\n各单位要加强领导。"


def test_a_missing_bracket_swallows_no_item():
    text = "1.推进改造。（市水务局牵头\n2.推进清淤。（市财政局）"
    assert content(text) == text


def test_labels_within_a_bracket_stay_apart():
    assert (
        content("（牵头单位：市水务局\n配合单位：市财政局）") == "（牵头单位：市水务局 配合单位：市财政局）"
    )


def test_text_broken_at_a_fixed_width_becomes_paragraphs_again():
    paragraph = "全市各级各部门要加快建设感知网络，归集各类数据，推动业务协同，提升治理能力和水平" * 3 + "。"
    wrapped = "\n".join(paragraph[at : at + 30] for at in range(0, len(paragraph), 30))
    assert content(f"　　{wrapped}\n　　{wrapped}\n　　{wrapped}") == "\n".join([paragraph] * 3)


def test_the_last_block_of_a_document_is_no_table():
    rows = "1\t清淤\t市水务局\n"
    assert content(rows + "云溪市人民政府办公室\t2024年4月8日印发") == (
        rows + "云溪市人民政府办公室 2024年4月8日印发"
    )
    assert content(rows + "抄送：市委办公室\t市人大办公室") == rows + "抄送：市委办公室 市人大办公室"
    assert content(rows + "2\t办法\t2024年4月8日印发") == rows + "2\t办法\t2024年4月8日印发"


def test_a_radical_is_the_character_that_mainland_fonts_draw_for_it():
    assert content("新增经营主体12万⼾，⻓期见效") == "新增经营主体12万户，长期见效"


def test_lost_characters_are_reported():
    assert "2 characters were lost" in text_of("市水务\ufffd和\ufffd政局").warnings[0]


@given(st.text())
@example("甲\r　")
def test_any_text_becomes_lines_that_are_trimmed_and_filled(text):
    once = text_of(text, "docx")
    assert len(once.folded) == len(once.content)
    assert not any(line != line.strip(" ") or not line for line in once.content.split("\n") if once.content)


def test_the_seeds_are_well_formed():
    assert all(0x2E80 <= radical <= 0x2FD5 and len(plain) == 1 for radical, plain in radicals().items())
    assert all(term != genuine and len(term) > 2 for term, genuine in spun_terms().items())
    assert not any(term in genuine for term in spun_terms() for genuine in spun_terms().values())


def test_time_grows_with_length_and_no_faster():
    line = "（一）推进改造。全市改造管网45公里。（市水务局牵头，市财政局配合）   \n"

    def seconds(times: int) -> float:
        text = line * times
        start = time.process_time()
        text_of(text)
        return time.process_time() - start

    seconds(100)
    assert seconds(20_000) < 60 * max(seconds(1_000), 0.001)


def test_rows_of_bars_need_another_row_beside_them():
    assert text_of("首页 | 政务公开 | 服务\n某市要点").content == "首页 | 政务公开 | 服务\n某市要点"
    table = "序号 | 任务 | 牵头单位\n1 | 修路 | 市交通局"
    assert text_of(table).content == "序号\t任务\t牵头单位\n1\t修路\t市交通局"


def test_the_foot_of_a_web_page_is_no_part_of_the_text():
    plan = "一、修路（市交通局牵头）"
    assert (
        text_of(f"{plan}\n主办单位：某市政府办　承办单位：某市数据局\n网站标识码：3713000001").content == plan
    )
    assert text_of(f"{plan}\n首页 | 网站地图 | 联系我们").content == plan
    held = f"{plan}\n主办单位：市文旅局　承办单位：市体育局"
    assert text_of(held).content.split("\n")[1].startswith("主办单位")
