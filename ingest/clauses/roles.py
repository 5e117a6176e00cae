"""Role words: chains of verbs after names, and labels before them."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.model import Role
from ingest.clauses.words import load_labels, load_roles
from ingest.seeds import any_of

_REMEMBERED = 4096  # pieces of clauses recur
_CHAIN_LIMIT = 40
_LONGEST_FRONT = 4
_NOT_AN_ORGANISATION = (
    "(?<![省市县区州盟旗党]委)(?<!社会)(?<!行业)(?<!群团)(?<!党)(?<!基层)(?<!合)(?<!经济)(?<!慈善)"
)
_NOTE = "（[^（）]{0,60}）"


@dataclass(frozen=True, slots=True)
class Chain:
    """Role words standing together: 按职责分工牵头负责. `start`, `end` within the piece of text."""

    start: int
    end: int
    role: Role
    words: str


@dataclass(frozen=True, slots=True)
class Label:
    """牵头单位：. `note`: what a bracket before the colon says.

    `aside`: person, time or content, if such follows and no body; `role` is then None.
    """

    end: int
    role: Role | None
    aside: str
    words: str
    note: tuple[int, int] | None


@cache
def _token() -> str:
    words = load_roles()
    tokens = any_of([*words.verbs, *words.works, *words.others]).replace("|协办|", "|(?<!政)协办|")
    return tokens.replace("|组织|", f"|{_NOT_AN_ORGANISATION}组织|")


@cache
def _trailing() -> re.Pattern[str]:
    return re.compile(f"{_token()}+$")


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(f"{_token()}+")


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(_token())


@lru_cache(maxsize=_REMEMBERED)
def trailing_chain(piece: str) -> Chain | None:
    """The role words that end the piece, if any of them is a verb.

    Matched at the end only, so a role word inside a name (乡村振兴指导中心) is never one.
    """
    offset = max(0, len(piece) - _CHAIN_LIMIT)
    match = _trailing().search(piece, offset)
    return _chain(match) if match else None


@lru_cache(maxsize=_REMEMBERED)
def inner_chains(piece: str) -> tuple[Chain, ...]:
    """Every chain of role words in the piece that has a verb, from left to right."""
    found = (_chain(match) for match in _anywhere().finditer(piece))
    return tuple(chain for chain in found if chain is not None)


def _chain(match: re.Match[str]) -> Chain | None:
    role = role_of(match[0])
    return Chain(match.start(), match.end(), role, match[0]) if role else None


def role_of(words: str) -> Role | None:
    """The role of a chain: that of its first specific verb, else responsible (clause rulings, section 3)."""
    known = load_roles()
    tokens = _tokens().findall(words)
    specific = next((known.verbs[token] for token in tokens if token in known.verbs), None)
    if specific or not any(token in known.works for token in tokens):
        return specific
    return Role.RESPONSIBLE


@cache
def _label() -> re.Pattern[str]:
    words = load_labels()
    backs = any_of(words.backs)
    inset = "(?:[（(][^（）()]{1,8}[）)])?"
    prefix = "(?:[省市县区州盟旗][级直]|本级|主要任务|项目|整改|任务|工作)?"
    more = "(?:[和及与、或][^：；，。（）]{1,8}(?=：))?"
    full = f"{prefix}(?P<front>{any_of(words.fronts)}){inset}{backs}{more}"
    alone = f"(?P<alone>{any_of(words.alone)})"
    aside = f"(?:整改)?(?P<aside>{any_of(words.asides)})"
    stands = f"(?=(?:{_NOTE})?：)"
    colon = f"(?P<note>{_NOTE})?(?P<colon>：)"
    spoken = "[为是](?=[省市县区州盟旗自各兵])"
    return re.compile(f"(?:{full}|{alone}{stands}|{aside}{stands})(?:{colon}|{spoken})?")


def label_at(text: str, start: int = 0) -> Label | None:
    """The label that begins at `start`, with its colon; without one only where it needs a back word."""
    match = _label().match(text, start)
    if match is None:
        return None
    role = load_labels().fronts.get(match["front"] or match["alone"] or "")
    note = (match.start("note") + 1, match.end("note") - 1) if match["note"] else None
    aside = load_labels().asides.get(match["aside"] or "", "")
    return Label(match.end(), role, aside, match[0].rstrip("：").strip(), note)


@lru_cache(maxsize=_REMEMBERED)
def column_role(header: str) -> Role | None:
    """The role that a table column gives to the names in it, by its header.

    牵头单位 → lead, 责任单位, 责任 → responsible, 配合单位 → support, 指导单位 → guide, anything else → None.
    """
    header = re.sub(r"[\s：:]+", "", header)
    for start in range(min(_LONGEST_FRONT, len(header))):  # 海关责任部门, 地方责任单位
        label = label_at(header, start)
        if label and label.end == len(header) and label.role:
            return label.role
    shows = header.endswith("责任") or header in load_roles().verbs
    return load_labels().fronts.get(header) if shows else None
