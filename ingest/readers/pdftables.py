"""Tables of a PDF page: ruled cells to rows, rows over a page break to one table."""

import re
from collections.abc import Sequence
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import Table

from ingest.readers import lines as forms
from ingest.readers.layout import Line, Rows, lines_of, unit

Box = tuple[float, float, float, float]

_PADDING = 12.0


def found_tables(page: Page, chars: Sequence[dict[str, Any]]) -> tuple[list[Rows], list[dict[str, Any]]]:
    """The ruled tables of a page, and the characters outside them."""
    tables = [table for table in page.find_tables() if _is_table(table)]
    boxes = [(at, cell) for at, table in enumerate(tables) for cell in table.cells]
    inside: dict[tuple[int, Box], list[dict[str, Any]]] = {box: [] for box in boxes}
    rest: list[dict[str, Any]] = []
    for char in chars:
        home = next((box for box in boxes if _holds(box[1], char)), None)
        (rest if home is None else inside[home]).append(char)
    found = [_rows(table, {box: inside[at, box] for box in table.cells}) for at, table in enumerate(tables)]
    return found, rest


def _is_table(table: Table) -> bool:
    """Whether it has cells side by side: a frame around text has not."""
    return any(sum(cell is not None for cell in row.cells) > 1 for row in table.rows)


def _holds(box: Box, char: dict[str, Any]) -> bool:
    middle, centre = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= middle <= box[2] and box[1] <= centre <= box[3])


def _rows(table: Table, inside: dict[Box, list[dict[str, Any]]]) -> Rows:
    text = {box: _cell(box, chars) for box, chars in inside.items()}
    edges = sorted({round(box[0], 1) for box in table.cells})
    grid = []
    for row in table.rows:
        middle = _middle([cell for cell in row.cells if cell is not None])
        grid.append(tuple(_at(text, edge + 1, middle, edge) for edge in edges))
    return Rows(tuple(grid), float(table.bbox[1]))


def _middle(cells: Sequence[Box]) -> float:
    """A height within the row: its lowest cell ends with it."""
    return cells[0][1] + min(cell[3] - cell[1] for cell in cells) / 2


def _at(text: dict[Box, str], x: float, y: float, edge: float) -> str:
    """What covers a place: a cell merged downwards counts in every row, one merged sideways once."""
    for box, found in text.items():
        if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
            return found if abs(box[0] - edge) < 1 else ""
    return ""


def _cell(box: Box, chars: list[dict[str, Any]]) -> str:
    """A cell's text: a line that fills the cell goes on in the next, a shorter one ends a piece."""
    pieces: list[str] = []
    last: Line | None = None
    for line in lines_of(chars, box[2]):
        if last is not None and _is_full(last, line, box[2] - box[0]):
            pieces[-1] += line.text
        else:
            pieces.append(line.text)
        last = line
    return forms.cell(pieces)


def _is_full(before: Line, line: Line, room: float) -> bool:
    """Whether the first piece of `line` had no room behind the line before it."""
    return before.x1 - before.x0 + unit(line) > room - _PADDING - line.size / 2


def continued(before: Rows, after: Rows) -> Rows | None:
    """Two tables as one, if the second goes on the first over a page break.

    The repeated header is left out. A row that the break cut has no number in its second half.
    """
    if len(before.grid[0]) != len(after.grid[0]):
        return None
    grid, more = list(before.grid), list(after.grid)
    if more[0] == grid[0]:
        more = more[1:]
    if more and len(grid) > 1 and _is_cut(grid[0], more[0]):
        grid[-1] = tuple(a + b for a, b in zip(grid[-1], more[0], strict=True))
        more = more[1:]
    return Rows((*grid, *more), before.top)


def _is_cut(header: Sequence[str], row: Sequence[str]) -> bool:
    numbered = re.fullmatch(r"序\s*号|编\s*号|号", header[0])
    return bool(numbered) and not row[0] and sum(map(bool, row)) > 0
