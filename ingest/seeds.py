"""Reviewed data under `seeds/`, which people correct: tables, word lists, and patterns made of them."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).parents[1] / "seeds"


def seed_table(path: str) -> list[dict[str, str]]:
    """The rows of a table by their columns; cells that a row leaves out at its end are "".

    Args:
        path: Below `seeds/`: tab-separated, its first line names the columns, # begins a comment.

    Raises:
        ValueError: A row has more cells than there are columns.
    """
    lines = (SEEDS / path).read_text(encoding="utf-8").split("\n")
    header, *rows = (line.split("\t") for line in lines if line.strip() and not line.startswith("#"))
    for row in rows:
        if len(row) > len(header):
            raise ValueError(f"{path}: more cells than columns: {row}")
    return [
        dict.fromkeys(header, "") | {key: cell.strip() for key, cell in zip(header, row, strict=False)}
        for row in rows
    ]


def seed_lists(path: str) -> dict[str, Any]:
    """The lists and tables of a TOML file.

    Args:
        path: Below `seeds/`.
    """
    return tomllib.loads((SEEDS / path).read_text(encoding="utf-8"))


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, the longest first, as a pattern must try them."""
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words."""
    return "(?:" + "|".join(map(re.escape, longest_first(words))) + ")"
