"""`zhize registry`: the data that says which bodies there are."""

import typer

app = typer.Typer(help="The registry of bodies under seeds/.", no_args_is_help=True)


@app.callback()
def registry() -> None:
    """Look after the registry of bodies."""


@app.command()
def check() -> None:
    """Check the registry's files and name every line that contradicts another."""
    from ingest.agencies.check import check_registry

    problems = check_registry()
    for problem in problems:
        typer.echo(f"{problem.where}: {problem.what}")
    typer.echo(f"{len(problems)} problems in the registry." if problems else "The registry is in order.")
    if problems:
        raise typer.Exit(1)
