"""The lists under seeds/goals can be corrected by hand: they must stay readable and unambiguous."""

import pytest

from ingest.goals.words import SEEDS, load_words

LISTS = ("units.tsv", "comparators.tsv", "verbs.tsv", "nongoals.tsv")


@pytest.mark.parametrize("name", LISTS)
def test_every_row_has_as_many_columns_as_the_header(name: str):
    lines = (SEEDS / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert lines[0].startswith("#")
    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(cell.strip() for row in rows for cell in row)


def test_a_unit_is_listed_once():
    lines = (SEEDS / "units.tsv").read_text(encoding="utf-8").splitlines()
    units = [
        u for line in lines if "\t" in line and not line.startswith("#") for u in line.split("\t")[1].split()
    ]
    assert sorted(units) == sorted(set(units))


def test_every_kind_of_word_that_the_rules_ask_for_is_there():
    words = load_words()
    assert {"make", "act", "reach", "attain", "lead"} <= set(words.verbs)
    assert {"past", "reward", "condition", "reference", "tail", "noun", "notunit"} <= set(words.others)
