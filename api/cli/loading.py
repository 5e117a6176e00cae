"""`zhize load`: plans into the graph, with a progress bar and a summary for people."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from api.loading import LoadReport
    from graph.store import Store


def load(
    paths: Annotated[list[Path], typer.Argument(readable=False, help="Plans, and folders that hold plans.")],
) -> None:
    """Load plans and tell what was read and what changed."""
    from api.settings import load_settings, open_store

    with open_store(load_settings()) as store:
        show_loading(store, paths)


def show_loading(store: "Store", paths: Iterable[Path]) -> None:
    """Load, show the summary, and say on stderr what could not be loaded.

    Raises:
        typer.Exit: With code 1 where anything could not be loaded; the rest is loaded.
    """
    from api.cli.errors import complain
    from api.cli.load_view import report_lines
    from api.files import shown_name

    report = _load_with_progress(store, paths)
    for line in report_lines(report):
        typer.echo(line)
    for failure in report.failures:
        complain(failure)
    if report.skipped:
        complain(f"Not tried: {', '.join(map(shown_name, report.skipped))}.")
    if not report.complete:
        raise typer.Exit(1)


def _load_with_progress(store: "Store", paths: Iterable[Path]) -> "LoadReport":
    """Load with a bar on stderr where a person watches."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from api.loading import load_paths

    columns = (
        TextColumn("Loading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}", markup=False),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("")

        def show(done: int, total: int, file: Path) -> None:
            bar.update(task, completed=done, total=total, description=file.name)

        return load_paths(store, paths, show)
