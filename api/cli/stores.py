"""`zhize store`: which store serves, how to reach it, what it holds."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from api.settings import Settings
    from graph.store import Store

app = typer.Typer(help="Show the store: its address, user, contents and size.")


@app.callback(invoke_without_command=True)
def store(context: typer.Context) -> None:
    """Show the store: its Bolt address and user for Neo4j Browser, its contents and size."""
    if context.invoked_subcommand:
        return
    from api.settings import load_settings, open_store

    settings = load_settings()
    with open_store(settings) as opened:
        for name, value in _facts(settings, opened):
            typer.echo(f"{name:<17} {value}")


@app.command()
def password() -> None:
    """Print the embedded store's password, so that Neo4j Browser can connect."""
    from api.home import home_folder
    from graph.embedded import password as embedded_password

    typer.echo(embedded_password(home_folder()))


def _facts(settings: "Settings", opened: "Store") -> Iterator[tuple[str, object]]:
    from api.home import home_folder
    from graph.embedded import data_folder
    from queries.catalogue import LOOKUPS, load_catalogue

    address = opened.address
    yield "store", "Neo4j" if settings.neo4j_uri else "embedded (answers while a zhize command runs)"
    yield "address", address.uri
    yield "database", address.database
    yield "user", address.user
    (held,) = opened.read(load_catalogue(LOOKUPS)["holdings"].cypher)
    for name, count in held.items():
        yield name.replace("_", " "), f"{count:,}"
    if not settings.neo4j_uri:
        folder = data_folder(home_folder())
        yield "size", f"{_bytes_in(folder) / 1e6:,.1f} MB in {folder}"


def _bytes_in(folder: Path) -> int:
    """The size of all files below a folder; one that the running store has just removed counts nothing."""
    total = 0
    for file in folder.rglob("*"):
        with suppress(FileNotFoundError):
            total += file.lstat().st_size
    return total
