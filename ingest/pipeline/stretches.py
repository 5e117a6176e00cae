"""Stretches of an item's text: its lines, its labelled deadlines, what is left without its clauses."""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from ingest.outline.words import deadline_pattern
from ingest.records import Span, Text


def lines_of(text: Text, pieces: Sequence[Span], first: int) -> Iterator[Span]:
    """The lines of the pieces that begin at `first` or behind it."""
    for a, b in pieces:
        for match in re.finditer(r"[^\n]+", text.folded[a:b]):
            if a + match.start() >= first:
                yield a + match.start(), a + match.end()


def dues_in(text: Text, piece: Span) -> Iterator[Span]:
    """The deadlines behind a label, label included."""
    for match in deadline_pattern().finditer(text.folded, *piece):
        yield match.span()


def cut_out(pieces: Sequence[Span], holes: Sequence[Span]) -> Iterator[Span]:
    """What remains of the pieces without the holes; both in text order."""
    waiting = deque(sorted(holes))
    for a, b in pieces:
        at = a
        while waiting and waiting[0][0] < b:
            low, high = waiting.popleft()
            if low > at:
                yield at, low
            at = max(at, high)
        if at < b:
            yield at, b
