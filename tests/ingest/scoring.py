"""Counts what a reading has right, missing and beside the gold. Names compare folded, without spaces."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from ingest.script import fold

Pair = tuple[str, str]


class Score(NamedTuple):
    """Pairs (name, role) or targets that are right, missing and extra."""

    right: int
    missing: int
    extra: int

    def __add__(self, other: tuple[object, ...]) -> "Score":
        return Score(*(int(a) + int(str(b)) for a, b in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.missing + self.extra)


def plain(name: str) -> str:
    """A name as it is compared."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", fold(name)))


def score(expected: Iterable[Mapping[str, Any]], tolerated: Iterable[Any], found: Iterable[Pair]) -> Score:
    """Gold entries against (mention, role) pairs; see the gold's `alt`, `alt_split` and `alt_role`."""
    left = [(plain(mention), role) for mention, role in found]
    right = missing = 0
    for entry in expected:
        hits = next((ways for ways in _ways(entry) if all(way in left for way in ways)), None)
        if hits is None:
            missing += 1
            continue
        right += 1
        for hit in hits:
            left.remove(hit)
    allowed = {(plain(t["mention"]), t["role"]) for t in tolerated}
    return Score(right, missing, sum(pair not in allowed for pair in left))


def _ways(entry: Mapping[str, Any]) -> Iterable[list[Pair]]:
    """Each way in which an entry may be read, as the pairs that it takes."""
    roles = [entry["role"], *entry.get("alt_role", [])]
    for role in roles:
        yield from ([(plain(name), role)] for name in [entry["mention"], *entry.get("alt", [])])
        if "alt_split" in entry:
            yield [(plain(name), role) for name in entry["alt_split"]]
