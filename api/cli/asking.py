"""`zhize ask`: the catalogue's questions, one subcommand each, made from the queries' own headers."""

import inspect
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from api.cli.lines import AsJson, print_record

if TYPE_CHECKING:
    from queries.catalogue import Parameter, Query

_PREFIX = "given_"  # a parameter may be called `from`, a Python keyword may not


class Questions(TyperGroup):
    """The catalogue as a group of commands, read only when a question is asked."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002 (Typer's signature)
        """The questions' names."""
        from queries.catalogue import load_catalogue

        return sorted(query.name for query in load_catalogue())

    def get_command(self, ctx: object, cmd_name: str) -> TyperCommand | None:  # noqa: ARG002
        """The command that asks the question, None where there is no such question."""
        from queries.catalogue import load_catalogue

        query = next((query for query in load_catalogue() if query.name == cmd_name), None)
        return _command(query) if query else None


app = typer.Typer(cls=Questions, help="Ask the graph a question; alone it lists the questions.")


@app.callback(invoke_without_command=True)
def ask(context: typer.Context) -> None:
    """List the questions and their parameters."""
    if context.invoked_subcommand:
        return
    from api.cli.tables import show_questions
    from queries.catalogue import load_catalogue

    show_questions(load_catalogue())


def _command(query: "Query") -> TyperCommand:
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(query.name, help=f"{query.title}\n\n{query.about}")(_asker(query))
    return cast(TyperCommand, typer.main.get_command(single))


def _asker(query: "Query") -> Callable[..., None]:
    """A function with one keyword for each parameter of the query, which Typer makes into options."""

    def ask_query(as_json: bool, **given: str | None) -> None:
        arguments = {name.removeprefix(_PREFIX): value for name, value in given.items() if value is not None}
        _ask(query, arguments, as_json)

    options = [_option(parameter) for parameter in _parameters(query)]
    options.append(
        inspect.Parameter("as_json", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=AsJson)
    )
    ask_query.__annotations__ = {option.name: option.annotation for option in options}
    ask_query.__signature__ = inspect.Signature(options)  # type: ignore[attr-defined]
    return ask_query


def _parameters(query: "Query") -> list["Parameter"]:
    """The query's own, and the place at which names are understood where it hasn't one of its own."""
    from api.ask import PLACE
    from queries.catalogue import Parameter, ParameterType

    place = Parameter(PLACE, ParameterType.JURISDICTION, True, None, "the place that names are understood at")
    own = list(query.parameters)
    return own if any(parameter.name == PLACE for parameter in own) else [*own, place]


def _option(parameter: "Parameter") -> inspect.Parameter:
    required = not parameter.optional and parameter.default is None
    flag = typer.Option(
        f"--{parameter.name.replace('_', '-')}",
        help=_help(parameter),
        metavar=parameter.type.upper(),
        show_default=False,
    )
    return inspect.Parameter(
        _PREFIX + parameter.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=inspect.Parameter.empty if required else None,
        annotation=Annotated[str if required else str | None, flag],
    )


def _help(parameter: "Parameter") -> str:
    default = f" (else {parameter.default})" if parameter.default else ""
    return f"{parameter.about}{default}"


def _ask(query: "Query", arguments: dict[str, Any], as_json: bool) -> None:
    from api.ask import ask as answer_of
    from api.cli.tables import show_rows
    from api.settings import load_settings, open_store

    with open_store(load_settings()) as store:
        answer = answer_of(store, query, arguments)
    if as_json:
        print_record(asdict(answer))
    else:
        show_rows(query.title, answer.rows)
