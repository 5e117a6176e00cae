"""From names as they stand to assignments: joined, completed from one another, in their roles."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby, pairwise

from graph.model import Role, Unread
from ingest.clauses import names
from ingest.clauses.body import BodyReader
from ingest.clauses.endings import with_endings
from ingest.clauses.levels import Carry
from ingest.clauses.pieces import Body, Fragment, Name
from ingest.clauses.spacing import part_glued, resolve_spaces
from ingest.clauses.view import View
from ingest.clauses.words import load_words
from ingest.records import Assignment, Convention, Placed, Reach, ScopeNote, Text

_REMEMBERED = 1024


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause's inside, read and completed; spans point into the document.

    `assignments` hold the clause's own names, convention applied, and those of notes that reach it.
    `ranked`: a convention may make the first name the lead.
    """

    body: Body
    assignments: Placed
    ranked: bool
    notes: tuple[ScopeNote, ...]
    unread: tuple[Unread, ...]
    deadline: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Said:
    """What a clause's words alone say, wherever they stand; spans point into the words.

    `carry`: the level words in force behind them.
    """

    body: Body
    assignments: tuple[Assignment, ...]
    ranked: bool
    notes: tuple[ScopeNote, ...]
    unread: tuple[Fragment, ...]
    carry: Carry


def read_inside(text: Text, view: View, role: Role | None = None, carry: Carry | None = None) -> Reading:
    """Reads the inside of a clause.

    Args:
        text: The document.
        view: The clause without outer brackets.
        role: The role that names have until a label says another.
        carry: Level words from names before the clause (the cells before in a table row).
    """
    view = part_glued(resolve_spaces(view))
    carry = carry or Carry()
    said = _read_words(view.text, role, carry.level, carry.party)
    carry.level, carry.party = said.carry.level, said.carry.party
    return Reading(
        said.body,
        _placed(view, said.assignments),
        said.ranked,
        tuple(ScopeNote(tuple(_placed(view, note.assignments)), note.reach) for note in said.notes),
        tuple(view.unread(text.content, *fragment) for fragment in said.unread),
        view.span(*said.body.deadline) if said.body.deadline else None,
    )


def _placed(view: View, said: tuple[Assignment, ...]) -> Placed:
    return Placed(said, chain.from_iterable(view.span(a.start, a.end) for a in said))


@lru_cache(maxsize=_REMEMBERED)
def _read_words(words: str, role: Role | None, level: str, party: str) -> _Said:
    """Reads a clause's words; plans repeat them (各市人民政府按职责分工负责)."""
    body = BodyReader(words, role).read()
    carry = Carry(level, party)
    unread = list(body.unread)
    mentions = _mentions(words, body, unread, carry)
    own = _apply(body.convention, [mentions[id(name)] for name in body.names if id(name) in mentions])
    notes = tuple(
        ScopeNote(tuple(mentions[id(name)] for name in note.names if id(name) in mentions), note.reach)
        for note in body.notes
    )
    here = [a for note in notes if note.reach is Reach.THIS_AND_ALL for a in note.assignments]
    ranked = body.labels < 2 and _may_rank(own)
    return _Said(body, _once([*own, *here]), ranked, notes, tuple(unread), carry)


def _mentions(words: str, body: Body, unread: list[Fragment], carry: Carry) -> dict[int, Assignment]:
    """Each name's assignment, by the name's identity; merged and implausible names have none."""
    found = sorted(
        [*body.names, *(name for note in body.notes for name in note.names)], key=lambda n: n.start
    )
    kept = []
    for name in _with_stems(_with_each(_joined(words, found))):
        if names.is_plausible(name.text):
            kept.append(name)
        else:
            unread.append((name.start, name.end, "no name of a body"))
    mentions: dict[int, Assignment] = {}
    for _, run in groupby(kept, key=lambda name: name.run):
        members = list(run)
        for name, full in zip(members, with_endings([name.text for name in members]), strict=True):
            mentions[id(name)] = given = _assignment(name, carry.complete(full))
            if _is_doubtful(name.text, given.mention):
                unread.append((name.start, name.end, "kept as a name, though it doesn't end like a body's"))
    return mentions


def _is_doubtful(written: str, mention: str) -> bool:
    """Whether a name ends like no body, or does so only by what it shares with the next."""
    if names.runs_on(written) or not names.looks_like_body(mention):
        return True
    return not names.looks_like_body(written) and not names.is_stem(written)


def _assignment(name: Name, mention: str) -> Assignment:
    mention = "".join(mention.split())
    role = name.role or Role.RESPONSIBLE
    return Assignment(mention, role, names.is_class(mention), name.wording, name.scope, name.start, name.end)


