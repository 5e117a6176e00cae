"""From names as they stand to assignments: joined, completed from one another, in their roles."""

import re
from dataclasses import dataclass
from itertools import groupby, pairwise

from graph.model import Role, Unread
from ingest.clauses import names
from ingest.clauses.body import BodyReader
from ingest.clauses.pieces import Body, Name
from ingest.clauses.sharing import Carry, with_endings
from ingest.clauses.spacing import part_glued, resolve_spaces
from ingest.clauses.view import View
from ingest.clauses.words import load_words
from ingest.records import Assignment, Convention, Reach, ScopeNote, Text


@dataclass(frozen=True)
class Reading:
    """A clause's inside, read and completed.

    `assignments` hold the clause's own names, convention applied, and those of notes that reach it.
    """

    body: Body
    own: tuple[Assignment, ...]
    assignments: tuple[Assignment, ...]
    notes: tuple[ScopeNote, ...]
    unread: tuple[Unread, ...]
    deadline: tuple[int, int] | None

    @property
    def ranked(self) -> bool:
        """Whether a convention may make the first name the lead."""
        roles = {assignment.role for assignment in self.own}
        return self.body.labels < 2 and roles == {Role.RESPONSIBLE}


def read_inside(text: Text, view: View, role: Role | None = None, carry: Carry | None = None) -> Reading:
    """Reads the inside of a clause.

    Args:
        text: The document.
        view: The clause without outer brackets.
        role: The role that names have until a label says another.
        carry: Level words from names before the clause (the cells before in a table row).
    """
    view = part_glued(resolve_spaces(view))
    body = BodyReader(view, role).read()
    unread = [view.unread(text.content, start, end, why) for start, end, why in body.unread]
    mentions = _mentions(view, text, body, unread, carry or Carry())
    own = _apply(body.convention, [mentions[id(name)] for name in body.names if id(name) in mentions])
    notes = tuple(
        ScopeNote(tuple(mentions[id(name)] for name in note.names if id(name) in mentions), note.reach)
        for note in body.notes
    )
    here = [a for note in notes if note.reach is Reach.THIS_AND_ALL for a in note.assignments]
    deadline = view.span(*body.deadline) if body.deadline else None
    return Reading(body, tuple(own), _once([*own, *here]), notes, tuple(unread), deadline)


def _mentions(
    view: View, text: Text, body: Body, unread: list[Unread], carry: Carry
) -> dict[int, Assignment]:
    """Each name's assignment, by the name's identity; merged and implausible names have none."""
    found = sorted(
        [*body.names, *(name for note in body.notes for name in note.names)], key=lambda n: n.start
    )
    kept = []
    for name in _with_each(_joined(view, found)):
        if names.is_plausible(name.text):
            kept.append(name)
        else:
            unread.append(view.unread(text.content, name.start, name.end, "no name of a body"))
    mentions: dict[int, Assignment] = {}
    for _, run in groupby(kept, key=lambda name: name.run):
        members = list(run)
        for name, full in zip(members, with_endings([name.text for name in members]), strict=True):
            mentions[id(name)] = _assignment(view, name, carry.complete(full))
    return mentions


def _assignment(view: View, name: Name, mention: str) -> Assignment:
    start, end = view.span(name.start, name.end)
    mention = re.sub(r"\s+", "", mention)
    role = name.role or Role.RESPONSIBLE
    return Assignment(mention, role, names.is_class(mention), name.wording, name.scope, start, end)


def _joined(view: View, found: list[Name]) -> list[Name]:
    """Unit types under one 各 become one name: 各市、县（市、区）人民政府."""
    joined: list[Name] = []
    last = ""
    for name in found:
        if joined and joined[-1].run == name.run and _continues(joined[-1].text, last, name.text):
            joined[-1].end = name.end
            joined[-1].text = view.text[joined[-1].start : name.end]
        else:
            joined.append(name)
        last = name.text if joined[-1] is name else view.text[name.start : name.end]
    return joined


def _continues(whole: str, last: str, name: str) -> bool:
    if "各" in name:
        return False
    if whole in load_words()["levels"] or (last in ("中央", "国家", "省", "市") and whole == last):
        return names.is_class(name) or name in load_words()["levels"]
    if whole.endswith(("党委", "党工委")) and name in ("政府", "人民政府", "管委会"):
        return names.is_class(whole)
    types = re.sub("^.*各(?:有关|相关)?|^有关|^相关", "", last)
    return names.is_class(whole) and names.is_units(types) and names.is_unit_body(name)


def _with_each(found: list[Name]) -> list[Name]:
    """Unit bodies after 各…政府 share its 各: 各盟行政公署、市人民政府."""
    for before, name in pairwise(found):
        after_each = before.text.startswith("各") and names.is_unit_body(before.text[1:])
        headed = names.is_one_unit_body(name.text)
        if before.run == name.run and after_each and headed:
            name.text = "各" + name.text
    return found


def _apply(convention: Convention | None, own: list[Assignment]) -> list[Assignment]:
    if convention is None or not own or any(a.role is not Role.RESPONSIBLE for a in own):
        return own
    roles = [Role.LEAD] + [convention.rest] * (len(own) - 1)
    return [_with_role(a, role) for a, role in zip(own, roles, strict=True)]


def _with_role(a: Assignment, role: Role) -> Assignment:
    return Assignment(a.mention, role, a.collective, a.wording, a.scope, a.start, a.end)


def _once(assignments: list[Assignment]) -> tuple[Assignment, ...]:
    first: dict[tuple[str, Role], Assignment] = {}
    for assignment in assignments:
        first.setdefault((assignment.mention, assignment.role), assignment)
    return tuple(first.values())
