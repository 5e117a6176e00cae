"""Data under `seeds/` is corrected by hand: its tables stay whole, and a broken row is not read askew."""

import re
from pathlib import Path

import pytest

from ingest import seeds
from ingest.seeds import SEEDS, any_of, seed_table

TABLES = sorted(
    str(path.relative_to(SEEDS)) for path in SEEDS.glob("*/*.tsv") if path.parent.name != "judgements"
)


def write(folder: Path, text: str) -> str:
    (folder / "table.tsv").write_text(text, encoding="utf-8")
    return "table.tsv"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(seeds, "SEEDS", tmp_path)
    return tmp_path


def test_cells_left_out_at_the_end_are_empty(folder):
    table = write(folder, "# 说明\nname\tshort\tnote\n\n水务局\t水务\n# 停用\n园林局\n")
    assert seed_table(table) == [
        {"name": "水务局", "short": "水务", "note": ""},
        {"name": "园林局", "short": "", "note": ""},
    ]


def test_a_row_with_too_many_cells_is_refused(folder):
    with pytest.raises(ValueError, match=r"table\.tsv: more cells than columns.*水务局"):
        seed_table(write(folder, "name\tshort\n水务局\t水务\t多余\n"))


@pytest.mark.parametrize("table", TABLES)
def test_every_table_explains_itself_and_every_row_begins(table: str):
    assert (SEEDS / table).read_text(encoding="utf-8").startswith("#")
    rows = seed_table(table)
    assert rows
    assert all(next(iter(row.values())) for row in rows)


def test_the_longest_word_matches():
    assert re.match(any_of(["市", "市辖区", "市辖"]), "市辖区内")[0] == "市辖区"
