"""The pages of a PDF: their lines and tables, and what on them can't be read."""

import io
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from ingest.errors import UnreadableFile
from ingest.readers.gutters import Columns, in_columns
from ingest.readers.layout import Char, Line, Rows, lines_of
from ingest.readers.pdftables import found_tables
from ingest.readers.rules import Edge, levels
from ingest.readers.unruled import Open, Paper, unruled

# Without a handler, remarks on a font's missing measures would be printed for every page.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())

_PICTURE_SHARE = 0.5
_FEWEST_CHARACTERS = 50
_TAIL = 1024
_SLANT = 0.1
_RULE_SHARE = 0.4
_TURNS = {(0, 1): 90, (-1, 0): 180, (0, -1): 270}


@dataclass(slots=True)
class Sheet:
    """One page: its lines outside tables, and its tables.

    `picture`: it is one, with a stamp or a page number at most. `slanted`: text was left out that
    doesn't run along the lines. `unread`: tables were left out. `columns`: how its lines read if the
    document is printed in two columns. `mixed`: it is, and a table stands among them.
    """

    height: float
    lines: list[Line]
    tables: list[Rows]
    picture: bool
    slanted: bool
    unread: int
    columns: Columns | None
    mixed: bool = False


def sheets(data: bytes) -> list[Sheet]:
    """The pages of a PDF.

    Raises:
        UnreadableFile: It is encrypted, or was cut short.
    """
    try:
        with pdfplumber.open(io.BytesIO(data)) as file:
            found: list[Sheet] = []
            before: Open | None = None
            for page in file.pages:
                upright = _upright(page)
                sheet, before = _sheet(upright, before)
                found.append(sheet)
                upright.close()
                page.close()
            _read_columns(found)
            return found
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


def _upright(page: Page) -> Page:
    """The page turned so that most of its text can be read, where it lies on its side."""
    ways = Counter(_way(char) for char in page.chars)
    turn = _TURNS.get(ways.most_common(1)[0][0]) if ways else None
    if turn is None:
        return page
    page.page_obj.rotate = (page.page_obj.rotate + turn) % 360
    page.page_obj.attrs["Rotate"] = page.page_obj.rotate
    return Page(page.pdf, page.page_obj, page.page_number, page.initial_doctop)


def _way(char: Char) -> tuple[int, int]:
    """Which way a character's line runs: (1, 0) to the right, (0, 1) up; (1, 1) and the like aslant."""
    right, up = char["matrix"][:2]
    least = _SLANT * max(abs(right), abs(up))
    return (right > least) - (right < -least), (up > least) - (up < -least)


def _sheet(page: Page, before: Open | None) -> tuple[Sheet, Open | None]:
    """A page, and the table without rules that it leaves open, after the one left open before it."""
    clean = page.dedupe_chars()
    width, height = float(page.width), float(page.height)
    chars = [char for char in clean.chars if _way(char) == (1, 0)]
    tables, rest = found_tables(clean, chars)
    found = unruled(rest, Paper(width, height, _across(clean.edges, width)), before)
    pictures = sum(float(image["width"] * image["height"]) for image in page.images)
    return Sheet(
        height=height,
        lines=sorted(lines_of(found.rest, width), key=lambda line: line.top),
        tables=tables + found.tables,
        picture=len(chars) < _FEWEST_CHARACTERS and pictures > _PICTURE_SHARE * width * height,
        slanted=len(chars) < len(clean.chars),
        unread=found.unread,
        columns=in_columns(found.rest, width, height),
    ), found.open


def _read_columns(pages: Sequence[Sheet]) -> None:
    """Reads pages column by column, if some are sure to be printed so and the others can be."""
    sure = [page.columns for page in pages if page.columns and page.columns.sure]
    middles = [(columns.start + columns.end) / 2 for columns in sure]
    for page in pages:
        columns = page.columns
        if columns is None or not any(columns.start < middle < columns.end for middle in middles):
            continue
        if page.tables:
            page.mixed = True
        else:
            page.lines = columns.lines


def _across(edges: Sequence[Edge], width: float) -> list[float]:
    """How high rules stand that run across the page."""
    reach = [
        (y, max(edge["x1"] for edge in rule) - min(edge["x0"] for edge in rule)) for y, rule in levels(edges)
    ]
    return [y for y, length in reach if length > _RULE_SHARE * width]
