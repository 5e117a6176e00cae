"""`zhize store`: which store serves, how to reach it, what it holds."""

import typer

app = typer.Typer(help="Which store serves, its Bolt address and user, what it holds, its size.")


@app.callback(invoke_without_command=True)
def store(context: typer.Context) -> None:
    """Show the store: its address for Neo4j Browser, its contents and its size."""


@app.command()
def password() -> None:
    """Print the embedded store's password, so that Neo4j Browser can connect."""
