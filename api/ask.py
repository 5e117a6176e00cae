"""Asking a question of the catalogue: text arguments in, rows out. Shared by every way in."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from api.names import (
    AmbiguousAgency,
    UnknownAgency,
    find_agencies,
    find_agency,
    find_document,
    find_domain,
    find_jurisdiction,
    find_task,
)
from graph.errors import Failure
from graph.model import Jurisdiction
from graph.store import Store
from queries.catalogue import Parameter, ParameterType, Query

__all__ = ["AmbiguousAgency", "Answer", "AskedRole", "BadParameter", "UnknownAgency", "ask", "bind"]

PLACE = "jurisdiction"
LARGEST_NUMBER = 2**31 - 1
LONGEST_TEXT = 400


class AskedRole(StrEnum):
    """The part in a task that is asked for; `co-lead` where others lead too."""

    LEAD = "lead"
    CO_LEAD = "co-lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    GUIDE = "guide"


class BadParameter(Failure):
    """An argument that isn't what its parameter takes, is missing, or is unknown; `where` names it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question found. `parameters` as they were bound: ids instead of names."""

    query: str
    parameters: dict[str, Any]
    rows: list[dict[str, Any]]
    took_ms: float


def ask(store: Store, query: Query, arguments: Mapping[str, str]) -> Answer:
    """Ask one question.

    Args:
        store: A connected store.
        query: From the catalogue.
        arguments: Text by parameter name; what is missing takes its default. `jurisdiction` may be
            given for any question: the place that names of agencies are understood at.

    Raises:
        BadParameter: An argument doesn't fit.
        UnknownAgency: No agency of the graph goes by the name; likewise `UnknownName` for other things.
        AmbiguousAgency: Several do; likewise `AmbiguousName`.
        StoreFailure: The store can't answer.
    """
    parameters = bind(store, query, arguments)
    started = time.perf_counter()
    rows = store.read(query.cypher, parameters)
    return Answer(query.name, parameters, rows, round((time.perf_counter() - started) * 1000, 1))


def bind(store: Store, query: Query, arguments: Mapping[str, str]) -> dict[str, Any]:
    """The query's parameters with their values, names turned into ids. Raises as `ask`."""
    known = {parameter.name for parameter in query.parameters}
    for name in arguments:
        if name not in known | {PLACE}:
            takes = ", ".join(sorted(known)) or "none"
            raise BadParameter(
                f"{query.name} has no such parameter.", where=name, advice=f"It takes: {takes}."
            )
    said = arguments.get(PLACE)
    place = find_jurisdiction(said) if said else None
    return {parameter.name: _value(store, parameter, arguments, place) for parameter in query.parameters}


def _value(
    store: Store, parameter: Parameter, arguments: Mapping[str, str], place: Jurisdiction | None
) -> object:
    text = arguments.get(parameter.name, parameter.default)
    if text is None and parameter.optional:
        return None
    if text is None or not text.strip():
        raise BadParameter("A value is needed.", where=parameter.name, advice=f"Give {parameter.about}.")
    if len(text) > LONGEST_TEXT:
        raise BadParameter(
            f"{len(text)} characters are too many.",
            where=parameter.name,
            advice=f"Give at most {LONGEST_TEXT}.",
        )
    if parameter.type in _PLACED:
        return _PLACED[parameter.type](store, text, place)
    if parameter.type in _FOUND:
        return _FOUND[parameter.type](store, text)
    return _PLAIN[parameter.type](parameter.name, text.strip())


def _integer(name: str, text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= LARGEST_NUMBER:
        return int(text)
    raise BadParameter(f"“{text}” is not a number.", where=name, advice="Give a whole number such as 2024.")


def _date(name: str, text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        advice = "Give a day such as 2024-12-31."
        raise BadParameter(f"“{text}” is not a date.", where=name, advice=advice) from error


def _role(name: str, text: str) -> str:
    if text in set(AskedRole):
        return text
    raise BadParameter(f"“{text}” is not a role.", where=name, advice=f"Give one of {', '.join(AskedRole)}.")


def _text(_name: str, text: str) -> str:
    return text


def _jurisdiction(_name: str, text: str) -> str:
    return find_jurisdiction(text).code


_PLACED: Mapping[ParameterType, Callable[[Store, str, Jurisdiction | None], object]] = {
    ParameterType.AGENCY: find_agency,
    ParameterType.AGENCIES: find_agencies,
}
_FOUND: Mapping[ParameterType, Callable[[Store, str], str]] = {
    ParameterType.DOCUMENT: find_document,
    ParameterType.DOMAIN: find_domain,
    ParameterType.TASK: find_task,
}
_PLAIN: Mapping[ParameterType, Callable[[str, str], object]] = {
    ParameterType.INTEGER: _integer,
    ParameterType.DATE: _date,
    ParameterType.ROLE: _role,
    ParameterType.TEXT: _text,
    ParameterType.JURISDICTION: _jurisdiction,
}
