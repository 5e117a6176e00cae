"""Lines to paragraphs: page numbers and running heads dropped, what a page or a width broke joined again."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

_DASHES = r"[—–\-－―─━~～·•]{1,4}"
_PAGE = re.compile(
    rf"{_DASHES}\s*(?:第\s*)?\d{{1,4}}\s*(?:页\s*)?{_DASHES}"
    r"|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?"
    r"|[Pp]age\s+\d{1,4}(?:\s+of\s+\d{1,4})?"
)
_NUMERAL = "一二三四五六七八九十百零〇"
_HEAD = re.compile(
    rf"[（(][{_NUMERAL}\d]{{1,4}}[）)]|[{_NUMERAL}]{{1,4}}[、．.]|\d{{1,3}}(?:[.．](?!\d)|[、)）])"
    rf"|第[{_NUMERAL}\d]{{1,4}}[章节条部篇]|[①-⑳●•◆■□▪※➢★]|——|附件|附[：:]|\*\*"
)
_LABEL = re.compile(
    r"[【〔（(]?(?:牵头|责任|配合|参与|参加|协助|协同|指导|督导|完成|主办|协办)[\u4e00-\u9fff]{0,6}[】〕]?[：:]"
)
_BRACKET = re.compile(r"[（(〔【\[［]|[）)〕】\]］]")
_OPENING = "（(〔【[［"
_END = "。！？；：!?;:）)】〕”》"
_HEADS = "局厅委办部院会处所府心站队行司团校乡镇村区县市"  # what a whole name may end with
_REACH = 300
_BROKEN_LINES = 4
_SHORTEST_PROSE = 20
_WIDEST_WRAP = 120
_WRAPPED_SHARE = 0.4
_WRAPPED_SHARE_OF_INDENTED = 0.25  # indentation shows a paragraph's beginning, so fewer full lines are enough
_NEARLY_FULL = 0.7  # a line that had no room for a figure or a mark
_FEWEST_LINES = 8
_FEWEST_HEADS = 2
_LONGEST_HEAD = 40


def is_page_number(line: str) -> bool:
    """Whether a trimmed line is nothing but a page number."""
    return len(line) < _SHORTEST_PROSE and bool(_PAGE.fullmatch(line))


def is_head(line: str) -> bool:
    """Whether a trimmed line begins with a number, a bullet or a label, so that it can't go on another."""
    return is_numbered(line) or bool(_LABEL.match(line))


def is_numbered(line: str) -> bool:
    """Whether a trimmed line begins with a number or a bullet."""
    return bool(_HEAD.match(line))


def width(line: str) -> float:
    """How wide a line is, in ideographs."""
    return len(line) - len(line.encode("ascii", "ignore")) / 2


def join(lines: Iterable[str]) -> list[str]:
    """Paragraphs out of lines.

    Args:
        lines: As they stand in the file, with their indentation; blank ones count for nothing.

    Returns:
        Paragraphs without the white space around them; rows keep their tabs.
    """
    kept = [line.rstrip(" ") for line in lines]
    wrap = _Wrap.of(kept)
    heads = _running_heads(kept)
    paragraphs: list[_Paragraph] = []
    turned = False
    for at, line in enumerate(kept):
        trimmed = line.strip(" ")
        if not trimmed or at in heads:
            continue
        if is_page_number(trimmed):
            turned = True
        elif paragraphs and _goes_on(paragraphs[-1], kept[at : at + _BROKEN_LINES], trimmed, wrap, turned):
            paragraphs[-1].add(line, trimmed)
            turned = False
        else:
            paragraphs.append(_Paragraph(line, trimmed))
            turned = False
    return [paragraph.text() for paragraph in paragraphs]


class _Paragraph:
    """Parts still to be joined. `last` is the last line as it stood, `tail` the last characters.

    `indented`: it begins with white space.
    """

    __slots__ = ("indented", "last", "parts", "tail")

    def __init__(self, line: str, trimmed: str) -> None:
        self.indented = line.startswith(" ")
        self.parts = [trimmed]
        self.last = line
        self.tail = trimmed[-_REACH:]

    def add(self, line: str, trimmed: str) -> None:
        space = needs_space(self.tail, trimmed)
        self.parts.append(" " + trimmed if space else trimmed)
        self.last = line
        self.tail = (self.tail + trimmed)[-_REACH:]

    def text(self) -> str:
        return "".join(self.parts)


def needs_space(before: str, after: str) -> bool:
    """Whether two joined lines need a space: between Latin words, and before a label."""
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return latin or (after[0] not in _OPENING and bool(_LABEL.match(after)))


