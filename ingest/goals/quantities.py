"""Quantities in a sentence: figure or range, unit, comparator."""

import re
from typing import NamedTuple

from graph.model import Comparator
from ingest.goals.words import UnitKind, load_words
from ingest.numerals import DIGITS, FIGURE, read_numeral

_SCALE = "(?:[十百万亿]|千(?![米瓦克伏卡帕焦安乏]))"
_CHINESE = f"[一二两三四五六七八九十](?:[零〇一二两三四五六七八九]|{_SCALE})*"
_PLAIN = rf"(?:{FIGURE})(?:\s?{_SCALE}+(?:\d+{_SCALE}+)*)?"
_DECIMALS = "点[零〇一二三四五六七八九]+"
_PARTS = rf"(?P<whole>[百千万]|{_CHINESE})分之(?P<part>{FIGURE}|{_CHINESE}(?:{_DECIMALS})?|百)"
_ROUND = "(?:(?<=突破|超过|达到)|(?<=[超近逾达破过上]))(?P<round>[百千万亿]+)(?!兆)"
_HALVES = "(?:[一二两三四五六七八九]个)?半(?=个?(?:小时|工作日|月|年|天|日))"
_NUMBER = re.compile(rf"(?:{_PARTS}|{_HALVES}|{_PLAIN}|{_CHINESE}|{_ROUND}|翻(?=番))")
_RANGE = re.compile(rf"\s*(?:[—–－\-]{{1,2}}|[~～至到])\s*({_PLAIN}|{_CHINESE})")
_UNKNOWN_UNIT = re.compile("([一-龥]{1,2}?)(?=以[上内下]|左右|[，、；：\\s和及与并]|$)")
_MORE_UNIT = re.compile(
    "（[件台套间段批次个户处组]）"
    "|/(?:[百千万亿]?(?:人|元|公里|次)|头|亩|公顷|平方公里|平方米|立方米|升|吨|日|天|月|年|小时|分钟|秒|户|床|千瓦时|标箱|套|家|台|班)"
)
_GLUE_BEFORE = re.compile(r"[A-Za-z第+×＋·“]|(?<=[\dA-Za-z])[./\-—–－:：～~]")
_GLUE_AFTER = re.compile(r"\s?[A-Za-z+×＋]|：\d\d")
_EACH = re.compile("每[人户亩辆家座件床台套吨](?:每[年月日次])?$")
_WORD = re.compile("[一-龥]")
_SCALES = "十百千万亿"
_UNITS_OF_TEN = "一二两三四五六七八九十"
_PER = {"百": "%", "千": "‰"}


class Quantity(NamedTuple):
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
    if figure and _GLUE_BEFORE.match(sentence, figure - 1):
        return None
    measured = _measure(sentence, match, taken)
    if measured is None:
        return None
    more = sentence.startswith(("余", "多"), match.end())
    sign = Comparator.RANGE if measured.value_max is not None else None
    start, end, said, qualified = _compare(sentence, figure, measured.end)
    return Quantity(
        start=start,
        figure=figure,
        end=end,
        value=measured.value,
        value_max=measured.value_max,
        unit=measured.unit,
        kind=UnitKind.SHARE if match["whole"] else load_words().units.meanings.get(measured.unit or ""),
        comparator=sign or said or (Comparator.AT_LEAST if more else Comparator.EQUAL),
        chinese=not number[0].isdecimal(),
        plain_chinese=len(number) == 1 and number in _UNITS_OF_TEN,
        qualified=qualified,
    )


class _Measured(NamedTuple):
    """A figure or range with its unit, and where they end."""

    value: float
    value_max: float | None
    unit: str | None
    end: int


def _measure(sentence: str, match: re.Match[str], taken: list[tuple[int, int]]) -> _Measured | None:
    value = _value(match)
    if value is None:
        return None
    number, end = match[0], match.end()
    unit, end = _unit(sentence, end + sentence.startswith(("余", "多"), end), number)
    unit = _PER.get(match["whole"] or "", unit)
    second = _RANGE.match(sentence, match.end()) or _RANGE.match(sentence, end)
    if second is not None and _overlap(*second.span(1), taken) is None:
        limits = _limits(number, value, second[1])
        if limits is not None:
            second_unit, end = _unit(sentence, second.end(), second[1])
            return _Measured(*limits, second_unit or unit, end)
    if unit is None and _GLUE_AFTER.match(sentence, end):
        return None
    if unit != "成":
        return _Measured(value, None, unit, end)
    half = DIGITS.get(sentence[end : end + 1])
    return _Measured(value * 10 + (half or 0), None, "%", end + (half is not None))


def _value(match: re.Match[str]) -> float | None:
    """The figure's value; a percentage or per mille written out keeps its number.

    突破千亿元 means one 千亿, 翻番 one 番.
    """
    if match[0] == "翻":
        return 1.0
    if match[0].endswith("半"):
        return (read_numeral(match[0][0]) or 0.0) + 0.5 if len(match[0]) > 1 else 0.5
    if match["part"] == "百":
        return 100.0
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
        end = start + len(unit)
        more = _MORE_UNIT.match(sentence, end)
        return words.meant.get(unit, unit) + (more[0] if more else ""), more.end() if more else end
    match = _UNKNOWN_UNIT.match(sentence, start)
    never = words.others["notunit"]
    if match is None or number[-1] in _UNITS_OF_TEN or words.after.at(sentence, start):
        return None, position
    if never.at(sentence, start) or never.before(sentence, match.end()):
        return None, position
    return match[1], match.end()


def _compare(sentence: str, figure: int, end: int) -> tuple[int, int, Comparator | None, bool]:
    """Where the quantity begins and ends with its comparators, what they say, and whether one follows."""
    words = load_words()
    head = _skip_back(sentence, figure)
    before = words.before.before(sentence, head)
    tail = end + (sentence[end : end + 1] == " ")
    after = words.after.at(sentence, tail)
    if after == "内" and _WORD.match(sentence, tail + 1):
        after = None
    sign = words.after.meanings[after] if after is not None else None
    if after is not None:
        end = tail + len(after)
    if before is None:
        return figure, end, sign, after is not None
    return head - len(before), end, words.before.meanings[before], after is not None


def _skip_back(sentence: str, position: int) -> int:
    """Past what may stand between comparator and figure: a space, 了, 到, 每人每月."""
    if (each := _EACH.search(sentence, max(0, position - 5), position)) is not None:
        position = each.start()
    while position and sentence[position - 1] in " 了到至达为":
        position -= 1
    return position
