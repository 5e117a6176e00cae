"""What a briefing says, before it has a form. Every line carries its source (document and item)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Seat:
    """An agency at the table. `why`: how many of the items it has which role in, in Chinese."""

    name: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Item:
    """A task on the table. `roles`: a role in Chinese and the names that have it, in the order written."""

    title: str
    roles: tuple[tuple[str, str], ...]
    source: str


@dataclass(frozen=True, slots=True)
class Section:
    """Items of one kind under their heading. `none` is said where there are none."""

    heading: str
    none: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A goal of one of the items."""

    statement: str
    deadline: date | None
    source: str


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name that no body was found for."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """Who sits at the table and why, what binds them, what falls due, what is still unclear.

    `hosts`: the agencies asked for; `guests`: others named in the items.
    """

    title: str
    day: date
    hosts: tuple[Seat, ...]
    guests: tuple[Seat, ...]
    sections: tuple[Section, ...]
    targets: tuple[Target, ...]
    open_names: tuple[OpenName, ...]
    sources: tuple[str, ...]
