"""CSV task ledgers: a table whose cells are parted by commas, semicolons or tabs."""

import csv
import io
from collections.abc import Sequence
from itertools import islice

from ingest.readers import lines as forms
from ingest.readers.sheets import is_header, sheet

_SEPARATORS = ",;\t"
_LATEST_HEADER = 20
_FEWEST_COLUMNS = 3


def lines(text: str) -> list[str] | None:
    """The lines of a ledger saved as CSV, as a workbook's; None if the text is anything else.

    Args:
        text: The whole file, decoded.
    """
    for separator in _SEPARATORS:
        try:
            grid = _grid(text, separator)
        except csv.Error:
            continue
        if grid is not None:
            return sheet([[forms.cell(cell.splitlines()) for cell in row] for row in grid])
    return None


def _grid(text: str, separator: str) -> list[list[str]] | None:
    """The rows, if they are those of a ledger.

    Raises:
        csv.Error: Its quotation marks aren't those of a CSV file.
    """
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    grid = list(islice(rows, _LATEST_HEADER))
    header = next((at for at, row in enumerate(grid) if len(row) >= _FEWEST_COLUMNS and is_header(row)), None)
    if header is None:
        return None
    grid += rows
    if separator == "\t" and not _is_exported(text, grid):
        return None
    return grid if _is_table(grid[header:]) else None


def _is_exported(text: str, grid: Sequence[Sequence[str]]) -> bool:
    """Whether a program wrote the tabs: a plain text may hold a table too, and its lines be wrapped."""
    return '"' in text or len({len(row) for row in grid if row}) == 1


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether no row is wider than the header and most below it are as wide: prose has other commas."""
    widths = [len(row) for row in rows if row]
    whole = widths.count(widths[0]) - 1
    return max(widths) == widths[0] and whole > 0 and whole * 2 >= len(widths) - 1
