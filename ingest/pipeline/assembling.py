"""From a draft to the records of a plan."""

from collections.abc import Iterator, Sequence
from datetime import date
from sys import intern

from graph.model import Domain, Goal, Responsibility, Task
from ingest.dates import read_deadline
from ingest.goals import find_goals
from ingest.pipeline.bodies import Bodies
from ingest.pipeline.drafts import Draft, Item, Section
from ingest.records import Assignment, Span, Text


def sections_of(items: Sequence[Item]) -> list[Section]:
    """Every section that holds tasks, an outer one before its inner ones."""
    seen: dict[int, Section] = {}
    for item in items:
        line = []
        section = item.section
        while section is not None:
            line.append(section)
            section = section.parent
        for section in reversed(line):
            seen.setdefault(id(section), section)
    return list(seen.values())


def domains_of(document: str, sections: Sequence[Section]) -> dict[int, Domain]:
    """The domain of each section, by the section's identity."""
    ids = {id(section): f"{document}.d{at}" for at, section in enumerate(sections, 1)}
    return {
        id(section): Domain(
            ids[id(section)],
            section.number,
            section.name or section.number or "",
            at,
            section.level,
            ids[id(section.parent)] if section.parent else None,
        )
        for at, section in enumerate(sections, 1)
    }


def task_of(text: Text, item: Item, task_id: str, ordinal: int, domain: str | None, year: int | None) -> Task:
    """The record of one task."""
    clauses = [text.content[c.start : c.end] for c in item.clauses if c.start < c.end]
    return Task(
        id=task_id,
        number=item.number,
        title=item.title,
        text=text.content[item.start : item.end],
        ordinal=ordinal,
        domain=domain,
        clause="\n".join(clauses) or None,
        open=any(clause.open for clause in item.clauses),
        deadline=_deadline(text, item, year),
        start=item.start,
        end=item.end,
    )


def _deadline(text: Text, item: Item, year: int | None) -> date | None:
    """The one in the 完成时限 line or column, else the last that a clause states."""
    spans = [item.due] if item.due else [c.deadline for c in item.clauses if c.deadline]
    days = [read_deadline(text.folded[a:b], year) for a, b in spans]
    return max((day for day in days if day is not None), default=None)


def _default_deadline(text: Text, item: Item, year: int | None) -> date | None:
    """The deadline that holds for every goal of the task: one behind a label or in a column."""
    return read_deadline(text.folded[slice(*item.due)], year) if item.due else None


def task_goals(text: Text, item: Item, task_id: str, year: int | None) -> Iterator[Goal]:
    """The goals of one task."""
    due = _default_deadline(text, item, year)
    yield from _goals(text, item.aims, task_id, task_id, year, due)


def document_goals(text: Text, draft: Draft, document: str, year: int | None) -> Iterator[Goal]:
    """The goals of the document as a whole: in the preamble and in sections that set aims."""
    yield from _goals(text, sorted(draft.aims), document, None, year, None)


def _goals(
    text: Text, spans: Sequence[Span], owner: str, task: str | None, year: int | None, due: date | None
) -> Iterator[Goal]:
    found = (goal for a, b in spans for goal in find_goals(text, a, b, year, due))
    for number, goal in enumerate(found, 1):
        yield Goal(
            id=f"{owner}.g{number}",
            task=task,
            statement=goal.statement,
            about=_shared(goal.about),
            value=goal.value,
            value_max=goal.value_max,
            unit=_shared(goal.unit),
            comparator=goal.comparator,
            deadline=goal.deadline,
            start=goal.start,
            end=goal.end,
        )


def _shared(word: str | None) -> str | None:
    """One copy of a word that a plan repeats."""
    return None if word is None else intern(word)


def task_responsibilities(
    assignments: Sequence[Assignment], task_id: str, bodies: Bodies
) -> Iterator[Responsibility]:
    """The edges of one task, in the order written."""
    for position, assignment in enumerate(assignments, 1):
        agency, method, score = bodies.find(assignment.mention, collective=assignment.collective)
        yield Responsibility(
            agency=agency.id,
            task=task_id,
            role=assignment.role,
            position=position,
            mention=intern(assignment.mention),
            wording=intern(assignment.wording),
            scope=assignment.scope,
            start=assignment.start,
            end=assignment.end,
            method=method,
            score=score,
        )
