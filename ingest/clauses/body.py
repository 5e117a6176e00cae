"""Reads the inside of a clause: pieces between separators become names with roles."""

import re

from graph.model import Role
from ingest.clauses import asides, names
from ingest.clauses.groups import Groups
from ingest.clauses.pieces import (
    Body,
    Name,
    Note,
    is_alias,
    merged_names,
    name_alone,
    number,
    pieces,
    stripped,
    unclaimed,
    verb_inside,
)
from ingest.clauses.roles import Chain, Label, label_at, role_of, trailing_chain
from ingest.records import Convention

_STRONG = "；。\n"
_SCOPE_MARK = re.compile("^(?:负责|承担|主要负责|分管|牵头负责)(.+)$")
_EXCLUSION = re.compile("^除.*外$|除外$|^不含|^不包括")
_PIECE_LIMIT = 300


class BodyReader:
    """Reads one clause body piece by piece.

    Args:
        text: The clause without its outer brackets, white space resolved.
        role: The role that the names have until a label says another (a table column's).
    """

    def __init__(self, text: str, role: Role | None = None) -> None:
        self.text = text
        self.body = Body()
        self._groups = Groups(self.body, role)
        self._aside = ""
        self._after_convention = False
        self._after_person = False
        self._note: Note | None = None
        self._scope: str | None = None

    def read(self) -> Body:
        """Reads all pieces in order."""
        for piece in pieces(self.text, merged_names(self.text)):
            self._enter(piece.before)
            self._piece(piece.start, piece.end)
        self._groups.flush()
        self.body.unread += unclaimed(self.text, self.body)
        return self.body

    def _claim(self, start: int, end: int) -> None:
        self.body.claimed.append((start, end))

    def _enter(self, separator: str) -> None:
        self._after_person &= separator == "、"
        if separator and separator not in "、/・．":
            self._groups.begin_run()
        if separator and separator in _STRONG:
            self._groups.flush()
            self._scope = None
            self._aside = self._aside if separator == "。" else ""
        if separator == "。":
            self._end_note()

    def _end_note(self) -> None:
        self._groups.flush()
        self._note = None

    def _piece(self, start: int, end: int) -> None:
        start, end = stripped(self.text, start, end)
        if start >= end:
            return
        if label := self._label_at(start, end):
            start, end = stripped(self.text, self._open_label(start, label), end)
        if end - start > _PIECE_LIMIT:
            self.body.unread.append((start, end, "too long for a list of names"))
        elif start < end and (self._is_labelled_aside(start, end) or self._is_aside(start, end)):
            self._claim(start, end)
        elif start < end and not self._opens_note(start, end):
            self._names_and_verb(start, end)

    def _is_labelled_aside(self, start: int, end: int) -> bool:
        """Whether a label of time, person or content stands before; what follows 完成时限 is the deadline.

        A body there has a role only with a verb of its own (完成时限：年底前，市财政局配合).
        """
        if not self._aside:
            return False
        piece = self.text[start:end]
        chain = trailing_chain(piece) or verb_inside(piece)
        subject = piece[: chain.start] if chain else piece
        if names.is_bearer(subject) and not names.is_person(subject):
            if chain:
                self._aside = ""
                return False
            self.body.unread.append((start, end, "a body behind a label of people, dates or contents"))
        elif self._aside == "time":
            self.body.deadline = self.body.deadline or (start, end)
        return True

    def _label_at(self, start: int, end: int) -> Label | None:
        label = label_at(self.text, start)
        if label is None or label.end > end + 1:
            return None
        plain = not self.text[start : label.end].endswith("：")
        if plain and label.end < end and (self.text[label.end] not in "省市县区州各★▲" or label.role is None):
            return None
        return label

    def _open_label(self, start: int, label: Label) -> int:
        self._groups.flush()
        self._groups.run += 1
        self._aside = label.aside
        self._note = None
        self._after_convention = False
        if label.role is not None:
            self.body.labels += 1
            self._groups.set_label(label.role, label.words)
        self._claim(start, label.note[0] if label.note else label.end)
        if label.note and self._says_aside(self.text[slice(*label.note)]):
            self._claim(*label.note)
        return label.end

    def _is_aside(self, start: int, end: int) -> bool:
        """Whether the piece is a convention, legend, deadline or person; keeps what it says."""
        piece = names.bare(self.text[start:end])
        if self._convention(piece) or (self._after_convention and asides.continues_convention(piece)):
            return True
        if asides.is_trailer(piece) or asides.is_legend_piece(piece):
            self._end_note()
            return True
        if asides.is_deadline(piece):
            self.body.deadline = self.body.deadline or (start, end)
            return True
        return self._is_person(piece)

    def _convention(self, piece: str) -> bool:
        convention = asides.convention_in(piece)
        if convention is None:
            if "下同" in piece and self.body.convention:
                self.body.convention = Convention(self.body.convention.rest, True)
            if self.body.convention and self._after_convention and "配合" in piece and "其" in piece:
                self.body.convention = Convention(Role.SUPPORT, self.body.convention.continues)
            return False
        self._end_note()
        self._after_convention = True
        self.body.convention = convention
        return True

    def _is_person(self, piece: str) -> bool:
        chain = trailing_chain(piece)
        subject = piece[: chain.start] if chain else piece
        listed = self._after_person and names.may_be_person(subject)
        self._after_person = listed or names.is_person(subject.removeprefix("由"))
        return self._after_person

    def _opens_note(self, start: int, end: int) -> bool:
        """Whether the piece adds bodies to other tasks; keeps them."""
        found = asides.scope_note_at(names.bare(self.text[start:end]))
        if found is None:
            return False
        self._claim(start, start + found[1])
        self._groups.flush()
        self._groups.set_label(None, "")
        self._note = Note(found[0])
        self.body.notes.append(self._note)
        names_start, end = stripped(self.text, start + found[1], end)
        if asides.is_deadline(self.text[names_start:end]):
            self._claim(names_start, end)
        elif names_start < end:
            self._names_and_verb(names_start, end)
        return True

    def _names_and_verb(self, start: int, end: int) -> None:
        start = self._scope_before(start, end)
        piece = self.text[start:end]
        chain = trailing_chain(piece)
        if chain:
            self._claim(start + chain.start, end)
        if chain and chain.start == 0:
            self._only_verb(start, chain)
            return
        inner = verb_inside(piece[: chain.start] if chain else piece)
        if inner:
            self._claim(start + inner.start, start + inner.end)
            self._names(start, start + inner.start)
            self._groups.close(inner)
            self._after_inner(start + inner.end, end)
        elif chain:
            self._names(start, start + chain.start)
            self._groups.close(chain)
        else:
            self._names(start, self._before_deadline(start, end))

    def _only_verb(self, start: int, chain: Chain) -> None:
        if self._groups:
            self._groups.close(chain)
        elif not self.body.names and not self._note:
            self.body.unread.append((start, start + chain.end, "role words without a name"))

    def _scope_before(self, start: int, end: int) -> int:
        """Takes 工业领域由 or 城区： off the front; what it says is the scope of the names after it."""
        piece = self.text[start:end]
        colon = names.outer_colon(piece)
        by = piece.rfind("由")
        if 0 < colon < len(piece) - 1:
            self._scope, cut = piece[:colon], colon + 1
        elif by == 0:
            cut = 1
        elif 0 < by < len(piece) - 1 and piece[by - 1 : by + 1] != "自由":
            self._scope, cut = piece[:by].strip("：，"), by + 1
        else:
            return start
        self._claim(start, start + cut)
        return start + cut

    def _after_inner(self, start: int, end: int) -> None:
        """What follows a verb within a piece: 会同 and names, names with their own verb, or an object."""
        rest = self.text[start:end]
        if self.text[:start].endswith("会同") or rest.startswith("会同"):
            self._groups.second = True
            self._claim(start, names_start := start + len("会同") * rest.startswith("会同"))
            self._names_and_verb(names_start, end)
        elif names.is_bearer(rest[: (trailing_chain(rest) or Chain(len(rest), 0, Role.LEAD, "")).start]):
            self._names_and_verb(start, end)

    def _before_deadline(self, start: int, end: int) -> int:
        at = asides.tail_deadline(self.text[start:end])
        if at and names.is_whole(self.text[start : start + at]):
            self.body.deadline = self.body.deadline or (start + at, end)
            self._claim(start + at, end)
            return start + at
        return end

    def _names(self, start: int, end: int) -> None:
        """Cuts at 会同, conjunctions and 等 outside names; keeps each name."""
        start, end = stripped(self.text, start, end)
        if start >= end:
            return
        piece = self.text[start:end]
        if together := names.together_at(piece):
            self._claim(start + together[0], start + together[1])
            self._names(start, start + together[0])
            self._groups.second |= not piece[together[0] : together[1]].endswith("联合")
            self._names(start + together[1], end)
            return
        if etc := names.etc_at(piece):
            self._claim(start + etc[0], start + etc[1])
            self._groups.list_ends(number(etc[2]))
            self._names(start, start + etc[0])
            self._after_etc(start + etc[1], end)
            return
        if cut := names.conjunction_at(piece):
            self._claim(start + cut[0], start + cut[1])
            self._names(start, start + cut[0])
            self._names(start + cut[1], end)
            return
        self._name(start, end)

    def _after_etc(self, start: int, end: int) -> None:
        rest = self.text[start:end]
        match = re.match("以及|和|及|与", rest)
        if match:
            self._claim(start, start + match.end())
            self._names(start + match.end(), end)

    def _name(self, start: int, end: int) -> None:
        self._claim(start, end)
        start, end, marked = name_alone(self.text, start, end)
        if start < end:
            self._keep(start, end, marked)

    def _keep(self, start: int, end: int, marked: bool) -> None:
        name = Name(
            start, end, self.text[start:end], self._groups.run, scope=self._scope, second=self._groups.second
        )
        role_words = self._bracket(name)
        if marked:
            name.role, name.wording, name.fixed = Role.LEAD, "", True
        if role_words:
            name.role, name.wording, name.fixed = role_of(role_words), role_words, True
            self.body.verbs += 1
        self._groups.add(name)
        (self._note.names if self._note else self.body.names).append(name)

    def _bracket(self, name: Name) -> str:
        """Decides what a bracket at the end is: role, scope, exclusion, other name, or part of the name.

        Returns the role words, if it is those.
        """
        base = names.bare(name.text)
        if base == name.text:
            return ""
        inside = name.text[len(base) + 1 : -1]
        scope = _SCOPE_MARK.match(inside)
        role_words = inside.removesuffix("单位").removesuffix("部门")
        chain = trailing_chain(role_words)
        if chain and chain.start == 0:
            self._shorten(name, base)
            return role_words
        if scope:
            name.scope = scope[1]
            self._shorten(name, base)
        elif self._notes_within(inside, name.start + len(base) + 1) or self._is_beside(base, inside):
            self._shorten(name, base)
        return ""

    def _is_beside(self, base: str, inside: str) -> bool:
        """Whether a bracket excludes somebody, gives another name or an aside: no part of the name."""
        excluded = _EXCLUSION.search(inside) is not None
        return excluded or is_alias(base, inside) or self._says_aside(inside)

    def _notes_within(self, inside: str, offset: int) -> bool:
        """Whether a bracket adds bodies to other tasks (（各项任务均需…配合，下同）); keeps them."""
        if asides.scope_note_at(re.split("[，；。]", inside)[0]) is None:
            return False
        within = BodyReader(inside).read()
        for note in within.notes:
            for name in note.names:
                name.start, name.end = name.start + offset, name.end + offset
                name.run += self._groups.run + 1
        self._groups.run += 1 + len(inside)
        self.body.notes += within.notes
        self.body.unread += [(start + offset, end + offset, reason) for start, end, reason in within.unread]
        return True

    def _says_aside(self, inside: str) -> bool:
        """Whether a bracket holds a convention, which is kept, a trailer, deadline or legend."""
        return (
            self._convention(inside)
            or asides.is_trailer(inside)
            or asides.is_deadline(inside)
            or asides.is_legend(inside)
        )

    @staticmethod
    def _shorten(name: Name, base: str) -> None:
        name.end = name.start + len(base)
        name.text = base
