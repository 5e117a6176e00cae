"""A ledger's sheet, whatever file it comes in: title lines above the header, then one table."""

import re
from collections.abc import Sequence
from functools import cache

from ingest.readers import lines as forms
from ingest.seeds import seed_table

_LONGEST_HEADING = 20
_FEWEST_HEADINGS = 2


@cache
def _header_words() -> tuple[str, ...]:
    return tuple(row["word"] for row in seed_table("readers/ledger.tsv"))


def is_header(row: Sequence[str]) -> bool:
    """Whether a row names the columns of a task ledger."""
    filled = {re.sub(r"\s", "", text) for text in row if text}
    short = [text for text in filled if len(text) <= _LONGEST_HEADING]
    known = [text for text in short if any(word in text for word in _header_words())]
    return len(known) >= _FEWEST_HEADINGS and len(known) * 2 >= len(filled)


def sheet(grid: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a sheet: rows above its header as text, the rest as a table.

    Args:
        grid: Its cells by row; rows may be of different lengths.
    """
    width = max(map(len, grid), default=0)
    full = [[*row, *[""] * (width - len(row))] for row in grid]
    filled = [at for at in range(width) if any(row[at] for row in full)]
    full = [[row[at] for at in filled] for row in full]
    header = next((at for at, row in enumerate(full) if is_header(row)), 0)
    titles = [" ".join(dict.fromkeys(filter(None, row))) for row in full[:header]]
    return [*filter(None, titles), *forms.rows(full[header:])]
