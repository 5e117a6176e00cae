"""Review: names that wait for a person, the verdicts on them, and what a verdict changes."""

from api.review.model import Applied, Ruling, Shown, Waiting
from api.review.ruling import judge, undo
from api.review.showing import show, waiting_names, with_judgements

__all__ = [
    "Applied",
    "Ruling",
    "Shown",
    "Waiting",
    "judge",
    "show",
    "undo",
    "waiting_names",
    "with_judgements",
]
