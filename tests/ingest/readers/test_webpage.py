"""How a document is found on a page: containers, titles, tables, links; and what is left out."""

import pytest

from ingest.readers import read
from ingest.records import Text

TITLE = "云溪市2024年智慧水务工作要点"
PLAN = [
    TITLE,
    "为加快建设智慧水务，提升治理能力，结合我市实际，制定本要点，请各县区、各部门认真组织实施，按季度报送进展。",
    "一、夯实底座",
    "（一）建设感知网络。新增水位监测点320处、视频站86个，6月底前完成联网调试。（市水务局牵头，市财政局配合）",
    "二、提升能力",
    "（二）推进节水改造。改造老旧管网45公里，管网漏损率控制在9%以内。（市住房城乡建设局负责）",
]
LEDGER = [
    ["序号", "重点任务", "牵头单位", "配合单位", "完成时限"],
    ["1", "更新东溪泵站机组4台", "市水务局", "市财政局、市应急管理局", "9月底前"],
    ["2", "清淤河道38公里", "市生态环境局", "各县（区）人民政府", "年底前"],
]
ROWS = ["\t".join(row) for row in LEDGER]
NEWS = [
    "市委常委会召开扩大会议传达学习全国两会精神研究部署贯彻落实工作",
    "市政府召开全体会议安排部署下一阶段重点工作任务要求全力冲刺",
    "我市举行重点项目集中开工仪式总投资超过一百二十亿元涵盖多个领域",
    "市长深入企业调研生产经营情况现场协调解决用工用地用能等困难问题",
]


def page(body: str, head: str = "") -> Text:
    return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


def lines(body: str, head: str = "") -> list[str]:
    return page(body, head).content.split("\n")


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>　　{text}</p>" for text in texts)


def table(rows: list[list[str]], cell: str = "<td>{}</td>") -> str:
    return "<table>" + "".join(f"<tr>{''.join(map(cell.format, row))}</tr>" for row in rows) + "</table>"


def container(text: str, name: str = "TRS_Editor") -> str:
    return f'<div class="{name}">{text}</div>'


def test_a_text_hidden_until_a_script_shows_it_is_read():
    hidden = f'<div id="js_content" style="visibility: hidden">{paragraphs(*PLAN)}</div>'
    assert lines(f"<h1>{TITLE}</h1>{hidden}") == PLAN


def test_a_hidden_copy_is_not_read_twice():
    copy = f'<div style="display: none">{paragraphs(*PLAN)}</div>'
    assert lines(f"<div>首页</div>{container(paragraphs(*PLAN))}{copy}") == PLAN


def test_a_text_in_several_containers_is_read_whole():
    first, second = container(paragraphs(*PLAN[:4])), container(paragraphs(*PLAN[4:]))
    assert lines(first + second) == PLAN


def test_text_in_a_container_elsewhere_is_told_not_lost_in_silence():
    text = page(container(paragraphs(*PLAN[:4])) + f"<div>{container(paragraphs(*PLAN[4:]))}</div>")
    assert text.content.split("\n") == PLAN[:4]
    assert "二、提升能力" in text.warnings[0]


@pytest.mark.parametrize("name", ["nr", "content"])
def test_a_sidebar_called_content_is_not_the_text(name):
    aside = f'<div class="right">{container(paragraphs(*NEWS), "content")}</div>'
    assert lines(container(paragraphs(*PLAN), name) + aside) == PLAN


def test_a_short_notice_beside_its_long_table_is_not_all_of_the_text():
    notice = container(
        paragraphs(*PLAN[:2], "请对照任务表抓好落实，每月五日前报送进展，重要情况随时报告。" * 2)
    )
    rows = [LEDGER[0], *([str(at), *LEDGER[1][1:]] for at in range(1, 30))]
    found = lines(f'<div class="article-content">{notice}<div class="fj">{table(rows)}</div></div>')
    assert found[0] == TITLE
    assert len(found) == 3 + len(rows)


def test_a_page_of_unknown_make_gives_its_text_without_its_navigation():
    navigation = "<p>网站首页 | 政务公开 | 政务服务 | 互动交流</p>"
    links = "".join(f'<li><a href="/{at}">{text}</a></li>' for at, text in enumerate(NEWS))
    assert lines(f"{navigation}<ul>{links}</ul>{paragraphs(*PLAN)}") == PLAN


def test_the_copy_of_a_page_for_small_screens_is_not_read_again():
    assert lines(f"<div>{paragraphs(*PLAN)}</div><div>{paragraphs(*PLAN)}</div>") == PLAN


def test_word_bookmarks_are_no_links():
    text = "".join(f'<p><a name="OLE_LINK1">{line}</a></p>' for line in PLAN)
    assert lines(f"<div class=Section1>{text}</div>") == PLAN


