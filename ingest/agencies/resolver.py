"""From a name as written to the body it means, or to nobody, with reasons.

Order (design section 4): a person's judgement, exact name or registered short form in force,
rename, expansion by the name grammar, one slip of the pen, unresolved with suggestions. Place,
system and rank word are hard gates at every step.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from graph.model import Agency, Jurisdiction, Method, SuccessionKind
from ingest.agencies.collectives import members
from ingest.agencies.grammar import is_no_agency
from ingest.agencies.judgements import Standing
from ingest.agencies.jurisdictions import NATIONAL
from ingest.agencies.near import close
from ingest.agencies.reading import Reading, bare, is_levelled, readings, slipped_place
from ingest.agencies.registry import Body, Registry, load_registry
from ingest.agencies.suggestions import Suggestion, suggest
from ingest.script import clean_name

TODAY = date(9999, 1, 1)
EARLY = timedelta(days=190)
SCORES = {
    Method.EXACT: 1.0,
    Method.ALIAS: 0.98,
    Method.RENAMED: 0.95,
    Method.EXPANDED: 0.9,
    Method.FUZZY: 0.85,
}
NATIONAL_HEADS = ("国家", "国务院", "中国", "中央", "全国", "中共中央")
NATIONAL_ENDS = ("部", "总局", "总署")
NEARLY = (
    (Method.EXPANDED, "a short form by the name grammar, of one body only"),
    (Method.FUZZY, "one slip of the pen away from one body only"),
)
_PLATE = re.compile(r"（[^（）]{0,20}(?:局|署|办公室|办|委员会|委|厅|中心|总商会)）$")


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a mention means.

    `successor`: the name of the body that has taken over, where the agency was in force then but
    has changed since. `reason`: why this body, or why none. `nameplate`: the body's second name, where
    the mention says that one.
    """

    agency: Agency | None
    method: Method
    score: float
    successor: str | None
    suggestions: tuple[Suggestion, ...]
    reason: str
    nameplate: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A body that a reading leads to."""

    body: Body
    official: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One body, or the reason why none can be chosen."""

    body: Body | None
    method: Method
    reason: str
    plate: Body | None = None


