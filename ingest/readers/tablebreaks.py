"""Tables that a page break parts: one table again, and the row that it cut one row."""

import re
from collections.abc import Sequence
from itertools import takewhile

from ingest.readers import lines as forms
from ingest.readers.layout import Rows, unit

_NUMBERED = re.compile(r"序\s*号|编\s*号|号")
_MOST_HEADERS = 3
_OPEN = "，、（《"


def continued(before: Rows, after: Rows) -> Rows | None:
    """Two tables as one, if the second goes on the first over a page break.

    The repeated header is left out. A row that the break cut has no number in its second half.
    """
    if len(before.grid[0]) != len(after.grid[0]):
        return None
    grid, more = list(before.grid), list(after.grid)
    headers = _repeated(before, after)
    more = more[headers:]
    if more and len(grid) > max(headers, 1) and _is_cut(grid[:_MOST_HEADERS], grid[-1], more[0]):
        room = before.room or (0.0,) * len(grid[-1])
        grid[-1] = tuple(map(_joined, grid[-1], more[0], room))
        more = more[1:]
    return Rows((*grid, *more), before.top, after.room)


def is_doubtful(before: Rows, after: Rows) -> bool:
    """Whether the second table's first row may go on the first's last, and no number tells."""
    row = next(iter(after.grid[_repeated(before, after) :]), None)
    if row is None or _number_column(before.grid[:_MOST_HEADERS]) is not None:
        return False
    return not row[0] and any(row) and not _is_open(before.grid[-1], row)


def _repeated(before: Rows, after: Rows) -> int:
    """How many rows both tables begin with."""
    same = zip(before.grid, after.grid, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], same))


def _is_cut(headers: Sequence[Sequence[str]], last: Sequence[str], row: Sequence[str]) -> bool:
    column = _number_column(headers)
    if column is None:
        return not row[0] and _is_open(last, row)
    is_group = bool(row[0]) and not any(row[1:])
    return bool(last[column]) and not row[column] and any(row) and not is_group


def _number_column(headers: Sequence[Sequence[str]]) -> int | None:
    named = (at for row in headers for at, cell in enumerate(row) if _NUMBERED.fullmatch(cell))
    return next(named, None)


def _is_open(last: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a cell stops in the middle of a list that the next row's goes on."""
    return any(bool(below) and above[-1:] in tuple(_OPEN) for above, below in zip(last, row, strict=True))


def _joined(above: str, below: str, room: float) -> str:
    """A cell's two halves: a line that had room for what follows ended a piece."""
    if above and below and unit(below) <= room:
        return forms.cell([above, below])
    return above + below
