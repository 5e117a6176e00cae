"""`zhize review`: names that no body was found for, and what a person says of them."""

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.lines import AsJson, print_record

if TYPE_CHECKING:
    from ingest.agencies.judgements import Verdict

app = typer.Typer(help="Review names that no body was found for; alone it lists them.")

Name = Annotated[str, typer.Argument(help="The name as written.")]
Body = Annotated[str, typer.Argument(help="The body's id or any name of it.")]
Where = Annotated[
    str | None,
    typer.Option("--jurisdiction", help="The place whose plans are meant, where several have the name."),
]
Who = Annotated[str, typer.Option(help="Who decides.", default_factory=getpass.getuser, show_default="you")]
Why = Annotated[str, typer.Option(help="Why, for those who ask later.")]


@app.callback(invoke_without_command=True)
def review(context: typer.Context, jurisdiction: Where = None, as_json: AsJson = False) -> None:
    """List the names that wait, those with most tasks first."""
    if context.invoked_subcommand:
        return
    from api.cli.review_view import show_waiting
    from api.review import waiting_names
    from api.review.answers import item_of
    from api.settings import load_settings, open_store

    with open_store(load_settings()) as store:
        names = waiting_names(store, jurisdiction)
    if as_json:
        print_record({"items": [item_of(name).model_dump(mode="json") for name in names]})
    else:
        show_waiting(names)


@app.command()
def show(name: Name, jurisdiction: Where = None, as_json: AsJson = False) -> None:
    """Show a name with its candidates, what was judged of it, and where it stands."""
    from api.cli.review_view import shown_lines
    from api.review import show as shown_of
    from api.review.answers import detail_of
    from api.settings import load_settings, open_store

    with open_store(load_settings()) as store:
        shown = shown_of(store, name, jurisdiction)
    if as_json:
        print_record(detail_of(shown).model_dump(mode="json"))
        return
    for line in shown_lines(shown):
        typer.echo(line)


@app.command()
def same(
    name: Name, agency: Body, who: Who, why: Why = "", jurisdiction: Where = None, as_json: AsJson = False
) -> None:
    """Say that the name means this body."""
    from ingest.agencies.judgements import Verdict

    _rule(name, Verdict.SAME, agency, who, why, jurisdiction, as_json)


@app.command()
def different(
    name: Name, agency: Body, who: Who, why: Why = "", jurisdiction: Where = None, as_json: AsJson = False
) -> None:
    """Say that the name does not mean this body."""
    from ingest.agencies.judgements import Verdict

    _rule(name, Verdict.DIFFERENT, agency, who, why, jurisdiction, as_json)


@app.command()
def unsure(name: Name, who: Who, why: Why = "", jurisdiction: Where = None, as_json: AsJson = False) -> None:
    """Say that nobody can tell what the name means; it stays in the list."""
    from ingest.agencies.judgements import Verdict

    _rule(name, Verdict.UNSURE, None, who, why, jurisdiction, as_json)


@app.command()
def undo(name: Name, who: Who, why: Why = "", jurisdiction: Where = None, as_json: AsJson = False) -> None:
    """Take back what was judged of a name, so that the rules decide again."""
    from ingest.agencies.judgements import Verdict

    _rule(name, Verdict.WITHDRAWN, None, who, why, jurisdiction, as_json)


def _rule(
    name: str,
    verdict: "Verdict",
    agency: str | None,
    who: str,
    why: str,
    jurisdiction: str | None,
    as_json: bool,
) -> None:
    from api import review as reviewing
    from api.cli.review_view import applied_lines
    from api.review.answers import judged_of
    from api.settings import load_settings, open_store
    from ingest.agencies.judgements import Verdict

    ruling = reviewing.Ruling(name, verdict, who, why, agency, jurisdiction)
    obey = reviewing.undo if verdict is Verdict.WITHDRAWN else reviewing.judge
    with open_store(load_settings()) as store:
        applied = obey(store, ruling)
    if as_json:
        print_record(judged_of(applied).model_dump(mode="json"))
        return
    for line in applied_lines(applied):
        typer.echo(line)
