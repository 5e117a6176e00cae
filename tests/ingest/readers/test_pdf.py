"""PDFs: what is refused, how tables run over pages, and headings told by their font."""

import io
import logging

import pytest
from PIL import Image
from reportlab.lib import pdfencrypt
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import UnreadableFile
from ingest.readers import read
from ingest.readers.layout import Line, lines_of, paragraphs
from tests.files import as_pdf


def drawn(draw, **options) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, **options)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def scan(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)
    canvas.showPage()


def test_a_scan_is_refused_as_a_scan():
    with pytest.raises(UnreadableFile, match="scan without a text layer"):
        read(drawn(scan), "scan.pdf")


def test_a_scanned_page_among_others_is_reported():
    def both(canvas: Canvas) -> None:
        canvas.drawString(72, 600, "Plan 2024")
        canvas.showPage()
        scan(canvas)

    assert read(drawn(both), "plan.pdf").warnings == ("Pages 2 are pictures: what they show was not read.",)


def test_an_encrypted_file_is_refused_as_encrypted():
    locked = pdfencrypt.StandardEncryption("secret", ownerPassword="owner")
    data = drawn(lambda canvas: canvas.drawString(72, 600, "Plan"), encrypt=locked)
    with pytest.raises(UnreadableFile, match="encrypted"):
        read(data, "plan.pdf")


def test_a_file_cut_at_its_end_is_refused_as_cut_short():
    data = drawn(lambda canvas: canvas.drawString(72, 600, "Plan"))
    for length in (len(data) // 2, len(data) - 40):
        with pytest.raises(UnreadableFile, match="cut short"):
            read(data[:length], "plan.pdf")


def test_remarks_on_fonts_are_not_printed():
    read(drawn(lambda canvas: canvas.drawString(72, 600, "Plan")), "plan.pdf")
    assert logging.getLogger("pdfminer").handlers


@pytest.mark.parametrize("piece", ["点。（市水务局牵头）", "（2024—2027年）印发。", "“双随机”抽查。"])
def test_a_line_whose_next_piece_had_no_room_goes_on(piece):
    full = Line("全市各级各部门要加快建设感知网络并归集数据", 0, 294, 0, 14, 14, 595)
    short = Line("贷款加权平均利率下降0.3个百分", 0, 294 - 1.9 * 14, 20, 34, 14, 595)
    following = Line(piece, 0, 14 * len(piece), 40, 54, 14, 595)
    assert paragraphs([full, short, following])[-1].endswith(short.text + piece)


def test_a_table_over_several_pages_keeps_its_header_once():
    rows = [f"{number}\t改造第{number}段管网\t市水务局\t市财政局" for number in range(1, 81)]
    table = "\n".join(["序号\t任务\t牵头单位\t配合单位", *rows])
    assert read(as_pdf(f"云溪市任务表\n{table}"), "plan.pdf").content == f"云溪市任务表\n{table}"


def test_a_larger_title_does_not_go_on_a_line_that_fills_the_page():
    body = "全市各级各部门要加快建设感知网络归集各类数据推动业务协同"
    lines = [Line(body, 0, 14 * len(body), at * 20, at * 20 + 14, 14, 595) for at in range(2)]
    title = Line("云溪市智慧水务行动方案", 0, 220, 40, 60, 20, 595)
    assert paragraphs([*lines, title]) == [body * 2, title.text]


def test_a_date_at_the_right_ends_its_paragraph():
    body = "全市各级各部门要加快建设感知网络归集各类数据推动业务协同"
    lines = [Line(body, 0, 14 * len(body), at * 20, at * 20 + 14, 14, 595) for at in range(2)]
    date = Line("2024年8月16日", 294, 14 * len(body), 40, 54, 14, 595)
    following = Line("本方案由市水务局解释", 0, 140, 60, 74, 14, 595)
    assert paragraphs([*lines, date, following])[-1] == following.text


def turned(draw, degrees: int):
    def page(canvas: Canvas) -> None:
        canvas.translate(300, 420)
        canvas.rotate(degrees)
        draw(canvas)
        canvas.showPage()

    return page


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_whose_text_lies_on_its_side_is_read(degrees):
    data = drawn(turned(lambda canvas: canvas.drawString(-200, 0, "Plan for the year"), degrees))
    assert read(data, "plan.pdf").content == "Plan for the year"


def test_a_watermark_is_left_out_and_reported():
    def both(canvas: Canvas) -> None:
        canvas.drawString(72, 420, "Plan for the year")
        turned(lambda canvas: canvas.drawString(-200, 0, "Secret"), 45)(canvas)

    text = read(drawn(both), "plan.pdf")
    assert text.content == "Plan for the year"
    assert "Pages 1: text that runs aslant" in text.warnings[0]


LEFT = ["全市各级各部门要加快建设感", "知网络归集各类数据推动业务", "协同。"]
RIGHT = ["市水务局牵头开展老旧管网改", "造并在每个季度末报送进展情", "况。"]


def columns(canvas: Canvas) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas.setFont("STSong-Light", 14)
    canvas.drawString(72, 640, "云溪市人民政府关于加快建设智慧水务的通知印发各县区")
    for x, y, lines in ((72, 600, LEFT), (320, 607, RIGHT)):
        for at, line in enumerate(lines):
            canvas.drawString(x, y - 20 * at, line)


def test_a_page_in_two_columns_is_read_column_by_column():
    lines = read(drawn(columns), "gazette.pdf").content.split("\n")
    assert lines[1:] == ["".join(LEFT), "".join(RIGHT)]


def test_texts_side_by_side_that_fill_no_columns_are_read_line_by_line():
    def draw(canvas: Canvas) -> None:
        for at in range(4):
            canvas.drawString(72, 600 - 20 * at, "Name " * (at % 2 + 1))
            canvas.drawString(350, 600 - 20 * at, "Telephone " * (at % 3 + 1))

    assert read(drawn(draw), "plan.pdf").content.startswith("Name Telephone")


def test_a_scan_with_a_stamp_is_refused_as_a_scan():
    def stamped(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)
        canvas.drawString(400, 400, "Scanned by Camera 1")

    with pytest.raises(UnreadableFile, match="scan without a text layer"):
        read(drawn(stamped), "scan.pdf")


def characters(text: str, font: str, x: float) -> list[dict]:
    return [
        {
            "text": one,
            "fontname": font,
            "size": 14,
            "x0": x + 14 * at,
            "x1": x + 14 * at + 14,
            "top": 0,
            "bottom": 14,
        }
        for at, one in enumerate(text)
    ]


def test_an_opening_sentence_in_a_heavier_font_is_a_heading():
    chars = characters("拓宽渠道。", "ABCDEF+SimHei", 0) + characters("设立网点。", "ABCDEF+FangSong", 70)
    assert paragraphs(lines_of(chars, 595)) == ["**拓宽渠道。**设立网点。"]
