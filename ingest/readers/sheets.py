"""A ledger's sheet, whatever file it comes in: title lines above the header, then one table.

Where one column holds figures and the next their unit (目标值 | 计量单位), they are one, as goals are read.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

from ingest.readers import lines as forms
from ingest.seeds import any_of, seed_table

_LONGEST_HEADING = 20
_FEWEST_HEADINGS = 2
_UNIT_HEADING = re.compile(r"(?:计量|数量|指标|目标)?单位")
_FIGURE = re.compile(r"[^\d\W]{0,3}[≥≤><＞＜±+-]?\s?\d[\d.,]*(?:[-—–~～至]\d[\d.,]*)?[^\d\W]{0,3}")
_NONE = re.compile(r"[\W_]*|无")


@cache
def _words(kind: str = "") -> tuple[str, ...]:
    """The words that headings hold, of one kind or all."""
    return tuple(row["word"] for row in seed_table("readers/ledger.tsv") if kind in ("", row["what"]))


def is_header(row: Iterable[str]) -> bool:
    """Whether a row names the columns of a task ledger."""
    filled = {re.sub(r"\s", "", text) for text in row if text}
    short = [text for text in filled if len(text) <= _LONGEST_HEADING]
    known = [text for text in short if any(word in text for word in _words())]
    return len(known) >= _FEWEST_HEADINGS and len(known) * 2 >= len(filled)


def heads(heading: str, kind: str) -> bool:
    """Whether a column is of a kind: number, work, role, time, remark or group, by its heading."""
    return any(word in heading for word in _words(kind))


def header_at(grid: Sequence[Sequence[str]]) -> int:
    """Which row is the header; the first where none looks like one."""
    return next((at for at, row in enumerate(grid) if is_header(row)), 0)


def sheet(grid: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a sheet: rows above its header as text, the rest as a table.

    Args:
        grid: Its cells by row; rows may be of different lengths.
    """
    width = max(map(len, grid), default=0)
    full = [[*row, *[""] * (width - len(row))] for row in grid]
    filled = [at for at in range(width) if any(row[at] for row in full)]
    full = [[row[at] for at in filled] for row in full]
    header = header_at(full)
    titles = [" ".join(dict.fromkeys(filter(None, row))) for row in full[:header]]
    return [*filter(None, titles), *forms.rows(_with_units(full[header:]))]


@cache
def _unit() -> re.Pattern[str]:
    units = chain.from_iterable(row["units"].split() for row in seed_table("goals/units.tsv"))
    return re.compile(f"[十百千万亿]{{0,2}}{any_of(units)}|[万亿]")


def _with_units(rows: Sequence[list[str]]) -> Sequence[list[str]]:
    """The rows of a table with each unit in its figure's cell; all as it was where no such column is.

    Args:
        rows: Of equal length, the header first. 单位 heads agencies too, so every cell below must be a
            unit and every cell beside it, or where it has none on its right, a figure.
    """
    header = [re.sub(r"\s|[（(].*", "", text) for text in rows[0]] if rows else []
    for at in (at for at, heading in enumerate(header) if _UNIT_HEADING.fullmatch(heading)):
        for beside in (at - 1, at + 1):
            if _counts(header, beside) and _belong(rows[1:], beside, at):
                return [rows[0][:at] + rows[0][at + 1 :], *(_joined(row, beside, at) for row in rows[1:])]
    return rows


def _counts(header: Sequence[str], at: int) -> bool:
    """Whether a column may hold figures that are neither numbers of rows nor dates."""
    return 0 <= at < len(header) and not heads(header[at], "number") and not heads(header[at], "time")


def _belong(rows: Sequence[Sequence[str]], figures: int, units: int) -> bool:
    beside = [(row[figures], row[units]) for row in rows]
    return any(figure and unit for figure, unit in beside) and all(
        (_FIGURE.fullmatch(figure) or _NONE.fullmatch(figure))
        and (_unit().fullmatch(unit) or _NONE.fullmatch(unit))
        for figure, unit in beside
    )


def _joined(row: Sequence[str], figure: int, unit: int) -> list[str]:
    """The unit behind the last digit: 50以上 and 家 are 50家以上."""
    joined = list(row)
    if _unit().fullmatch(row[unit]) and row[unit] not in row[figure]:
        joined[figure] = re.sub(r"(?<=\d)(?=\D*$)", row[unit], row[figure])
    del joined[unit]
    return joined
