"""Item numbers at the start of a line: 一、 （一） 1. （1） ① 第二章 第七条 1.2 任务三： —— and **bold**."""

import re
from dataclasses import dataclass
from enum import IntEnum
from sys import intern

from ingest.numerals import read_numeral


class Style(IntEnum):
    """How an item is numbered; the lower value is usually the outer level."""

    PART = 0
    CHAPTER = 1
    SECTION = 2
    ARTICLE = 3
    HAN = 4
    WORD = 5
    BOLD = 6
    HAN_BRACKET = 7
    DIGIT = 8
    DECIMAL = 9
    DIGIT_BRACKET = 10
    DIGIT_HALF_BRACKET = 11
    CIRCLED = 12
    BULLET = 13


MINOR = frozenset({Style.DIGIT_BRACKET, Style.DIGIT_HALF_BRACKET, Style.CIRCLED, Style.BULLET})
DIVISIONS = frozenset({Style.PART, Style.CHAPTER, Style.SECTION, Style.HAN, Style.WORD})


@dataclass(frozen=True, slots=True)
class Mark:
    """An item's number.

    `label`: as printed, without 、．（）; None for bullets and bold headings. `value`: the number.
    `depth`: how many numbers a decimal has. `start`, `end`: span of number and following space.
    `bold_end`: where a bold heading's text ends, if the line begins with one.
    """

    style: Style
    label: str | None
    value: int | None
    start: int
    end: int
    depth: int = 1
    bold_end: int | None = None


_HAN = "[一二三四五六七八九十百零〇○]{1,5}"
_NUMBER = rf"(?:{_HAN}|\d{{1,3}})"
_MARK = re.compile(
    rf"(?P<PART>第{_NUMBER}(?:部分|篇|编|板块))(?=[\s：、]|$|\W)[\s：、]*"
    rf"|(?P<CHAPTER>第{_NUMBER}章)[\s：、]*"
    rf"|(?P<SECTION>第{_NUMBER}节)[\s：、]*"
    rf"|(?P<ARTICLE>第{_NUMBER}条)(?=[\s：、【（*]|$)[\s：、]*"
    rf"|(?P<WORD>(?:任务|行动|工程|专项|专项行动|项目|事项|举措|措施|目标){_NUMBER})(?:[：、.．]\s*|\s+)"
    rf"|(?P<HAN>{_HAN})\s*[、．.]\s*"
    rf"|（\s*(?P<HAN_BRACKET>{_HAN})\s*）[、．.\s]*"
    r"|(?P<DECIMAL>\d{1,3}(?:\.\d{1,3}){1,3})(?:[、．]\s*|\.?\s+)(?![\d%万亿])"
    r"|(?P<DIGIT>\d{1,3})\s*(?:[、．]|\.(?=\s|[^\d\s]|[345]G|20\d\d年|(?:1[0-2]|[1-9])月(?!度)))\s*"
    r"|（\s*(?P<DIGIT_BRACKET>\d{1,5})\s*）[、．.\s]*"
    r"|(?P<DIGIT_HALF_BRACKET>\d{1,2})）\s*"
    r"|(?P<CIRCLED>[①-⑳㉑-㉟㊱-㊿])[、．.\s]*"
    r"|(?P<BULLET>——|－－|—(?=\s*[^\d\s—])|[●•■◆◇▪◎○▲△※·]|-\s)\s*"
)
_LEAD = re.compile(r"(?:#{1,6}\s+)?(?P<bold>\*\*)?\s*")
_MAX_BOLD = 60


def read_mark(folded: str, start: int, end: int) -> Mark | None:
    """The number that a line begins with, or None.

    Args:
        folded: The document's folded text.
        start: Where the line begins, white space skipped.
        end: Where the line ends.
    """
    lead = _LEAD.match(folded, start, end)
    begin, bold_end = start, None
    if lead is not None:
        begin = lead.end()
        bold_end = _bold_end(folded, begin, end) if lead["bold"] else None
    if match := _MARK.match(folded, begin, end):
        return _mark(match, start, bold_end)
    if bold_end is not None and begin < bold_end <= begin + _MAX_BOLD:
        return Mark(Style.BOLD, None, None, start, begin, bold_end=bold_end)
    return None


def _bold_end(folded: str, begin: int, end: int) -> int | None:
    closing = folded.find("**", begin, end)
    return closing if closing >= 0 else None


def _mark(match: re.Match[str], start: int, bold_end: int | None) -> Mark:
    style = Style[match.lastgroup or "BULLET"]
    printed = intern(match[style.name])
    end = match.end()
    if bold_end is not None and bold_end <= end:
        bold_end = None
    if style is Style.BULLET:
        return Mark(style, None, None, start, end, bold_end=bold_end)
    numbers = printed.split(".") if style is Style.DECIMAL else [printed]
    return Mark(style, printed, _value(numbers[-1]), start, end, len(numbers), bold_end)


def _value(printed: str) -> int | None:
    digits = re.search(rf"{_HAN}|\d+", printed)
    if digits is None:
        return ord(printed) - ord("①") + 1 if "①" <= printed <= "⑳" else None
    value = read_numeral(digits[0])
    return None if value is None else int(value)
