"""The commands by name.

Each imports what it needs only when it runs, so that reading a clause doesn't wait for a store.
"""

import typer

from api.cli import asking, briefs, loading, reading, registry, reviewing, serving, stores
from api.cli.errors import guarded

app = typer.Typer(
    name="zhize",
    help="Who is responsible for what, with whom, by when, and where is that written.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

app.command("load")(loading.load)
app.add_typer(asking.app, name="ask")
app.add_typer(reviewing.app, name="review")
app.command("brief")(briefs.brief)
app.command("serve")(serving.serve)
app.command("demo")(serving.demo)
app.add_typer(stores.app, name="store")
app.command("parse")(reading.parse)
app.command("clause")(reading.clause)
app.command("resolve")(reading.resolve)
app.add_typer(registry.app, name="registry")


def main() -> None:
    """Run the command that was typed."""
    guarded(app)
