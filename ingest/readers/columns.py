"""Columns of text that no rule parts: which pieces stand in which, and the rows they make."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ingest.readers.layout import Cell, Char, Line, cell, lines_of

_NEAR = 2.0
_NUMBER = re.compile(r"(\d{1,3})[.、．]?")


class Row(NamedTuple):
    """A printed line: its characters, and the pieces that gaps part it into."""

    chars: list[Char]
    pieces: list[Line]

    @property
    def top(self) -> float:
        """Where it begins."""
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return max(piece.bottom for piece in self.pieces)


class Column(NamedTuple):
    """How far a column's text reaches, how many headings stand over it, and whether it numbers rows."""

    x0: float
    x1: float
    headings: int = 1
    numbers: bool = False


class Grid(NamedTuple):
    """A table's rows, the room in the last one's cells, and the first and last number."""

    rows: list[tuple[str, ...]]
    room: tuple[float, ...]
    first: int
    last: int


def widened(columns: Iterable[Column], pieces: Iterable[Line]) -> list[Column]:
    """Columns with more text in them; a piece that touches two makes them one."""
    found: list[Column] = []
    for column in sorted([*columns, *(Column(piece.x0, piece.x1, 0) for piece in pieces)]):
        if found and column.x0 < found[-1].x1:
            last = found.pop()
            headings, numbered = last.headings + column.headings, last.numbers or column.numbers
            column = Column(last.x0, max(last.x1, column.x1), headings, numbered)
        found.append(column)
    return found


def cells(rows: Sequence[Row], columns: Sequence[Column]) -> list[Cell]:
    """The text of several lines, a cell for each column."""
    found = []
    for column in columns:
        chars = [char for row in rows for char in row.chars if _holds(column, char)]
        found.append(cell(lines_of(chars, column.x1), column.x1 - column.x0))
    return found


def numbers(rows: Iterable[Row], columns: Sequence[Column]) -> list[int]:
    """The numbers that stand in the number's column."""
    found = []
    for column in (column for column in columns if column.numbers):
        inside = [piece for row in rows for piece in row.pieces if column.x0 <= piece.x0 < column.x1]
        found += [int(match[1]) for piece in inside if (match := _NUMBER.fullmatch(piece.text))]
    return found


def grid(
    rows: Sequence[Row], columns: Sequence[Column], rules: Sequence[float], before: int | None
) -> Grid | None:
    """A table's rows; None if they aren't sure.

    They must be numbered one after the other, and either rules part them or each begins with all its
    cells on the number's line and runs on only from full lines.

    Args:
        rows: The lines below its header.
        columns: Its columns.
        rules: The heights of the rules that run across the page.
        before: The number of the page before's last row, if the first row may be the rest of it.
    """
    groups = _ruled(rows, columns, rules, before is not None) or _numbered(rows, columns, before is not None)
    if not groups:
        return None
    order = [next(iter(numbers(group, columns)), None) for group in groups]
    first = before if order[0] is None else order[0]
    if first is None or [first, *order[1:]] != list(range(first, first + len(order))):
        return None
    found = [cells(group, columns) for group in groups]
    texts = [tuple(one.text for one in row) for row in found]
    return Grid(texts, tuple(one.room for one in found[-1]), first, first + len(order) - 1)


def _ruled(
    rows: Sequence[Row], columns: Sequence[Column], rules: Sequence[float], cut: bool
) -> list[list[Row]] | None:
    """Rows as rules part them, if each then has one number; the rest of one that was cut has none."""
    groups = _parted(rows, lambda a, b: any(a.bottom - _NEAR <= y <= b.top + _NEAR for y in rules))
    counts = [len(numbers(group, columns)) for group in groups]
    if cut and counts[0] == 0:
        counts = counts[1:]
    return groups if len(groups) > 1 and set(counts) == {1} else None


def _numbered(rows: Sequence[Row], columns: Sequence[Column], cut: bool) -> list[list[Row]] | None:
    """Rows as numbers begin them, if nothing speaks against it."""
    groups = _parted(rows, lambda _, b: bool(numbers([b], columns)))
    if any(one.pieces > 1 for group in groups for one in cells(group, columns)):
        return None
    whole = groups[1:] if cut and not numbers(groups[0], columns) else groups
    return groups if all(_begins_whole(group, columns) for group in whole) else None


def _begins_whole(rows: Sequence[Row], columns: Sequence[Column]) -> bool:
    """Whether every cell begins on the first line: text in the middle of its row's height wouldn't."""
    begun = zip(cells(rows, columns), cells(rows[:1], columns), strict=True)
    return all(first.text or not whole.text for whole, first in begun)


def _parted(rows: Sequence[Row], begins: Callable[[Row, Row], bool]) -> list[list[Row]]:
    groups: list[list[Row]] = []
    for row in rows:
        if groups and not begins(groups[-1][-1], row):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _holds(column: Column, char: Char) -> bool:
    return bool(column.x0 < (char["x0"] + char["x1"]) / 2 < column.x1)
