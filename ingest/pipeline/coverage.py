"""What no rule claimed: kept and reported, so that no name is dropped in silence."""

import re
from collections import deque
from collections.abc import Iterator

from graph.model import Unread
from ingest.outline.words import clause_sign_pattern, issuer_pattern, words
from ingest.pipeline.assembling import sections_of
from ingest.pipeline.drafts import Draft, Item
from ingest.records import Text

_NAMES = re.compile(rf"\s*{issuer_pattern().pattern}(?:[、，]{issuer_pattern().pattern})*\s*")
_CLOSED = ("。", "）", "！", "”", "；", "…", "】", "〕", "]")


def unread(text: Text, draft: Draft) -> tuple[Unread, ...]:
    """Every piece that no rule claimed, in text order, each once."""
    clauses = [clause for item in draft.items for clause in item.clauses] + draft.loose
    clauses += [clause for section in sections_of(draft.items) for clause in section.clauses]
    found = [*draft.unread, *(piece for clause in clauses for piece in clause.unread)]
    for item in draft.items:
        found.extend(_overlooked(text, item))
        found.extend(_names_below(text, item))
    if draft.items and _is_broken_off(text, draft.items[-1]):
        last = draft.items[-1]
        found.append(
            _piece(text, last.start, last.end, "task without a responsibility clause: the text breaks off")
        )
    return tuple(sorted(set(found), key=lambda piece: (piece.start, piece.end, piece.reason)))


def _overlooked(text: Text, item: Item) -> Iterator[Unread]:
    """Words of a task that read like a clause, though none was read there."""
    clauses = deque(sorted((clause.start, clause.end) for clause in item.clauses))
    for match in clause_sign_pattern().finditer(text.folded, item.start, item.end):
        while clauses and clauses[0][1] <= match.start():
            clauses.popleft()
        claimed = bool(clauses) and clauses[0][0] < match.end()
        if not claimed and not any(word in match[0] for word in words()["unreported"]):
            yield _piece(
                text, *match.span(), "reads like a responsibility clause, but no body was found in it"
            )


def _names_below(text: Text, item: Item) -> Iterator[Unread]:
    """A line of nothing but names right below a clause, which the clause doesn't hold."""
    starts = {clause.start for clause in item.clauses}
    for clause in item.clauses:
        if clause.end < item.end and text.folded[clause.end] == "\n":
            start = clause.end + 1
            end = text.folded.find("\n", start, item.end)
            end = item.end if end < 0 else end
            if start not in starts and _NAMES.fullmatch(text.folded, start, end):
                yield _piece(text, start, end, "names below a responsibility clause")


def _is_broken_off(text: Text, last: Item) -> bool:
    rest = text.folded[last.end :].strip()
    return not last.clauses and not rest and not text.folded[: last.end].rstrip().endswith(_CLOSED)


def _piece(text: Text, start: int, end: int, reason: str) -> Unread:
    return Unread(start, end, text.content[start:end], reason)
