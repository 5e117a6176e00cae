"""Tables copied from a page with one cell a line (序号⏎任务⏎牵头单位⏎1⏎…): rows again."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ingest.seeds import any_of, seed_table

_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 20
_LONGEST_HEADING = 12
_NUMBER_HEADINGS = ("序号", "编号")
_NUMBER = re.compile(r"[（(]?(\d{1,3})[）).、．]?")
_GROUP = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)、．.].{1,40}")
_SECTION = re.compile("[一二三四五六七八九十]{1,3}、")


class _Table(NamedTuple):
    """Rows with their cells parted by tabs, and how many filled lines they take up.

    `broken`: the number of the row that hasn't one line for every heading, if the table ends at one.
    """

    rows: list[str]
    length: int
    broken: int | None


def rows_again(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Lines with every such table as rows, its cells parted by tabs; all other lines as they are.

    A table begins with its headings, the number's first, and goes on as long as each row has one line
    for every heading and is numbered after the one before, perhaps below a line that groups rows. What
    follows stays as it is.

    Args:
        lines: A text's lines; between cells there may be blank ones.

    Returns:
        The lines, and a warning for each table that breaks off.
    """
    filled = [at for at, line in enumerate(lines) if line.strip()]
    cells = [lines[at].strip() for at in filled]
    found: list[str] = []
    warnings: list[str] = []
    start = at = 0
    while at < len(cells):
        table = _table(cells, at) if cells[at] in _NUMBER_HEADINGS else None
        if table is None:
            at += 1
            continue
        found += [*lines[start : filled[at]], *table.rows]
        at += table.length
        start = filled[at] if at < len(cells) else len(lines)
        if table.broken is not None:
            warnings.append(
                f"Row {table.broken} of a table with one cell a line hasn't one for every heading:"
                " from there on the table was read as text."
            )
    return [*found, *lines[start:]], warnings


def _table(cells: Sequence[str], start: int) -> _Table | None:
    """The table whose headings begin at a cell; None if no numbered row follows."""
    at = start
    while at < len(cells) and at - start <= _MOST_COLUMNS and is_heading(cells[at]):
        at += 1
    width, number = at - start, None
    rows = ["\t".join(cells[start:at])]
    while width >= _FEWEST_COLUMNS and (first := _row(cells, at, width, number)) is not None:
        rows += [*cells[at:first], "\t".join(cells[first : first + width])]
        at, number = first + width, _number(cells[first])
    expected = (number or 0) + 1
    broken = (
        expected
        if width >= _FEWEST_COLUMNS and expected in map(_number, cells[at : at + 2 * width])
        else None
    )
    if number is None:
        return _Table(list(cells[start:at]), width, broken) if broken else None
    return _Table(rows, at - start, broken)


def _row(cells: Sequence[str], at: int, width: int, before: int | None) -> int | None:
    """Where the next row begins: here or below a line that groups rows; None behind the last."""
    for first in (at, at + 1):
        row = cells[first : first + width]
        number = _number(row[0]) if len(row) == width else None
        if number is None or any("\t" in cell for cell in row):
            continue
        follows = before is None or number in (before + 1, *((1,) * (first - at)))
        grouped = first == at or _GROUP.fullmatch(cells[at]) is not None
        if follows and grouped:
            return first if _is_whole(row, cells[first + width : first + 2 * width + 1]) else None
    return None


def _is_whole(row: Sequence[str], following: Sequence[str]) -> bool:
    """Whether a row has as many cells as headings: the next number stands right behind it, or nowhere."""
    after = (_number(row[0]) or 0) + 1
    near = [_number(cell) for cell in following[:2]]
    astray = after in map(_number, (*row[1:], *following)) and after not in near
    return not astray and not any(_SECTION.match(cell) for cell in row)


def _number(cell: str) -> int | None:
    match = _NUMBER.fullmatch(cell)
    return int(match[1]) if match else None


def is_heading(cell: str) -> bool:
    """Whether a cell is short and has a word of a ledger's header row."""
    return len(cell) <= _LONGEST_HEADING and _heading_word().search(cell) is not None


@cache
def _heading_word() -> re.Pattern[str]:
    return re.compile(any_of(row["word"] for row in seed_table("readers/ledger.tsv")))
