"""Sentence by sentence: what is a target, and what isn't. The tables are the specification."""

from pathlib import Path

import pytest

from tests.ingest.goals.reading import read, shown


def _rows(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


@pytest.mark.parametrize(("sentence", "targets"), _rows("targets.tsv"))
def test_every_target_of_a_sentence_is_read(sentence: str, targets: str):
    assert shown(read(sentence)) == targets


@pytest.mark.parametrize("sentence", [row[0] for row in _rows("nongoals.tsv")])
def test_conditions_subsidies_facts_and_labels_are_no_targets(sentence: str):
    assert shown(read(sentence)) == "-"
