"""Reads a composed text as a plan of 2025 would hold it, and shows targets compactly."""

from datetime import date

from ingest.goals import FoundGoal, find_goals
from ingest.records import Text
from ingest.script import fold

YEAR = 2025


def read(content: str, default: date | None = None) -> tuple[FoundGoal, ...]:
    text = Text(content, fold(content), "txt")
    return find_goals(text, 0, len(content), YEAR, default)


def shown(goals: tuple[FoundGoal, ...]) -> str:
    """The way targets.tsv writes them."""
    return " | ".join(map(_one, goals)) or "-"


def _one(goal: FoundGoal) -> str:
    value = "-" if goal.value is None else _figure(goal.value)
    limit = "" if goal.value_max is None else ".." + _figure(goal.value_max)
    return f"{value}{limit} {goal.unit or '-'} {goal.comparator or '-'} {goal.deadline or '-'}"


def _figure(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