class Resolver:
    """Names agencies.

    Args:
        registry: Who there is.
        judgements: What people have decided: (clean mention, place code) → what holds.
    """

    def __init__(
        self, registry: Registry, judgements: Mapping[tuple[str, str], Standing] | None = None
    ) -> None:
        self.registry = registry
        self._judgements = dict(judgements or {})
        self._known: dict[tuple[str, str, date | None], Resolution] = {}
        self._homely = {
            short: Body(organ, registry.places.get(NATIONAL))
            for organ in registry.rows.get("N", ())
            for short in organ.homely
        }
        self._patterns = registry.all_patterns()

    def resolve(self, mention: str, place: Jurisdiction | None, as_of: date | None) -> Resolution:
        """The body that `mention` means in a document of `place` on the day `as_of`.

        Args:
            mention: The name as written; noise is removed.
            place: The document's jurisdiction; None if unknown.
            as_of: The document's date; None counts as today.
        """
        key = (mention, place.code if place else "", as_of)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > 200_000:
                self._known.clear()
            found = self._known[key] = self._resolve(clean_name(mention), place, as_of)
        return found

    def _resolve(self, name: str, place: Jurisdiction | None, as_of: date | None) -> Resolution:
        standing = self._judgements.get((name, place.code if place else ""))
        if standing and standing.same and (body := self.registry.body(standing.same)):
            return self._answer(body, Method.REVIEWED, "a person decided")
        if len(name) < 2 or len(name) > 60:
            return Resolution(None, Method.UNRESOLVED, 0.0, None, (), "too short or too long for a name")
        finding = self._judged(standing, name, place, as_of or TODAY)
        if finding.body is None:
            hints = suggest(self.registry, name, place, readings(name, place, self.registry.places))
            left = tuple(s for s in hints if standing is None or s.agency_id not in standing.not_these)
            return Resolution(None, Method.UNRESOLVED, 0.0, None, left, finding.reason)
        found = self._answer(finding.body, finding.method, finding.reason)
        return replace(found, nameplate=self.registry.name(finding.plate)) if finding.plate else found

    def _judged(self, standing: Standing | None, name: str, place: Jurisdiction | None, day: date) -> Finding:
        """What the rules say within what a person left open."""
        if standing and standing.same:
            lost = f"a person decided for {standing.same}, which the registry doesn't have"
            return Finding(None, Method.UNRESOLVED, lost)
        if standing and standing.unsure:
            return Finding(None, Method.UNRESOLVED, "a person decided that nobody can be sure")
        finding = self._finding(name, place, day)
        if standing is None or (finding.body and finding.body.id not in standing.not_these):
            return finding
        return self._other(standing, name, place, day, finding)

    def _other(
        self, standing: Standing, name: str, place: Jurisdiction | None, day: date, finding: Finding
    ) -> Finding:
        """The only other body that carries the very name, once a person has ruled some out."""
        stages = (stage for form in _forms(name) for stage in self._stages(form, place) if stage)
        hits = next(stages, [])
        left = [hit for hit in hits if self.registry.principal(hit.body).id not in standing.not_these]
        other = self._decide(left, day) if left else None
        if other and other.body and other.body.id not in standing.not_these:
            return other
        if finding.body is None:
            return finding
        return Finding(None, Method.UNRESOLVED, f"a person decided that it is not {finding.body.id}")

    def _answer(self, body: Body, method: Method, reason: str) -> Resolution:
        last = self._last(body)
        successor = self.registry.name(last) if last else None
        return Resolution(self.registry.agency(body), method, SCORES.get(method, 1.0), successor, (), reason)

    def _last(self, body: Body) -> Body | None:
        last, seen = None, {body.id}
        while (body_after := self.registry.successor(body)) and body_after.id not in seen:
            last = body = body_after
            seen.add(body.id)
        return last

    def _finding(self, name: str, place: Jurisdiction | None, day: date) -> Finding:
        for form in _forms(name):
            for stage in self._stages(form, place):
                if stage:
                    return self._decide(stage, day)
        if name.startswith("各") or "有关" in name or "相关" in name:
            return Finding(None, Method.UNRESOLVED, "a class of bodies, not one")
        return self._guess(name, place, day)

    def _guess(self, name: str, place: Jurisdiction | None, day: date) -> Finding:
        for method, why in NEARLY:
            if names := self._near(name, place, method):
                return self._agreed(names, day, method, why)
        return Finding(None, Method.UNRESOLVED, self._why_not(name, place))

    def _agreed(self, names: list[list[Hit]], day: date, method: Method, why: str) -> Finding:
        """The body that every near name leads to; one not yet in force on that day doesn't count."""
        begun = [hits for hits in names if any(_begun(hit.body, day) for hit in hits)]
        findings = [self._decide(hits, day) for hits in begun]
        bodies = {finding.body.id: finding.body for finding in findings if finding.body}
        lost = next((finding for finding in findings if finding.body is None), None)
        return lost or self._only(bodies, method, why)

    def _why_not(self, name: str, place: Jurisdiction | None) -> str:
        if is_no_agency(name):
            return "the tail says that it is no agency or only a part of one"
        said = any(reading.spoken == "level" for reading in readings(name, place, self.registry.places))
        if is_levelled(name) and not said:
            return f"the level word of {name} says no place in this document"
        return "no body of that name at that place"

    def _stages(self, form: str, place: Jurisdiction | None) -> Iterator[list[Hit]]:
        places = self.registry.places
        yield self._literal(form, place)
        yield self._exact(readings(form, place, places))
        if place is not None:
            yield self._exact(bare(form, place, places))

    def _literal(self, form: str, place: Jurisdiction | None) -> list[Hit]:
        if place is not None and place.code == NATIONAL and form in self._homely:
            return [Hit(self._homely[form], official=False)]
        places = self.registry.places
        found = self.registry.literals().get(form, ())
        return [Hit(Body(entry.organ, places.get(code)), entry.official) for entry, code in found]

    def _exact(self, found: Iterable[Reading]) -> list[Hit]:
        return [
            Hit(Body(entry.organ, reading.place), entry.official)
            for reading in found
            for entry in self.registry.index(reading.place).get(reading.pattern, ())
        ]

    def _decide(self, hits: list[Hit], day: date) -> Finding:
        live = [hit for hit in hits if hit.body.organ.in_force(day)]
        if live:
            best = _strongest(live)
            bodies = {body.id: body for body in (self.registry.principal(hit.body) for hit in best)}
            exact = any(hit.official for hit in best)
            why = "the official name" if exact else "a registered short form"
            finding = self._only(bodies, Method.EXACT if exact else Method.ALIAS, why)
            plates = [hit.body for hit in best if hit.body.organ.nameplate_of]
            return replace(finding, plate=plates[0]) if len(plates) == len(best) else finding
        past = [hit.body for hit in hits if hit.body.organ.valid_to and hit.body.organ.valid_to < day]
        if past:
            after = [self._in_force(body, day) for body in past]
            bodies = {body.id: body for body in after if body}
            return self._only(bodies, Method.RENAMED, "an old name; the body in force on that day")
        soon = {hit.body.id: hit.body for hit in hits if _soon(hit.body, day)}
        return self._only(soon, Method.ALIAS, "a new name, shortly before its recorded start")

    @staticmethod
    def _only(bodies: dict[str, Body], method: Method, reason: str) -> Finding:
        if len(bodies) == 1:
            return Finding(next(iter(bodies.values())), method, reason)
        if not bodies:
            return Finding(None, Method.UNRESOLVED, "no body of that name was in force on that day")
        return Finding(None, Method.UNRESOLVED, "the name fits several bodies: " + ", ".join(sorted(bodies)))

    def _in_force(self, body: Body, day: date) -> Body | None:
        seen: set[str] = set()
        at: Body | None = body
        while at and at.id not in seen and not (at.organ.in_force(day) or _soon(at, day)):
            seen.add(at.id)
            split = at.organ.next and at.organ.next.kind is SuccessionKind.SPLIT
            at = None if split else self.registry.successor(at)
        return at if at and at.id not in seen else None

    def _near(self, name: str, place: Jurisdiction | None, method: Method) -> list[list[Hit]]:
        """Bodies that the name nearly names, if nothing but attested ones come near."""
        places, centre = self.registry.places, self.registry.places.get(NATIONAL)
        found = [
            *readings(name, place, places),
            *(bare(name, place, places) if place and not is_levelled(name) else ()),
        ]
        at_centre = place == centre or name.endswith(NATIONAL_ENDS)
        if name.startswith(NATIONAL_HEADS) or (at_centre and not is_levelled(name)):
            found.append(Reading(name, centre, "name"))
        names = [
            [Hit(Body(entry.organ, reading.place), official=False) for entry in entries]
            for reading in found
            if reading.pattern not in self._patterns
            for entries in close(reading.pattern, self.registry.index(reading.place), method)
        ]
        if method is Method.FUZZY and place and (slip := slipped_place(name, place, places)):
            names += [hits] if (hits := self._exact([slip])) else []
        return names if all(hit.body.organ.attested for hits in names for hit in hits) else []

    def agency(self, agency_id: str) -> Agency | None:
        """The agency with this id; None if the registry has none."""
        body = self.registry.body(agency_id)
        return self.registry.agency(body) if body else None

    def collective(self, mention: str, place: Jurisdiction | None) -> Agency:
        """The record of a class of bodies, its members where they are certain."""
        name = clean_name(mention)
        who = members(self.registry, name, place)
        return replace(_named(name, place, "collective"), collective=True, members=who, kind="集合")

    def unresolved(self, mention: str, place: Jurisdiction | None) -> Agency:
        """The record that keeps a name nobody could resolve."""
        return replace(_named(clean_name(mention), place, "unresolved"), resolved=False)

    def closure(self, agencies: Iterable[Agency]) -> tuple[Agency, ...]:
        """The agencies and all that they refer to: managers, successors, members, and theirs."""
        found: dict[str, Agency] = {}
        waiting = list(agencies)
        while waiting:
            agency = waiting.pop(0)
            if agency.id in found:
                continue
            found[agency.id] = agency
            named = [agency.managed_by, *(after.successor for after in agency.successions), *agency.members]
            waiting += [more for name in named if name and (more := self.agency(name))]
        return tuple(found.values())


