"""Whose plan it is: the place that the issuer, the title or the document number names."""

import re
from collections.abc import Iterator

from graph.model import Jurisdiction
from ingest.agencies.jurisdictions import NATIONAL, load_jurisdictions
from ingest.outline.words import words

_LONGEST_PLACE = 14
_CENTRE = re.compile(r"国务院|中央|国家|全国|中华人民共和国|中国|最高人民")
_MINISTRY = re.compile(r"(?![省市县区州旗])[^省市县区州旗]{1,16}(?:部|总局|总署|部办公厅)")


def place_of(names: list[str], number: str | None, context: str) -> Jurisdiction | None:
    """The place of a document, or None where nothing tells.

    Args:
        names: Issuer, notice title, plan title and the like, the surest first.
        number: The document number, whose first character may stand for a province.
        context: Text that may name the places above an ambiguous one.
    """
    context = context + " ".join(names)
    for name in names:
        if found := _leading_place(name, context):
            return found
    code = words()["province_signs"].get(number[0]) if number else None
    if code is not None:
        return load_jurisdictions().get(code)
    inner = (found for name in names for found in _inner_places(name))
    return next(inner, None)


def _leading_place(name: str, context: str) -> Jurisdiction | None:
    name = re.sub(r"^(?:中共|中国共产党)", "", re.sub(r"\s", "", name))
    if _CENTRE.match(name):
        branch = next(_inner_places(_CENTRE.sub("", name, count=1)), None)
        return branch or load_jurisdictions().get(NATIONAL)
    found, rest = _longest(name, None, context)
    if found is None:
        return load_jurisdictions().get(NATIONAL) if _MINISTRY.fullmatch(name) else None
    while rest:
        below, rest = _longest(rest, found.code, context)
        found = below if below is not None and below.code != found.code else found
        if below is None:
            break
    return found


def _longest(name: str, within: str | None, context: str) -> tuple[Jurisdiction | None, str]:
    """The place with the longest name that `name` begins with, and what follows it."""
    tree = load_jurisdictions()
    for cut in range(min(len(name), _LONGEST_PLACE), 1, -1):
        places = [p for p in tree.named(name[:cut], within) if _is_sure(p, name[:cut])]
        if places:
            return _choose(places, name[:cut], context), name[cut:]
    return None, name


def _is_sure(place: Jurisdiction, name: str) -> bool:
    """Short names of counties are everyday words (和平, 新华) and don't count."""
    return place.level != "county" or name == place.name or len(name) > 2


def _choose(places: list[Jurisdiction], name: str, context: str) -> Jurisdiction | None:
    """The one place of this name, or the one whose upper places the context names."""
    full = [p for p in places if p.name == name and p.valid_to is None] or places
    if len(full) == 1 or len({p.level for p in full}) > 1:
        return full[0]
    scores = [_mentions(place, context) for place in full]
    best = max(scores)
    return full[scores.index(best)] if best and scores.count(best) == 1 else None


def _mentions(place: Jurisdiction, context: str) -> int:
    upper = [p for p in load_jurisdictions().ancestors(place.code) if p.code != NATIONAL]
    return sum(p.short_name in context for p in upper)


def _inner_places(name: str) -> Iterator[Jurisdiction]:
    """Provinces and prefectures named anywhere (数字广东建设…, 国家税务总局深圳市税务局)."""
    for at in range(len(name) - 1):
        for cut in range(min(len(name), at + _LONGEST_PLACE), at + 1, -1):
            places = load_jurisdictions().named(name[at:cut])
            if places and places[0].level in ("province", "prefecture"):
                yield places[0]
                break
