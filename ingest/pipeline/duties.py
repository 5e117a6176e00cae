"""From clauses to who owes what to which task: conventions, notes that reach other tasks, sections."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import Role
from ingest.pipeline.drafts import Draft, Item, Section
from ingest.records import Assignment, Clause, Convention, Reach


@dataclass(frozen=True, slots=True)
class _Added:
    """Agencies that a note adds to tasks: to all of them, those after `after`, or those of `section`."""

    assignments: tuple[Assignment, ...]
    reach: Reach
    after: int
    section: Section | None


def assign(draft: Draft, convention: Convention | None) -> list[tuple[Assignment, ...]]:
    """Every task's assignments, in the order written: its own, its sections', then those of notes.

    Args:
        draft: The plan's tasks.
        convention: What a covering notice or a table note declares for the whole document.
    """
    own: list[list[Assignment]] = []
    added = list(_loose_notes(draft))
    for item in draft.items:
        found, convention = _read_item(item.clauses, convention)
        own.append(found)
        added.extend(_notes(item, len(own)))
    for section in _sections(draft.items):
        added.extend(_section_notes(section))
    for at, item in enumerate(draft.items):
        _add_sections(own[at], item)
        for more in added:
            if _reaches(more, item, at):
                _add(own[at], more.assignments, even_in_other_role=False)
    return [tuple(found) for found in own]


def _read_item(
    clauses: Sequence[Clause], convention: Convention | None
) -> tuple[list[Assignment], Convention | None]:
    """A task's own assignments, and the convention that holds from here on."""
    found: list[Assignment] = []
    for clause in clauses:
        holds = clause.convention or convention
        _add(found, apply(holds, clause) if holds else clause.assignments)
        if clause.convention is not None and clause.convention.continues:
            convention = clause.convention
    return found, convention


def apply(convention: Convention, clause: Clause) -> tuple[Assignment, ...]:
    """The clause's assignments, the first of a ranked list as the lead."""
    if not clause.ranked or not clause.assignments:
        return clause.assignments
    first, *others = clause.assignments
    if first.role is Role.RESPONSIBLE:
        first = replace(first, role=Role.LEAD)
    rest = [replace(a, role=convention.rest) if a.role is Role.RESPONSIBLE else a for a in others]
    return first, *rest


def _add(found: list[Assignment], more: Sequence[Assignment], *, even_in_other_role: bool = True) -> None:
    """Add what isn't there yet; a note's agencies give way to a task that names them itself."""
    for assignment in more:
        same = [a for a in found if a.mention == assignment.mention]
        if not any(a.role is assignment.role for a in same) and (even_in_other_role or not same):
            found.append(assignment)


def _notes(item: Item, number: int) -> Iterator[_Added]:
    for clause in item.clauses:
        for note in clause.notes:
            yield _Added(note.assignments, note.reach, number - 1, item.section)


def _loose_notes(draft: Draft) -> Iterator[_Added]:
    for clause in draft.loose:
        for note in clause.notes:
            yield _Added(note.assignments, Reach.THIS_AND_ALL, -1, None)


def _section_notes(section: Section) -> Iterator[_Added]:
    for clause in section.clauses:
        for note in clause.notes:
            reach = Reach.THIS_AND_ALL if note.reach is Reach.THIS_AND_ALL else Reach.SECTION
            yield _Added(note.assignments, reach, -1, section)


def _reaches(more: _Added, item: Item, at: int) -> bool:
    if more.reach is Reach.FOLLOWING:
        return at > more.after
    if more.reach is Reach.SECTION:
        return any(section is more.section for section in _line(item.section))
    return True


def _add_sections(found: list[Assignment], item: Item) -> None:
    for section in _line(item.section):
        for clause in section.clauses:
            _add(found, clause.assignments, even_in_other_role=False)


def _sections(items: Sequence[Item]) -> list[Section]:
    """Every section that holds tasks, outer ones first, each once."""
    seen: dict[int, Section] = {}
    for item in items:
        for section in reversed(list(_line(item.section))):
            seen.setdefault(id(section), section)
    return list(seen.values())


def _line(section: Section | None) -> Iterator[Section]:
    while section is not None:
        yield section
        section = section.parent
