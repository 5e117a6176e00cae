"""The words by which a table of tasks is known: what stands over its columns."""

import re
from collections.abc import Iterable
from functools import cache

from ingest.seeds import seed_table

_LONGEST = 20
_FEWEST = 2


@cache
def _words() -> tuple[str, ...]:
    return tuple(row["word"] for row in seed_table("readers/ledger.tsv"))


def is_header(row: Iterable[str]) -> bool:
    """Whether a row's cells are headings: short, and half of them with a known word."""
    filled = {re.sub(r"\s", "", text) for text in row if text}
    short = [text for text in filled if len(text) <= _LONGEST]
    known = [text for text in short if any(word in text for word in _words())]
    return len(known) >= _FEWEST and len(known) * 2 >= len(filled)
