"""`zhize parse`, `zhize clause`, `zhize resolve`: reading without a store."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

Jsonl = Annotated[bool, typer.Option("--jsonl", help="Read and write JSON lines.")]


def parse(
    file: Annotated[Path, typer.Argument(help="A plan: txt, html, docx, pdf or xlsx.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")] = False,
) -> None:
    """Read one plan and show what was understood, without a store."""
    from api.cli.lines import to_line
    from api.files import read_bytes
    from ingest.pipeline import plan_record, read_plan

    plan = read_plan(read_bytes(file), str(file))
    if as_json:
        sys.stdout.buffer.write(to_line(plan_record(plan)))
        return
    from api.cli.plan_view import plan_lines

    for line in plan_lines(plan):
        typer.echo(line)


def clause(jsonl: Jsonl) -> None:  # noqa: ARG001 (the flag leaves room for a form for people)
    """Read responsibility clauses: lines {"id", "jurisdiction", "clause"} from standard input."""
    from ingest.clauses import clause_record

    _answer(clause_record)


def resolve(jsonl: Jsonl) -> None:  # noqa: ARG001 (as above)
    """Find the bodies that names mean: lines {"id", "jurisdiction", "mention", "as_of"}."""
    from ingest.agencies import resolve_record

    _answer(resolve_record)


def _answer(answer: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> None:
    from api.cli.lines import answer_lines

    if not answer_lines(sys.stdin.buffer, sys.stdout.buffer, answer):
        raise typer.Exit(1)
