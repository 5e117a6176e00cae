"""How a body's names are shown to a person: the standard short form, and the others it goes by."""

from graph.model import Jurisdiction
from ingest.agencies.grammar import spellings, standard_short
from ingest.agencies.organs import Organ, place_class
from ingest.agencies.patterns import SLOTS, patterns

MOST = 8
_WORDS = {"P": "省", "G": "自治区", "A": "州", "X": "兵团", "Y": "师市"}


def short_name(organ: Organ, place: Jurisdiction) -> str:
    """The short form that a document of the place uses: 省发展改革委, 团省委, 广东证监局; "" if none."""
    pattern = _standard(organ, place)
    return pattern.replace("*", place.short_name if "{p}" in organ.name else _level_word(place))


def other_names(organ: Organ, place: Jurisdiction, own_place: str) -> list[str]:
    """Short forms that tell the place as well: 广东省发展改革委, 广东省发改委.

    Args:
        organ: Whose.
        place: Where.
        own_place: The place as its own bodies' names have it.
    """
    said = place.short_name if "{p}" in organ.name else own_place
    standard = _standard(organ, place)
    keys = [key for key, official in patterns(organ).items() if not official and _is_usual(key, organ)]
    ranked = sorted({*keys, standard} - {""}, key=lambda key: (key != standard, -len(key), key))
    return [key.replace("*", said) for key in ranked[:MOST]]


def _is_usual(key: str, organ: Organ) -> bool:
    return key in organ.shorts or (
        key.startswith("*") and len(key) < MOST and "工委" not in key and "地委" not in key
    )


def _standard(organ: Organ, place: Jurisdiction) -> str:
    if organ.name.startswith("{W}"):
        head = "*党委" if place_class(place) in ("G", "X", "Y") else "*委"
        return head + min(spellings(organ.name[3:]), key=lambda form: (len(form), form))
    name = SLOTS.sub("*", organ.name)
    if organ.shorts and ("人民政府" in name or "、" in name or not name.startswith("*")):
        return organ.shorts[0]
    return (
        standard_short(name) if organ.at == "N" else "*" + standard_short(name[1:]) if name[0] == "*" else ""
    )


def _level_word(place: Jurisdiction) -> str:
    letter = place_class(place)
    if letter in ("L", "K", "D", "M", "S", "C"):
        return place.kind if place.kind in ("盟", "地区") else place.name[-1]
    return _WORDS.get(letter, place.short_name)
