"""The lists under seeds/goals can be corrected by hand: they must stay readable and unambiguous."""

from ingest.goals.words import load_words
from ingest.seeds import seed_table

LISTS = ("units", "comparators", "verbs", "nongoals")


def test_no_cell_is_empty():
    rows = [row for name in LISTS for row in seed_table(f"goals/{name}.tsv")]
    assert all(cell for row in rows for column, cell in row.items() if column != "meant")


def test_a_unit_is_listed_once():
    units = [unit for row in seed_table("goals/units.tsv") for unit in row["units"].split()]
    assert sorted(units) == sorted(set(units))


def test_every_kind_of_word_that_the_rules_ask_for_is_there():
    words = load_words()
    assert {"make", "act", "reach", "attain", "lead"} <= set(words.verbs)
    assert {"past", "reward", "condition", "reference", "tail", "noun", "notunit"} <= set(words.others)
