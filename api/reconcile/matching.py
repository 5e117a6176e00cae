"""From a name in somebody's table to the bodies it may mean: pure.

Source: Reconciliation Service API 0.2. Only the resolver decides a match; what it merely suggests
is a candidate for a person, and scores below every match.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from pydantic import TypeAdapter, ValidationError
from rapidfuzz import fuzz

from api.ask import BadParameter
from api.problems import TooLarge
from api.reconcile.cards import about
from api.reconcile.completing import anywhere
from api.reconcile.schemas import Candidate, Feature, ReconcileQuery, TypeRef
from api.reconcile.setting import Setting, read_setting
from api.words import matched
from graph.model import Agency
from ingest.agencies.resolver import Resolution, Resolver
from ingest.script import clean_name

AGENCY: Final = TypeRef(id="Agency", name="单位")
BATCH_SIZE = 100
USUAL_LIMIT = 10
LONGEST_NAME = 200
SURE, SUGGESTED, ANYWHERE = 100.0, 80.0, 50.0
_Batch = TypeAdapter(dict[str, ReconcileQuery])


def read_batch(text: str) -> dict[str, ReconcileQuery]:
    """The queries of a batch, by the keys that their answers take.

    Args:
        text: A JSON object, as a client sends it in `queries`.

    Raises:
        BadParameter: It isn't a batch of queries.
        TooLarge: There are more than `BATCH_SIZE`.
    """
    try:
        batch = _Batch.validate_json(text)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(str(part) for part in found["loc"])
        raise _refused(f"{where}: {found['msg']}" if where else found["msg"]) from error
    if len(batch) > BATCH_SIZE:
        raise TooLarge(
            f"{len(batch)} queries are too many.", where="queries", advice=f"Send at most {BATCH_SIZE}."
        )
    for key, query in batch.items():
        if query.query is None and not query.properties:
            raise _refused(f"{key}: neither a query nor a property.")
    return batch


def _refused(what: str) -> BadParameter:
    advice = 'Send a JSON object such as {"q0": {"query": "省工信厅"}}.'
    return BadParameter(what, where="queries", advice=advice)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A clean name, and where and when it was written."""

    resolver: Resolver
    name: str
    setting: Setting


def reconcile(resolver: Resolver, query: ReconcileQuery) -> list[Candidate]:
    """The bodies that a query may mean, best first; `match` where the resolver links one without doubt.

    Args:
        resolver: Names agencies.
        query: From `read_batch`.
    """
    said = query.query or ""
    name = clean_name(said) if len(said) <= LONGEST_NAME else ""
    if not name or not _wants_agencies(query):
        return []
    if known := resolver.agency(name):
        return [_candidate(_Asked(resolver, name, Setting()), known, SURE, match=True)]
    asked = _Asked(resolver, name, read_setting(query.properties or (), resolver.registry.places))
    ranked = sorted(_candidates(asked), key=lambda one: (-one.score, one.id))
    return ranked[: query.limit or USUAL_LIMIT]


def _wants_agencies(query: ReconcileQuery) -> bool:
    types = [query.type] if isinstance(query.type, str) else query.type
    return not types or AGENCY.id in types


def _candidates(asked: _Asked) -> Iterable[Candidate]:
    """What the resolver links and suggests; only where that is nothing, bodies of any place."""
    setting = asked.setting
    answers = [asked.resolver.resolve(asked.name, setting.place, day) for day in setting.days]
    found = [*_linked(asked, answers), *_suggested(asked, answers)]
    if not found and setting.place is None:
        found = list(_placeless(asked))
    return {one.id: one for one in reversed(found)}.values()


def _linked(asked: _Asked, answers: list[Resolution]) -> Iterable[Candidate]:
    """What the resolver links; a match only if it says the same of every day and all is understood."""
    bodies = {answer.agency.id if answer.agency else None for answer in answers}
    sure = len(bodies) == 1 and not asked.setting.unread
    for answer in answers:
        if answer.agency:
            how = [matched(answer.method, answer.score)]
            how += [f"后为{answer.successor}"] if answer.successor else []
            yield _candidate(asked, answer.agency, answer.score * SURE, *how, match=sure)


def _suggested(asked: _Asked, answers: list[Resolution]) -> Iterable[Candidate]:
    for suggestion in (one for answer in answers for one in answer.suggestions):
        if agency := asked.resolver.agency(suggestion.agency_id):
            held = _in_force(agency, asked.setting)
            how = "名称相近，请人工确认" if held else "名称相近，但当时不用此名，请人工确认"
            yield _candidate(asked, agency, suggestion.score * SUGGESTED, how)


def _placeless(asked: _Asked) -> Iterable[Candidate]:
    """The bodies of that name in force, of whichever province."""
    for key in anywhere(asked.resolver.registry, asked.name):
        agency = asked.resolver.agency(key)
        if agency and _in_force(agency, asked.setting):
            yield _candidate(asked, agency, ANYWHERE, "未说明地点，请人工确认")


def _candidate(asked: _Asked, agency: Agency, score: float, *how: str, match: bool = False) -> Candidate:
    facts = [*about(asked.resolver, agency), *how, *asked.setting.unread]
    return Candidate(
        id=agency.id,
        name=agency.name,
        description=" · ".join(facts),
        type=[AGENCY],
        score=round(score, 1),
        features=list(_features(asked, agency)),
        match=match,
    )


def _features(asked: _Asked, agency: Agency) -> Iterable[Feature]:
    yield Feature(id="name_likeness", value=round(fuzz.ratio(asked.name, agency.name), 1))
    yield Feature(id="official_name", value=asked.name == agency.name)
    yield Feature(id="in_force", value=_in_force(agency, asked.setting))
    if asked.setting.place:
        yield Feature(id="same_place", value=agency.jurisdiction == asked.setting.place.code)


def _in_force(agency: Agency, setting: Setting) -> bool:
    """Whether the name holds on every day of the setting; without one, today."""
    return all(_holds(agency, day) for day in setting.days)


def _holds(agency: Agency, day: date | None) -> bool:
    if day is None:
        return agency.valid_to is None
    began = agency.valid_from is None or agency.valid_from <= day
    return began and (agency.valid_to is None or day <= agency.valid_to)
