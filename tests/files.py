"""A plan's text as the files an office would send: a web page, DOCX, PDF, XLSX.

Each renders lines as `Text` has them (a row's cells parted by tabs) the way real files hold them:
numbers made by Word itself, pages with heads and feet, the page of a site around the text.
"""

import html
import io
import re
from collections.abc import Iterator
from itertools import groupby

import docx
import xlsxwriter
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

NUMERALS = "一二三四五六七八九十"


def as_page(text: str) -> bytes:
    """A government site's page, in GB18030 as it declares, with all that stands around the text."""
    body = "\n".join(
        _page_table(lines) if is_table else "\n".join(f"<p>　　{_inline(line)}</p>" for line in lines)
        for is_table, lines in _blocks(text)
    )
    return f"""<!DOCTYPE html><html><head><meta charset="gb2312"><title>文件公开_某市人民政府</title>
<script>var line = "（某局牵头）";</script></head><body>
<div class="header"><a href="/">首页</a> <a href="/zw">政务公开</a></div>
<div class="crumb">当前位置：首页 &gt; 政务公开 &gt; 文件</div>
<div class="article"><div class="article-tools">【字体：大 中 小】 打印 关闭窗口</div>
<div class="TRS_Editor"><style>p {{ text-indent: 2em }}</style>
{body}
<p style="display: none">隐藏的字</p><p>责任编辑：某某</p></div>
<div class="share">分享到：微信 微博</div></div>
<div><h4>相关链接</h4>
<ul><li><a href="/1">某市召开防汛工作会议</a></li><li><a href="/2">另一条新闻</a></li></ul></div>
<div class="footer">版权所有：某市人民政府 备案号：某ICP备12345678号</div></body></html>""".encode("gb18030")


def _inline(line: str) -> str:
    return re.sub(r"\*\*(.*?)\*\*", r"<strong>\1</strong>", html.escape(line, quote=False))


def _page_table(lines: list[str]) -> str:
    rows = "".join(
        "<tr>"
        + "".join(f"<td>{html.escape(cell, quote=False)}</td>" for cell in line.split("\t"))
        + "</tr>\n"
        for line in lines
    )
    return f"<table border=1>{rows}</table>"


def _blocks(text: str) -> Iterator[tuple[bool, list[str]]]:
    for is_table, lines in groupby(filter(str.strip, text.split("\n")), key=lambda line: "\t" in line):
        yield is_table, list(lines)


def as_docx(text: str) -> bytes:
    """A Word document whose numbers 一、 （一） 1. are automatic ones."""
    document = docx.Document()
    lists = _Lists(document)
    for is_table, lines in _blocks(text):
        if is_table:
            _docx_table(document, [line.split("\t") for line in lines])
            continue
        for line in lines:
            paragraph = document.add_paragraph()
            for at, part in enumerate(lists.take_number(paragraph, line).split("**")):
                paragraph.add_run(part).bold = bool(at % 2)
    return _saved(document)


def _saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _docx_table(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), max(map(len, rows)))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=False):
            cell.text = text


class _Lists:
    """Three lists of a document; a number out of turn begins a list of its own."""

    FORMS = (
        (r"([一二三四五六七八九十]{1,3})、", "chineseCounting", "%1、"),
        (r"（([一二三四五六七八九十]{1,3})）", "chineseCountingThousand", "（%1）"),
        (r"(\d{1,3})\.(?!\d)", "decimal", "%1."),
    )

    def __init__(self, document: Document) -> None:
        self.root = document.part.numbering_part.element
        self.last = [0] * len(self.FORMS)
        self.number = [0] * len(self.FORMS)
        self.used = 900
        for at, (_, form, text) in enumerate(self.FORMS):
            self.root.insert(0, _abstract(900 + at, form, text))

    def take_number(self, paragraph: WordParagraph, line: str) -> str:
        """Gives the paragraph the automatic number that the line begins with; returns the rest."""
        for at, (pattern, _, _) in enumerate(self.FORMS):
            if match := re.match(pattern, line):
                value = _value(match[1])
                if value != self.last[at] + 1 or not self.number[at]:
                    self.number[at] = self._begin(at, value)
                self.last[at] = value
                _refer(paragraph, self.number[at])
                return line[match.end() :]
        return line

    def _begin(self, at: int, value: int) -> int:
        self.used += 1
        number = _element("w:num", numId=self.used)
        number.append(_element("w:abstractNumId", val=900 + at))
        override = _element("w:lvlOverride", ilvl=0)
        override.append(_element("w:startOverride", val=value))
        number.append(override)
        self.root.append(number)
        return self.used


def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    tens, _, ones = numeral.rpartition("十")
    value = NUMERALS.index(ones) + 1 if ones else 0
    return value + ((NUMERALS.index(tens) + 1 if tens else 1) * 10 if "十" in numeral else 0)


def _abstract(key: int, form: str, text: str):
    abstract = _element("w:abstractNum", abstractNumId=key)
    level = _element("w:lvl", ilvl=0)
    for name, value in (("start", 1), ("numFmt", form), ("lvlText", text)):
        level.append(_element(f"w:{name}", val=value))
    abstract.append(level)
    return abstract


def _element(name: str, **attributes: object):
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def _refer(paragraph: WordParagraph, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    reference = _element("w:numPr")
    reference.append(_element("w:ilvl", val=0))
    reference.append(_element("w:numId", val=number))
    properties.append(reference)


def as_pdf(text: str) -> bytes:
    """A printed plan: A4, indented paragraphs, a running head, page numbers, ruled tables."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    paper = SimpleDocTemplate(file, pagesize=A4)
    body = ParagraphStyle(
        "body", fontName="STSong-Light", fontSize=14, leading=24, firstLineIndent=28, wordWrap="CJK"
    )
    small = ParagraphStyle("cell", fontName="STSong-Light", fontSize=9, leading=12, wordWrap="CJK")
    story: list[object] = []
    for is_table, lines in _blocks(text):
        if is_table:
            story.append(_pdf_table([line.split("\t") for line in lines], small, paper.width))
        else:
            story += [Paragraph(html.escape(line.replace("**", ""), quote=False), body) for line in lines]
    paper.build(story, onFirstPage=_furniture, onLaterPages=_furniture)
    return file.getvalue()


def _pdf_table(rows: list[list[str]], style: ParagraphStyle, width: float) -> Table:
    columns = max(map(len, rows))
    longest = [max(len(row[at]) if at < len(row) else 0 for row in rows) for at in range(columns)]
    shares = [min(max(length, 4), 16) for length in longest]
    cells = [[Paragraph(html.escape(cell, quote=False), style) for cell in row] for row in rows]
    table = Table(cells, colWidths=[width * share / sum(shares) for share in shares], repeatRows=1)
    table.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    )
    return table


def _furniture(canvas, paper) -> None:
    canvas.setFont("STSong-Light", 9)
    canvas.drawString(72, A4[1] - 40, "某市人民政府公报")
    canvas.drawCentredString(A4[0] / 2, 40, f"— {paper.page} —")


def as_ledger(text: str) -> bytes:
    """A workbook with one sheet: titles in merged cells, then the table."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("任务台账")
        columns = max((line.count("\t") for line in text.split("\n")), default=0)
        for row, line in enumerate(filter(str.strip, text.split("\n"))):
            cells = line.split("\t")
            if len(cells) == 1 and columns:
                sheet.merge_range(row, 0, row, columns, line)
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell)
    return file.getvalue()
