"""Responsibility columns of tables whose cells are parted by tabs or |."""

import re
from collections.abc import Iterator

from graph.model import Role
from ingest.clauses.complete import Reading, read_inside
from ingest.clauses.levels import Carry
from ingest.clauses.roles import column_role
from ingest.clauses.view import view_of
from ingest.records import Text

_RULE = re.compile(r"[\s|:\-—]+")


def table_rows(text: Text, start: int, end: int) -> Iterator[tuple[int, int, list[tuple[Role, int, int]]]]:
    """Rows below a header with role columns: start, end, and the cells with their roles."""
    columns: dict[int, Role] = {}
    width = 0
    for first, last in _lines(text.folded, start, end):
        cells = _cells(text.folded, first, last)
        if len(cells) < 2:
            columns = {}
            continue
        if header := _header(text.folded, cells):
            columns, width = header, len(cells)
        elif columns and len(cells) <= width and not _RULE.fullmatch(text.folded[first:last]):
            yield first, last, [(role, *cells[i]) for i, role in columns.items() if i < len(cells)]


def _lines(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines that hold a cell separator, or that end a table."""
    mark = re.compile(r"[\t|｜]")
    at = start
    while match := mark.search(folded, at, end):
        first = folded.rfind("\n", start, match.start()) + 1
        first = max(first, start)
        last = folded.find("\n", match.start(), end)
        last = end if last < 0 else last
        yield first, last
        at = last


def _cells(folded: str, first: int, last: int) -> list[tuple[int, int]]:
    line = folded[first:last]
    if line.strip().startswith("|") or line.strip().startswith("｜"):
        first += len(line) - len(line.lstrip()) + 1
        line = folded[first:last].rstrip().rstrip("|｜")
    cells = []
    for cell in re.split(r"[\t|｜]", line):
        cells.append((first, first + len(cell)))
        first += len(cell) + 1
    return cells


def _header(folded: str, cells: list[tuple[int, int]]) -> dict[int, Role]:
    roles = {i: column_role(folded[a:b]) for i, (a, b) in enumerate(cells)}
    return {i: role for i, role in roles.items() if role is not None}


def read_row(text: Text, cells: list[tuple[Role, int, int]]) -> list[Reading]:
    """The cells of one row; level words carry from cell to cell."""
    carry = Carry()
    filled = [(role, a, b) for role, a, b in cells if text.folded[a:b].strip(" \u3000—-–/无")]
    return [read_inside(text, view_of(text, a, b), role, carry) for role, a, b in filled]