def _goes_on(
    before: _Paragraph, lines: Sequence[str], trimmed: str, wrap: "_Wrap | None", turned: bool
) -> bool:
    """Whether the first of the lines, `trimmed` without white space, goes on a paragraph."""
    if "\t" in lines[0] or "\t" in before.tail:
        return False
    if _closes(before.tail, lines):
        return True
    if is_head(trimmed):
        return False
    if wrap and wrap.joins(before, lines[0]):
        return True
    return turned and _is_cut(before)


def _closes(tail: str, lines: Sequence[str]) -> bool:
    """Whether the first bracket in the next lines closes one that `tail` left open."""
    depth = 0
    for bracket in _BRACKET.findall(tail):
        depth = depth + 1 if bracket in _OPENING else max(0, depth - 1)
    reach = _REACH - len(tail) + _last_open(tail)
    for line in (line.strip(" ") for line in lines if depth):
        if _HEAD.match(line) or "\t" in line:
            return False
        if first := _BRACKET.search(line):
            return first[0] not in _OPENING and first.start() <= reach
        reach -= len(line)
    return False


def _last_open(tail: str) -> int:
    return max(tail.rfind(bracket) for bracket in _OPENING)


def _is_cut(before: _Paragraph) -> bool:
    """Whether a page's last line stops in the middle of a sentence or a list; a heading doesn't."""
    tail = before.tail
    if tail[-1] in "，、,（(":
        return True
    if _LABEL.match(before.parts[0]) and tail[-1] not in _END + _HEADS:
        return True
    heading = is_head(before.parts[0]) and "。" not in tail
    return tail[-1] not in _END and len(tail) >= _SHORTEST_PROSE and not heading


class _Wrap:
    """A text broken at a fixed measure: so many ideographs, or so many characters of any width.

    `full`: a full line's measure; `indented`: paragraphs begin with white space, other lines don't.
    """

    def __init__(self, measure: Callable[[str], float], full: float, indented: bool) -> None:
        self.measure = measure
        self.full = full
        self.indented = indented

    @classmethod
    def of(cls, lines: Sequence[str]) -> "_Wrap | None":
        sample = [line for line in lines[:2000] if line.strip() and "\t" not in line]
        if len(sample) < _FEWEST_LINES:
            return None
        measure: Callable[[str], float] = max((width, len), key=lambda by: _share_of_full(sample, by))
        full = max(map(measure, sample))
        indents = sum(line.startswith(" ") for line in sample)
        indented = 0 < indents <= len(sample) * (1 - _WRAPPED_SHARE)
        least = _WRAPPED_SHARE_OF_INDENTED if indented else _WRAPPED_SHARE
        if not _SHORTEST_PROSE <= full <= _WIDEST_WRAP or _share_of_full(sample, measure) < least:
            return None
        return cls(measure, full, indented)

    def joins(self, before: _Paragraph, line: str) -> bool:
        """Whether `line` goes on a paragraph; a short line without indentation is a title or a signature."""
        last = before.last
        is_full = self.measure(last) >= self.full - 2
        if not self.indented:
            return is_full and last[-1] not in "。！？；："
        label = _LABEL.match(before.parts[0]) is not None
        nearly = self.measure(last) >= self.full * _NEARLY_FULL and last[-1] not in _END
        return not line.startswith(" ") and (is_full or (before.indented and nearly and not label))


def _share_of_full(lines: Sequence[str], measure: Callable[[str], float]) -> float:
    """How many of the lines come within two characters of the longest."""
    sizes = [measure(line) for line in lines]
    full = max(sizes) - 2
    return sum(size >= full for size in sizes) / len(sizes)


def _running_heads(lines: Sequence[str]) -> frozenset[int]:
    """Lines that stand beside most page numbers: the head or foot of a page, not its text."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    pages = [place for place, at in enumerate(filled) if is_page_number(lines[at].strip())]
    beside = [filled[place + step] for place in pages for step in (-1, 1) if 0 <= place + step < len(filled)]
    often = Counter(lines[at].strip() for at in beside)
    least = max(_FEWEST_HEADS, len(pages) // 2 + 1)
    return frozenset(at for at in beside if _is_running(lines[at].strip(), often, least))


def _is_running(text: str, often: Counter[str], least: int) -> bool:
    prose = len(text) > _LONGEST_HEAD or text[-1:] in _END
    return often[text] >= least and not prose and not is_page_number(text) and not is_head(text)
