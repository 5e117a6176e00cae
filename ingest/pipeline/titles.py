"""Titles: an item's up to its first full stop or colon, a section's without its clause."""

import re
from collections.abc import Sequence

from ingest.outline import Node
from ingest.records import Clause, Span, Text

_OPENING = "《“‘「『（〔【［["
_CLOSING = "》”’」』）〕】］]"
_LABEL = re.compile(r"[\s*]*【([^【】：]{2,40})】(?=\s*\w)")
_SIGNS = re.compile(rf"[{re.escape(_OPENING + _CLOSING)}。\n]|(?<!\d)：|：(?!\d)")
_COUNT = re.compile("（共?[\\d一二三四五六七八九十]{1,3}[项条个]）$")
_STRIPPED = " \t　*#；;，,、。：:"


def title_span(text: Text, start: int, end: int, clauses: Sequence[Clause]) -> Span:
    """Where the title of the item that begins at `start` stands.

    Args:
        text: The document.
        start: Behind the item's number.
        end: End of the item's first line.
        clauses: The item's clauses; one that closes the line in brackets or behind a label is cut off.
    """
    if label := _LABEL.match(text.folded, start, end):
        return label.span(1)
    stop = _first_stop(text.folded, start, end)
    for clause in clauses:
        if start < clause.start < stop and is_set_off(text.folded, clause):
            stop = clause.start
            break
    return start, stop


def title_of(text: Text, span: Span) -> str:
    """The words of a title, folded, without marks of print and without the count of its items (（共5项）)."""
    words = text.folded[span[0] : span[1]].replace("**", "").replace("\t", " ").strip(_STRIPPED)
    return _COUNT.sub("", words) or words


def node_title(text: Text, node: Node, clauses: Sequence[Clause]) -> Span:
    """Where an item's title stands; a bold heading ends with its bold print."""
    if node.heading is None:
        return node.start, node.start
    start, end = node.heading
    bold = node.mark.bold_end if node.mark else None
    if bold is not None and start < bold <= end:
        end = bold
    return title_span(text, start, end, clauses)


def _first_stop(folded: str, start: int, end: int) -> int:
    """The first full stop, colon or line end outside brackets and quotation marks."""
    depth = 0
    for match in _SIGNS.finditer(folded, start, end):
        if match[0] in _OPENING:
            depth += 1
        elif match[0] in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0:
            return match.start()
    if depth == 0:
        return end
    stop = re.search(r"[。\n]", folded[start:end])
    return start + stop.start() if stop else end


def is_set_off(folded: str, clause: Clause) -> bool:
    """Whether a clause is set off from the sentence: in brackets, or behind a label."""
    opening = folded[clause.start]
    return opening in _OPENING or "：" in folded[clause.start : clause.start + 12]
