"""PDF: lines joined to paragraphs, tables as rows, without page numbers and running heads."""

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from ingest.errors import UnreadableFile
from ingest.readers.layout import Line, Rows, lines_of, paragraphs
from ingest.readers.lines import Draft
from ingest.readers.paragraphs import is_page_number
from ingest.readers.pdftables import found_tables
from ingest.readers.refused import RECOGNISE
from ingest.readers.tablebreaks import continued, is_doubtful

# Without a handler, remarks on a font's missing measures would be printed for every page.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())

_EDGE = 0.1
_RUNNING_SHARE = 0.5
_FEWEST_PAGES = 2
_PICTURE_SHARE = 0.5
_TAIL = 1024
_UNMAPPED = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff]")
_UNMAPPED_SHARE = 0.2
_BARE_NUMBER = re.compile(r"\d{1,4}|\d{1,4}\s*/\s*\d{1,4}")
_DOUBTFUL = "Page {}: the table's first row may be the rest of the row that ends the page before."


@dataclass(slots=True)
class _Sheet:
    """One page: its lines outside tables, its tables, and whether it is a picture without text."""

    height: float
    lines: list[Line]
    tables: list[Rows]
    picture: bool


def content(data: bytes) -> Draft:
    """The lines of a PDF.

    Raises:
        UnreadableFile: Encrypted, cut short, a scan without a text layer, or with fonts that don't
            say which characters they draw.
    """
    sheets = _sheets(data)
    pictures = [str(number) for number, sheet in enumerate(sheets, 1) if sheet.picture]
    if not any(sheet.lines or sheet.tables for sheet in sheets):
        raise UnreadableFile(
            "It is a scan without a text layer." if pictures else "It holds no text.",
            advice=RECOGNISE,
        )
    _drop_running(sheets)
    lines, warnings = _text(sheets)
    text = "\n".join(lines)
    if sum(len(match) for match in _UNMAPPED.findall(text)) > _UNMAPPED_SHARE * len(text):
        raise UnreadableFile(
            "Its fonts don't say which characters they draw.",
            advice=RECOGNISE,
        )
    scans = f"Pages {', '.join(pictures)} are pictures without text and were not read."
    return Draft(text, (*((scans,) if pictures else ()), *warnings))


def _sheets(data: bytes) -> list[_Sheet]:
    try:
        with pdfplumber.open(io.BytesIO(data)) as file:
            return [_sheet(page) for page in file.pages]
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect | PDFEncryptionError):
            raise UnreadableFile(
                "The file is encrypted.", advice="Open it with its password and save it without one."
            ) from error
        if b"%%EOF" not in data[-_TAIL:]:
            raise UnreadableFile(
                "The file is broken: it was cut short.", advice="Download or copy it again."
            ) from error
        raise


def _sheet(page: Page) -> _Sheet:
    clean = page.dedupe_chars()
    chars = [char for char in clean.chars if char["upright"]]
    tables, rest = found_tables(clean, chars)
    area = float(page.width * page.height)
    pictures = sum(float(image["width"] * image["height"]) for image in page.images)
    sheet = _Sheet(float(page.height), lines_of(rest, float(page.width)), tables, False)
    sheet.picture = not chars and pictures > _PICTURE_SHARE * area
    page.close()
    return sheet


def _drop_running(sheets: Sequence[_Sheet]) -> None:
    """Takes page numbers and repeated heads and feet out of the pages' edges."""
    seen = Counter(_key(line) for sheet in sheets for line in _edge(sheet))
    for sheet in sheets:
        edge = [id(line) for line in _edge(sheet) if _is_running(line, seen, len(sheets))]
        sheet.lines = [line for line in sheet.lines if id(line) not in edge]


def _edge(sheet: _Sheet) -> list[Line]:
    top, bottom = sheet.height * _EDGE, sheet.height * (1 - _EDGE)
    return [line for line in sheet.lines if line.bottom < top or line.top > bottom]


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+|\s", "#", line.text), round(line.top / 4)


def _is_running(line: Line, seen: Counter[tuple[str, int]], pages: int) -> bool:
    if is_page_number(line.text) or _BARE_NUMBER.fullmatch(line.text):
        return True
    return pages >= _FEWEST_PAGES and seen[_key(line)] >= max(_FEWEST_PAGES, _RUNNING_SHARE * pages)


def _text(sheets: Sequence[_Sheet]) -> tuple[list[str], list[str]]:
    """Lines and tables in the order they stand, those that a page break parted joined; and warnings."""
    blocks: list[Line | Rows] = []
    warnings = []
    for number, sheet in enumerate(sheets, 1):
        stacked: list[Line | Rows] = [*sheet.lines, *sheet.tables]
        for at, block in enumerate(sorted(stacked, key=lambda block: block.top)):
            last = blocks[-1] if blocks else None
            joined = None
            if at == 0 and isinstance(block, Rows) and isinstance(last, Rows):
                joined = continued(last, block)
                if joined and is_doubtful(last, block):
                    warnings.append(_DOUBTFUL.format(number))
            blocks[len(blocks) - bool(joined) :] = [joined or block]
    return paragraphs(blocks), warnings
