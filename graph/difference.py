"""What a write changed, for a person to read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from graph.image import Edge, Image, Node
from graph.schema import RESPONSIBILITIES, Label

K = TypeVar("K")
_PLACES = frozenset({"position", "start", "end"})
_ROLES = {link: role for role, link in RESPONSIBILITIES.items()}


class Outcome(StrEnum):
    """What became of a document."""

    NEW = "new"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Change:
    """Names of what came, went, and stayed with other content."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class Difference:
    """What writing a document changed.

    Names: a task by number and title, a goal by its statement, a responsibility as
    “mention role number title”, a body by its name.
    """

    document: str
    outcome: Outcome
    domains: Change
    tasks: Change
    goals: Change
    responsibilities: Change
    agencies: Change


def difference(document: str, old: Image, new: Image, *, changed: bool) -> Difference:
    """Compare what the store held with what it holds now.

    Args:
        document: The document's id.
        old: The image before.
        new: The image after.
        changed: Whether anything at all had to be written.
    """
    outcome = Outcome.NEW if Node(Label.DOCUMENT, document) not in old.nodes else Outcome.REPLACED
    return Difference(
        document=document,
        outcome=outcome if changed else Outcome.UNCHANGED,
        domains=_nodes(old, new, Label.DOMAIN, lambda told: _titled(told, "name")),
        tasks=_nodes(old, new, Label.TASK, lambda told: _titled(told, "title")),
        goals=_nodes(old, new, Label.GOAL, lambda told: str(told["statement"])),
        responsibilities=_change(_duties(old), _duties(new)),
        agencies=_change(_bodies(old), _bodies(new)),
    )


def _nodes(old: Image, new: Image, label: Label, name: Callable[[Mapping[str, Any]], str]) -> Change:
    def named(image: Image) -> dict[str, tuple[str, object]]:
        found = [(node.key, told) for node, told in image.nodes.items() if node.label is label]
        found.sort(key=lambda item: (item[1].get("ordinal", 0), item[1].get("start", 0)))
        return {key: (name(told), told) for key, told in found}

    return _change(named(old), named(new))


def _bodies(image: Image) -> dict[str, tuple[str, object]]:
    return {
        node.key: (str(told["name"]), told)
        for node, told in image.shared.items()
        if node.label is not Label.JURISDICTION
    }


def _duties(image: Image) -> dict[tuple[str, ...], tuple[str, object]]:
    """Each responsibility by body, role and task; its place in the list doesn't make it another."""
    found: dict[tuple[str, ...], tuple[str, list[object]]] = {}
    for edge, told in sorted(image.edges.items(), key=lambda item: item[1].get("start", 0)):
        if (role := _ROLES.get(edge.link)) is not None:
            _, known = found.get((edge.start, role, edge.end), ("", []))
            known.append({name: value for name, value in told.items() if name not in _PLACES})
            found[(edge.start, role, edge.end)] = (_duty(edge, told, role, image), known)
    return dict(found)


def _duty(edge: Edge, told: Mapping[str, Any], role: str, image: Image) -> str:
    return f"{told['mention']} {role} {_titled(image.nodes[Node(Label.TASK, edge.end)], 'title')}"


def _titled(told: Mapping[str, Any], name: str) -> str:
    number = told.get("number")
    return f"{number} {told[name]}" if number else str(told[name])


def _change(old: Mapping[K, tuple[str, object]], new: Mapping[K, tuple[str, object]]) -> Change:
    return Change(
        added=tuple(name for key, (name, _) in new.items() if key not in old),
        removed=tuple(name for key, (name, _) in old.items() if key not in new),
        changed=tuple(name for key, (name, told) in new.items() if key in old and old[key][1] != told),
    )
