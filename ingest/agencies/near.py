"""Names that come near a registered one: left-out characters, or one slip."""

import re
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.model import Method
from ingest.agencies.grammar import expands
from ingest.agencies.registry import Entry, Index
from ingest.agencies.typos import slipped

_PARTY = re.compile(r"(?:中共)?\*(?:委(?!员会)|党委|地委|工委)|中共")


def close(pattern: str, index: Index, method: Method) -> Iterator[Entry]:
    """The entries of a place's index that `pattern` nearly names, within the same system and rank.

    Args:
        pattern: The mention with * for its place.
        index: The patterns of that place.
        method: EXPANDED or FUZZY.
    """
    keys = _expanding(pattern, index) if method is Method.EXPANDED else _slipping(pattern, index)
    for key in keys:
        if bool(_PARTY.match(key)) == bool(_PARTY.match(pattern)):
            yield from index[key]


def _expanding(pattern: str, index: Index) -> Iterator[str]:
    head, star, tail = pattern.rpartition("*")
    for key, entries in index.items():
        official = key.startswith(head + star) and any(entry.official for entry in entries)
        if official and expands(tail, key[len(head + star) :]):
            yield key


def _slipping(pattern: str, index: Index) -> Iterator[str]:
    found = process.extract(pattern, index.keys(), scorer=OSA.distance, score_cutoff=1, limit=None)
    return (key for key, _, _ in found if slipped(pattern, key))
