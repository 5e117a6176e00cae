"""Signature dates and deadlines."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import read_date, read_deadline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年5月10日", date(2024, 5, 10)),
        ("2024 年 5 月 1 日印发", date(2024, 5, 1)),
        ("二〇二五年四月十八日", date(2025, 4, 18)),
        ("二○二四年十二月三十一日", date(2024, 12, 31)),
        ("来源时间:2024-09-02", date(2024, 9, 2)),
        ("2024.9.2", date(2024, 9, 2)),
        ("2024年5月", None),
        ("2024年2月30日", None),
        ("", None),
    ],
)
def test_signature_dates(text: str, expected: date | None):
    assert read_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6月底前", date(2025, 6, 30)),
        ("十月底前", date(2025, 10, 31)),
        ("2月底", date(2025, 2, 28)),
        ("4月前", date(2025, 3, 31)),
        ("12月20日前", date(2025, 12, 20)),
        ("11月上旬", date(2025, 11, 10)),
        ("年内", date(2025, 12, 31)),
        ("年底前", date(2025, 12, 31)),
        ("全年", date(2025, 12, 31)),
        ("上半年", date(2025, 6, 30)),
        ("三季度末", date(2025, 9, 30)),
        ("第四季度", date(2025, 12, 31)),
        ("2026年一季度末", date(2026, 3, 31)),
        ("到2027年", date(2027, 12, 31)),
        ("2027年前", date(2026, 12, 31)),
        ("2026年底前", date(2026, 12, 31)),
        ("2026年6月", date(2026, 6, 30)),
        ("2026年12月31日前", date(2026, 12, 31)),
        ("明年6月底前", date(2026, 6, 30)),
        ("2025年3月至10月", date(2025, 10, 31)),
        ("1—6月", date(2025, 6, 30)),
        ("2025—2027年", date(2027, 12, 31)),
        ("“十五五”末", date(2030, 12, 31)),
        ("2025-12-31", date(2025, 12, 31)),
        ("2026/6", date(2026, 6, 30)),
        ("6月底前出台方案，12月15日前全面完成", date(2025, 12, 15)),
        ("持续推进", None),
        ("长期坚持", None),
        ("每月底前", None),
        ("每年12月底前", None),
        ("3个月内", None),
    ],
)
def test_deadlines_in_a_plan_of_2025(text: str, expected: date | None):
    assert read_deadline(text, 2025) == expected


def test_a_deadline_without_a_year_needs_the_plans_year():
    assert read_deadline("6月底前", None) is None
    assert read_deadline("2026年6月底前", None) == date(2026, 6, 30)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_a_full_date_is_read_back(day: date):
    written = f"{day.year}年{day.month}月{day.day}日"
    assert read_date(written) == read_deadline(written + "前", None) == day


@given(st.text(alphabet="二〇一九0123456789年月日季度底末前初内上下半旬至—-/“”十五期间全今明去", max_size=40))
def test_reading_a_date_never_raises(text: str):
    read_date(text)
    read_deadline(text, 2025)
