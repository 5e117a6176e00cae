"""What the stages of reading hand to each other. Spans point into `Text.content`, end exclusive."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import overload

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


class Placed(Sequence[Assignment]):
    """What a clause's words say, and where they stand: assignments made when asked for.

    Plans say the same words in many places; one reading of them serves all, so that a long plan
    holds the places only.
    """

    __slots__ = ("_said", "_spans")

    def __init__(self, said: tuple[Assignment, ...], spans: Iterable[int]) -> None:
        """Place a reading.

        Args:
            said: The assignments as the words alone say them.
            spans: The start and end of each in the document, one after the other.
        """
        self._said = said
        self._spans = array("I", spans)

    def __len__(self) -> int:
        return len(self._said)

    @overload
    def __getitem__(self, at: int) -> Assignment: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Assignment]: ...
    def __getitem__(self, at: int | slice) -> Assignment | Sequence[Assignment]:
        if isinstance(at, slice):
            return tuple(self)[at]
        place = range(len(self._said))[at]
        said, start = self._said[place], 2 * place
        spans = self._spans[start], self._spans[start + 1]
        return Assignment(said.mention, said.role, said.collective, said.wording, said.scope, *spans)

    def __iter__(self) -> Iterator[Assignment]:
        spans = iter(self._spans)
        for said, start, end in zip(self._said, spans, spans, strict=True):
            yield Assignment(said.mention, said.role, said.collective, said.wording, said.scope, start, end)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __add__(self, other: "Placed") -> "Placed":
        """The assignments of both."""
        return Placed(self._said + other._said, self._spans + other._spans)

    def __repr__(self) -> str:
        return repr(tuple(self))


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
