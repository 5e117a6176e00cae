"""Which deadline holds for which part of a sentence.

A leading date set off by a comma, a whole year (全年, 2025年) and 到… before a subject hold for the
rest of the sentence; a date that governs a verb holds for its own clause (clause rulings, section
13). A closing date (“…，12月底前完成”) holds for what stands before it without one.
"""

import re
from datetime import date
from typing import NamedTuple

from ingest.dates import FoundDate
from ingest.goals.words import load_words

_SEGMENT = re.compile("[^，；：]+")
_LEADING = re.compile(
    r"[\s—·]*(?:[全各][市省县区州国地盟旗兵]团?)?(?:力争|确保|争取|预计|计划|努力|并|且|同时|其中)?(?P<by>到|至|在|于|截[至止]到?)?\s*"
)
_NOT_AFTER = re.compile(
    r"起|以来|以后|之后|后|开始|至今|(?:印发|发布|颁布|出台|制定|修订)的|基期|版|的[\d.一两三]+倍"
)
_BUILT = re.compile("(?:之?以?前)?(?:已)?(?:建成|建设|投用|投入使用|竣工|形成|签约|出台|备案|登记)的")
_NOT_BEFORE = re.compile("(?:比|较|自|从|由|以|同|与|相对于|每年?|每[个]?[月季])$")
_ONLY_DATE = re.compile(r"\s*(?:以前|之前|前|时|为止|止|期间|间|全[市省县区州国]|力争|确保|努力|，)?\s*$")
_LISTED = re.compile("[、和及]")
_CLOSING = re.compile(
    "(?:全部|全面|基本|按期|如期)?(?:完成|建成|投用|投入使用|投入运营|达标|到位|完工|竣工|实现|落实)+(?:任务|目标)?"
)


class Segment(NamedTuple):
    """A part of a sentence between commas, with the deadlines that hold for it.

    `days`: usually one; several for as many targets (2026年、2027年分别建成10座、15座); none where
    no date holds. `past`: it tells what was so. `closing`: it only says by when what stands before
    is done. `dated`: it states a date itself. `until`: the date is introduced by 到. `body`: where it begins
    after a leading date.
    """

    start: int
    end: int
    body: int
    days: tuple[date | None, ...]
    past: bool
    closing: bool = False
    dated: bool = False
    until: bool = False


def split(sentence: str, dates: list[FoundDate], year: int | None, carried: date | None) -> list[Segment]:
    """The sentence's segments, each with its deadlines.

    Args:
        sentence: Masked text without stops.
        dates: The dates in it.
        year: The plan's year.
        carried: A deadline that an introducing line set for this one.
    """
    segments: list[Segment] = []
    held = Segment(0, 0, 0, (carried,) if carried else (), False)
    for match in _SEGMENT.finditer(sentence):
        start, end = match.span()
        stated = [d for d in dates if start <= d.start < end and _is_deadline(sentence, d, end, year)]
        if not stated:
            source = segments[-1] if segments and sentence.startswith("其中", start) else held
            segments.append(Segment(start, end, start, source.days, source.past, until=source.until))
            continue
        first = _listed(sentence, stated)
        leads = _LEADING.fullmatch(sentence, start, stated[0].start)
        body = first.end if leads else start
        past = _is_past(sentence, start, stated[-1], year)
        closing = _CLOSING.fullmatch(sentence, stated[-1].end, end) is not None
        until = sentence[stated[0].start - 1 : stated[0].start] in ("到", "至")
        days = tuple(d.day for d in stated)
        segments.append(Segment(start, end, body, days, past, closing, dated=True, until=until))
        if leads and first is stated[-1] and _spreads(sentence, leads["by"], end, first):
            held = segments[-1]
        if closing:
            segments = [s if s.days else s._replace(days=(stated[-1].day,)) for s in segments]
    return segments


def _listed(sentence: str, stated: list[FoundDate]) -> FoundDate:
    """The last of the dates that a segment lists first (2026年、2027年分别…)."""
    last = stated[0]
    for each in stated[1:]:
        if not _LISTED.fullmatch(sentence, last.end, each.start):
            break
        last = each
    return last


def _is_deadline(sentence: str, found: FoundDate, end: int, year: int | None) -> bool:
    """Not a base (比2020年, 在2025年…的基础上), a beginning (2026年起), a document's or a building's date."""
    if found.day and year and found.day.year < year and _BUILT.match(sentence, found.end):
        return False
    before = sentence[max(0, found.start - 4) : found.start]
    if _NOT_AFTER.match(sentence, found.end) or _NOT_BEFORE.search(before):
        return False
    return sentence.find("基础上", found.end, end) < 0


def _is_past(sentence: str, start: int, found: FoundDate, year: int | None) -> bool:
    if found.day is None or year is None:
        return "截" in sentence[start : found.start]
    if found.day.year < year:
        return True
    return "截" in sentence[start : found.start] and found.day < date(year, 12, 31)


def _spreads(sentence: str, by: str | None, end: int, found: FoundDate) -> bool:
    """Whether a leading date holds beyond its own segment."""
    if found.whole_year or _ONLY_DATE.match(sentence[found.end : end]):
        return True
    verbs = load_words().verbs
    governs = verbs["govern"].at(sentence, found.end) or verbs["attain"].at(sentence, found.end)
    return by is not None and governs is None
