"""Headings without number or bold print, known by what stands around them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.outline.lines import Kind, Line
from ingest.outline.marks import Mark, Style
from ingest.records import Text

_LONGEST = 25
_SENTENCE = re.compile(r"[，。；：、！？]")
_CLOSED = ("。", "）", "；", "】", "〕")


def promote(text: Text, lines: Sequence[Line]) -> list[Line]:
    """Make headings of short lines without a sentence, each between a closed item and a numbered one.

    One alone may be anything; two or more above items numbered alike are headings.
    """
    found = [at for at in range(len(lines)) if _is_heading(text, lines, at)]
    styles = Counter(_style_below(lines, at) for at in found)
    chosen = {at for at in found if styles[_style_below(lines, at)] > 1}
    return [_as_heading(line) if at in chosen else line for at, line in enumerate(lines)]


def _is_heading(text: Text, lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if line.kind is not Kind.TEXT or line.end - line.start > _LONGEST or at + 1 >= len(lines):
        return False
    if text.folded[line.start] in "（〔【［[":
        return False  # a clause on a line of its own
    if lines[at + 1].kind is not Kind.MARKED or _SENTENCE.search(text.folded, line.start, line.end):
        return False
    above = lines[at - 1] if at else None
    return above is None or text.folded.endswith(_CLOSED, 0, above.end)


def _style_below(lines: Sequence[Line], at: int) -> Style | None:
    mark = lines[at + 1].mark
    return mark.style if mark else None


def _as_heading(line: Line) -> Line:
    mark = Mark(Style.BOLD, None, None, line.start, line.start)
    return replace(line, kind=Kind.MARKED, mark=mark)
