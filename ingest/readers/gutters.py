"""Pages in two columns of text, as gazettes print them: the left one first, then the right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.readers.layout import Char, Line, lines_of, pieces, rows_of

_MARGIN = 0.1
_MIDDLE = (0.3, 0.7)
_CROSSING = 0.2
_FEWEST_LINES = 3
_FULL = 1.5
_FULL_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Columns:
    """A page's lines, read column by column.

    `start`, `end`: the strip without text between the columns. `sure`: both have so many full lines
    that they are columns of text and nothing else.
    """

    start: float
    end: float
    sure: bool
    lines: list[Line]


def in_columns(chars: Sequence[Char], width: float, height: float) -> Columns | None:
    """A page's characters as lines in two columns, where a strip in its middle is free of text.

    Args:
        chars: What stands outside its tables.
        width: The page's.
        height: The page's.
    """
    rows = rows_of(chars)
    strip = _strip(rows, width, height)
    if strip is None:
        return None
    middle = (strip[0] + strip[1]) / 2
    sides: list[tuple[list[Line], list[Line]]] = []
    lines: list[Line] = []
    beside: list[Char] = []
    for row in [*rows, []]:
        crosses = any(piece.x0 < middle < piece.x1 for piece in pieces(row, width))
        if row and not crosses:
            beside += row
            continue
        sides.append(_sides(beside, middle))
        lines += [*sides[-1][0], *sides[-1][1], *lines_of(row, width)]
        beside = []
    left, right = ([line for side in sides for line in side[at]] for at in (0, 1))
    return Columns(*strip, sure=_are_full(left) and _are_full(right), lines=lines)


def _strip(rows: Sequence[Sequence[Char]], width: float, height: float) -> tuple[float, float] | None:
    """The widest strip in the page's middle that hardly a line crosses."""
    parts = [pieces(row, width) for row in rows]
    inner = [
        row
        for row in parts
        if row and row[0].top > height * _MARGIN and row[0].bottom < height * (1 - _MARGIN)
    ]
    begin, end = (round(width * share) for share in _MIDDLE)
    best = run = 0
    last = begin
    for x in range(begin, end):
        crossing = sum(piece.x0 < x < piece.x1 for row in inner for piece in row)
        run = run + 1 if crossing <= _CROSSING * len(inner) else 0
        if run > best:
            best, last = run, x
    size = max((row[0].size for row in inner), default=0.0)
    return (last - best + 1, last) if inner and best >= size else None


def _sides(chars: Sequence[Char], middle: float) -> tuple[list[Line], list[Line]]:
    """The lines left and right of a place; the right ones moved over the left, to have the same margins."""
    left = lines_of([char for char in chars if char["x0"] < middle], middle)
    right = lines_of([char for char in chars if char["x0"] >= middle], middle)
    if not left or not right:
        return left, right
    by = min(line.x0 for line in right) - min(line.x0 for line in left)
    return left, [replace(line, x0=line.x0 - by, x1=line.x1 - by) for line in right]


def _are_full(lines: Sequence[Line]) -> bool:
    """Whether many of the lines reach the right margin, and without a gap as between a table's cells."""
    edge = max((line.x1 for line in lines), default=0.0)
    full = [line for line in lines if line.x1 > edge - _FULL * line.size and " " not in line.text]
    return len(lines) >= _FEWEST_LINES and len(full) >= _FULL_SHARE * len(lines)
