"""A ledger's sheet, whatever file it comes in: title lines above the header, then one table."""

from collections.abc import Sequence

from ingest.readers import lines as forms
from ingest.readers.headings import is_header
from ingest.readers.targets import with_units


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
    return [*filter(None, titles), *forms.rows(with_units(full[header:]))]
