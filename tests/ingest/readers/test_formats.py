"""What each format has of its own: Word's lists and revisions, merged cells, a page's markup, dates."""

import io
import re
from collections.abc import Sequence
from datetime import date

import docx
import pytest
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.errors import UnreadableFile
from ingest.readers import read
from ingest.readers.numbering import chinese, print_number
from tests.files import as_ledger
from tests.ingest.readers.plan import LEDGER


def lines(data: bytes) -> list[str]:
    return read(data, "file").content.split("\n")


LIST = (
    "<w:abstractNum w:abstractNumId='90'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"
    "<w:lvlText w:val='%1'/></w:lvl></w:abstractNum>",
    "<w:num w:numId='91'><w:abstractNumId w:val='90'/></w:num>",
)


def word(*blocks: str, lists: Sequence[str] = ()) -> bytes:
    """A document whose body is these pieces of WordprocessingML, with definitions of lists."""
    document = docx.Document()
    for at, definition in enumerate(lists):
        root = document.part.numbering_part.element
        root.insert(0 if at == 0 else len(root), _xml(definition))
    for block in blocks:
        document.element.body.insert_element_before(_xml(block), "w:sectPr")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _xml(piece: str):
    return parse_xml(re.sub(r"(?<=[\w'])(?=/?>)", f" {nsdecls('w', 'm', 'r')}", piece, count=1))


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCountingThousand", "一百零五"),
        (12, "ideographDigital", "一二"),
        (3, "decimalEnclosedCircle", "③"),
        (3, "decimalEnclosedParen", "⑶"),
        (4, "lowerRoman", "iv"),
        (28, "upperLetter", "BB"),
        (2, "ideographTraditional", "乙"),
        (2, "chineseLegalSimplified", "贰"),
        (7, "somethingNew", "7"),
    ],
)
def test_a_number_prints_as_word_prints_it(number, form, printed):
    assert print_number(number, form) == printed


def test_large_and_odd_numbers_stay_digits():
    assert chinese(10_000) == "10000"
    assert chinese(0) == "0"
    assert chinese(1010) == "一千零一十"


def test_deletions_and_hidden_text_are_left_out_and_insertions_kept():
    paragraph = (
        f"<w:p>{run('由市水务局')}<w:ins w:id='1' w:author='x'>{run('、市财政局')}</w:ins>"
        "<w:del w:id='2' w:author='x'><w:r><w:delText>、市旧局</w:delText></w:r></w:del>"
        f"{run('隐藏', '<w:vanish/>')}{run('牵头。')}</w:p>"
    )
    assert lines(word(paragraph)) == ["由市水务局、市财政局牵头。"]


def test_a_bold_opening_sentence_is_kept_as_a_heading():
    bold = "<w:b/>"
    assert lines(word(f"<w:p>{run('拓宽渠道。', bold)}{run('设立网点。')}</w:p>")) == [
        "**拓宽渠道。**设立网点。"
    ]
    assert lines(word(f"<w:p>{run('（一）拓宽渠道。', bold)}{run('设立网点。')}</w:p>")) == [
        "（一）拓宽渠道。设立网点。"
    ]
    assert lines(word(f"<w:p>{run('责任单位：', bold)}{run('市水务局')}</w:p>")) == ["责任单位：市水务局"]


def test_a_cell_merged_downwards_holds_for_every_row_in_word():
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text) if text else ''}</w:p></w:tc>"

    begin, goes_on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="3"/>'
    table = (
        f"<w:tbl><w:tr>{cell('1')}{cell('清淤')}{cell('市水务局', begin)}</w:tr>"
        f"<w:tr>{cell('2')}{cell('改造')}{cell('', goes_on)}</w:tr><w:tr>{cell('二类', wide)}</w:tr></w:tbl>"
    )
    assert lines(word(table)) == ["1\t清淤\t市水务局", "2\t改造\t市水务局", "二类"]


def test_a_number_that_word_prints_in_an_empty_cell_is_the_cells_text():
    number = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='91'/></w:numPr>"
    numbered = f"<w:tc><w:p><w:pPr>{number}</w:pPr></w:p></w:tc>"
    covered = numbered.replace("<w:tc>", "<w:tc><w:tcPr><w:vMerge/></w:tcPr>")
    rows = "".join(
        f"<w:tr>{first}<w:tc><w:p>{run(work)}</w:p></w:tc></w:tr>"
        for first, work in ((numbered, "清淤"), (covered, "排涝"), (numbered, "改造"))
    )
    found = lines(word(f"<w:tbl>{rows}</w:tbl>", lists=LIST))
    assert found == ["1\t清淤", "1\t排涝", "2\t改造"]


def test_a_table_of_one_column_is_a_frame_around_what_it_holds():
    row = "".join(f"<w:tc><w:p>{run(text)}</w:p></w:tc>" for text in ("1", "清淤", "市水务局"))
    inner = f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"
    held = f"<w:p>{run('一、任务')}</w:p><w:p>{run('做好工作。')}</w:p>{inner}"
    assert lines(word(f"<w:tbl><w:tr><w:tc>{held}</w:tc></w:tr></w:tbl>")) == [
        "一、任务",
        "做好工作。",
        "1\t清淤\t市水务局",
    ]


