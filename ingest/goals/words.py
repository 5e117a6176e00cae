"""The words that reading targets rests on, from `seeds/goals`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import Generic, TypeVar

from graph.model import Comparator
from ingest.seeds import any_of, seed_table

T = TypeVar("T")


class UnitKind(StrEnum):
    """What a unit says: it counts things or people, measures, gives a share or a duration.

    NONE only looks like a unit (9部门, 三级联动).
    """

    COUNT = "count"
    PEOPLE = "people"
    MEASURE = "measure"
    SHARE = "share"
    TIME = "time"
    NONE = "none"


class Lexicon(Generic[T]):
    """Words with what they mean; finds the longest one at, or right before, a position."""

    def __init__(self, meanings: dict[str, T]) -> None:
        self.meanings = meanings
        self._by_first: dict[str, tuple[int, ...]] = _lengths(meanings, 0)
        self._by_last: dict[str, tuple[int, ...]] = _lengths(meanings, -1)

    def at(self, text: str, position: int) -> str | None:
        """The longest word that starts at `position`."""
        for length in self._by_first.get(text[position : position + 1], ()):
            word = text[position : position + length]
            if word in self.meanings:
                return word
        return None

    def before(self, text: str, position: int) -> str | None:
        """The longest word that ends at `position`."""
        for length in self._by_last.get(text[position - 1 : position], ()):
            word = text[max(0, position - length) : position]
            if word in self.meanings:
                return word
        return None

    def occurs(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first word within `text[start:end]`."""
        return self._anyone.search(text, start, end)

    @cached_property
    def _anyone(self) -> re.Pattern[str]:
        return re.compile(any_of(self.meanings))


def _lengths(words: Iterable[str], end: int) -> dict[str, tuple[int, ...]]:
    """For each first (0) or last (-1) character, the lengths of its words, longest first."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[end], set()).add(len(word))
    return {character: tuple(sorted(lengths, reverse=True)) for character, lengths in found.items()}


@dataclass(frozen=True)
class Words:
    """All lists, ready for look-up. `meant`: units by the names that another usage gives them."""

    units: Lexicon[UnitKind]
    meant: dict[str, str]
    before: Lexicon[Comparator]
    after: Lexicon[Comparator]
    anywhere: Lexicon[Comparator]
    verbs: dict[str, Lexicon[str]]
    others: dict[str, Lexicon[str]]


@cache
def load_words() -> Words:
    """Reads the lists once.

    Raises:
        ValueError: A list names a kind or comparator that doesn't exist.
    """
    comparators: dict[str, dict[str, Comparator]] = {}
    for row in seed_table("goals/comparators.tsv"):
        meant = dict.fromkeys(row["words"].split(), Comparator(row["comparator"]))
        comparators.setdefault(row["place"], {}).update(meant)
    rows = seed_table("goals/units.tsv")
    units = {unit: UnitKind(row["kind"]) for row in rows for unit in row["units"].split()}
    verbs = _by_kind("goals/verbs.tsv")
    verbs["govern"] = Lexicon(verbs["make"].meanings | verbs["act"].meanings)
    return Words(
        units=Lexicon(units),
        meant={unit: row["meant"] for row in rows if row["meant"] for unit in row["units"].split()},
        before=Lexicon(comparators["before"]),
        after=Lexicon(comparators["after"]),
        anywhere=Lexicon(comparators["anywhere"]),
        verbs=verbs,
        others=_by_kind("goals/nongoals.tsv"),
    )


def _by_kind(path: str) -> dict[str, Lexicon[str]]:
    kinds: dict[str, dict[str, str]] = {}
    for row in seed_table(path):
        kinds.setdefault(row["kind"], {}).update(dict.fromkeys(row["words"].split(), row["kind"]))
    return {kind: Lexicon(words) for kind, words in kinds.items()}
