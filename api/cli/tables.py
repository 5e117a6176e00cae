"""Answers on the screen: tables for people, one JSON object for programs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from queries.catalogue import Query

_PIPED_WIDTH = 160


def screen() -> Console:
    """Standard output; wide where no person's terminal sets a width."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_PIPED_WIDTH)


def show_rows(title: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows under their title, a column for each key of the first row."""
    console = screen()
    console.print(Text(title, style="bold"))
    if rows:
        console.print(_table(list(rows[0]), ([cell(value) for value in row.values()] for row in rows)))
    console.print(Text(f"{len(rows)} row{'' if len(rows) == 1 else 's'}"))


def show_questions(questions: Iterable["Query"]) -> None:
    """The questions that can be asked, with their parameters."""
    rows = ([query.name, query.title, _options(query)] for query in questions)
    console = screen()
    console.print(_table(["question", "about", "options"], rows))
    console.print(Text("zhize ask QUESTION --help explains its options."))


def cell(value: object) -> str:
    """A value as a person reads it; lists joined by 、, nothing for an unknown one."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return " ".join(cell(part) for part in value.values() if part not in (None, [], ""))
    if isinstance(value, list):
        return "、".join(cell(part) for part in value)
    if isinstance(value, float):
        return f"{value:,.6g}" if value < 1e6 else f"{value:,.0f}"
    return str(value)


def _options(query: "Query") -> str:
    flags = (f"--{p.name.replace('_', '-')} {p.type.upper()}" for p in query.parameters)
    shown = zip(flags, query.parameters, strict=True)
    return " ".join(f"[{flag}]" if p.optional or p.default else flag for flag, p in shown)


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> Table:
    table = Table(header_style="bold", show_lines=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(value) for value in row))
    return table
