"""`zhize brief`: a briefing for a meeting of agencies."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import Failure

if TYPE_CHECKING:
    from api.briefing.model import Briefing

_SUFFIXES = (".md", ".html")


def brief(
    agencies: Annotated[str, typer.Option(help="Names parted by commas; any name they go by, or ids.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A .md or .html file; without one, to the screen.")
    ] = None,
) -> None:
    """Write a briefing in Chinese for a meeting of agencies.

    Who sits at the table and why, their common tasks, what falls due, each line with its source.
    """
    if output and output.suffix.lower() not in _SUFFIXES:
        raise Failure(
            f"No briefing in the form “{output.suffix}”.", where=str(output), advice="Use .md or .html."
        )
    from api.briefing.gather import gather
    from api.settings import load_settings, open_store

    with open_store(load_settings()) as store:
        briefing = gather(store, agencies, date.today())
    if output is None:
        typer.echo(_render(briefing, ".md"), nl=False)
        return
    output.write_text(_render(briefing, output.suffix.lower()), encoding="utf-8")
    typer.echo(f"Wrote {output}")


def _render(briefing: "Briefing", suffix: str) -> str:
    from api.briefing.render import to_html, to_markdown

    return to_html(briefing) if suffix == ".html" else to_markdown(briefing)
