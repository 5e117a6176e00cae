"""The questions that can be asked of the graph, one `.cypher` file each.

A file opens with a header in comments, so that Neo4j Browser runs the same file:

    // title: Tasks an agency co-leads
    // title-zh: 某单位共同牵头的任务
    // about: Every task led by two or more agencies, this one among them.
    // param agency: agency = 工业和信息化厅 — any name the agency goes by, or its id
    // param year: integer? — only plans of this year

`type?` is an optional parameter: left out it is null. `title-zh` names the question on pages.
Every file is checked when it is loaded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from graph.errors import Failure
from queries.lint import bare, used_parameters, write_clause

QUESTIONS = Path(__file__).parent
LISTS = QUESTIONS / "lists"
LOOKUPS = QUESTIONS / "lookups"

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_FIELD = re.compile(r"// (?P<field>title|title-zh|about): *(?P<value>.*)")
_PARAMETER = re.compile(
    r"// param (?P<name>[a-z][a-z_]*): (?P<type>[a-z]+)(?P<optional>\?)?"
    r"(?: = (?P<default>.+?))? +— +(?P<about>.+)"
)


class ParameterType(StrEnum):
    """What a parameter means, and so how the text given for it is read."""

    AGENCY = "agency"
    JURISDICTION = "jurisdiction"
    DOCUMENT = "document"
    DOMAIN = "domain"
    TASK = "task"
    ROLE = "role"
    DATE = "date"
    INTEGER = "integer"
    TEXT = "text"
    AGENCIES = "agencies"


class CatalogueError(Failure):
    """A query file that can't be used; `where` is its path and line."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query. `default` is text as a person would give it, or None."""

    name: str
    type: ParameterType
    optional: bool
    default: str | None
    about: str


@dataclass(frozen=True, slots=True)
class Query:
    """One question, ready to be asked. `title_zh`: its title on pages, where it has one."""

    name: str
    title: str
    about: str
    parameters: tuple[Parameter, ...]
    cypher: str
    path: Path
    title_zh: str | None = None


class Catalogue:
    """The queries of one folder, by name, in the order of their names."""

    def __init__(self, queries: dict[str, Query]) -> None:
        self._queries = queries

    def __getitem__(self, name: str) -> Query:
        return self._queries[name]

    def __contains__(self, name: object) -> bool:
        return name in self._queries

    def __iter__(self) -> Iterator[Query]:
        return iter(self._queries.values())

    def __len__(self) -> int:
        return len(self._queries)


@cache
def load_catalogue(folder: Path = QUESTIONS) -> Catalogue:
    """The queries in a folder, checked.

    Raises:
        CatalogueError: A file lacks a header field, uses or declares a parameter wrongly, or writes.
    """
    files = sorted(folder.glob("*.cypher"))
    return Catalogue({file.stem: read_query(file) for file in files})


def read_query(file: Path) -> Query:
    """One query file, checked.

    Raises:
        CatalogueError: See `load_catalogue`.
    """
    if not _NAME.fullmatch(file.stem):
        raise CatalogueError("A query's file name is lower case, digits and hyphens.", where=str(file))
    text = file.read_text(encoding="utf-8")
    lines = text.split("\n")
    header = _header_length(lines)
    fields = _fields(file, lines[:header])
    parameters = _parameters(file, lines[:header])
    _check_body(file, "\n" * header + "\n".join(lines[header:]), parameters)
    found = tuple(parameter for _, parameter in parameters)
    return Query(file.stem, fields["title"], fields["about"], found, text, file, fields.get("title-zh"))


def _header_length(lines: list[str]) -> int:
    return next((n for n, line in enumerate(lines) if not line.startswith("//")), len(lines))


def _fields(file: Path, header: list[str]) -> dict[str, str]:
    matches = [match for line in header if (match := _FIELD.fullmatch(line))]
    fields = {match["field"]: match["value"].strip() for match in matches}
    for name in ("title", "about"):
        if not fields.get(name):
            raise _error(file, 1, f"The header has no “// {name}: …” line.")
    return fields


def _parameters(file: Path, header: list[str]) -> list[tuple[int, Parameter]]:
    """The declared parameters, each with its line number."""
    parameters: dict[str, tuple[int, Parameter]] = {}
    for number, line in enumerate(header, start=1):
        if _FIELD.fullmatch(line):
            continue
        parameter = _parameter(file, number, line)
        if parameter.name in parameters:
            raise _error(file, number, f"The parameter {parameter.name} is declared twice.")
        parameters[parameter.name] = (number, parameter)
    return list(parameters.values())


def _parameter(file: Path, number: int, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if not match:
        raise _error(
            file, number, "Not a header line; expected “// param NAME: TYPE = DEFAULT — explanation”."
        )
    if match["type"] not in set(ParameterType):
        raise _error(file, number, f"Unknown parameter type “{match['type']}”.")
    return Parameter(
        match["name"], ParameterType(match["type"]), bool(match["optional"]), match["default"], match["about"]
    )


def _check_body(file: Path, body: str, parameters: list[tuple[int, Parameter]]) -> None:
    """Check the Cypher; `body` keeps the file's line numbers."""
    code = bare(body)
    if not code.strip():
        raise _error(file, body.count("\n") + 1, "The file holds no query.")
    if found := write_clause(code):
        raise _error(file, found.line, f"A query only reads; this one says {found.text}.")
    used = used_parameters(code)
    declared = {parameter.name: number for number, parameter in parameters}
    for use in used:
        if use.text not in declared:
            raise _error(file, use.line, f"${use.text} is used but not declared in the header.")
    for name, number in declared.items():
        if name not in {use.text for use in used}:
            raise _error(file, number, f"The parameter {name} is declared but never used.")


def _error(file: Path, line: int, what: str) -> CatalogueError:
    return CatalogueError(what, where=f"{file}:{line}", advice="Correct the query file.")
