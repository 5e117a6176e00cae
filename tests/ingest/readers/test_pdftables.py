"""Tables in PDFs: parted by a page break, and printed with few rules or none."""

import io
from itertools import pairwise

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ingest.readers import read
from ingest.readers.layout import Rows
from ingest.readers.tablebreaks import continued, is_doubtful
from ingest.records import Text

COLUMNS = (60, 110, 260, 380, 500)
HEADER = ("序号", "任务", "牵头单位", "配合单位")


def pages(*draws) -> Text:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    for draw in draws:
        canvas.setFont("STSong-Light", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return read(file.getvalue(), "plan.pdf")


def row(canvas: Canvas, y: float, *cells: str) -> None:
    """A row whose first line stands at a height; a cell's lines are parted by a slash."""
    for x, cell in zip(COLUMNS, cells, strict=False):
        for at, line in enumerate(cell.split("/")):
            canvas.drawString(x + 4, y - 14 * at, line)


def uprights(canvas: Canvas, top: float, bottom: float) -> None:
    for x in COLUMNS:
        canvas.line(x, top, x, bottom)


def across(canvas: Canvas, *heights: float) -> None:
    for y in heights:
        canvas.line(COLUMNS[0], y, COLUMNS[-1], y)


def test_a_row_cut_by_a_page_break_is_one_row():
    first = Rows((("序号", "任务", "牵头单位"), ("1", "改造管网45", "市水")), 0)
    second = Rows((("序号", "任务", "牵头单位"), ("", "公里", "务局"), ("2", "清淤", "市水务局")), 0)
    joined = continued(first, second)
    assert joined is not None
    assert joined.lines() == ["序号\t任务\t牵头单位", "1\t改造管网45公里\t市水务局", "2\t清淤\t市水务局"]


def test_the_number_may_stand_in_any_column_and_the_header_in_several_rows():
    header = (("领域", "序号", "任务", "单位"), ("领域", "序号", "任务", "牵头单位"))
    first = Rows((*header, ("水务", "1", "改造管网45", "市水")), 0)
    second = Rows((*header, ("", "", "公里", "务局")), 0)
    joined = continued(first, second)
    assert joined is not None
    assert joined.grid == (*header, ("水务", "1", "改造管网45公里", "市水务局"))


def test_a_row_of_a_group_goes_on_none():
    first = Rows((("领域", "序号", "任务"), ("水务", "1", "改造管网")), 0)
    joined = continued(first, Rows((("二、教育", "", ""), ("学校", "2", "改造校舍")), 0))
    assert joined is not None
    assert joined.grid[2] == ("二、教育", "", "")


def test_names_that_had_room_stay_apart_over_a_page_break():
    first = Rows((("序号", "单位"), ("1", "市财政局")), 0, room=(3, 4))
    joined = continued(first, Rows((("", "市水务局"),), 0))
    assert joined is not None
    assert joined.grid[1] == ("1", "市财政局 市水务局")


def test_without_numbers_only_a_list_left_open_goes_on():
    first = Rows((("任务", "牵头单位"), ("改造管网", "市水务局、")), 0)
    joined = continued(first, Rows((("", "市财政局"),), 0))
    assert joined is not None
    assert joined.grid[1] == ("改造管网", "市水务局、市财政局")
    whole = Rows((("任务", "牵头单位"), ("改造管网", "市水务局")), 0)
    assert is_doubtful(whole, Rows((("", "市财政局"),), 0))


def test_a_row_without_a_rule_at_the_page_break_is_a_row():
    def before(canvas: Canvas) -> None:
        across(canvas, 700, 680)
        uprights(canvas, 700, 640)
        row(canvas, 686, *HEADER)
        row(canvas, 664, "1", "全面改造老旧管网总长达到45", "市水务局", "市财政局")

    def after(canvas: Canvas) -> None:
        across(canvas, 770, 740)
        uprights(canvas, 800, 740)
        row(canvas, 785, "", "公里")
        row(canvas, 755, "2", "清淤", "市水务局", "市财政局")

    assert pages(before, after).content.split("\n") == [
        "\t".join(HEADER),
        "1\t全面改造老旧管网总长达到45公里\t市水务局\t市财政局",
        "2\t清淤\t市水务局\t市财政局",
    ]


def test_columns_are_told_by_the_ends_of_the_rules_above_and_below():
    def draw(canvas: Canvas) -> None:
        for y in (700, 680, 640):
            for left, right in pairwise(COLUMNS):
                canvas.rect(left, y, right - left, 0.75, stroke=0, fill=1)
        row(canvas, 686, *HEADER)
        row(canvas, 668, "1", "改造老旧管网总长达到四十五/公里", "市水务局", "市财政局")

    assert pages(draw).content.split("\n") == [
        "\t".join(HEADER),
        "1\t改造老旧管网总长达到四十五公里\t市水务局\t市财政局",
    ]


def test_a_table_without_rules_is_rows_as_far_as_lines_keep_to_its_columns():
    def draw(canvas: Canvas) -> None:
        row(canvas, 700, *HEADER)
        row(canvas, 686, "1", "全面改造老旧管网总长达到四/十五公里", "市水务局", "市财政局、市审/计局")
        row(canvas, 658, "2", "清淤河道", "市水务局", "市财政局")
        canvas.drawString(60, 630, "注：牵头单位按月报送进展情况。")

    assert pages(draw).content.split("\n") == [
        "\t".join(HEADER),
        "1\t全面改造老旧管网总长达到四十五公里\t市水务局\t市财政局、市审计局",
        "2\t清淤河道\t市水务局\t市财政局",
        "注：牵头单位按月报送进展情况。",
    ]


def test_the_number_of_a_table_without_rules_may_stand_in_any_column():
    def draw(canvas: Canvas) -> None:
        row(canvas, 700, "领域", "序号", "重点任务", "牵头单位")
        row(canvas, 686, "水务", "1", "清淤河道", "市水务局")
        row(canvas, 672, "水务", "2", "改造管网", "市水务局")

    assert pages(draw).content.split("\n")[2] == "水务\t2\t改造管网\t市水务局"


def test_a_table_without_rules_goes_on_over_a_page_break():
    def before(canvas: Canvas) -> None:
        row(canvas, 90, *HEADER)
        row(canvas, 76, "1", "全面改造老旧管网总长达到四", "市水务局", "市财政局")

    def after(canvas: Canvas) -> None:
        row(canvas, 800, "", "十五公里")
        row(canvas, 786, "2", "清淤河道", "市水务局", "市财政局")

    assert pages(before, after).content.split("\n")[1:] == [
        "1\t全面改造老旧管网总长达到四十五公里\t市水务局\t市财政局",
        "2\t清淤河道\t市水务局\t市财政局",
    ]


def test_rules_across_the_page_part_rows_whose_text_stands_in_their_middle():
    def draw(canvas: Canvas) -> None:
        across(canvas, 712, 680, 645, 610)
        row(canvas, 700, "", "任务", "牵头单位", "配合/单位")
        row(canvas, 693, "序号")
        row(canvas, 668, "", "全面改造老旧管网总长达到四/十五公里")
        row(canvas, 661, "1", "", "市水务局", "市财政局")
        row(canvas, 626, "2", "清淤河道", "市水务局", "市财政局")

    assert pages(draw).content.split("\n") == [
        "序号\t任务\t牵头单位\t配合单位",
        "1\t全面改造老旧管网总长达到四十五公里\t市水务局\t市财政局",
        "2\t清淤河道\t市水务局\t市财政局",
    ]


def test_a_table_whose_rows_are_not_sure_is_left_out_and_reported():
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 230, "云溪市任务表")
        row(canvas, 200, *HEADER)
        row(canvas, 186, "1", "清淤河道", "市水务局", "市财政局")
        row(canvas, 168, "", "全面改造老旧管网总长达到四/十五公里")
        row(canvas, 161, "2", "", "市水务局", "市财政局")

    def after(canvas: Canvas) -> None:
        row(canvas, 790, "3", "建设泵站", "市水务局", "市财政局")
        canvas.drawString(110, 760, "请各牵头单位于每个季度末向市水务局报送进展情况。")

    text = pages(draw, after)
    assert text.content == "云溪市任务表\n请各牵头单位于每个季度末向市水务局报送进展情况。"
    assert text.warnings == ("Pages 1, 2: tables without ruling lines could not be read and were left out.",)


def test_labels_on_one_line_are_no_header():
    def draw(canvas: Canvas) -> None:
        row(canvas, 700, "", "牵头单位：市水务局", "配合单位：市财政局", "完成时限：6月底")
        row(canvas, 680, "", "改造管网", "清淤河道", "建设泵站")

    assert "牵头单位：市水务局" in pages(draw).content
