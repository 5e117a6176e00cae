"""The words that reading clauses rests on, from `seeds/clauses`."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.model import Role


@dataclass(frozen=True)
class Words:
    """The reviewed lists of `names.toml`, by their key, and the merged names."""

    lists: dict[str, tuple[str, ...]]
    merged: tuple[str, ...]

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return self.lists[key]


@cache
def load_words() -> Words:
    """Reads the lists once; longest word first, so that the longest one matches."""
    raw = tomllib.loads(_seed("names.toml"))
    lists = {key: longest_first(value.split()) for key, value in raw.items()}
    return Words(lists, longest_first(row[0] for row in rows("merged.tsv")))


@dataclass(frozen=True)
class RoleWords:
    """What role words say: `roles` of verbs that have one of their own, and all kinds of words."""

    verbs: dict[str, Role]
    works: frozenset[str]
    others: frozenset[str]


@cache
def load_roles() -> RoleWords:
    """Reads `roles.tsv` once."""
    verbs: dict[str, Role] = {}
    works: set[str] = set()
    others: set[str] = set()
    for kind, role, words in rows("roles.tsv"):
        if kind == "verb":
            verbs.update(dict.fromkeys(words.split(), Role(role)))
        else:
            (works if kind == "work" else others).update(words.split())
    return RoleWords(verbs, frozenset(works), frozenset(others))


@dataclass(frozen=True)
class LabelWords:
    """Label words: `fronts` with their role, `backs`, `asides` with their kind (person, time, content)."""

    fronts: dict[str, Role]
    alone: frozenset[str]
    asides: dict[str, str]
    backs: tuple[str, ...]


@cache
def load_labels() -> LabelWords:
    """Reads `labels.tsv` once."""
    fronts: dict[str, Role] = {}
    alone: set[str] = set()
    asides: dict[str, str] = {}
    backs: list[str] = []
    for role, words, is_alone in rows("labels.tsv"):
        if role == "back":
            backs += words.split()
        elif role in ("person", "time", "content"):
            asides.update(dict.fromkeys(words.split(), role))
        else:
            fronts.update(dict.fromkeys(words.split(), Role(role)))
            alone.update(words.split() if is_alone == "yes" else ())
    return LabelWords(fronts, frozenset(alone), asides, longest_first(backs))


def rows(name: str) -> list[list[str]]:
    """The rows of a seed table, without comments and the header."""
    lines = [line for line in _seed(name).splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, the longest first."""
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(map(re.escape, longest_first(words))) + ")"


@cache
def pattern(key: str, end: str = "") -> re.Pattern[str]:
    """A compiled pattern for any word of a list of `names.toml`, with `end` ("$") behind it."""
    return re.compile(any_of(load_words()[key]) + end)


def _seed(name: str) -> str:
    return (files("seeds") / "clauses" / name).read_text(encoding="utf-8")
