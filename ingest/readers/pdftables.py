"""Tables of a PDF page: ruled cells to rows."""

from collections.abc import Sequence

from pdfplumber.page import Page
from pdfplumber.table import Table

from ingest.readers.layout import Cell, Char, Rows, cell, lines_of
from ingest.readers.rules import between_columns, closing

Box = tuple[float, float, float, float]

_PADDING = 12.0
_NOTHING = Cell("", 0.0)


def found_tables(page: Page, chars: Sequence[Char]) -> tuple[list[Rows], list[Char]]:
    """The ruled tables of a page, and the characters outside them."""
    edges = page.edges
    drawn = {
        "explicit_horizontal_lines": closing(edges),
        "explicit_vertical_lines": between_columns(edges, chars),
    }
    tables = [table for table in page.find_tables(drawn) if _is_table(table)]
    boxes = [(at, cell) for at, table in enumerate(tables) for cell in table.cells]
    inside: dict[tuple[int, Box], list[Char]] = {box: [] for box in boxes}
    rest: list[Char] = []
    for char in chars:
        home = next((box for box in boxes if _holds(box[1], char)), None)
        (rest if home is None else inside[home]).append(char)
    found = [_rows(table, {box: inside[at, box] for box in table.cells}) for at, table in enumerate(tables)]
    return found, rest


def _is_table(table: Table) -> bool:
    """Whether it has cells side by side: a frame around text has not."""
    return any(sum(cell is not None for cell in row.cells) > 1 for row in table.rows)


def _holds(box: Box, char: Char) -> bool:
    middle, centre = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= middle <= box[2] and box[1] <= centre <= box[3])


def _rows(table: Table, inside: dict[Box, list[Char]]) -> Rows:
    cells = {box: _cell(box, chars) for box, chars in inside.items()}
    edges = sorted({round(box[0], 1) for box in table.cells})
    grid = []
    for row in table.rows:
        middle = _middle([cell for cell in row.cells if cell is not None])
        grid.append([_at(cells, edge + 1, middle, edge) for edge in edges])
    return Rows(
        tuple(tuple(cell.text for cell in row) for row in grid),
        float(table.bbox[1]),
        tuple(cell.room for cell in grid[-1]),
    )


def _middle(cells: Sequence[Box]) -> float:
    """A height within the row: its lowest cell ends with it."""
    return cells[0][1] + min(cell[3] - cell[1] for cell in cells) / 2


def _at(cells: dict[Box, Cell], x: float, y: float, edge: float) -> Cell:
    """What covers a place: a cell merged downwards counts in every row, one merged sideways once."""
    for box, found in cells.items():
        if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
            return found if abs(box[0] - edge) < 1 else _NOTHING
    return _NOTHING


def _cell(box: Box, chars: list[Char]) -> Cell:
    return cell(lines_of(chars, box[2]), box[2] - box[0] - _PADDING)
