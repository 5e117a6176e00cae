"""Where and when a name in somebody's table was written: pure."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from api.reconcile.schemas import EntityValue, PropertyValue, Value
from graph.model import Jurisdiction
from ingest.agencies.jurisdictions import Jurisdictions
from ingest.dates import read_date
from ingest.script import clean_name

PLACE, DAY = "jurisdiction", "as_of"
PROPERTIES: Final[Mapping[str, tuple[str, str]]] = {
    PLACE: ("地点", "写下该名称的文件属于哪里，例如：广东省、广东省深圳市、440300"),
    DAY: ("日期", "写下该名称的日期，例如：2024-05-10、2024年5月、2024"),
}
_SHOWN = 60
_DECIMALS = re.compile(r"(?<=\d)\.0+$")
_PERIOD = re.compile(r"((?:19|20)\d\d)(?:[-/.年](1[0-2]|0?[1-9])月?|年?)")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when a name was written.

    `days`: one, or the first and last of a month or year. `unread`: remarks on what isn't understood.
    """

    place: Jurisdiction | None = None
    days: tuple[date | None, ...] = (None,)
    unread: tuple[str, ...] = ()


def read_setting(properties: Iterable[PropertyValue], places: Jurisdictions) -> Setting:
    """Where and when a name was written. Blank values count as not given; what isn't understood is said.

    Args:
        properties: Their pids are ids or names of `PROPERTIES`; another is remarked on.
        places: The tree of places.
    """
    given: dict[str, list[Value]] = {}
    for one in properties:
        values = one.v if isinstance(one.v, list) else [one.v]
        given.setdefault(_property(one.pid), []).extend(value for value in values if _text(value))
    said_places, said_days = given.pop(PLACE, []), given.pop(DAY, [])
    found = {place.code: place for value in said_places if (place := _place(value, places))}
    spans = {days for value in said_days if (days := read_days(_text(value)))}
    unread = [
        *_unread(PLACE, said_places, len(found)),
        *_unread(DAY, said_days, len(spans)),
        *(f"没有“{pid[:_SHOWN]}”这项属性，请人工确认" for pid in given),
    ]
    place = next(iter(found.values())) if len(found) == 1 else None
    return Setting(place, next(iter(spans)) if len(spans) == 1 else (None,), tuple(unread))


def _property(pid: str) -> str:
    """The id of the property with this id or name; an unknown one as it is."""
    return next((key for key, (name, _) in PROPERTIES.items() if pid.strip() in (key, name)), pid)


def _unread(pid: str, values: list[Value], understood: int) -> list[str]:
    if not values or understood == 1:
        return []
    said = "、".join(_text(value) for value in values)[:_SHOWN]
    why = "有几个" if understood else "不认识或不止一个"
    return [f"{PROPERTIES[pid][0]}“{said}”{why}，请人工确认"]


def _text(value: Value) -> str:
    """A value as one would write it: a code or a year that a table took for a number has no decimals."""
    if isinstance(value, EntityValue):
        return (value.name or value.id).strip()
    return _DECIMALS.sub("", str(value).strip())


def _place(value: Value, places: Jurisdictions) -> Jurisdiction | None:
    by_id = places.find(value.id) if isinstance(value, EntityValue) else None
    return by_id or places.find(_text(value))


def read_days(text: str) -> tuple[date, ...]:
    """The day, or the first and the last of a month or year; () where it says none.

    Args:
        text: 2024-05-10, 2024年5月10日, 2024-05-10T00:00:00Z, 2024年5月, 2024.
    """
    if day := read_date(text):
        return (day,)
    whole = _PERIOD.fullmatch(clean_name(text))
    if whole is None:
        return ()
    year, month = int(whole[1]), int(whole[2] or 0)
    first, last = month or 1, month or 12
    return (date(year, first, 1), date(year, last, monthrange(year, last)[1]))
