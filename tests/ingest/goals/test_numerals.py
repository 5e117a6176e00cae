"""Numerals: whatever can be written is read back; what is no numeral is None."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.numerals import read_digits, read_numeral

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """A whole number in full Chinese: 10203 → 一万零二百零三."""
    for factor, name in ((10**8, "亿"), (10**4, "万")):
        if number >= factor:
            below = number % factor
            gap = "零" if 0 < below < factor // 10 else ""
            return chinese(number // factor) + name + (gap + chinese(below) if below else "")
    return _below_myriad(number)


def _below_myriad(number: int) -> str:
    words, gap = "", False
    for factor, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, factor)
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + name
        gap = digit == 0
    return words or "零"


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_chinese_numeral_is_read_back(number: int):
    assert read_numeral(chinese(number)) == number


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["", "万", "亿"]))
def test_figures_with_separators_and_scale_are_read_back(number: int, scale: str):
    factor = {"": 1, "万": 10**4, "亿": 10**8}[scale]
    assert read_numeral(f"{number:,}{scale}") == number * factor
    assert read_numeral(f"{number}{scale}") == number * factor


@given(st.text(alphabet="零〇一二两三四五六七八九十百千万亿点分之半0123456789.,", max_size=60))
def test_reading_a_numeral_never_raises(text: str):
    value = read_numeral(text)
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.45亿", 145000000),
        ("0.86亿", 86000000),
        ("1.2万亿", 1.2e12),
        ("3百万", 3000000),
        ("2.5千万", 25000000),
        ("两千", 2000),
        ("一万三", 13000),
        ("三百五", 350),
        ("三百零五", 305),
        ("十二", 12),
        ("1亿2000万", 120000000),
        ("三点五", 3.5),
        ("三分之一", 1 / 3),
        ("百分之三点五", 0.035),
        ("半", 0.5),
    ],
)
def test_short_and_mixed_forms(text: str, value: float):
    assert read_numeral(text) == value


@pytest.mark.parametrize("text", ["三五", "百千万", "十百", "万", "", "一二三", "分之一", "三点", "abc"])
def test_what_is_no_numeral_is_none(text: str):
    assert read_numeral(text) is None


def test_years_are_read_digit_by_digit():
    assert read_digits("二〇二五") == read_digits("二○二五") == 2025
    assert read_digits("二十") is None
