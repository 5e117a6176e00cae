"""What was read in a plan, for people."""

from collections.abc import Iterator

from graph.model import Goal, Plan, Role, Task


def plan_lines(plan: Plan) -> Iterator[str]:
    """The document, its sections, its tasks with their agencies and goals, and what was left unread."""
    document = plan.document
    yield document.title
    facts = (document.issuer, document.number, document.issued_on and str(document.issued_on))
    yield "  ".join(fact for fact in facts if fact)
    domains = {domain.id: domain for domain in plan.domains}
    current = None
    for task in plan.tasks:
        if task.domain != current and task.domain is not None:
            domain = domains[task.domain]
            yield ""
            yield f"{_numbered(domain.number)}{domain.name}"
        current = task.domain
        yield from _task_lines(plan, task)
    yield from _whole_document(plan)
    yield from _unread(plan)


def _task_lines(plan: Plan, task: Task) -> Iterator[str]:
    yield f"  {_numbered(task.number)}{task.title}"
    names = {agency.id: agency for agency in plan.agencies}
    mine = [r for r in plan.responsibilities if r.task == task.id]
    for role in Role:
        shown = [_name(names[r.agency].name, names[r.agency].resolved) for r in mine if r.role is role]
        if shown:
            yield f"    {role.value:<12}{'、'.join(shown)}"
    if task.open:
        yield "    open        等 leaves the list of agencies unfinished"
    for goal in plan.goals:
        if goal.task == task.id:
            yield _goal_line(goal)


def _name(name: str, resolved: bool) -> str:
    return name if resolved else f"{name} (unresolved)"


def _goal_line(goal: Goal) -> str:
    due = f" (by {goal.deadline})" if goal.deadline else ""
    return f"    goal        {goal.statement}{due}"


def _whole_document(plan: Plan) -> Iterator[str]:
    goals = [goal for goal in plan.goals if goal.task is None]
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