def test_cells_that_are_links_stay_in_their_table():
    linked = table(LEDGER, '<td><a href="#">{}</a></td>')
    assert lines(container(f"<p>{TITLE}</p>{linked}", "nr")) == [TITLE, *ROWS]


@pytest.mark.parametrize(
    ("heading", "head"),
    [
        (f"<h2>{TITLE}</h2>", ""),
        (f'<div class="bt"><p>{TITLE}</p></div>', ""),
        (f'<div id="title">{TITLE}</div>', ""),
        ("<h3>热点推荐</h3>", f"<title>{TITLE}_云溪市人民政府</title>"),
        ("", f"<title>{TITLE}-云溪市水务局</title>"),
        ("<h1>云溪市人民政府</h1>", f"<title>云溪市人民政府 | {TITLE}</title>"),
    ],
)
def test_a_title_that_stands_outside_the_text_comes_first(heading, head):
    assert lines(heading + container(paragraphs(*PLAN[1:])), head) == PLAN


def test_the_title_of_another_page_does_not_replace_the_text_s_own():
    assert lines(container(paragraphs(*PLAN)), "<title>东溪区2023年民生实事工作方案</title>") == PLAN


def test_a_years_range_is_no_site_name():
    title = "云溪市节水行动计划（2024-2026年）"
    assert lines(container(paragraphs(*PLAN[1:])), f"<title>{title}-云溪市政府网</title>")[0] == title


def test_the_caption_of_a_table_stands_above_its_rows():
    caption = f"<caption>{TITLE}</caption>"
    assert lines(container(table(LEDGER).replace("<table>", f"<table>{caption}"))) == [TITLE, *ROWS]


def test_a_header_in_a_table_of_its_own_stays_a_row():
    assert lines(container(f"<p>{TITLE}</p>{table(LEDGER[:1])}<div>{table(LEDGER[1:])}</div>")) == [
        TITLE,
        *ROWS,
    ]


def test_a_text_below_its_metadata_in_one_table_is_read_as_text():
    metadata = "<tr><td>索引号</td><td>015/2024</td><td>文　号：</td><td>云政发〔2024〕2号</td></tr>"
    text = f"<table>{metadata}<tr><td colspan=4>{paragraphs(*PLAN)}</td></tr></table>"
    assert lines(f"<div>{text}</div>") == ["索引号：015/2024", "文号：云政发〔2024〕2号", *PLAN]


def test_a_long_note_below_a_ledger_leaves_it_a_ledger():
    note = "<p>注：本表由市水务局解释。</p>" + paragraphs(*["各单位按月报送进展，及时更新台账。"] * 9)
    found = lines(container(table(LEDGER).replace("</table>", f"<tr><td colspan=5>{note}</td></tr></table>")))
    assert found[:3] == ROWS


@pytest.mark.parametrize(
    "element",
    ["<pre>{}</pre>", '<div style="white-space: pre-wrap">{}</div>', '<p style="white-space:pre">{}</p>'],
)
def test_line_ends_that_a_page_shows_part_paragraphs(element):
    assert (
        lines(container(element.format("\n".join(f"　　{line}" for line in PLAN)), "article-content")) == PLAN
    )


def test_a_table_written_with_tabs_is_one_where_white_space_is_kept():
    assert lines(f"<pre>{TITLE}\n" + "\n".join(ROWS) + "</pre>") == [TITLE, *ROWS]


def test_a_tab_kept_within_a_paragraph_makes_no_row():
    tab = '<span style="white-space:pre">\t</span>'
    assert lines(f"<p>{tab}推进{tab}清淤。</p>") == ["推进 清淤。"]


def test_readings_beside_characters_are_left_out():
    assert lines("<p>由市水务<ruby>局<rt>jú</rt></ruby>牵头。</p>") == ["由市水务局牵头。"]


def test_attached_files_are_no_text_and_told():
    files = '<p>附件：</p><p><a href="/a.doc?id=1">1.任务分工表</a></p><p>2.填报说明.pdf</p>'
    text = page(container(paragraphs(*PLAN) + files))
    assert text.content.split("\n") == PLAN
    assert "1.任务分工表; 2.填报说明.pdf" in text.warnings[0]


def test_a_file_linked_within_a_sentence_leaves_the_sentence():
    sentence = '按照<a href="/a.pdf">《云溪市节水办法》</a>的规定，由市水务局牵头推进清淤，年底前完成。'
    assert lines(f"<p>{sentence}</p>") == [
        "按照《云溪市节水办法》的规定，由市水务局牵头推进清淤，年底前完成。"
    ]


def test_how_often_a_page_was_read_is_no_figure_of_the_plan():
    assert (
        lines(container(paragraphs(*PLAN, "浏览：1,024次　来源：市政府办公室")))[-1] == "来源：市政府办公室"
    )