def _joined(words: str, found: list[Name]) -> list[Name]:
    """Unit types under one 各 become one name: 各市、县（市、区）人民政府."""
    joined: list[Name] = []
    last = ""
    for name in found:
        if joined and joined[-1].run == name.run and _continues(joined[-1].text, last, name.text):
            joined[-1].end = name.end
            joined[-1].text = words[joined[-1].start : name.end]
        else:
            joined.append(name)
        last = name.text if joined[-1] is name else words[name.start : name.end]
    return joined


def _continues(whole: str, last: str, name: str) -> bool:
    if "各" in name:
        return False
    if whole.startswith("各") and _share_kind(whole, name):
        return True
    if _LEVEL_OF_UNITS.fullmatch(whole):
        return names.is_class(name)
    if whole in load_words()["levels"] or (last in ("中央", "国家", "省", "市") and whole == last):
        return names.is_class(name) or name in load_words()["levels"]
    if whole.endswith(("党委", "党工委")) and name in ("政府", "人民政府", "管委会", "办事处"):
        return names.is_class(whole)
    committee = re.search("各(?:有关)?([市县区州旗])委$", whole)
    if committee and re.fullmatch(f"{committee[1]}(?:人民)?政府", name):
        return True
    types = re.sub("^.*各(?:有关|相关)?|^有关|^相关|（(?:含|包括)[^（）]*）$", "", last)
    return names.is_class(whole) and names.is_units(types) and names.is_unit_body(name)


_DIRECTED = re.compile("[前中后左右东西南北](?P<rest>[旗县区].*)")
_LEVEL_OF_UNITS = re.compile("[中省区市县州盟旗][直属]")  # 中直、区直驻百色有关单位
_OWN_UNITS = re.compile("(?:直属|下属|所属|派出)(?:单位|机构|部门)")
_KIND_OF_DEPARTMENT = re.compile("(?:主管|管理)?部门$")


def _share_kind(whole: str, name: str) -> bool:
    """各省级教育 and 文物部门, 各高等院校 and 职业院校: one class, said of several kinds."""
    if _KIND_OF_DEPARTMENT.search(name) and not names.is_placed(name):
        return not names.has_head(whole) and names.is_stem(whole) and not names.is_units(whole[1:])
    last = re.split("[、和及]", whole)[-1]
    return names.is_kind(last.removeprefix("各")) and names.is_kind(name)


def _with_each(found: list[Name]) -> list[Name]:
    """Unit bodies after 各…政府 share its 各: 各盟行政公署、市人民政府; so do 直属单位 after 各分局."""
    for before, name in pairwise(found):
        if before.run != name.run or not before.text.startswith("各"):
            continue
        unit_bodies = names.is_unit_body(before.text[1:]) and names.is_one_unit_body(name.text)
        if unit_bodies or _OWN_UNITS.fullmatch(name.text):
            name.text = "各" + name.text
    return found


def _with_stems(found: list[Name]) -> list[Name]:
    """Places told apart by a direction share their stem: 乌拉特前、中、后旗人民政府."""
    for at, name in enumerate(found):
        directed = _DIRECTED.match(name.text)
        first = at - 1
        while directed and first >= 0 and len(found[first].text) == 1:
            first -= 1
        if directed is None or first < 0 or found[first].run != name.run:
            continue
        stem, rest = found[first].text[:-1], directed["rest"]
        if not names.is_place(found[first].text + rest[0]) or not names.is_place(stem + name.text[:2]):
            continue
        found[first].text += rest
        for between in found[first + 1 : at]:
            between.text = stem + between.text + rest
        name.text = stem + name.text
    return found


def _apply(convention: Convention | None, own: list[Assignment]) -> list[Assignment]:
    if convention is None or not _may_rank(own):
        return own
    roles = [Role.LEAD] + [a.role if a.role is Role.GUIDE else convention.rest for a in own[1:]]
    return [_with_role(a, role) for a, role in zip(own, roles, strict=True)]


def _may_rank(own: list[Assignment]) -> bool:
    """Whether no words give the names' ranks: neither 牵头 nor 配合 stands there; 督导 may."""
    ranks = {a.role for a in own} <= {Role.RESPONSIBLE, Role.GUIDE}
    return ranks and bool(own) and own[0].role is Role.RESPONSIBLE


def _with_role(a: Assignment, role: Role) -> Assignment:
    return Assignment(a.mention, role, a.collective, a.wording, a.scope, a.start, a.end)


def _once(assignments: list[Assignment]) -> tuple[Assignment, ...]:
    first: dict[tuple[str, Role], Assignment] = {}
    for assignment in assignments:
        first.setdefault((assignment.mention, assignment.role), assignment)
    return tuple(first.values())
