"""Dates: signature dates, and the deadlines that plans write in many ways.

A deadline is the last day of what is written (6月底前, 三季度末, 到2027年, 年内). 前 after the bare
name of a period excludes it (4月前 → 31 March); after a day or an end (20日前, 6月底前) it doesn't.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from ingest.numerals import read_digits, read_numeral

_DASH = r"\s*(?:[—–－\-]{1,2}|[~～至到])\s*"
_CHINESE_DAY = "[一二三四五六七八九十]{1,3}"
_DAY = rf"(?:\d{{1,2}}|{_CHINESE_DAY})"
_YEAR = r"(?:(?<!\d)(?:19|20)\d\d|[一二][〇零○九][〇零○一二三四五六七八九]{2})"

_SIGNATURE = re.compile(
    rf"({_YEAR})\s*年\s*({_DAY})\s*月\s*({_DAY})\s*日|((?:19|20)\d\d)[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?!\d)"
)

_FIVE_YEARS = "“?十[二三四五六]五”?(?:规划)?(?:期间|时期|期末|末期|末)"
_MONTH = (
    r"(?:(?<![\d.])(?:1[0-2]|0?[1-9])|(?<![一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九]))\s*月份?"
)
_PART = (
    rf"[第前]?[一二三四1-4]个?季度[底末]?|上半年|下半年|年中"
    rf"|(?:\d{{1,2}}{_DASH})?{_MONTH}(?:\s*{_DAY}\s*[日号]|上旬|中旬|下旬|[底末初])?"
)
_PERIOD = rf"年?[底末]|年?内|年?初|{_PART}"
_STANDALONE = rf"(?<![两几\d一二三四五六七八九十])(?:年[底末]|年度?内|年初)|{_PART}"
_DEADLINE = re.compile(
    rf"(?=[\d一二三四五六七八九十“第前上下年今本当全明次去])(?:{_FIVE_YEARS}"
    rf"|(?:(?:(?:19|20)\d\d年?{_DASH})?{_YEAR}\s*年度?|今年|本年度?|当年|全年(?!龄)|明年|次年|去年|上年)"
    rf"(?:\s*(?:{_PERIOD}))?"
    rf"|{_STANDALONE})(?:之?以?前)?"
)
_PERIOD_WORD = re.compile("[年月季五]")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")
_RECURRING = re.compile(r"每[年月季半]度?[^，；、。]{0,3}$")
_RANGE = re.compile(_DASH)

_ORDINAL = re.compile("十([一二三四五六七八九])五")
_STATED_YEAR = re.compile(rf"({_YEAR})\s*年")
_QUARTER = re.compile("([一二三四1-4])个?季度")
_MONTH_PART = re.compile(rf"(?<!\d)({_DAY})\s*月份?\s*(?:(?P<day>{_DAY})\s*[日号]|(?P<third>[上中])旬)?")
_RELATIVE_YEARS = {"明年": 1, "次年": 1, "去年": -1, "上年": -1}
_EXCLUSIVE = re.compile("[年月度]份?之?以?前$")
_NOT_WHOLE_YEAR = re.compile("[月季半]|[底末初中前]$")


class FoundDate(NamedTuple):
    """A date in running text: its span, its last day, and whether it names a whole year."""

    start: int
    end: int
    day: date | None
    whole_year: bool


def read_date(text: str) -> date | None:
    """The first full date in `text`: 2024年5月10日, 二〇二五年四月十八日, 2024-09-02."""
    match = _SIGNATURE.search(text)
    if match is None:
        return None
    year, month, day = (g for g in match.groups() if g is not None)
    return _span(read_digits(year), _number(month), _number(day))[1]


def read_deadline(text: str, year: int | None) -> date | None:
    """The latest deadline that `text` states, or None (持续推进, 每月底前).

    Args:
        text: A deadline as written in a cell, a label line or a clause.
        year: The plan's year, for dates that name none.
    """
    days = [d.day for d in find_dates(text, year) if not _RECURRING.search(text, 0, d.start)]
    days += [_span(*(int(g) if g else None for g in m.groups()))[1] for m in _ISO.finditer(text)]
    return max((d for d in days if d is not None), default=None)


def find_dates(text: str, year: int | None) -> list[FoundDate]:
    """Every date or period in folded text; of a range (3月至10月) only its end.

    Args:
        text: Folded text, usually a sentence.
        year: The plan's year, for dates that name none.
    """
    found: list[FoundDate] = []
    if not _PERIOD_WORD.search(text):
        return found
    for match in _DEADLINE.finditer(text):
        base = year
        if found and _RANGE.fullmatch(text, found[-1].end, match.start()):
            earlier = found.pop()
            base = earlier.day.year if earlier.day else year
        words = match[0]
        whole = not _NOT_WHOLE_YEAR.search(words)
        found.append(FoundDate(match.start(), match.end(), _last_day(words, base), whole))
    return found


def _last_day(words: str, plan_year: int | None) -> date | None:
    """The last day of the period; the day before its first where 前 follows the bare period."""
    first, last = _period(words, _year(words, plan_year))
    exclusive = _EXCLUSIVE.search(words) and "半年" not in words
    return first - timedelta(days=1) if first and exclusive else last


def _year(words: str, plan_year: int | None) -> int | None:
    if stated := _STATED_YEAR.findall(words):
        return read_digits(stated[-1])
    if ordinal := _ORDINAL.search(words):
        return 1955 + 5 * (_number("十" + ordinal[1]) or 0)
    return plan_year + _RELATIVE_YEARS.get(words[:2], 0) if plan_year else None


def _period(words: str, year: int | None) -> tuple[date | None, date | None]:
    if quarter := _QUARTER.search(words):
        last_month = 3 * (_number(quarter[1]) or 0)
        return _span(year, last_month - 2)[0], _span(year, last_month)[1]
    if match := _MONTH_PART.search(words):
        third = {"上": 10, "中": 20}.get(match["third"] or "")
        return _span(year, _number(match[1]), _number(match["day"]) if match["day"] else third)
    if "上半年" in words or "年中" in words:
        return _span(year, 6)
    if "初" in words:
        return _span(year, 1)
    return _span(year)


@lru_cache(maxsize=1024)
def _span(
    year: int | None, month: int | None = None, day: int | None = None
) -> tuple[date | None, date | None]:
    """First and last day of a year, a month or a day; nothing for an impossible date."""
    if year is None:
        return None, None
    try:
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        return first, date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError:
        return None, None


def _number(text: str) -> int | None:
    value = read_numeral(text)
    return None if value is None else int(value)
