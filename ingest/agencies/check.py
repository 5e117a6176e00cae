"""What is wrong with the registry's data: `zhize registry check`."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.model import Jurisdiction, SuccessionKind
from ingest.agencies.organs import Organ
from ingest.agencies.registry import Body, Registry, load_registry


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault. `where`: the body's id or the selector; `what`: what is wrong with it."""

    where: str
    what: str


def check_registry(registry: Registry | None = None) -> list[Problem]:
    """Faults of the registry, sorted: duplicates, short forms of two bodies, overlaps, dangling references.

    Args:
        registry: The one to check; by default that of `seeds/`.
    """
    known = registry or load_registry()
    found = set(_duplicates(known))
    for place in _one_of_each(known):
        found.update(_ambiguous(known, place))
        for organ in known.organs_at(place):
            found.update(_references(known, Body(organ, place)))
    return sorted(found, key=lambda problem: (problem.where, problem.what))


def _one_of_each(registry: Registry) -> Iterator[Jurisdiction]:
    """A place for every different set of organs."""
    seen: set[tuple[int, ...]] = set()
    for place in registry.places:
        key = tuple(id(organ) for organ in registry.organs_at(place))
        if key not in seen:
            seen.add(key)
            yield place


def _duplicates(registry: Registry) -> Iterator[Problem]:
    for key, organs in registry.rows.items():
        slugs = [organ.slug for organ in organs]
        for slug in {slug for slug in slugs if slugs.count(slug) > 1}:
            yield Problem(f"{key}.{slug}", "two rows for one id")


def _ambiguous(registry: Registry, place: Jurisdiction) -> Iterator[Problem]:
    for pattern, entries in registry.index(place).items():
        organs = [entry.organ for entry in entries if entry.organ.attested]
        for one, other in combinations(organs, 2):
            if (
                one.slug != other.slug
                and _together(one, other)
                and not _one_body(registry, place, one, other)
            ):
                slugs = ", ".join(sorted((one.slug, other.slug)))
                yield Problem(f"{place.code} {pattern}", f"a short form of two bodies: {slugs}")


def _together(one: Organ, other: Organ) -> bool:
    starts = [organ.valid_from for organ in (one, other) if organ.valid_from]
    return (
        all(organ.in_force(day) for day in [max(starts)] for organ in (one, other))
        if starts
        else (one.valid_to is None and other.valid_to is None)
    )


def _one_body(registry: Registry, place: Jurisdiction, one: Organ, other: Organ) -> bool:
    return registry.principal(Body(one, place)).id == registry.principal(Body(other, place)).id


def _is_there(registry: Registry, place: Jurisdiction, target: str) -> bool:
    """Whether a reference leads to a body, or to a family of which it isn't known which form is in force."""
    family = any(organ.family == target for organ in registry.organs_at(place))
    return family or registry.refer(place, target) is not None


def _references(registry: Registry, body: Body) -> Iterator[Problem]:
    organ, place = body.organ, body.place
    for target in (organ.manager, organ.nameplate_of):
        if target and not _is_there(registry, place, target):
            yield Problem(body.id, f"refers to {target}, which isn't there")
    if organ.next is None:
        return
    if not _is_there(registry, place, organ.next.target):
        yield Problem(body.id, f"succeeded by {organ.next.target}, which isn't there")
    follows = registry.refer(place, organ.next.target)
    if follows is None or organ.next.kind is not SuccessionKind.RENAMED:
        return
    if organ.valid_to and follows.organ.valid_from and follows.organ.valid_from <= organ.valid_to:
        yield Problem(body.id, f"still in force when {follows.id} begins")
