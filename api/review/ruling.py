"""A person's verdict on a name, kept and obeyed."""

from datetime import UTC, date, datetime

from api.ask import BadParameter
from api.judging import current_resolver, keep, load_judgements
from api.names import Choice, UnknownAgency, UnknownName, find_jurisdiction
from api.review.finding import is_issuer, locate, only_place, place_of
from api.review.model import Applied, Ruling
from graph.errors import StoreFailure
from graph.model import Agency, Jurisdiction
from graph.relink import Meaning, Name, relink
from graph.store import Store
from ingest.agencies.judgements import Judgement, standings
from ingest.agencies.resolver import Resolver, load_resolver
from ingest.pipeline.bodies import Bodies
from ingest.script import clean_name


def judge(store: Store, ruling: Ruling) -> Applied:
    """Keep a verdict on a name, and let the graph obey it at once.

    Raises:
        UnknownName: No plan has this name; likewise an unknown place or body.
        AmbiguousName: It stands in plans of several places.
        BadParameter: A body or a person is missing, or a body is one too many.
        Failure: The judgement could not be kept; nothing is changed.
        StoreFailure: The judgement is kept, but the graph does not obey it yet.
    """
    _check(ruling)
    clean, code, _ = locate(store, ruling.name, ruling.jurisdiction)
    body = _body(ruling.agency, place_of(code)) if ruling.agency else None
    return _apply(store, clean, code, ruling, body)


def _check(ruling: Ruling) -> None:
    if ruling.verdict.of_a_body and not ruling.agency:
        what = f"“{ruling.verdict}” needs a body."
        raise BadParameter(what, where="agency", advice="Give its id or any name of it.")
    if ruling.agency and not ruling.verdict.of_a_body:
        raise BadParameter(
            f"“{ruling.verdict}” speaks of no body.", where="agency", advice="Leave it out, or say different."
        )
    if not ruling.who.strip():
        raise BadParameter("Nobody stands for it.", where="who", advice="Say who decides.")


def undo(store: Store, ruling: Ruling) -> Applied:
    """Take back what was judged of a name, so that the rules decide again. Raises as `judge`."""
    clean = clean_name(ruling.name)
    held = [place for mention, place in standings(load_judgements()) if mention == clean]
    if ruling.jurisdiction:
        code = find_jurisdiction(ruling.jurisdiction).code
        held = [place for place in held if place == code]
    if not held:
        where = f" at {ruling.jurisdiction}" if ruling.jurisdiction else ""
        advice = "See zhize review show, or the file of judgements."
        raise UnknownName(f"No judgement of {clean}{where} stands.", where=ruling.name, advice=advice)
    return _apply(store, clean, only_place(clean, held), ruling, None)


def _apply(store: Store, name: str, code: str, ruling: Ruling, body: Agency | None) -> Applied:
    place = place_of(code)
    judgement = Judgement(
        mention=name,
        place=code,
        verdict=ruling.verdict,
        agency_id=body.id if body else None,
        who=ruling.who.strip(),
        when=datetime.now(UTC).replace(microsecond=0),
        why=ruling.why.strip(),
    )
    keep(judgement)
    resolver = current_resolver()
    try:
        moved = relink(store, _naming(resolver, name, place))
    except StoreFailure as failure:
        advice = f"{failure.advice} The judgement is kept; give it again, so that the graph obeys it too."
        raise StoreFailure(failure.what, where=failure.where, advice=advice) from failure
    return Applied(judgement, place, body, resolver.resolve(name, place, None), moved)


def _naming(resolver: Resolver, name: str, place: Jurisdiction | None) -> Name:
    def meaning(day: date | None) -> Meaning:
        bodies = Bodies(resolver, place, day)
        agency, method, score = bodies.find(name)
        agencies = bodies.agencies()
        return Meaning(agency.id, method, score, agencies, bodies.jurisdictions(agencies))

    return Name(
        place=place.code if place else "",
        is_meant=lambda mention: clean_name(mention) == name,
        issues=lambda printed: is_issuer(printed, name),
        meaning=meaning,
    )


def _body(said: str, place: Jurisdiction | None) -> Agency:
    """The body of the registry that a person means, in the graph or not."""
    rules = load_resolver()
    if (known := rules.registry.body(said.strip())) is not None:
        return rules.registry.agency(rules.registry.principal(known))
    found = rules.resolve(said, place, datetime.now(UTC).date())
    if found.agency is None:
        choices = [Choice(one.agency_id, one.name) for one in found.suggestions]
        advice = "Give its full name or its id." + (" Perhaps:" if choices else "")
        what = f"No body is known as {said}: {found.reason}."
        raise UnknownAgency(what, where=said, advice=advice, choices=choices)
    return found.agency
