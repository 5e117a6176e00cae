"""Naming agencies, against RapidFuzz's `extractOne` over the same bodies' names in the same run."""

from datetime import date
from time import perf_counter

from rapidfuzz import process
from rich.table import Table

from graph.model import Jurisdiction
from ingest.agencies.registry import Body
from ingest.agencies.resolver import Resolver, load_resolver
from tests.bench._measure import best_of

_DAY = date(2024, 5, 10)
_PEER_SAMPLE = 100
Mention = tuple[str, Jurisdiction]


def table() -> Table:
    """Resolutions a second of every provincial body's short form: at first sight, again, and by the peer."""
    start = perf_counter()
    resolver = load_resolver()
    loaded = perf_counter() - start
    mentions, names = _provincial_bodies(resolver)
    first = perf_counter()
    _resolve(resolver, mentions)
    cold = perf_counter() - first
    warm = best_of(3, lambda: _resolve(resolver, mentions))
    sample = mentions[:: max(1, len(mentions) // _PEER_SAMPLE)]
    peer = best_of(1, lambda: [process.extractOne(place.name + mention, names) for mention, place in sample])
    result = Table(
        "names", "load s", "first sight /s", "again /s", "extractOne /s", "× peer", title="Naming agencies"
    )
    rates = (len(mentions) / cold, len(mentions) / warm, len(sample) / peer)
    cells = (*(f"{rate:,.0f}" for rate in rates), f"{rates[1] / rates[2]:,.0f}")
    result.add_row(f"{len(mentions):,}", f"{loaded:.2f}", *cells)
    return result


def _provincial_bodies(resolver: Resolver) -> tuple[list[Mention], list[str]]:
    registry = resolver.registry
    places = [place for place in registry.places if place.level == "province"]
    agencies = [
        (registry.agency(Body(organ, place)), place)
        for place in places
        for organ in registry.organs_at(place)
    ]
    return [(agency.short_name, place) for agency, place in agencies], [agency.name for agency, _ in agencies]


def _resolve(resolver: Resolver, mentions: list[Mention]) -> None:
    for mention, place in mentions:
        resolver.resolve(mention, place, _DAY)
