"""A plan for JSON, its lists made item by item: what `zhize parse FILE --json` prints (design, section 6)."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from graph.model import Agency, Goal, Plan, Responsibility, Task

_NOBODY: tuple[str | None, Iterable[Responsibility]] = (None, ())


def plan_record(plan: Plan) -> dict[str, Any]:
    """The plan as one JSON object, in text order.

    Its lists are iterators, each item made when it is asked for: a long plan's are too much at once.
    """
    names = {domain.id: domain.name for domain in plan.domains}
    return {
        "document": _document(plan),
        "domains": (
            {"number": d.number, "name": d.name, "parent": names.get(d.parent or "")} for d in plan.domains
        ),
        "tasks": _tasks(plan, names),
        "goals": _goals(plan),
        "unread": (
            {"start": piece.start, "end": piece.end, "text": piece.text, "reason": piece.reason}
            for piece in plan.unread
        ),
    }


def _tasks(plan: Plan, names: dict[str, str]) -> Iterator[dict[str, Any]]:
    agencies = {agency.id: agency for agency in plan.agencies}
    edges = groupby(plan.responsibilities, key=lambda edge: edge.task)
    owner, owed = next(edges, _NOBODY)
    for task in plan.tasks:
        mine = owed if owner == task.id else ()
        yield _task(task, names, [_assignment(edge, agencies[edge.agency]) for edge in mine])
        if owner == task.id:
            owner, owed = next(edges, _NOBODY)
    if owner is not None:
        raise ValueError(f"{owner}: its responsibilities don't stand in the order of the tasks")


def _goals(plan: Plan) -> Iterator[dict[str, Any]]:
    tasks = iter(plan.tasks)
    task: Task | None = None
    for goal in plan.goals:
        while goal.task is not None and (task is None or task.id != goal.task):
            task = next(tasks)
        yield _goal(goal, task.title if task and goal.task else None)


def _document(plan: Plan) -> dict[str, Any]:
    document = plan.document
    return {
        "id": document.id,
        "title": document.title,
        "number": document.number,
        "issuer": document.issuer,
        "issued_on": _iso(document.issued_on),
        "year": document.year,
        "jurisdiction": _path(plan),
        "addressees": list(document.addressees),
        "warnings": list(document.warnings),
    }


def _path(plan: Plan) -> str | None:
    """The document's place with the names of those above it: 江苏省连云港市; 国家 alone."""
    places = {place.code: place for place in plan.jurisdictions}
    place = places.get(plan.document.jurisdiction or "")
    if place is None:
        return None
    names = [place.name]
    while place.parent and places[place.parent].parent:
        place = places[place.parent]
        names.insert(0, place.name)
    return "".join(names)


def _task(task: Task, names: dict[str, str], assignments: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": task.id,
        "number": task.number,
        "title": task.title,
        "domain": names.get(task.domain or ""),
        "deadline": _iso(task.deadline),
        "clause": task.clause,
        "open": task.open,
        "start": task.start,
        "end": task.end,
        "assignments": assignments,
    }


def _assignment(edge: Responsibility, agency: Agency) -> dict[str, Any]:
    known = agency.resolved and not agency.collective
    return {
        "mention": edge.mention,
        "role": edge.role.value,
        "collective": agency.collective,
        "agency": {"id": agency.id, "name": agency.name} if known else None,
        "wording": edge.wording,
        "scope": edge.scope,
        "method": edge.method.value,
        "score": edge.score,
        "start": edge.start,
        "end": edge.end,
    }


def _goal(goal: Goal, title: str | None) -> dict[str, Any]:
    return {
        "id": goal.id,
        "task": title,
        "statement": goal.statement,
        "about": goal.about,
        "value": goal.value,
        "value_max": goal.value_max,
        "unit": goal.unit,
        "comparator": goal.comparator.value if goal.comparator else None,
        "deadline": _iso(goal.deadline),
        "start": goal.start,
        "end": goal.end,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
