"""Targets in a plan's text: figures with unit, comparator and deadline, and dated states to reach."""

from ingest.goals.reader import FoundGoal, find_goals

__all__ = ["FoundGoal", "find_goals"]
