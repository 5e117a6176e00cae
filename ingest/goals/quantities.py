"""Quantities in a sentence: figure or range, unit, comparator."""

import re
from dataclasses import dataclass, replace

from graph.model import Comparator
from ingest.goals.words import UnitKind, load_words
from ingest.numerals import FIGURE, read_numeral

_SCALE = "(?:[十百万亿]|千(?![米瓦克伏卡帕焦安乏]))"
_CHINESE = f"[一二两三四五六七八九十](?:[零〇一二两三四五六七八九]|{_SCALE})*"
_PLAIN = rf"(?:{FIGURE})(?:\s?{_SCALE}+(?:\d+{_SCALE}+)*)?"
_PARTS = rf"(?P<whole>[百千万]|{_CHINESE})分之(?P<part>{FIGURE}|{_CHINESE}(?:点[零〇一二三四五六七八九]+)?)"
_ROUND = "(?:(?<=突破|超过|达到)|(?<=[超近逾达破过上]))(?P<round>[百千万亿]+)(?!兆)"
_NUMBER = re.compile(rf"(?:{_PARTS}|{_PLAIN}|{_CHINESE}|{_ROUND})")
_RANGE = re.compile(rf"\s*(?:[—–－\-]{{1,2}}|[~～至到])\s*({_PLAIN}|{_CHINESE})")
_UNKNOWN_UNIT = re.compile("([一-龥]{1,2}?)(?=以[上内下]|左右|[，、；：\\s和及与并]|$)")
_GLUE_BEFORE = re.compile(r"[A-Za-z第+×＋·./\-—:：～~“]")
_GLUE_AFTER = re.compile(r"\s?[A-Za-z+×＋]")
_SCALES = "十百千万亿"
_UNITS_OF_TEN = "一二两三四五六七八九十"
_PER = {"百": "%", "千": "‰"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit and comparator; positions are offsets into the sentence.

    `start`: where the comparator or else the figure begins. `figure`: where the figure begins.
    `end`: after figure, unit and comparator. `kind`: None for a unit that no list knows and for a
    bare figure (`unit` None). `chinese`: written in characters; `plain_chinese`: one of 一 to 十,
    seldom a target. `qualified`: a comparator stands after it.
    """

    start: int
    figure: int
    end: int
    value: float
    value_max: float | None
    unit: str | None
    kind: UnitKind | None
    comparator: Comparator
    chinese: bool
    plain_chinese: bool
    qualified: bool


def find_quantities(sentence: str, taken: list[tuple[int, int]]) -> list[Quantity]:
    """Every quantity in a masked sentence.

    Args:
        sentence: Masked text without stops.
        taken: Spans that are something else, namely dates, in order.
    """
    found: list[Quantity] = []
    position = 0
    while (match := _NUMBER.search(sentence, position)) is not None:
        position = match.end()
        if (beyond := _overlap(match.start(), match.end(), taken)) is not None:
            position = max(position, beyond)
        elif (quantity := _read(sentence, match, taken)) is not None:
            found.append(quantity)
            position = max(position, quantity.end)
    return found


def _overlap(start: int, end: int, taken: list[tuple[int, int]]) -> int | None:
    return next((last for first, last in taken if start < last and first < end), None)


def _read(sentence: str, match: re.Match[str], taken: list[tuple[int, int]]) -> Quantity | None:
    figure, number = match.start(), match[0]
    value = _value(match)
    if value is None or (figure and _GLUE_BEFORE.match(sentence, figure - 1)):
        return None
    end = match.end()
    more = sentence[end : end + 1] in ("余", "多")
    unit, end = _unit(sentence, end + more, number)
    unit = _PER.get(match["whole"] or "", unit)
    second = _RANGE.match(sentence, match.end()) or _RANGE.match(sentence, end)
    value_max = None
    if second is not None and _overlap(*second.span(1), taken) is None:
        limits = _limits(number, value, second[1])
        if limits is not None:
            value, value_max = limits
            second_unit, end = _unit(sentence, second.end(), second[1])
            unit = second_unit or unit
    if unit is None and _GLUE_AFTER.match(sentence, end):
        return None
    if unit == "成":
        value, unit = value * 10, "%"
    bare = Quantity(
        start=figure,
        figure=figure,
        end=end,
        value=value,
        value_max=value_max,
        unit=unit,
        kind=UnitKind.SHARE if match["whole"] else load_words().units.meanings.get(unit or ""),
        comparator=_sign(value_max, more),
        chinese=not number[0].isdecimal(),
        plain_chinese=number in _UNITS_OF_TEN,
        qualified=False,
    )
    return _compare(sentence, bare)


def _value(match: re.Match[str]) -> float | None:
    """The figure's value; a percentage or per mille written out keeps its number.

    突破千亿元 means one 千亿.
    """
    if match["round"]:
        return read_numeral("一" + match["round"])
    if (match["whole"] or "") in _PER:
        return read_numeral(match["part"])
    return read_numeral(match[0].replace(" ", ""))


def _limits(first: str, low: float, second: str) -> tuple[float, float] | None:
    """Both ends of a range; 3—5万 shares its scale."""
    high = read_numeral(second.replace(" ", ""))
    if high is None:
        return None
    bare = second.rstrip(_SCALES)
    if bare and first[-1] not in _SCALES and bare != second:
        mantissa = read_numeral(bare.strip())
        if mantissa and low <= mantissa:
            low *= high / mantissa
    return (low, high) if low < high else None


def _unit(sentence: str, position: int, number: str) -> tuple[str | None, int]:
    """The unit at a position and where it ends; an unlisted one only right before a stop."""
    start = position + (sentence[position : position + 1] == " ")
    words = load_words()
    if (unit := words.units.at(sentence, start)) is not None:
        return unit, start + len(unit)
    match = _UNKNOWN_UNIT.match(sentence, start)
    never = words.others["notunit"]
    if match is None or number[-1] in _UNITS_OF_TEN or words.after.at(sentence, start):
        return None, position
    if never.at(sentence, start) or never.before(sentence, match.end()):
        return None, position
    return match[1], match.end()


def _sign(value_max: float | None, more: bool) -> Comparator:
    if value_max is not None:
        return Comparator.RANGE
    return Comparator.AT_LEAST if more else Comparator.EQUAL


def _compare(sentence: str, bare: Quantity) -> Quantity:
    """The quantity with the comparators that stand right before and right after it."""
    words = load_words()
    before = words.before.before(sentence, _skip_back(sentence, bare.figure))
    position = bare.end + (sentence[bare.end : bare.end + 1] == " ")
    after = words.after.at(sentence, position)
    sign = bare.comparator
    if sign is Comparator.EQUAL and before is not None:
        sign = words.before.meanings[before]
    elif sign is Comparator.EQUAL and after is not None:
        sign = words.after.meanings[after]
    start = bare.figure if before is None else _skip_back(sentence, bare.figure) - len(before)
    end = bare.end if after is None else position + len(after)
    return replace(bare, start=start, end=end, comparator=sign, qualified=after is not None)


def _skip_back(sentence: str, position: int) -> int:
    """Past a space and one of 了, 到, 至, 达, 为 between comparator and figure."""
    while position and sentence[position - 1] in " 了到至达为":
        position -= 1
    return position
