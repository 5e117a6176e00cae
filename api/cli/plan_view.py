"""What was read in a plan, for people."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from graph.model import Agency, Goal, Plan, Responsibility, Role, Task

Owned = TypeVar("Owned", Goal, Responsibility)


def plan_lines(plan: Plan) -> Iterator[str]:
    """The document, its sections, its tasks with their agencies and goals, and what was left unread."""
    document = plan.document
    yield document.title
    facts = (document.issuer, document.number, document.issued_on and str(document.issued_on))
    yield "  ".join(fact for fact in facts if fact)
    yield from (f"Warning: {warning}" for warning in document.warnings)
    domains = {domain.id: domain for domain in plan.domains}
    agencies = {agency.id: agency for agency in plan.agencies}
    edges, goals = _by_task(plan.responsibilities), _by_task(plan.goals)
    current = None
    for task in plan.tasks:
        if task.domain != current and task.domain is not None:
            domain = domains[task.domain]
            yield ""
            yield f"{_numbered(domain.number)}{domain.name}"
        current = task.domain
        yield from _task_lines(task, edges[task.id], agencies)
        yield from map(_goal_line, goals[task.id])
    yield from _whole_document(goals[None])
    yield from _unread(plan)


def _by_task(records: Iterable[Owned]) -> dict[str | None, list[Owned]]:
    found = defaultdict[str | None, list[Owned]](list)
    for record in records:
        found[record.task].append(record)
    return found


def _task_lines(task: Task, mine: list[Responsibility], agencies: dict[str, Agency]) -> Iterator[str]:
    yield f"  {_numbered(task.number)}{task.title}"
    for role in Role:
        shown = [_name(agencies[r.agency].name, agencies[r.agency].resolved) for r in mine if r.role is role]
        if shown:
            yield f"    {role.value:<12}{'、'.join(shown)}"
    if task.open:
        yield "    open        等 leaves the list of agencies unfinished"


def _name(name: str, resolved: bool) -> str:
    return name if resolved else f"{name} (unresolved)"


def _goal_line(goal: Goal) -> str:
    due = f" (by {goal.deadline})" if goal.deadline else ""
    return f"    goal        {goal.statement}{due}"


def _whole_document(goals: list[Goal]) -> Iterator[str]:
    if goals:
        yield ""
        yield "Of the whole document"
        yield from map(_goal_line, goals)


def _unread(plan: Plan) -> Iterator[str]:
    if plan.unread:
        yield ""
        yield "Unread text"
        for piece in plan.unread:
            yield f"  {piece.start}–{piece.end}  {piece.text}  ({piece.reason})"


def _numbered(number: str | None) -> str:
    return f"{number} " if number else ""
