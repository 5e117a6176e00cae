"""A table row as a task."""

import re
from dataclasses import replace

from graph.model import Role
from ingest.clauses import read_cell
from ingest.outline.tables import Row
from ingest.pipeline.drafts import Item, Section
from ingest.pipeline.titles import title_of, title_span
from ingest.records import Clause, Text


def row_item(text: Text, row: Row, section: Section | None) -> Item:
    """The task of one row; its title is the first sentence of the title cell."""
    clauses = tuple(read_cell(role, text, *span) for role, span in row.roles)
    if any(role is Role.LEAD for role, _ in row.roles):
        clauses = tuple(_unranked(clause) for clause in clauses)
    number = row.number or None
    title = title_of(text, title_span(text, *row.title, ())) or title_of(text, row.title)
    value = int(number) if number and re.fullmatch(r"\d{1,4}", number) else None
    aims = (row.title, *row.content)
    return Item(number, value, title, section, row.start, row.end, aims, clauses, row.deadline)


def _unranked(clause: Clause) -> Clause:
    """Where the leads have a column of their own, no convention picks them."""
    return replace(clause, ranked=False)
