"""The words that reading clauses rests on, from `seeds/clauses`."""

import re
from dataclasses import dataclass
from functools import cache

from graph.model import Role
from ingest.seeds import any_of, longest_first, seed_lists, seed_table


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
    lists = {key: longest_first(words.split()) for key, words in seed_lists("clauses/names.toml").items()}
    return Words(lists, longest_first(row["name"] for row in seed_table("clauses/merged.tsv")))


@dataclass(frozen=True)
class RoleWords:
    """Words around a name: `verbs` with their role, `works` that make it responsible, and `others`."""

    verbs: dict[str, Role]
    works: frozenset[str]
    others: frozenset[str]


@cache
def load_roles() -> RoleWords:
    """Reads `roles.tsv` once."""
    verbs: dict[str, Role] = {}
    works: set[str] = set()
    others: set[str] = set()
    for row in seed_table("clauses/roles.tsv"):
        words = row["words"].split()
        if row["kind"] == "verb":
            verbs.update(dict.fromkeys(words, Role(row["role"])))
        else:
            (works if row["kind"] == "work" else others).update(words)
    return RoleWords(verbs, frozenset(works), frozenset(others))


@dataclass(frozen=True)
class LabelWords:
    """Label words: `fronts` with their role (those in `alone` need no back word), and `backs`.

    `asides`: those that no body follows, with their kind (person, time, content).
    """

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
    for row in seed_table("clauses/labels.tsv"):
        role, words = row["role"], row["front"].split()
        if role == "back":
            backs += words
        elif role in ("person", "time", "content"):
            asides.update(dict.fromkeys(words, role))
        else:
            fronts.update(dict.fromkeys(words, Role(role)))
            alone.update(words if row["alone"] == "yes" else ())
    return LabelWords(fronts, frozenset(alone), asides, longest_first(backs))


@cache
def pattern(key: str, end: str = "") -> re.Pattern[str]:
    """A compiled pattern for any word of a list of `names.toml`, with `end` ("$") behind it."""
    return re.compile(any_of(load_words()[key]) + end)
