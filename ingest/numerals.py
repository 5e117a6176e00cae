"""Numbers as Chinese prose writes them: 1.2万, 1,200, 六百, 一万三, 两千, 三分之一, 百分之八十.

Values are exact decimals until the end, so that 1.45亿 is 145000000 and not a neighbour of it.
"""

import re
from decimal import Decimal
from functools import lru_cache

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
FIGURE = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"

_LONGEST = 32
_MYRIADS = (("亿", Decimal(10**8)), ("万", Decimal(10**4)))
_TENS = (("千", 1000), ("百", 100), ("十", 10))
_ONE = rf"{FIGURE}|[一二两三四五六七八九]"
_BELOW_MYRIAD = re.compile(
    rf"(?:(?P<千>{_ONE})千)?(?:(?:^|[零〇○]|(?<=千))(?P<百>{_ONE})百)?"
    rf"(?:(?:^|[零〇○]|(?<=[千百]))(?P<十>{_ONE}|)十)?(?P<zero>[零〇○]?)(?P<rest>{_ONE}|)"
)


@lru_cache(maxsize=4096)
def read_numeral(text: str) -> float | None:
    """The value of a numeral, or None where the characters don't make one (三五, 百千万).

    Args:
        text: A numeral alone: Arabic figures with or without 十百千万亿, a Chinese numeral with
            an optional 点, 半, or a fraction written with 分之.
    """
    if len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return float(text)
    if text == "半":
        return 0.5
    value = _read_fraction(text) if "分之" in text else _read_decimal(text)
    return None if value is None else float(value)


def read_digits(text: str) -> int | None:
    """Digits read one by one, as years are written: 二〇二五 → 2025."""
    figures = "".join(str(DIGITS.get(c, c)) for c in text)
    return int(figures) if figures.isdecimal() else None


def _read_fraction(text: str) -> Decimal | None:
    """百分之三点五, 三分之二; 百, 千 and 万 stand for one hundred and so on here."""
    below, _, above = text.partition("分之")
    whole = _read_decimal("一" + below if below in ("百", "千", "万") else below)
    part = _read_decimal(above)
    return part / whole if whole and part is not None else None


def _read_decimal(text: str) -> Decimal | None:
    whole, point, decimals = text.partition("点")
    value = _read_whole(whole)
    if value is None or not point:
        return value
    figures = [DIGITS.get(c) for c in decimals]
    if not figures or None in figures:
        return None
    return value + Decimal("0." + "".join(map(str, figures)))


def _read_whole(text: str) -> Decimal | None:
    for scale, factor in _MYRIADS:
        above, found, below = text.rpartition(scale)
        if found:
            return _join(_read_whole(above), factor, below)
    return _read_below_myriad(text)


def _join(above: Decimal | None, factor: Decimal, below: str) -> Decimal | None:
    if above is None:
        return None
    if len(below) == 1 and DIGITS.get(below):
        return above * factor + DIGITS[below] * factor / 10
    rest = _read_whole(below) if below else Decimal(0)
    return None if rest is None else above * factor + rest


def _read_below_myriad(text: str) -> Decimal | None:
    if text and all(c in "零〇○" for c in text):
        return Decimal(0) if len(text) == 1 else None
    match = _BELOW_MYRIAD.fullmatch(text)
    if not text or match is None:
        return None
    value, lowest = Decimal(0), 1
    for scale, factor in _TENS:
        if (figure := match[scale]) is not None:
            value += _read_one(figure or "一") * factor
            lowest = factor
    rest = _read_one(match["rest"])
    shorthand = lowest >= 100 and not match["zero"]
    return value + (rest * lowest / 10 if shorthand and match["rest"] in DIGITS else rest)


def _read_one(text: str) -> Decimal:
    if not text:
        return Decimal(0)
    return Decimal(DIGITS[text]) if text in DIGITS else Decimal(text.replace(",", ""))
