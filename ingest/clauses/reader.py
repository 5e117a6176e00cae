"""Finds and reads the responsibility clauses of a text."""

import re
from collections.abc import Iterator
from functools import reduce
from operator import add

from graph.model import Role
from ingest.clauses import asides
from ingest.clauses.accept import is_bracket_clause, is_running_clause, refused
from ingest.clauses.complete import Reading, read_inside
from ingest.clauses.containers import (
    Candidate,
    bracket_candidates,
    label_candidates,
    running_candidates,
)
from ingest.clauses.running import role_stretches
from ingest.clauses.tables import read_row, table_rows
from ingest.clauses.view import view_of
from ingest.records import Clause, Convention, Text

_DECLARED = re.compile("[首第前]")


def read_clauses(text: Text, start: int, end: int) -> tuple[Clause, ...]:
    """Finds and reads every responsibility clause in `content[start:end]`.

    Brackets, label lines, rows below a table header with role columns, and running text
    (由…牵头). What is no clause (clause rulings, section 12) is left out.

    Args:
        text: The document.
        start: Offset of the first character to look at.
        end: Offset behind the last one.

    Returns:
        The clauses in text order; they don't overlap.
    """
    start, end = max(0, start), min(end, len(text.content))
    clauses = [_row_clause(text, row) for row in table_rows(text, start, end)]
    taken = [(clause.start, clause.end) for clause in clauses]
    candidates = [*bracket_candidates(text, start, end), *label_candidates(text, start, end)]
    candidates.sort(key=lambda candidate: (candidate.start, -candidate.end))
    for found in (candidates, [*running_candidates(text, start, end)]):
        if found:
            clauses += _accepted(text, found, taken)
    return tuple(sorted((c for c in clauses if c.assignments or c.notes or c.unread), key=lambda c: c.start))


def _accepted(text: Text, candidates: list[Candidate], taken: list[tuple[int, int]]) -> list[Clause]:
    """The clauses among the candidates that don't overlap those already taken."""
    free = Free(taken)
    found = []
    for candidate in candidates:
        if free.overlaps(candidate.start, candidate.end):
            continue
        for clause in _read(text, candidate):
            free.take(clause.start, clause.end)
            found.append(clause)
    taken[:] = free.spans()
    return found


class Free:
    """Spans already taken, asked in rising order of start."""

    def __init__(self, taken: list[tuple[int, int]]) -> None:
        self._before = sorted(taken)
        self._index = 0
        self._own: list[tuple[int, int]] = []

    def overlaps(self, start: int, end: int) -> bool:
        """Whether the span meets one already taken."""
        if self._own and start < self._own[-1][1]:
            return True
        while self._index < len(self._before) and self._before[self._index][1] <= start:
            self._index += 1
        return self._index < len(self._before) and self._before[self._index][0] < end

    def take(self, start: int, end: int) -> None:
        """Adds a span behind all that were taken here."""
        self._own.append((start, end))

    def spans(self) -> list[tuple[int, int]]:
        """All spans taken."""
        return sorted([*self._before, *self._own])


def _read(text: Text, candidate: Candidate) -> Iterator[Clause]:
    if candidate.kind == "running":
        yield from _running(text, candidate)
        return
    inner = text.folded[slice(*candidate.inner)]
    if candidate.kind == "bracket" and refused(inner):
        return
    reading = read_inside(text, view_of(text, *candidate.inner))
    if candidate.kind == "bracket" and not is_bracket_clause(text, candidate, reading):
        return
    if candidate.kind == "label" and not reading.body.labels:
        return
    yield _clause(candidate.start, candidate.end, [reading])


def _running(text: Text, candidate: Candidate) -> Iterator[Clause]:
    for view in role_stretches(text, candidate):
        reading = read_inside(text, view) if view.text else None
        if reading and is_running_clause(reading):
            yield _clause(*view.span(0, len(view.text)), [reading])


def _row_clause(text: Text, row: tuple[int, int, list[tuple[Role, int, int]]]) -> Clause:
    start, end, cells = row
    return _clause(start, end, read_row(text, cells))


def _clause(start: int, end: int, readings: list[Reading]) -> Clause:
    return Clause(
        start=start,
        end=end,
        assignments=reduce(add, (reading.assignments for reading in readings)),
        open=any(reading.body.open for reading in readings),
        ranked=len(readings) == 1 and readings[0].ranked,
        convention=next((r.body.convention for r in readings if r.body.convention), None),
        notes=tuple(note for reading in readings for note in reading.notes),
        deadline=next((r.deadline for r in readings if r.deadline), None),
        unread=tuple(unread for reading in readings for unread in reading.unread),
    )


def read_cell(role: Role, text: Text, start: int, end: int) -> Clause:
    """Reads the names in one table cell whose column says the role.

    Args:
        role: The column's role, see `column_role`.
        text: The document.
        start: Offset of the cell's first character.
        end: Offset behind its last one.
    """
    readings = read_row(text, [(role, start, end)])
    return _clause(start, end, readings) if readings else Clause(start, end, ())


def read_declarations(text: Text, start: int, end: int) -> Convention | None:
    """A convention that a covering notice or a table note declares for the clauses that follow.

    “仅列责任单位的任务，列首位者为牵头单位” makes the first body of each ranked clause the lead.
    """
    part = text.folded[start:end]
    for sentence in re.split("[。\n]", part):
        if "牵头" in sentence and _DECLARED.search(sentence):
            convention = asides.convention_in(re.sub(r"\s+", "", sentence))
            if convention is not None:
                return Convention(convention.rest, True)
    return None
