"""The parts of a clause body: pieces between separators, names, and what has been read of it."""

import re
from dataclasses import dataclass, field

from graph.model import Role
from ingest.clauses import names
from ingest.clauses.asides import MARKS
from ingest.clauses.roles import Chain, inner_chains
from ingest.clauses.words import load_words
from ingest.numerals import read_numeral
from ingest.records import Convention, Reach

Fragment = tuple[int, int, str]
"""A stretch of a clause that no rule claimed, and why."""

_OPEN, _CLOSE = "（(〔［【[", "）)〕］】]"
_EDGE = " \"'：:·．.;"
_COUNT_TAIL = re.compile(r"(?:[2-9]|1\d|[二三四五六七八九十]{1,2})(?:个|家)(?:部门|单位|厅局|委办局)$")
_LETTERS = re.compile(r"\w(?:.*\w)?", re.DOTALL)
_SEPARATORS = "、，；。\n/｜|・．,;\t"
_KINDS = re.compile("(?<=[各关])[委办厅局](?:、[委办厅局])+(?!公)")
_MARKS = re.compile("[" + re.escape(_SEPARATORS + _OPEN + _CLOSE) + "]")


@dataclass(slots=True)
class Name:
    """A name as it stands: `text[start:end]` of the view, with its role once that is known."""

    start: int
    end: int
    text: str
    run: int
    role: Role | None = None
    wording: str = ""
    scope: str | None = None
    second: bool = False
    fixed: bool = False


@dataclass(slots=True)
class Note:
    """Names that a scope note adds, and how far it reaches."""

    reach: Reach
    names: list[Name] = field(default_factory=list)


@dataclass(slots=True)
class Body:
    """A clause's inside, read; names in text order, not yet completed from one another.

    Every letter is in `claimed`, as words that a rule has read, or in `unread`.
    """

    names: list[Name] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    open: bool = False
    convention: Convention | None = None
    deadline: tuple[int, int] | None = None
    claimed: list[tuple[int, int]] = field(default_factory=list)
    unread: list[Fragment] = field(default_factory=list)
    labels: int = 0
    verbs: int = 0


def unclaimed(text: str, body: Body) -> list[Fragment]:
    """What neither `claimed` nor `unread` covers, but for separators and brackets."""
    found: list[Fragment] = []
    covered = sorted([*body.claimed, *((start, end) for start, end, _ in body.unread)])
    last = 0
    for start, end in [*covered, (len(text), len(text))]:
        if start > last and (left := _LETTERS.search(text, last, start)):
            found.append((*left.span(), "no rule reads it"))
        last = max(last, end)
    return found


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch between two separators; `before` is the separator in front of it."""

    start: int
    end: int
    before: str


def pieces(text: str, keep: frozenset[int] = frozenset()) -> list[Piece]:
    """Cuts at separators outside brackets; `keep` are separators that belong to a name."""
    found: list[Piece] = []
    depth = start = 0
    before = ""
    for match in _MARKS.finditer(text):
        character, index = match[0], match.start()
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and index not in keep:
            found.append(Piece(start, index, before))
            start, before = index + 1, character
    found.append(Piece(start, len(text), before))
    return found


def merged_names(text: str) -> frozenset[int]:
    """Separators inside names that hold one (市科委、中关村管委会; 各委、办、厅、局)."""
    kept = {at for kinds in _KINDS.finditer(text) for at in range(*kinds.span()) if text[at] == "、"}
    for merged in load_words().merged:
        start = text.find(merged)
        while start >= 0:
            kept.update(start + i for i, character in enumerate(merged) if character in _SEPARATORS)
            start = text.find(merged, start + 1)
    return frozenset(kept)


def number(count: str | None) -> int | None:
    """The count before 个部门, in digits or Chinese numerals; None for 多 and the like."""
    value = read_numeral(count) if count else None
    return None if value is None else int(value)


def verb_inside(piece: str) -> Chain | None:
    """A verb in the middle of a piece: after a whole name, with an object or another name behind."""
    for chain in inner_chains(piece):
        left, right = piece[: chain.start], piece[chain.end :]
        together = "会同" in chain.words
        if not names.is_whole(names.trimmed(left)) and not names.etc_at(left):
            continue
        if names.goes_on_as_body(right):
            continue
        if names.has_head(piece) and right[:1] not in tuple("各省市县区州有相") and not together:
            continue
        if right or together:
            return chain
    return None


def is_alias(base: str, inside: str) -> bool:
    """Whether a bracket behind a name holds another name of the same body (市交通委（市道路运输局）)."""
    if names.is_class(base) or not names.has_head(base) or re.match("含|包括", inside):
        return False
    return inside in ("局", "厅", "委", "办") or names.has_head(inside)


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without marks of print and without quotation marks around all of it."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if text[start:end].startswith("“") and text[start:end].find("”") == end - start - 1:
        return start + 1, end - 1
    return start, end


def name_alone(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """A name's span without a conjunction before and a count behind it, and whether a mark stands at it."""
    while start < end and text[start] in "及和与并":
        if any(names.is_place(text[start : start + length]) for length in range(2, 6)):
            break
        start += 1
    if count := _COUNT_TAIL.search(text[start:end]):
        end = start + count.start()
    marked = start < end and text[start] in MARKS
    start, end = stripped(text, start + marked, end)
    if text[start : start + 1] == "【" and text[end - 1] == "】":
        marked, start, end = True, start + 1, end - 1
    if end > start and text[end - 1] in MARKS:
        marked, end = True, end - 1
    return start, end, marked
