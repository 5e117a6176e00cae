"""The words by which an outline's parts are known (`seeds/outline/words.toml`), as patterns."""

import re
from functools import cache
from typing import Any

from ingest import seeds


@cache
def words() -> dict[str, Any]:
    """The seed file's lists and tables."""
    return seeds.seed_lists("outline/words.toml")


def any_of(name: str) -> str:
    """A pattern for any word of a list."""
    return seeds.any_of(words()[name])


def spaced(word: str) -> str:
    """A pattern for a word that may be spread over its line with spaces: 文　　号."""
    return r"\s*".join(map(re.escape, word))


@cache
def title_pattern() -> re.Pattern[str]:
    """A line that reads like a plan's title."""
    return re.compile(rf"[^。；：！？]*{any_of('title_endings')}(?:（[^（）]*）|[〔\[].*[〕\]]|》)*")


@cache
def notice_pattern() -> re.Pattern[str]:
    """The title of a covering notice; group `plan` is the plan it carries."""
    verbs = any_of("notice_verbs")
    return re.compile(
        rf"(?P<issuer>.*?)关于{verbs}(?P<plan>.+?)的(?:通知|函|公告|通报)(?P<rest>（.*）|\s.*)?"
    )


@cache
def issuer_pattern() -> re.Pattern[str]:
    """A name that may stand in a signature."""
    return re.compile(rf"[^\s，。；：！？、\d]{{1,40}}{any_of('issuer_endings')}(?:（[^（）]{{2,20}}）)?")


@cache
def noise_pattern() -> re.Pattern[str]:
    """A line that is no part of the text."""
    return re.compile("|".join(words()["noise"]))


@cache
def deadline_pattern() -> re.Pattern[str]:
    """A deadline behind its label, on a line of its own or beside other labels, label included.

    A label that fills its line has its deadline on the next one.
    """
    label = rf"[*【〔]*{any_of('deadline_labels')}[】〕*]*\s*"
    return re.compile(
        rf"(?:(?<=[\s；。，、（〔【*.．）])|^){label}："
        r"[^；。）〕】\n]*?(?=[；。）〕】\n]|\s{2,}|$)"
        rf"|(?:(?<=\n)|^){label}\n(?=[^\n]{{0,12}}(?:[\d一二三四五六七八九十][年月日]|年[内底]|季度|全年|半年|长期|持续))"
        r"[^；。，\n]{1,30}(?=[；。\n]|$)"
    )


@cache
def clause_sign_pattern() -> re.Pattern[str]:
    """What reads like a responsibility clause."""
    return re.compile("|".join(words()["clause_signs"]), re.MULTILINE)


def frame_kind(name: str) -> str | None:
    """`aims` or `rules` for a section that sets a frame, None for any other.

    A frame's name is one of the words, or several joined (总体要求和主要目标, 二、保障措施).
    """
    plain = "".join(name.split())  # 总　则
    return next((kind for kind in ("aims", "rules") if _frame_pattern(kind).fullmatch(plain)), None)


@cache
def _frame_pattern(kind: str) -> re.Pattern[str]:
    word = any_of(kind)
    return re.compile(rf"(?:{word}|年|\d|[和与及、“”]|加强|强化|有关)*{word}")
