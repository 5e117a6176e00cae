"""Tables printed without upright rules: rows where all signs agree, left out where they don't."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.readers.columns import Column, Row, cells, grid, numbers, widened
from ingest.readers.layout import Char, Rows, pieces, rows_of
from ingest.readers.paragraphs import is_page_number
from ingest.readers.sheets import is_header

_FEWEST_COLUMNS = 3
_MOST_HEADER_LINES = 4
_PROSE = re.compile("[，。、：；]")
_NUMBERED = re.compile(r"序\s*号|编\s*号|号")
_NEAR = 2.0
_WIDEST_GAP = 4.0
_MARGIN = 0.1


class Paper(NamedTuple):
    """A page: its width and height, and how high the rules across it stand."""

    width: float
    height: float
    rules: Sequence[float]


@dataclass(frozen=True, slots=True)
class Open:
    """A table that reaches its page's end and may go on.

    `number`: its last row's; None if it was left out.
    """

    headings: tuple[str, ...]
    columns: tuple[Column, ...]
    number: int | None


@dataclass(slots=True)
class Found:
    """A page's tables, the characters outside them, how many were left out, and the one left open."""

    tables: list[Rows] = field(default_factory=list)
    rest: list[Char] = field(default_factory=list)
    unread: int = 0
    open: Open | None = None


def unruled(chars: Sequence[Char], paper: Paper, before: Open | None) -> Found:
    """The tables of a page that only the places of their text show.

    A table begins with a header of known words, the number's among them, and reaches as far as lines keep
    to its columns. Where `columns.grid` isn't sure of its rows, it is left out.

    Args:
        chars: What stands outside the ruled tables.
        paper: The page.
        before: The table that the page before left open.
    """
    rows = [Row(row, parts) for row in rows_of(chars) if (parts := pieces(row, paper.width))]
    found = Found()
    at = 0
    while at < len(rows):
        goes_on = before if at == 0 or rows[at - 1].top < paper.height * _MARGIN else None
        if header := _header(rows, at, paper.rules):
            at = _read(rows, at, header, paper, goes_on, found)
        elif goes_on and (end := _read_on(rows, at, paper, goes_on, found)):
            at = end
        else:
            found.rest += rows[at].chars
            at += 1
            continue
        if any(row.bottom < paper.height * (1 - _MARGIN) for row in rows[at:]):
            found.open = None
    return found


def _header(rows: Sequence[Row], at: int, rules: Sequence[float]) -> int:
    """Where the header that begins at a line ends, between rules perhaps several lines on; 0 if none does."""
    above = any(y <= rows[at].top + _NEAR and (at == 0 or rows[at - 1].bottom <= y + _NEAR) for y in rules)
    below = min((y for y in rules if y >= rows[at].bottom - _NEAR), default=0.0)
    end = at + 1
    while above and end < len(rows) and rows[end].bottom <= below + _NEAR:
        end += 1
    end = end if end - at <= _MOST_HEADER_LINES else at + 1
    return end if any(map(_has_headings, rows[at:end])) else 0


def _has_headings(row: Row) -> bool:
    texts = [piece.text for piece in row.pieces]
    return len(texts) >= _FEWEST_COLUMNS and is_header(texts) and not any(map(_PROSE.search, texts))


def _read(rows: Sequence[Row], at: int, start: int, paper: Paper, before: Open | None, found: Found) -> int:
    """Reads the table whose header ends at `start`, or leaves it out; returns the place behind it."""
    header = rows[at:start]
    parts = widened([], [piece for row in header for piece in row.pieces])
    headings = tuple(one.text.replace(" ", "") for one in cells(header, parts))
    named = [
        Column(part.x0, part.x1, 1, bool(_NUMBERED.fullmatch(heading)))
        for part, heading in zip(parts, headings, strict=True)
    ]
    columns, end = _reach(rows, start, named)
    if end == start:
        found.rest += [char for row in header for char in row.chars]
        return end
    cut = before.number if before and before.headings == headings else None
    sure = all(column.headings for column in columns)
    body = grid(rows[start:end], columns, paper.rules, cut) if sure else None
    if body is None:
        return _leave_out(rows, end, Open(headings, tuple(columns), None), found)
    found.tables.append(Rows((headings, *body.rows), rows[at].top, body.room))
    found.open = Open(headings, tuple(columns), body.last)
    return end


def _read_on(rows: Sequence[Row], at: int, paper: Paper, before: Open, found: Found) -> int:
    """Reads what goes on the table of the page before; returns the place behind it, 0 if nothing does."""
    columns, end = _reach(rows, at, before.columns)
    if before.number is None:
        goes_on = end > at and len(rows[at].pieces) > 1
        return _leave_out(rows, end, before, found) if goes_on else 0
    if before.number + 1 not in numbers(rows[at:end], columns):
        return 0
    body = grid(rows[at:end], columns, paper.rules, before.number)
    if body is None or body.first - before.number not in (0, 1) or not all(c.headings for c in columns):
        return 0
    found.tables.append(Rows(tuple(body.rows), rows[at].top, body.room))
    found.open = Open(before.headings, tuple(columns), body.last)
    return end


def _reach(rows: Sequence[Row], start: int, columns: Sequence[Column]) -> tuple[list[Column], int]:
    """How far lines keep to the columns: the columns with all their text, and the first line beyond."""
    reached = list(columns)
    end = start
    for row in rows[start:]:
        wider = widened(reached, row.pieces)
        far = end > start and row.top - rows[end - 1].bottom > _WIDEST_GAP * row.pieces[0].size
        if far or _is_text(row, reached) or any(column.headings > 1 for column in wider):
            break
        reached, end = wider, end + 1
    return reached, end


def _is_text(row: Row, columns: Sequence[Column]) -> bool:
    """Whether a line is a page number, or stands alone where numbers do and is none."""
    first = columns[0].numbers and len(row.pieces) == 1 and row.pieces[0].x0 < columns[0].x1
    return is_page_number(" ".join(piece.text for piece in row.pieces)) or (
        first and not numbers([row], columns)
    )


def _leave_out(rows: Sequence[Row], end: int, table: Open, found: Found) -> int:
    """Counts a table as not read; returns the first line behind it that is text, not in one column."""
    found.unread += 1
    found.open = table
    while end < len(rows) and (len(rows[end].pieces) > 1 or _is_inside(rows[end], table.columns[1:])):
        end += 1
    return end


def _is_inside(row: Row, columns: Sequence[Column]) -> bool:
    piece = row.pieces[0]
    return any(column.x0 - 1 <= piece.x0 and piece.x1 <= column.x1 + 1 for column in columns)
