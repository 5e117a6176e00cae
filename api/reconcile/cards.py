"""What an office reads about a body of the registry: one line, or a card."""

from collections.abc import Iterator
from datetime import date

from graph.model import Agency, SuccessionKind
from ingest.agencies.resolver import Resolver

_BECAME = {
    SuccessionKind.RENAMED: "更名为",
    SuccessionKind.MERGED: "并入",
    SuccessionKind.SPLIT: "拆分，职责转入",
    SuccessionKind.DUTY_MOVED: "职责转入",
}
_NAMES = 6


def about(resolver: Resolver, agency: Agency) -> list[str]:
    """Place, kind, short form, and when the name held if that has ended: 广东省 · 政府组成部门 · 简称….

    Args:
        resolver: Knows the places.
        agency: A body of the registry.
    """
    place = _place(resolver, agency)
    short = f"简称{agency.short_name}" if agency.short_name not in ("", agency.name) else ""
    return [
        fact for fact in (place, agency.kind, short, f"{_years(agency)}" if agency.valid_to else "") if fact
    ]


def card(resolver: Resolver, agency: Agency) -> list[tuple[str, str]]:
    """What the registry knows of a body, as label and text."""
    others = [name for name in dict.fromkeys((agency.short_name, *agency.aliases)) if name != agency.name]
    manager = resolver.agency(agency.managed_by) if agency.managed_by else None
    lines = [
        ("地区", _place(resolver, agency)),
        ("性质", agency.kind),
        ("又称", "、".join(others[:_NAMES])),
        ("起止", _years(agency)),
        ("管理", f"由{manager.name}管理" if manager else ""),
        ("沿革", "；".join(_became(resolver, agency))),
    ]
    return [(label, text) for label, text in lines if text]


def _place(resolver: Resolver, agency: Agency) -> str:
    return resolver.registry.places.get(agency.jurisdiction).name if agency.jurisdiction else ""


def _became(resolver: Resolver, agency: Agency) -> Iterator[str]:
    for after in agency.successions:
        if successor := resolver.agency(after.successor):
            yield f"{_month(after.on)}{_BECAME[after.kind]}{successor.name}"


def _years(agency: Agency) -> str:
    if agency.valid_to:
        return f"{_month(agency.valid_from)}至{_month(agency.valid_to)}"
    return f"{_month(agency.valid_from)}起" if agency.valid_from else ""


def _month(day: date | None) -> str:
    """To the month: the registry knows few changes to the day."""
    return f"{day.year}年{day.month}月" if day else ""
