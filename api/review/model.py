"""What review is told, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from graph.model import Agency, Jurisdiction, Role
from graph.relink import Moved
from ingest.agencies.judgements import Judgement, Verdict
from ingest.agencies.resolver import Resolution
from ingest.agencies.suggestions import Suggestion

Row = Mapping[str, Any]
ROLES: Final = {role.relationship: role.value for role in Role} | {"ISSUED": "issuer"}


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person says of a name.

    `agency`: the body's id or any name of it, for `same` and `different`. `jurisdiction`: the place
    whose documents are meant, where the name stands in those of several.
    """

    name: str
    verdict: Verdict
    who: str
    why: str = ""
    agency: str | None = None
    jurisdiction: str | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """A judgement, as it was kept, and what it did. `now`: what the name means from now on."""

    judgement: Judgement
    place: Jurisdiction | None
    body: Agency | None
    now: Resolution
    moved: Moved


@dataclass(frozen=True, slots=True)
class Waiting:
    """A name in the list for review: its row of `review`, and the last judgement on it."""

    row: Row
    judgement: Judgement | None


@dataclass(frozen=True, slots=True)
class Link:
    """A body that the name leads to now, how, and how often."""

    agency_id: str
    name: str
    resolved: bool
    method: str | None
    score: float | None
    times: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where the name stands: the text around it, and the task that it is tied to (none for an issuer)."""

    document: str
    document_title: str
    role: str
    text: str
    task: str | None = None
    item: str | None = None
    title: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a person needs to judge a name. `reason`: why the rules decided as they do."""

    name: str
    place: Jurisdiction | None
    links: tuple[Link, ...]
    judgements: tuple[Judgement, ...]
    reason: str
    candidates: tuple[Suggestion, ...]
    sentences: tuple[Sentence, ...]
    times: int
