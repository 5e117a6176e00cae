"""`zhize load`: plans into the graph, with a progress bar and a summary for people."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from api.loading import LoadReport
    from graph.store import Store


def load(
    paths: Annotated[list[Path], typer.Argument(help="Plans, and folders that hold plans.")],
) -> None:
    """Load plans: what was loaded before is left or replaced, and the changes are told."""
    from api.cli.errors import complain
    from api.cli.load_view import report_lines
    from api.settings import load_settings, open_store

    with open_store(load_settings()) as store:
        report = load_with_progress(store, paths)
    for line in report_lines(report):
        typer.echo(line)
    for failure in report.failures:
        complain(failure)
    if report.skipped:
        complain(f"Not tried: {', '.join(map(str, report.skipped))}.")
    if not report.complete:
        raise typer.Exit(1)


def load_with_progress(store: "Store", paths: "Iterable[Path]") -> "LoadReport":
    """Load with a bar on stderr where a person watches."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from api.loading import load_paths

    columns = (TextColumn("Loading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")
        return load_paths(
            store,
            paths,
            lambda done, total, file: bar.update(task, completed=done, total=total, description=file.name),
        )
