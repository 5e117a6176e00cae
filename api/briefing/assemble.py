"""Rows of the catalogue into a briefing: pure, so that a briefing is tested without a store."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from api.briefing.model import Briefing, Item, OpenName, Seat, Section, Target
from api.briefing.sources import Source, cite, cite_all
from api.words import ROLES
from graph.model import Method

Row = Mapping[str, Any]


def assemble(
    hosts: Mapping[str, str],
    shared: Sequence[Row],
    chains: Mapping[str, Sequence[Row]],
    goals: Iterable[Row],
    day: date,
) -> Briefing:
    """A briefing from what the catalogue answered.

    Args:
        hosts: The agencies asked for, id to name.
        shared: Rows of `together`: the tasks in which two or more hosts have a part.
        chains: Rows of `chain` by task, for each shared task.
        goals: Rows of `goals` of the hosts; those of other tasks and repetitions are left out.
        day: The briefing's date.
    """
    parts = [part for chain in chains.values() for part in chain if part["agency_id"]]
    return Briefing(
        title=f"关于{'、'.join(hosts.values())}共同任务的简报",
        day=day,
        hosts=tuple(_host(key, name, shared) for key, name in hosts.items()),
        guests=_guests([part for part in parts if not _is_host(part, hosts) and _known(part)]),
        sections=_sections(shared, chains),
        targets=_targets(shared, [goal for goal in goals if goal["task"] in chains]),
        open_names=tuple(
            dict.fromkeys(OpenName(part["agency"], cite(_source(part))) for part in parts if not _known(part))
        ),
        sources=tuple(dict.fromkeys(f"《{row['document']}》" for row in shared)),
    )


def _source(row: Row) -> Source:
    return Source(row["document"], row["item"], row["title"])


def _known(part: Row) -> bool:
    return bool(part["evidence"]["method"] != Method.UNRESOLVED)


def _is_host(part: Row, hosts: Mapping[str, str]) -> bool:
    """Whether a part is a host's own, under its earlier name too."""
    return part["agency_id"] in hosts or not set(hosts.values()).isdisjoint(part["now"])


def _host(key: str, name: str, shared: Sequence[Row]) -> Seat:
    own = [(row, part["role"]) for row in shared for part in row["parts"] if part["agency_id"] == key]
    if not own:
        return Seat(name, "与其他参会单位没有共同任务", "")
    return Seat(name, _why(role for _, role in own), cite_all(_source(row) for row, _ in own))


def _guests(parts: Sequence[Row]) -> tuple[Seat, ...]:
    """The others, those first who lead most and have most parts."""
    by_agency: dict[str, list[Row]] = {}
    for part in parts:
        by_agency.setdefault(part["agency_id"], []).append(part)
    ranked = sorted(
        by_agency.values(), key=lambda own: (-sum(part["role"] == "lead" for part in own), -len(own))
    )
    return tuple(
        Seat(_name(own[0]), _why(part["role"] for part in own), cite_all(map(_source, own))) for own in ranked
    )


def _why(roles: Iterable[str]) -> str:
    counts = Counter(roles)
    return "、".join(f"{label}{counts[role]}项" for role, label in ROLES.items() if counts[role])


def _name(part: Row) -> str:
    """The agency's name, and the name it goes by now."""
    now = "、".join(part["now"])
    return f"{part['agency']}（现{now}）" if now else str(part["agency"])


def _sections(shared: Sequence[Row], chains: Mapping[str, Sequence[Row]]) -> tuple[Section, ...]:
    kinds: dict[int, list[Item]] = {0: [], 1: [], 2: []}
    for row in shared:
        leads = {part["agency_id"] for part in row["parts"] if part["role"] == "lead"}
        kinds[min(len(leads), 2)].append(_item(row, chains[row["task"]]))
    return (
        Section("二、共同牵头的任务", "没有由上述单位共同牵头的任务。", tuple(kinds[2])),
        Section("三、一方牵头、他方参与的任务", "没有由一方牵头、他方参与的任务。", tuple(kinds[1])),
        Section("四、共同参与的任务", "没有均未牵头而共同参与的任务。", tuple(kinds[0])),
    )


def _item(row: Row, chain: Sequence[Row]) -> Item:
    roles = tuple(
        (label, "、".join(_mention(part) for part in chain if part["role"] == role))
        for role, label in ROLES.items()
        if any(part["role"] == role for part in chain)
    )
    return Item(row["title"], roles, cite(_source(row)))


def _mention(part: Row) -> str:
    scope = f"（{part['scope']}）" if part["scope"] else ""
    doubt = "" if _known(part) else "（待核实）"
    return f"{_name(part)}{scope}{doubt}"


def _targets(shared: Sequence[Row], goals: Sequence[Row]) -> tuple[Target, ...]:
    """Goals and the tasks' own deadlines, soonest first, those without a deadline last."""
    own = [
        Target(f"完成“{row['title']}”", _day(row), cite(_source(row))) for row in shared if row["deadline"]
    ]
    targets = dict.fromkeys([Target(goal["goal"], _day(goal), cite(_source(goal))) for goal in goals] + own)
    return tuple(sorted(targets, key=lambda target: target.deadline or date.max))


def _day(row: Row) -> date | None:
    return date.fromisoformat(row["deadline"]) if row["deadline"] else None
