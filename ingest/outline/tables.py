"""Tables of tasks: what each column says, and each row as a task. Works on lines with tabs between cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise, zip_longest

from graph.model import Role
from ingest.clauses import column_role
from ingest.outline.words import words
from ingest.records import Span, Text

_LONGEST_HEADING = 20


@dataclass(frozen=True, slots=True)
class Column:
    """`kind`: number, category, text, deadline, person, ignored or role (then with its `role`)."""

    kind: str
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One task of a table, as spans. `category`: the cell (perhaps of an earlier row) that groups it."""

    start: int
    end: int
    number: str | None
    category: Span | None
    title: Span
    content: tuple[Span, ...]
    roles: tuple[tuple[Role, Span], ...]
    deadline: Span | None


@dataclass(slots=True)
class Table:
    """The rows under one header. `unread`: rows that hold no task."""

    start: int
    end: int
    rows: list[Row] = field(default_factory=list)
    unread: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Header:
    """A header's columns. `words`: its cells as written, by which a repeated header is known."""

    columns: tuple[Column, ...]
    words: tuple[str, ...]


def cells(text: Text, line: Span) -> list[Span]:
    """The spans of a row's cells, parted by tabs or bars, without the white space around each."""
    found, at = [], line[0]
    row = text.folded[line[0] : line[1]]
    for cell in row.split("\t" if "\t" in row else "|"):
        begin = at + len(cell) - len(cell.lstrip())
        found.append((begin, begin + len(cell.strip())))
        at += len(cell) + 1
    return found


def read_header(text: Text, line: Span, below: Span | None = None) -> Header | None:
    """The header that a row is, or None: it names a role, or both a number and a deadline column.

    Args:
        text: The document.
        line: The row.
        below: The second row of a header in two rows, if it is one (see `is_second_row`).
    """
    names = _names(text, line)
    if below is not None:
        lower = _names(text, below)
        names = tuple(b or a for a, b in zip_longest(names, lower, fillvalue=""))
    if any(len(name) > _LONGEST_HEADING for name in names):
        return None
    columns = tuple(_column(name) for name in names)
    kinds = {column.kind for column in columns}
    named = "role" in kinds or {"number", "deadline"} <= kinds
    return Header(columns, names) if named and "text" in kinds else None


def is_second_row(text: Text, line: Span, below: Span) -> bool:
    """Whether `below` only splits columns of the header row `line` (责任分工 into 牵头单位 and 配合单位)."""
    upper, lower = _names(text, line), _names(text, below)
    roles = [name for name in lower if name and _column(name).kind == "role"]
    return bool(roles) and all(
        not b or b in roles or a == b or _is_split(upper, at)
        for at, (a, b) in enumerate(zip(upper, lower, strict=False))
    )


def _is_split(upper: tuple[str, ...], at: int) -> bool:
    """Whether a heading spans several columns, among them this one: it or its neighbour is empty."""
    return not upper[at] or upper[at + 1 : at + 2] == ("",)


def _names(text: Text, line: Span) -> tuple[str, ...]:
    return tuple(re.sub(r"\s", "", text.folded[a:b]) for a, b in cells(text, line))


@lru_cache(maxsize=4096)
def _column(name: str) -> Column:
    for kind in ("number", "person"):
        if any(word in name for word in words()["columns"][kind]):
            return Column(kind)
    if role := column_role(name):
        return Column("role", role)
    for kind in ("deadline", "ignored", "category"):
        if any(word in name for word in words()["columns"][kind]):
            return Column(kind)
    return Column("text")


def read_table(text: Text, header: Header, lines: Sequence[Span]) -> Table:
    """The tasks of consecutive rows. A line of one cell groups the rows below it.

    Args:
        text: The document.
        header: What the columns say.
        lines: Spans of the rows, at least one, without the header.
    """
    table = Table(lines[0][0], lines[-1][1])
    split = [(line, cells(text, line)) for line in lines]
    texts = [i for i, column in enumerate(header.columns) if column.kind == "text"]
    groups = [i for i, column in enumerate(header.columns) if column.kind == "category"]
    whole = [row for _, row in split if len(row) > 1]
    if len(texts) > 1 and not groups and _is_merged(text, texts[0], whole):
        groups.append(texts.pop(0))
    category: Span | None = None
    for line, row in split:
        if len(row) == 1:
            category = row[0]
            continue
        group = next(iter(_filled(text, row, groups)), None)
        if group and not (category and text.folded[slice(*group)] == text.folded[slice(*category)]):
            category = group
        task = _task(text, header, row, _filled(text, row, texts), category)
        if task is None:
            table.unread.append(line)
        else:
            table.rows.append(task)
    return table


def _is_merged(text: Text, column: int, rows: list[list[Span]]) -> bool:
    """Whether a column groups several rows: its cell is empty or repeated below."""
    values = [text.folded[row[column][0] : row[column][1]] if column < len(row) else "" for row in rows]
    return any(not below or below == above for above, below in pairwise(values))


def _filled(text: Text, row: list[Span], columns: Sequence[int]) -> list[Span]:
    """The cells of these columns that hold words."""
    return [row[i] for i in columns if i < len(row) and _has_words(text, row[i])]


def _has_words(text: Text, span: Span) -> bool:
    return re.search(r"[^\W_]", text.folded[span[0] : span[1]]) is not None


def _task(
    text: Text, header: Header, row: list[Span], words: list[Span], category: Span | None
) -> Row | None:
    """A row as a task, its title and content in the cells `words`; None without any."""
    if not words:
        return None
    told = [(c, span) for c, span in zip(header.columns, row, strict=False) if _has_words(text, span)]
    number = next((text.folded[a:b].strip("、．.（） ") for c, (a, b) in told if c.kind == "number"), None)
    return Row(
        start=min(row)[0],
        end=max(row)[1],
        number=number,
        category=category,
        title=words[0],
        content=tuple(words[1:]),
        roles=tuple((c.role, span) for c, span in told if c.role is not None),
        deadline=next((span for c, span in told if c.kind == "deadline"), None),
    )
