"""What the headings of a ledger's columns say."""

import re
from collections.abc import Sequence
from functools import cache

from ingest.seeds import seed_table

_LONGEST = 20
_FEWEST = 2


@cache
def _words(kind: str = "") -> tuple[str, ...]:
    """The words that headings hold, of one kind or all."""
    return tuple(row["word"] for row in seed_table("readers/ledger.tsv") if kind in ("", row["what"]))


def is_header(row: Sequence[str]) -> bool:
    """Whether a row names the columns of a task ledger."""
    filled = {re.sub(r"\s", "", text) for text in row if text}
    short = [text for text in filled if len(text) <= _LONGEST]
    known = [text for text in short if any(word in text for word in _words())]
    return len(known) >= _FEWEST and len(known) * 2 >= len(filled)


def heads(heading: str, kind: str) -> bool:
    """Whether a column is of a kind: number, work, role, time, remark or group, by its heading."""
    return any(word in heading for word in _words(kind))
