"""Paragraphs and tables, as every format has them, to lines."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.readers.paragraphs import is_head

_STOPS = "。．.：:！? ？"
_LABEL = re.compile(r".*(?:单位|部门|时限|时间|领导|目标|任务|措施|要求|联系人)\s*[：:]")
_SHORTEST_HEADING = 4
_IDEOGRAPHIC = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…"
_SOURCE_BREAK = re.compile(rf"(?<=[{_IDEOGRAPHIC}])[ \t\r]*\n\s*(?=[{_IDEOGRAPHIC}])")


class Draft(NamedTuple):
    """What a format's reader hands on: lines, and warnings about what it couldn't read."""

    content: str
    warnings: tuple[str, ...] = ()


def flow(text: str) -> str:
    """A stretch of text without the line breaks of its source file.

    They mean nothing between ideographs and a space elsewhere.
    """
    text = _SOURCE_BREAK.sub("", text) if "\n" in text else text
    return re.sub(r"[\t\r\n ]+", " ", text)


def paragraph(runs: Sequence[tuple[str, bool]]) -> str:
    """A paragraph out of runs of text, each bold or not.

    A bold sentence that opens an unnumbered paragraph is its heading, kept as `**…**`.
    """
    text = "".join(part for part, _ in runs)
    bold = ""
    for part, is_bold in runs:
        if not is_bold and part.strip():
            break
        bold += part
    rest = text[len(bold) :]
    heading = bold.strip()
    if not rest.strip() or not _is_heading(heading, rest):
        return text
    return f"**{heading}**{rest}"


def _is_heading(bold: str, rest: str) -> bool:
    if len(bold) < _SHORTEST_HEADING or is_head(bold) or _LABEL.fullmatch(bold):
        return False
    return bold[-1] in _STOPS or rest[0] in _STOPS


def cell(pieces: Iterable[str]) -> str:
    """A table cell's lines as one; two names on two lines stay apart."""
    joined = ""
    for piece in (piece.strip() for piece in pieces):
        if not piece:
            continue
        apart = joined[-1:].isalnum() and piece[0].isalnum()
        joined += (" " if apart else "") + re.sub(r"\s+", " ", piece)
    return joined


def rows(grid: Iterable[Sequence[str]]) -> list[str]:
    """A table's lines: tabs between cells, empty rows gone, a cell alone in its row as a line of its own."""
    lines = []
    for row in grid:
        filled = [text for text in row if text]
        if len(filled) == 1:
            lines.append(filled[0])
        elif filled:
            lines.append("\t".join(row))
    return lines