def _named(name: str, place: Jurisdiction | None, what: str) -> Agency:
    code, level = (place.code, place.level) if place else (NATIONAL, "")
    return Agency(
        f"{code}.{what}.{name}", name, name, level=level, jurisdiction=place.code if place else None
    )


def _strongest(hits: list[Hit]) -> list[Hit]:
    """An attested official name wins; among short forms, what is attested before what is only inferred.

    A name that is one body's inferred official name and another's short form stays undecided.
    """
    attested = [hit for hit in hits if hit.body.organ.attested]
    official = [hit for hit in attested if hit.official]
    if official:
        return official
    return hits if any(hit.official for hit in hits) else attested or hits


def _begun(body: Body, day: date) -> bool:
    start = body.organ.valid_from
    return start is None or start <= day + EARLY


def _soon(body: Body, day: date) -> bool:
    """Whether the body's recorded start lies shortly after that day; many are exact to a season only."""
    start = body.organ.valid_from
    return start is not None and day < start <= day + EARLY


def _forms(name: str) -> tuple[str, ...]:
    """The name, and the name without the state's name in front or a second nameplate in brackets behind."""
    plain = _PLATE.sub("", name.removeprefix("中华人民共和国"))
    return tuple(dict.fromkeys(form for form in (name, plain) if len(form) > 1))


@cache
def load_resolver() -> Resolver:
    """The resolver over the registry of `seeds/`, without judgements."""
    return Resolver(load_registry())
