"""Reading a mention: where in it the place stands, and which place that is.

A reading is a pattern with * for the place, and the place. Source: agency rulings, sections 1, 5.7, 7.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Jurisdiction
from ingest.agencies.jurisdictions import CORPS, NATIONAL, Jurisdictions
from ingest.agencies.organs import place_class
from ingest.agencies.typos import confusable

XINJIANG = "650000"
_LONG_NAME = 5
_OWN = re.compile(r"^(?:本|我|全)(?=省|市|县|区|州|盟|旗|自治区|兵团|师)")
_LEVEL = re.compile(
    r"^(中共|共青团|共青|团|民革|民盟|民建|民进)?(自治区|自治州|自治县|自治旗|师市|地区|新区|林区|省|市(?!场)|县|区|州|盟|旗|师)"
)
_CLASSES = {
    "省": "P",
    "自治区": "G",
    "市": "MSCK",
    "区": "DTGK",
    "新区": "DT",
    "林区": "K",
    "县": "K",
    "自治县": "K",
    "州": "A",
    "自治州": "A",
    "盟": "L",
    "地区": "L",
    "旗": "K",
    "自治旗": "K",
    "师": "Y",
    "师市": "Y",
}
_ENDINGS = {
    "市": ("市",),
    "区": ("区",),
    "县": ("县",),
    "旗": ("旗",),
    "盟": ("盟",),
    "地区": ("地区",),
    "新区": ("新区",),
    "林区": ("林区",),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """`*财政厅` at a place. `spoken`: how the place was said: `name`, `level` or `bare`."""

    pattern: str
    place: Jurisdiction
    spoken: str


def level_place(word: str, place: Jurisdiction, places: Jurisdictions) -> Jurisdiction | None:
    """What 省, 市, 县 … mean in a document of `place`; None where it can't be told.

    市 in a district's or county's document is the city above; in a county-level city's own, that city.
    In a Corps document 自治区 is Xinjiang.
    """
    if word == "自治区" and places.lies_in(place.code, CORPS):
        return places.get(XINJIANG)
    if word == "市" and place_class(place) == "Y":
        return place
    for at in (place, *places.ancestors(place.code)):
        letter = place_class(at)
        if letter and letter in _CLASSES[word] and at.name.endswith(_ENDINGS.get(word, "")):
            return None if word == "区" and letter == "G" and at != place else at
    return None


def is_levelled(mention: str) -> bool:
    """Whether the mention begins with a level word, and so can't be read as bare."""
    return bool(_LEVEL.match(_OWN.sub("", mention)))


def readings(mention: str, place: Jurisdiction | None, places: Jurisdictions) -> list[Reading]:
    """Every way to read a mention that names a place or uses a level word."""
    found = list(_named(mention, place, places))
    if place is None:
        return found
    plain = _OWN.sub("", mention)
    match = _LEVEL.match(plain)
    if match and (at := level_place(match[2], place, places)):
        pattern = (match[1] or "") + "*" + plain[match.end() :]
        found.append(Reading(pattern, at, "level"))
    return found


def slipped_place(mention: str, place: Jurisdiction, places: Jurisdictions) -> Reading | None:
    """广西状族自治区财政厅: the document's place, or one above it, with one character mistaken.

    Only a long name is sure enough (agency rulings, section 5.8); 陕西 and 山西 differ by as little.
    """
    for one in (place, *places.ancestors(place.code)):
        written = mention[: len(one.name)]
        wrong = [(meant, typed) for meant, typed in zip(one.name, written, strict=False) if meant != typed]
        if len(written) == len(one.name) >= _LONG_NAME and len(wrong) == 1 and confusable(*wrong[0]):
            return Reading("*" + mention[len(written) :], one, "name")
    return None


def bare(mention: str, place: Jurisdiction, places: Jurisdictions) -> list[Reading]:
    """A mention without a place, read as the document's own body; a 厅 as its province's."""
    if place.code == NATIONAL:
        return []
    at = places.province(place.code) if mention.endswith("厅") and not mention.endswith("办公厅") else place
    heads = ("*", "*委", "*党委") if mention[-1] in "部办委局室" else ("*",)
    return [Reading(head + mention, at, "bare") for head in heads] if at else []


def _named(mention: str, place: Jurisdiction | None, places: Jurisdictions) -> Iterator[Reading]:
    for start in range(len(mention) - 1):
        for end, at in _chains(mention, start, None, places):
            for one in _nearest(at, place, places):
                if mention[start:end] == one.short_name != one.name and not _is_near(one, place, places):
                    continue
                head = _above(mention[:start], one, places)
                yield Reading(f"{head}*{mention[end:]}", one, "name")


def _is_near(one: Jurisdiction, place: Jurisdiction | None, places: Jurisdictions) -> bool:
    """Whether a document of `place` may mean `one` by its bare short name.

    Everybody says 深圳; but 新市 is the district 新市区 in Urumqi only, and 会同 the county in Hunan only.
    """
    if one.level != "county" or one.parent is None:
        return True
    around = places.province(one.code) if place_class(one) == "K" else places.get(one.parent)
    return place is not None and around is not None and places.lies_in(place.code, around.code)


def _above(head: str, place: Jurisdiction, places: Jurisdictions) -> str:
    """What stands before a place, the name of the city above it as 市: 武威市生态环境局 → 市生态环境局."""
    upper = places.get(place.parent) if place.parent else None
    if upper is None or upper.code == NATIONAL or head == upper.name or not head.startswith(upper.name):
        return head
    return "市" + head.removeprefix(upper.name)


def _chains(
    mention: str, start: int, within: str | None, places: Jurisdictions
) -> Iterator[tuple[int, tuple[Jurisdiction, ...]]]:
    """Places named from `start` on, longest first: 广东省, 广东省深圳市, 成都市武侯区."""
    for end in range(min(len(mention), start + 15), start + 1, -1):
        at = places.named(mention[start:end], within)
        if not at:
            continue
        for upper in at[:2]:
            if upper.code not in (within, NATIONAL):
                yield from _chains(mention, end, upper.code, places)
        if within is None or any(one.code != within for one in at):
            yield end, at


def _nearest(
    at: tuple[Jurisdiction, ...], place: Jurisdiction | None, places: Jurisdictions
) -> tuple[Jurisdiction, ...]:
    """Of places with one name, those that a document of `place` means: the nearest, past ones last."""
    if len(at) == 1:
        return at
    line = [] if place is None else [place, *places.ancestors(place.code)]
    for upper in line:
        inside = tuple(one for one in at if places.lies_in(one.code, upper.code))
        if inside:
            return _present(inside)
    return _present(at)


def _present(at: tuple[Jurisdiction, ...]) -> tuple[Jurisdiction, ...]:
    return tuple(one for one in at if one.valid_to is None) or at[:1]
