"""How agency names are shortened: the spellings that an official name may take, and what can't be one.

Source of the rules: agency rulings, sections 2 and 5.
"""

import re
from functools import cache

from ingest.seeds import any_of, seed_lists, seed_table

RANKS = (
    ("人民政府", ("人民政府", "政府")),
    ("办公厅", ("办公厅",)),
    ("委员会", ("委员会", "委")),
    ("办公室", ("办公室", "办")),
    ("联合会", ("联合会", "联")),
    ("协会", ("协会", "协")),
    ("总队", ("总队",)),
    ("支队", ("支队",)),
    ("分行", ("分行",)),
    ("分局", ("分局",)),
    ("厅", ("厅",)),
    ("总局", ("总局",)),
    ("总署", ("总署",)),
    ("局", ("局",)),
    ("部", ("部",)),
    ("署", ("署",)),
    ("院", ("院",)),
    ("中心", ("中心",)),
    ("馆", ("馆",)),
    ("社", ("社",)),
    ("会", ("会",)),
    ("校", ("校",)),
    ("室", ("室",)),
    ("关", ("关",)),
    ("台", ("台",)),
)
LAST_CHARACTERS = frozenset("厅局委办部署院联协社会队行室心馆府校关台")
_ENUMERATED = re.compile(r"人大|政协|人民代表大会")
_GENERAL = re.compile(r"管理|监督|服务|工作|事务")
_LINKS = re.compile(r"(?<=[一-龥])[和与](?=[一-龥]{2})")
_AFFAIRS = re.compile(r"(?<=[一-龥]{2})事务(?=委|局|厅|办)")


def is_no_agency(name: str) -> bool:
    """Whether the tail says division, person, company, place, meeting or rule rather than an agency."""
    return tail_of(name) != ""


def tail_of(name: str) -> str:
    """The word at the end that agencies seldom bear (协会, 公司); "" if there is none."""
    tails, bodies = _tails()
    match = None if name.endswith(bodies) else tails.search(name)
    return match[0] if match else ""


@cache
def _tails() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """A pattern for every tail at the end of a name, and what ends like one but is a body."""
    lists = seed_lists("agencies/tails.toml")
    words = (word for group in lists["tails"].values() for word in group.split())
    return re.compile(any_of(words) + "$"), tuple(lists["bodies"].split())


def rank_of(name: str) -> str:
    """The rank word that a name ends with, in its long form; "" if it ends with none."""
    for rank, endings in RANKS:
        if name.endswith(endings):
            return rank
    return ""


def stem_of(name: str) -> str:
    """The name without its rank word."""
    for _, endings in RANKS:
        for ending in endings:
            if name.endswith(ending):
                return name[: -len(ending)]
    return name


@cache
def _stems() -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = seed_table("agencies/stems.tsv")
    pairs = [(row["long"], tuple(row["shorts"].split("|"))) for row in rows]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _standard_stems() -> tuple[tuple[str, str], ...]:
    rows = seed_table("agencies/stems.tsv")
    return tuple((row["long"], row["standard"]) for row in rows if row["standard"])


@cache
def spellings(name: str) -> frozenset[str]:
    """Every standard and colloquial way to write `name`, place aside: 发展和改革委员会 → 发改委."""
    found = {name, name.replace("人民政府", "", 1) if name.startswith("人民政府") and name[4:] else name}
    found |= {_shortened(form, choice) for form in tuple(found) for choice in _choices(form)}
    for rule in (_without_links, _without_affairs, _supervising, _ranked):
        found |= {rule(form) for form in found}
    return frozenset(form for form in found if len(form) > 1)


def standard_short(name: str) -> str:
    """The short form that documents use (rulings, section 2): 发展和改革委员会 → 发展改革委."""
    plain = name.removeprefix("人民政府") if len(name) > 6 else name
    for long, standard in _standard_stems():
        plain = plain.replace(long, standard)
    for rule in (_without_affairs, _supervising, _ranked):
        plain = rule(plain)
    return plain


def _choices(name: str) -> list[tuple[str, str]]:
    """The stem words in `name` that can be shortened; a word inside a longer one doesn't count."""
    found: list[tuple[str, str]] = []
    rest = name
    for long, shorts in _stems():
        if long in rest:
            found += [(long, short) for short in shorts]
            rest = rest.replace(long, "■" * len(long))
    return found


def _shortened(name: str, choice: tuple[str, str]) -> str:
    return name.replace(choice[0], choice[1], 1)


def _without_links(name: str) -> str:
    return _LINKS.sub("", name)


def _without_affairs(name: str) -> str:
    return _AFFAIRS.sub("", name)


def _supervising(name: str) -> str:
    return name.replace("监督管理", "监管").replace("科学技术", "科技")


def _ranked(name: str) -> str:
    if name.endswith("委员会"):
        return name[:-2]
    return name[:-2] if name.endswith("办公室") else name


def expands(short: str, long: str) -> bool:
    """Whether `short` is `long` with words shortened or left out: same rank word, same first character.

    Words are pairs of characters (工业 信息 化); each gives itself, its first character, or nothing, in
    order. The stem of `short` must keep at least two characters beside 管理 and the like.
    """
    if rank_of(short) != rank_of(long) or not rank_of(short):
        return False
    few = stem_of(short)
    many = re.sub("[和与]", "", stem_of(long).removeprefix("人民政府"))
    if len(_GENERAL.sub("", few)) < 2 or not many or few[0] != many[0] or _ENUMERATED.search(many):
        return False
    words = (many[at : at + 2] for at in range(0, len(many), 2))
    rest = {few}
    for word in words:
        rest |= {left.removeprefix(part) for left in rest for part in (word, word[0])}
    return "" in rest