@pytest.mark.parametrize("between", ["</w:t></w:r></w:p>|<w:p><w:r><w:t>", "</w:t><w:br/><w:t>"])
def test_a_word_file_broken_at_every_line_is_joined_where_its_lines_are_full(between):
    prose = "全市各级各部门要加快建设感知网络，归集各类数据，推动业务协同，提升治理能力和水平" * 3 + "。"
    wrapped = f"　　{prose}"
    broken = between.join(wrapped[at : at + 28] for at in range(0, len(wrapped), 28))
    pieces = f"<w:p>{run(broken)}</w:p>".split("|") * 3
    title, sign = ["云溪市工作方案", "云政办发〔2024〕21号"], ["云溪市人民政府办公室", "2024年4月8日"]
    around = [[f"<w:p>{run(line)}</w:p>" for line in lines] for lines in (title, sign)]
    assert lines(word(*around[0], *pieces, *around[1])) == [*title, *[prose] * 3, *sign]


def test_a_clause_broken_twice_is_whole_again():
    pieces = (
        "1.清淤。（市水务局",
        "牵头，东溪、西溪、北",
        "溪区人民政府配合）",
        "2.改造。（市财政局",
        "3.排涝。",
    )
    assert lines(word(*(f"<w:p>{run(piece)}</w:p>" for piece in pieces))) == [
        "1.清淤。（市水务局牵头，东溪、西溪、北溪区人民政府配合）",
        "2.改造。（市财政局",
        "3.排涝。",
    ]


def test_a_character_with_its_reading_keeps_its_place():
    ruby = (
        "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>jú</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>局</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    assert lines(word(f"<w:p>{run('由市水务')}{ruby}{run('牵头。')}</w:p>")) == ["由市水务局牵头。"]


def test_what_a_word_file_holds_beside_its_text_is_warned_of():
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    data = word(f"<w:p>{run('覆盖率为')}{formula}</w:p>", "<w:altChunk r:id='rId91'/>")
    assert [warning.split(" ")[0] for warning in read(data, "plan.docx").warnings] == ["Embedded", "Formulas"]


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


def test_merged_cells_of_a_page_stand_in_every_row():
    table = (
        "<table><tr><th>序号</th><th>任务</th><th>牵头<br>单位</th></tr>"
        "<tr><td>1</td><td>清淤</td><td rowspan=2>市水务局</td></tr><tr><td>2</td><td>改造</td></tr>"
        "<tr><td colspan=3>第二类</td></tr></table>"
    )
    assert lines(page(table)) == ["序号\t任务\t牵头 单位", "1\t清淤\t市水务局", "2\t改造\t市水务局", "第二类"]


def test_a_layout_table_is_no_table():
    assert lines(page("<table><tr><td><p>一、总则</p><p>做好工作。</p></td></tr></table>")) == [
        "一、总则",
        "做好工作。",
    ]


def test_a_numbered_list_shows_its_numbers():
    assert lines(page("<ol start=3><li>清淤</li><li>改造</li></ol>")) == ["3.清淤", "4.改造"]


def test_a_page_filled_in_by_a_script_is_refused():
    with pytest.raises(UnreadableFile, match="no text of its own"):
        read(page("<div id=app></div><script>render()</script>"), "page.html")


def test_a_ledger_gives_its_titles_and_its_table():
    assert lines(as_ledger(LEDGER)) == LEDGER.split("\n")


def workbook(fill) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        fill(book)
    return file.getvalue()


def test_a_ledger_cell_reads_as_it_shows():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write_row(0, 1, ["填报单位：市水务局", "2024年"])
        sheet.write_row(1, 1, ["序号", "任务", "完成率", "完成时限"])
        sheet.write_number(2, 1, 1)
        sheet.merge_range(2, 2, 3, 2, "改造\n管网")
        sheet.write_number(2, 3, 0.95, book.add_format({"num_format": "0%"}))
        sheet.write_datetime(2, 4, date(2024, 6, 30), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_number(3, 1, 2)
        sheet.write_formula(3, 3, "=1+1", None, 2)
        book.add_worksheet("草稿").hide()

    text = read(workbook(fill), "ledger.xlsx")
    assert text.content.split("\n") == [
        "填报单位：市水务局 2024年",
        "序号\t任务\t完成率\t完成时限",
        "1\t改造 管网\t95%\t2024年6月30日",
        "2\t改造 管网\t2\t",
    ]
    assert "草稿" in text.warnings[0]


def test_a_sheet_with_a_stray_cell_at_its_end_is_refused_not_waited_for():
    data = workbook(lambda book: book.add_worksheet().write_string(1_048_575, 16_383, "x"))
    with pytest.raises(UnreadableFile, match="far larger"):
        read(data, "ledger.xlsx")
