"""Clauses with their assignments packed: of a long plan they are most of what is read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import overload

from graph.columns import Records
from ingest.records import Assignment, Clause


class Kept:
    """The assignments of many clauses, to be asked for in about the order in which they came."""

    def __init__(self) -> None:
        self._assignments = Records(Assignment)

    def keep(self, clause: Clause) -> Clause:
        """The clause, its assignments held here and made anew when asked for."""
        first = len(self._assignments)
        self._assignments.extend(clause.assignments)
        return replace(clause, assignments=_Part(self._assignments, first, len(clause.assignments)))


def unpacked(clause: Clause) -> Clause:
    """A clause that was kept, with its assignments at hand: one that is asked for again and again."""
    return replace(clause, assignments=tuple(clause.assignments))


class _Part(Sequence[Assignment]):
    """A stretch of the assignments held."""

    __slots__ = ("first", "held", "size")

    def __init__(self, held: Records[Assignment], first: int, size: int) -> None:
        self.held, self.first, self.size = held, first, size

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, at: int) -> Assignment: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Assignment]: ...
    def __getitem__(self, at: int | slice) -> Assignment | Sequence[Assignment]:
        return self.held[self.first : self.first + self.size][at]

    def __iter__(self) -> Iterator[Assignment]:
        return iter(self[:])
