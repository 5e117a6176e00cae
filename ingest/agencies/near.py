"""Names that come near a registered one: left-out characters, or one slip."""

import re
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.model import Method
from ingest.agencies.grammar import expands, rank_of, tail_of
from ingest.agencies.registry import Entry, Index
from ingest.agencies.typos import slipped, without_stutter

_PARTY = re.compile(r"(?:中共)?\*(?:委(?!员会)|党委|地委|工委)|中共")


def close(pattern: str, index: Index, method: Method) -> Iterator[tuple[Entry, ...]]:
    """The entries of a place's index that `pattern` nearly names, name by name, within system and rank.

    Args:
        pattern: The mention with * for its place.
        index: The patterns of that place.
        method: EXPANDED or FUZZY.
    """
    keys = _expanding(pattern, index) if method is Method.EXPANDED else _slipping(pattern, index)
    for key in keys:
        yield index[key]


def _same_system(key: str, pattern: str) -> bool:
    """Whether both or neither are party organs, and both end alike where the end is an unusual one."""
    return bool(_PARTY.match(key)) == bool(_PARTY.match(pattern)) and tail_of(key) == tail_of(pattern)


def _expanding(pattern: str, index: Index) -> Iterator[str]:
    """Only for government organs: the short forms of party and national bodies are all registered."""
    head, star, tail = pattern.rpartition("*")
    if not star or _PARTY.match(pattern):
        return
    begins = head + star
    for key, entries in index.items():
        official = key.startswith(begins) and any(entry.official for entry in entries)
        if official and _same_system(key, pattern) and expands(tail, key[len(begins) :]):
            yield key


def _slipping(pattern: str, index: Index) -> list[str]:
    """A likely slip, with every other name of that rank that is as near: 公信局 may be 工信局 or 公安局."""
    plain = without_stutter(pattern)
    if plain != pattern and plain in index:
        return [plain]
    found = process.extract(pattern, index.keys(), scorer=OSA.distance, score_cutoff=1, limit=None)
    keys = [key for key, _, _ in found]
    if not any(slipped(pattern, key) and _same_system(key, pattern) for key in keys):
        return []
    return [key for key in keys if slipped(pattern, key) or rank_of(key) == rank_of(pattern)]
