"""Which deadline holds for which part of a sentence.

A leading date set off by a comma, a whole year (全年, 2025年) and 到… before a subject hold for the
rest of the sentence; a date that governs a verb holds for its own clause (clause rulings, section
13). A closing date (“…，12月底前完成”) holds for what stands before it without one.
"""

import re
from dataclasses import dataclass
from datetime import date

from ingest.dates import FoundDate
from ingest.goals.words import load_words

_SEGMENT = re.compile("[^，；：]+")
_LEADING = re.compile(
    r"[\s—·]*(?:力争|确保|争取|预计|计划|努力|并|且|同时|其中)?(?P<by>到|至|在|于|截[至止]到?)?\s*"
)
_NOT_AFTER = re.compile("起|以来|以后|之后|后|开始|至今|印发|发布|颁布|出台|基础上|基期|版")
_NOT_BEFORE = re.compile("(?:比|较|自|从|以|同|与|相对于|每年?|每[个]?[月季])$")
_ONLY_DATE = re.compile(r"\s*(?:以前|之前|前|时|为止|止|期间|间|全[市省县区州国]|力争|确保|努力|，)?\s*$")
_CLOSING = re.compile(
    "(?:全部|全面|基本|按期|如期)?(?:完成|建成|投用|投入使用|达标|到位|完工|竣工|实现|落实)(?:任务|目标)?"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a sentence between commas, with the deadline that holds for it.

    `dated`: it states the deadline itself. `past`: it tells what was so. `body`: where it begins
    after a leading date.
    """

    start: int
    end: int
    body: int
    deadline: date | None
    dated: bool
    past: bool


def split(sentence: str, dates: list[FoundDate], year: int | None, carried: date | None) -> list[Segment]:
    """The sentence's segments, each with its deadline.

    Args:
        sentence: Masked text without stops.
        dates: The dates in it.
        year: The plan's year.
        carried: A deadline that an introducing line set for this one.
    """
    segments: list[Segment] = []
    held: tuple[date | None, bool] = (carried, False)
    for match in _SEGMENT.finditer(sentence):
        start, end = match.span()
        stated = next((d for d in dates if start <= d.start < end and _is_deadline(sentence, d)), None)
        if stated is None:
            segments.append(_inheriting(sentence, start, end, held, segments))
            continue
        now = (stated.day, _is_past(sentence, start, stated, year))
        if _spreads(sentence, start, end, stated):
            held = now
        body = stated.end if _LEADING.fullmatch(sentence, start, stated.start) else start
        segments.append(Segment(start, end, body, now[0], True, now[1]))
        if _CLOSING.fullmatch(sentence, stated.end, end):
            segments = [_closed(s, now[0]) for s in segments]
    return segments


def _inheriting(
    sentence: str, start: int, end: int, held: tuple[date | None, bool], before: list[Segment]
) -> Segment:
    if sentence.startswith("其中", start) and before:
        held = (before[-1].deadline, before[-1].past)
    return Segment(start, end, start, held[0], False, held[1])


def _closed(segment: Segment, day: date | None) -> Segment:
    if segment.deadline is not None:
        return segment
    return Segment(segment.start, segment.end, segment.body, day, segment.dated, segment.past)


def _is_deadline(sentence: str, found: FoundDate) -> bool:
    return not (
        _NOT_AFTER.match(sentence, found.end)
        or _NOT_BEFORE.search(sentence[max(0, found.start - 4) : found.start])
    )


def _is_past(sentence: str, start: int, found: FoundDate, year: int | None) -> bool:
    if found.day is None or year is None:
        return "截" in sentence[start : found.start]
    if found.day.year < year:
        return True
    return "截" in sentence[start : found.start] and found.day < date(year, 12, 31)


def _spreads(sentence: str, start: int, end: int, found: FoundDate) -> bool:
    leading = _LEADING.fullmatch(sentence, start, found.start)
    if leading is None:
        return False
    if found.whole_year or _ONLY_DATE.match(sentence[found.end : end]):
        return True
    verb = load_words().verbs["make"].at(sentence, found.end) or load_words().verbs["attain"].at(
        sentence, found.end
    )
    return leading["by"] is not None and verb is None
