"""One slip of the pen: a wrong, missing, doubled or swapped character (agency rulings, section 5.8)."""

import re
from functools import cache

from ingest.agencies.grammar import LAST_CHARACTERS, rank_of, stem_of
from ingest.seeds import seed_table

LONG_STEM = 4
DEPARTMENTS = frozenset(("厅", "局", "总局", "委员会", "办公室", "部", "署"))
_FRAME = re.compile(
    r"^(?:(?:中共)?\*(?:委员会|委(?!员会)|党委|地委|工委)?)?(?:中华|全国|国家|国务院|中国|中共中央|中央)?"
    r"(?:人民代表大会(?:常务委员会)?|人大(?:常委会)?|政协|人民政府|政府)?"
)
_STUTTER = re.compile(r"(..)\1")


@cache
def _confusable() -> dict[str, frozenset[str]]:
    rows = seed_table("script/confusable.tsv")
    return {row["character"]: frozenset(row["taken_for"]) for row in rows}


def confusable(meant: str, typed: str) -> bool:
    """Whether `typed` sounds or looks so much like `meant` that it is likely a slip for it."""
    return typed in _confusable().get(meant, frozenset())


def slipped(typed: str, meant: str) -> bool:
    """Whether `typed` is `meant` with one slip, and the rank words agree.

    A department's long stem may have any one character wrong; in a short one (财政), in an institution's
    name and in the rank word the wrong character must sound or look alike: 水务厅 is no slip for 水利厅,
    国家就业局 none for 国家林业局, 农林科学院 none for 农业科学院, 委工会 none for 委员会. A character
    doubled right after the place may be a second place: 省市市场监管局.
    """
    at = next(
        (i for i, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), min(len(typed), len(meant))
    )
    stem = len(stem_of(_FRAME.sub("", meant).replace("*", "")))
    if stem < 2:
        return False
    if len(typed) == len(meant) and _swapped(typed, meant, at):
        return True
    if not _ranks_agree(typed, meant):
        return False
    if len(typed) == len(meant):
        return _wrong(typed, meant, at, stem)
    if len(typed) == len(meant) + 1:
        doubled = typed[at] == typed[at - 1] and typed[at - 2 : at - 1] != "*"
        return doubled and typed[:at] + typed[at + 1 :] == meant
    return len(typed) == len(meant) - 1 and stem >= LONG_STEM and typed == meant[:at] + meant[at + 1 :]


def without_stutter(typed: str) -> str:
    """`typed` with two characters written twice in a row written once: 委员委员会 → 委员会."""
    return _STUTTER.sub(r"\1", typed, count=1)


def _ranks_agree(typed: str, meant: str) -> bool:
    rank = rank_of(typed)
    if rank:
        return rank == rank_of(meant) or (rank == "会" and rank_of(meant).endswith("会"))
    return typed[-1] not in LAST_CHARACTERS and len(typed) == len(meant) and confusable(meant[-1], typed[-1])


def _swapped(typed: str, meant: str, at: int) -> bool:
    pair = meant[at : at + 2]
    return len(pair) == 2 and "*" not in pair and typed == meant[:at] + pair[::-1] + meant[at + 2 :]


def _wrong(typed: str, meant: str, at: int, stem: int) -> bool:
    if at >= len(meant) or "*" in (typed[at], meant[at]) or typed[at + 1 :] != meant[at + 1 :]:
        return False
    department = stem >= LONG_STEM and rank_of(meant) in DEPARTMENTS
    return (department and at < len(stem_of(meant))) or confusable(meant[at], typed[at])
