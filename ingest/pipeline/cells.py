"""A table row as a task."""

import re
from dataclasses import replace

from graph.model import Role
from ingest.clauses import read_cell
from ingest.outline.marks import read_mark
from ingest.outline.tables import Row
from ingest.pipeline.drafts import Item, Section
from ingest.pipeline.titles import title_of, title_span
from ingest.records import Clause, Span, Text


def row_item(text: Text, row: Row, section: Section | None) -> Item:
    """The task of one row; its title is the first sentence of the title cell."""
    clauses = tuple(read_cell(role, text, *span) for role, span in row.roles)
    if any(role is Role.LEAD for role, _ in row.roles):
        clauses = tuple(_unranked(clause) for clause in clauses)
    mark = read_mark(text.folded, *row.title)
    start, end = mark.end if mark else row.title[0], row.title[1]
    title = title_of(text, title_span(text, start, end, ())) or title_of(text, row.title)
    number = row.number or (mark.label if mark else None)
    value = int(number) if number and re.fullmatch(r"\d{1,4}", number) else mark.value if mark else None
    aims = (row.title, *row.content)
    return Item(number, value, title, section, row.start, row.end, aims, clauses, row.deadline)


def group_section(text: Text, cell: Span, parent: Section | None) -> Section:
    """The section that a cell in front of several rows names, its number apart."""
    mark = read_mark(text.folded, *cell)
    name = title_of(text, (mark.end, cell[1]) if mark else cell)
    return Section(mark.label if mark else None, name, parent)


def _unranked(clause: Clause) -> Clause:
    """Where the leads have a column of their own, no convention picks them."""
    return replace(clause, ranked=False)
