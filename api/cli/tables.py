"""Answers on the screen: tables for people."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from queries.catalogue import Query

_PIPED_WIDTH = 160
_HEADS = {"evidence": "as written"}


def screen() -> Console:
    """Standard output; wide where no person's terminal sets a width."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_PIPED_WIDTH)


def show_rows(title: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows under their title; ids, nested columns and those that say nothing are for `--json` only."""
    console = screen()
    console.print(Text(title, style="bold"))
    columns = [
        key for key in (rows[0] if rows else ()) if _shown(key) and any(cell(row[key]) for row in rows)
    ]
    if columns:
        heads = [_HEADS.get(key, key.replace("_", " ")) for key in columns]
        console.print(table(heads, ([cell(row[key]) for key in columns] for row in rows)))
    console.print(Text(f"{len(rows)} row{'' if len(rows) == 1 else 's'}"))


def show_questions(questions: Iterable["Query"]) -> None:
    """The questions that can be asked, with their parameters."""
    rows = ([query.name, query.title, _options(query)] for query in questions)
    console = screen()
    console.print(table(["question", "about", "options"], rows))
    console.print(Text("zhize ask QUESTION --help explains its options."))


def _shown(key: str) -> bool:
    return key != "task" and not key.endswith("_id")


def cell(value: object) -> str:
    """A value as a person reads it: lists joined by 、, of evidence the name as written and its match."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return f"{value['mention']} ({value['method']})" if value.get("mention") else ""
    if isinstance(value, list):
        return "、".join(cell(part) for part in value if not isinstance(part, Mapping))
    if isinstance(value, float):
        return f"{value:,.6g}" if value < 1e6 else f"{value:,.0f}"
    return str(value)


def _options(query: "Query") -> str:
    flags = (f"--{p.name.replace('_', '-')} {p.type.upper()}" for p in query.parameters)
    shown = zip(flags, query.parameters, strict=True)
    return " ".join(f"[{flag}]" if p.optional or p.default else flag for flag, p in shown)


def table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> Table:
    """Rows under column heads, nothing in them taken for markup."""
    drawn = Table(header_style="bold", show_lines=False)
    for column in columns:
        drawn.add_column(Text(column), overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(value) for value in row))
    return drawn
