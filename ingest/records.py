"""What the stages of reading hand to each other. Spans point into `Text.content`, end exclusive."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.model import Role, Unread

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Text:
    """A document's text, normalised once by its reader and kept with the document.

    One paragraph a line; a table row is one line with its cells parted by tabs.
    `folded` has the same length as `content`: Simplified script, full-width punctuation,
    look-alike characters repaired. Rules read `folded`; spans serve both.
    """

    content: str
    folded: str
    format: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """One agency named in a clause, in its role.

    `mention`: the name as the text has it, shared prefix and suffix restored, noise removed,
    Simplified. `wording`: the role words as written ("" for a bare list). `collective`: the words
    name a class or set. `scope`: the part of the task meant, if the clause says one.
    """

    mention: str
    role: Role
    collective: bool
    wording: str
    scope: str | None
    start: int
    end: int


class Reach(StrEnum):
    """Which tasks a scope note adds its agencies to."""

    THIS_AND_ALL = "this_and_all"
    FOLLOWING = "following"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class ScopeNote:
    """Agencies that a note adds to other tasks (“各项任务均需X配合，下同”)."""

    assignments: tuple[Assignment, ...]
    reach: Reach


@dataclass(frozen=True, slots=True)
class Convention:
    """“列首位者为牵头单位”. `rest`: the role of all but the first. `continues`: 下同."""

    rest: Role
    continues: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """A responsibility clause, read.

    `ranked`: a bare list or a single 责任单位 label, so a standing convention may make its first
    name the lead. `deadline`: span of a deadline inside the clause, if any. `unread`: fragments
    that no rule claimed.
    """

    start: int
    end: int
    assignments: Sequence[Assignment]
    open: bool = False
    ranked: bool = False
    convention: Convention | None = None
    notes: tuple[ScopeNote, ...] = ()
    deadline: Span | None = None
    unread: tuple[Unread, ...] = ()
