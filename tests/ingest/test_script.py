"""Script: what a traditional-script copy wrote is read as the text it was made from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.script import clean_name, fold
from ingest.seeds import seed_table


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("省工業和資訊化廳", "省工业和信息化厅"),
        ("東協事務辦公室", "东盟事务办公室"),
        ("省檔案局", "省档案局"),
        ("市资讯中心", "市资讯中心"),
    ],
)
def test_words_of_another_usage_are_read_only_in_traditional_script(written, name):
    assert clean_name(written) == fold(written) == name


def test_both_sides_of_a_word_have_one_length():
    assert all(len(row["written"]) == len(row["meant"]) for row in seed_table("script/lexical.tsv"))


@given(st.text())
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)
