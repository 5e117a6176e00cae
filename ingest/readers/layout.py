"""Where characters stand on a page: characters to lines, lines to cells and paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from ingest.readers import lines as forms
from ingest.readers.paragraphs import is_head, is_numbered, needs_space, width

_SAME_LINE = 0.5
_GAP = 0.4
_SLACK = 0.6
_TIGHT = 0.5
_INDENT = 1.2
_LARGER = 1.12
_FEW_INDENTED = 0.1
_WIDE_GAP = 1.7
_HANGING = "，。、；：！？）》”,."
_HEAVY = re.compile("bold|black|heavy|hei|kai", re.IGNORECASE)
_WIDE = 0.33
_UNIT = re.compile(r"[（《〈〔【「『“‘]*(?:[!-~—–°]+|.)[，。、；：！？）》〉〕】」』”’…·％]*", re.DOTALL)


Char = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and its box, in points.

    `width` is its page's, `size` its font's; `bold`: how much of it, from its start, is printed heavier.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    width: float
    bold: int = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """A table's cells, and where it begins on its page.

    `room`: how many ideographs the last line of each cell in the last row leaves room for.
    """

    grid: tuple[tuple[str, ...], ...]
    top: float
    room: tuple[float, ...] = ()

    def lines(self) -> list[str]:
        """One line a row."""
        return forms.rows(self.grid)


def lines_of(chars: Sequence[Char], width: float) -> list[Line]:
    """Characters to lines, from the top; a gap wider than letter spacing becomes a space."""
    found = (_line(row, width) for row in rows_of(chars))
    return [line for line in found if line is not None]


def rows_of(chars: Sequence[Char]) -> list[list[Char]]:
    """Characters by the line they stand on, from the top, each line's from the left."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: (char["bottom"], char["x0"])):
        if rows and char["bottom"] - rows[-1][-1]["bottom"] < _SAME_LINE * min(
            char["size"], rows[-1][-1]["size"]
        ):
            rows[-1].append(char)
        else:
            rows.append([char])
    return [sorted(row, key=lambda char: char["x0"]) for row in rows]


def pieces(row: Sequence[Char], width: float, gap: float = _GAP) -> list[Line]:
    """What stands on one line, taken apart at gaps of so many ideographs."""
    parts: list[list[Char]] = []
    for char in row:
        if not char["text"].strip():
            continue
        if parts and char["x0"] - parts[-1][-1]["x1"] <= gap * char["size"]:
            parts[-1].append(char)
        else:
            parts.append([char])
    return [line for part in parts if (line := _line(part, width))]


def _line(row: list[Char], width: float) -> Line | None:
    printed = [char for char in row if char["text"].strip()]
    if not printed:
        return None
    text, bold, heavy = "", 0, True
    end = printed[0]["x0"]
    for char in row[row.index(printed[0]) :]:
        if char["x0"] - end > _GAP * char["size"] and not text.endswith(" "):
            text += " "
        text += char["text"]
        end = char["x1"]
        heavy = heavy and bool(_HEAVY.search(char["fontname"]))
        bold = len(text) if heavy else bold
    return Line(
        text=text.rstrip(),
        x0=float(printed[0]["x0"]),
        x1=float(printed[-1]["x1"]),
        top=float(min(char["top"] for char in printed)),
        bottom=float(max(char["bottom"] for char in printed)),
        size=float(median(char["size"] for char in printed)),
        width=width,
        bold=bold,
    )


def unit(text: str) -> float:
    """How many ideographs wide the first piece of a line is that can't be broken.

    An ideograph, or a whole number or word, with the brackets before it and the marks behind it.
    """
    piece = _UNIT.match(text)[0]  # type: ignore[index]
    return width(piece) + _WIDE * piece.count("%")


class Cell(NamedTuple):
    """A cell's text, how many ideographs its last line leaves room for, and how many pieces it is in."""

    text: str
    room: float
    pieces: int = 0


def cell(lines: Sequence[Line], width: float) -> Cell:
    """A cell of a width: a line that fills it goes on in the next, a shorter one ends a piece."""
    pieces: list[str] = []
    room = 0.0
    for line in lines:
        if pieces and unit(line.text) > room:
            pieces[-1] += line.text
        else:
            pieces.append(line.text)
        room = (width - (line.x1 - line.x0)) / line.size - _TIGHT
    return Cell(forms.cell(pieces), room, len(pieces))


def _edge(line: Line) -> float:
    """Where a line ends but for a mark that may hang over the margin."""
    return line.x1 - line.size if line.text[-1] in _HANGING else line.x1


def paragraphs(blocks: Sequence[Line | Rows]) -> list[str]:
    """Lines to paragraphs; tables stay as they are.

    A line that ends before the right margin ends its paragraph; an indented line, a number or a
    label begins one (the margins are those of all pages of the same width).
    """
    margins = _Margins([block for block in blocks if isinstance(block, Line)])
    found: list[str] = []
    last: Line | None = None
    for block in blocks:
        if not isinstance(block, Line):
            found += block.lines()
            last = None
            continue
        if last is not None and margins.goes_on(last, block):
            found[-1] += (" " if needs_space(found[-1], block.text) else "") + block.text
        else:
            found.append(
                forms.paragraph([(block.text[: block.bold], True), (block.text[block.bold :], False)])
            )
        last = block
    return found


class _Margins:
    """The edges of the text, by the width of the page, and how paragraphs are told apart."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._left: dict[float, float] = {}
        self._right: dict[float, float] = {}
        for line in lines:
            self._left[line.width] = min(line.x0, self._left.get(line.width, line.x0))
            self._right[line.width] = max(_edge(line), self._right.get(line.width, 0.0))
        letters: Counter[float] = Counter()
        for line in lines:
            letters[round(line.size, 1)] += len(line.text)
        self._body = letters.most_common(1)[0][0] if letters else 0.0
        indented = sum(self._is_indented(line) for line in lines)
        self._indents = indented > _FEW_INDENTED * len(lines)
        gaps = [b.top - a.top for a, b in pairwise(lines) if b.top > a.top]
        self._step = median(gaps) if gaps else 0.0

    def goes_on(self, before: Line, line: Line) -> bool:
        """Whether `line` goes on the paragraph of the line before it."""
        if self._is_title(line):
            same = self._is_title(before) and abs(before.size - line.size) < 1
            return same and self._is_near(before, line)
        if self._is_signature(before):
            return False
        begins = is_numbered(line.text) if self._indents else is_head(line.text)
        if begins or self._is_indented(line) or not self._is_near(before, line):
            return False
        if before.x1 + unit(line.text) * line.size < self._right[line.width] - _SLACK * line.size:
            return False
        return self._indents or before.text[-1] not in "。！？；"

    def _is_near(self, before: Line, line: Line) -> bool:
        """No wider gap between the two than between lines of a paragraph; a page break doesn't tell."""
        return line.top <= before.top or line.top - before.top <= _WIDE_GAP * max(self._step, line.size)

    def _is_indented(self, line: Line) -> bool:
        return line.x0 - self._left[line.width] > _INDENT * line.size

    def _is_signature(self, line: Line) -> bool:
        """Whether it begins in the right half of the page, as a date below a letter does."""
        return line.x0 > (self._left[line.width] + self._right[line.width]) / 2

    def _is_title(self, line: Line) -> bool:
        return line.size > _LARGER * self._body
