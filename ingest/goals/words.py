"""The words that reading targets rests on, from `seeds/goals`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Generic, TypeVar

from graph.model import Comparator

T = TypeVar("T")

SEEDS = Path(__file__).parents[2] / "seeds" / "goals"


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
        longest_first = sorted(self.meanings, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first)))


def _lengths(words: Iterable[str], end: int) -> dict[str, tuple[int, ...]]:
    """For each first (0) or last (-1) character, the lengths of its words, longest first."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[end], set()).add(len(word))
    return {character: tuple(sorted(lengths, reverse=True)) for character, lengths in found.items()}


@dataclass(frozen=True)
class Words:
    """All lists, ready for look-up."""

    units: Lexicon[UnitKind]
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
    for place, sign, words in _rows("comparators.tsv"):
        comparators.setdefault(place, {}).update(dict.fromkeys(words.split(), Comparator(sign)))
    units = {w: UnitKind(kind) for kind, words in _rows("units.tsv") for w in words.split()}
    verbs = _by_kind("verbs.tsv")
    verbs["govern"] = Lexicon(verbs["make"].meanings | verbs["act"].meanings)
    return Words(
        units=Lexicon(units),
        before=Lexicon(comparators["before"]),
        after=Lexicon(comparators["after"]),
        anywhere=Lexicon(comparators["anywhere"]),
        verbs=verbs,
        others=_by_kind("nongoals.tsv"),
    )


def _by_kind(name: str) -> dict[str, Lexicon[str]]:
    kinds: dict[str, dict[str, str]] = {}
    for kind, words in _rows(name):
        kinds.setdefault(kind, {}).update(dict.fromkeys(words.split(), kind))
    return {kind: Lexicon(words) for kind, words in kinds.items()}


def _rows(name: str) -> list[list[str]]:
    """The rows of a list, without comments and the header."""
    text = (SEEDS / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]
