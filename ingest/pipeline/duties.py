"""From clauses to who owes what to which task: conventions, notes that reach other tasks, sections."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import Role
from ingest.pipeline.drafts import Draft, Item, Section
from ingest.pipeline.passing import released
from ingest.records import Assignment, Clause, Convention, Reach


@dataclass(frozen=True, slots=True)
class _Added:
    """Agencies that a note adds to tasks: to all of them, those after `after`, or those of `section`."""

    assignments: tuple[Assignment, ...]
    reach: Reach
    after: int
    section: Section | None


class _Roster:
    """One task's assignments, each name once in a role."""

    def __init__(self) -> None:
        self.roles: dict[str, list[Role]] = {}
        self.found: list[Assignment] = []

    def add(self, more: Sequence[Assignment], *, gives_way: bool = False) -> None:
        """Add what isn't there yet; what gives way stays out where the task names it in another role."""
        for assignment in more:
            roles = self.roles.setdefault(assignment.mention, [])
            if assignment.role not in roles and not (gives_way and roles):
                roles.append(assignment.role)
                self.found.append(assignment)


def assign(draft: Draft, convention: Convention | None) -> Iterator[tuple[Item, Sequence[Assignment]]]:
    """Every task with its assignments, in the order written: its own, its sections', then those of notes.

    Args:
        draft: The plan's tasks; they leave it one by one.
        convention: What a covering notice or a table note declares for the whole document.
    """
    added = _distinct([*_loose_notes(draft), *_item_notes(draft), *_section_notes(draft)])
    for at, item in enumerate(released(draft.items)):
        roster = _Roster()
        convention = _read_item(roster, item.clauses, convention)
        _add_sections(roster, item)
        for more in added:
            if _reaches(more, item, at):
                roster.add(more.assignments, gives_way=True)
        yield item, roster.found


def _read_item(
    roster: _Roster, clauses: Sequence[Clause], convention: Convention | None
) -> Convention | None:
    """Add a task's own assignments; returns the convention that holds from here on."""
    for clause in clauses:
        holds = clause.convention or convention
        roster.add(apply(holds, clause) if holds else clause.assignments)
        if clause.convention is not None and clause.convention.continues:
            convention = clause.convention
    return convention


def apply(convention: Convention, clause: Clause) -> Sequence[Assignment]:
    """The clause's assignments, the first of a ranked list as the lead."""
    if not clause.ranked or not clause.assignments:
        return clause.assignments
    first, *others = clause.assignments
    if first.role is Role.RESPONSIBLE:
        first = replace(first, role=Role.LEAD)
    rest = [replace(a, role=convention.rest) if a.role is Role.RESPONSIBLE else a for a in others]
    return first, *rest


def _distinct(added: Sequence[_Added]) -> list[_Added]:
    """The notes, each wording once: a plan may repeat one under every task."""
    seen: dict[tuple[object, ...], _Added] = {}
    for more in added:
        names = tuple((a.mention, a.role) for a in more.assignments)
        seen.setdefault((names, more.reach, id(more.section)), more)
    return list(seen.values())


def _item_notes(draft: Draft) -> Iterator[_Added]:
    for at, item in enumerate(draft.items):
        for clause in item.clauses:
            for note in clause.notes:
                section = item.section if note.reach is Reach.SECTION else None
                yield _Added(note.assignments, note.reach, at, section)


def _loose_notes(draft: Draft) -> Iterator[_Added]:
    for clause in draft.loose:
        for note in clause.notes:
            yield _Added(note.assignments, Reach.THIS_AND_ALL, -1, None)


def _section_notes(draft: Draft) -> Iterator[_Added]:
    seen: set[int] = set()
    for item in draft.items:
        for section in _line(item.section):
            if id(section) in seen:
                break
            seen.add(id(section))
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


def _add_sections(roster: _Roster, item: Item) -> None:
    for section in _line(item.section):
        for clause in section.clauses:
            roster.add(clause.assignments, gives_way=True)


def _line(section: Section | None) -> Iterator[Section]:
    while section is not None:
        yield section
        section = section.parent
