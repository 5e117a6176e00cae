"""`zhize parse`, `zhize clause`, `zhize resolve`: reading without a store."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from api.cli.lines import AsJson, Record, answer_lines, check_fields, print_record

Jsonl = Annotated[bool, typer.Option("--jsonl", help="Read and write JSON lines.")]


def parse(
    file: Annotated[Path, typer.Argument(readable=False, help="A plan: txt, html, docx, pdf, xlsx or csv.")],
    as_json: AsJson = False,
) -> None:
    """Read one plan and show what was understood, without a store."""
    from api.files import read_bytes, shown_name
    from api.judging import current_resolver
    from ingest.pipeline import plan_record, read_plan

    plan = read_plan(read_bytes(file), shown_name(file), current_resolver())
    if as_json:
        print_record(plan_record(plan))
        return
    from api.cli.plan_view import plan_lines

    for line in plan_lines(plan):
        typer.echo(line)


def clause(jsonl: Jsonl) -> None:  # noqa: ARG001 (the flag leaves room for a form for people)
    """Read responsibility clauses, one a line.

    From standard input: {"id", "jurisdiction", "clause"}.
    """
    from ingest.clauses import clause_record

    def answer(record: Record) -> Record:
        check_fields(record, texts=("clause",))
        return clause_record(record)

    _answer(answer)


def resolve(jsonl: Jsonl) -> None:  # noqa: ARG001 (as above)
    """Find the bodies that names mean, one a line.

    From standard input: {"id", "jurisdiction", "mention", "as_of"}.
    """
    from api.judging import current_resolver
    from ingest.agencies.record import resolve_record

    resolver = current_resolver()

    def answer(record: Record) -> Record:
        check_fields(record, texts=("mention",), days=("as_of",))
        return resolve_record(resolver, record)

    _answer(answer)


def _answer(answer: Callable[[Record], Record]) -> None:
    if not answer_lines(sys.stdin.buffer, sys.stdout.buffer, answer):
        raise typer.Exit(1)
