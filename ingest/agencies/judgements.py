"""What people have decided about names: a line a judgement, and what holds after all of them. Pure.

A file is tab-separated: when, mention, place, verdict, agency_id, who, why; `#` opens a comment.
Lines are only ever added, so the history stays; where lines contradict each other the later one wins.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from graph.errors import Failure
from ingest.script import clean_name

COLUMNS = ("when", "mention", "place", "verdict", "agency_id", "who", "why")
HEADER = (
    "# What people have decided about names. Add lines, change none; the later line wins.\n"
    f"# {'	'.join(COLUMNS)}\n"
)
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f\x85\u2028\u2029]+")


class JudgementsFailure(Failure):
    """A file of judgements that can't be read; `where` is its path and line."""


class Verdict(StrEnum):
    """What a person says of a name: it is that body, it is not, nobody can say, nothing after all."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    WITHDRAWN = "withdrawn"

    @property
    def of_a_body(self) -> bool:
        """Whether the verdict speaks of one body."""
        return self in (Verdict.SAME, Verdict.DIFFERENT)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One person's verdict on a name in the documents of one place.

    `mention`: the name without noise. `place`: a jurisdiction's code, "" for documents whose place
    isn't known. `agency_id`: the body spoken of by `same` and `different`. `when`: UTC.
    """

    mention: str
    place: str
    verdict: Verdict
    agency_id: str | None
    who: str
    when: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds for a name after all judgements: it is `same`, it is none of `not_these`, or unsure."""

    same: str | None = None
    not_these: frozenset[str] = frozenset()

    @property
    def unsure(self) -> bool:
        """Whether a person found that nobody can say."""
        return self.same is None and not self.not_these


def standings(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Standing]:
    """What holds for each (mention, place), the later judgement before the earlier.

    `different` adds to what was ruled out before; `unsure` and `withdrawn` end all that was said.
    """
    held: dict[tuple[str, str], Standing] = {}
    for judgement in judgements:
        name = (judgement.mention, judgement.place)
        before = held.pop(name, Standing())
        if judgement.verdict is not Verdict.WITHDRAWN:
            held[name] = _after(before, judgement)
    return held


def _after(before: Standing, judgement: Judgement) -> Standing:
    body = judgement.agency_id
    if judgement.verdict is Verdict.SAME:
        return Standing(body, before.not_these - {body})
    if judgement.verdict is Verdict.DIFFERENT and body:
        kept = None if before.same == body else before.same
        return replace(before, same=kept, not_these=before.not_these | {body})
    return Standing()


def to_line(judgement: Judgement) -> str:
    """The judgement as a line of a file, with its line break; white space in it becomes one space."""
    when = judgement.when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    values = (
        when,
        judgement.mention,
        judgement.place,
        judgement.verdict.value,
        judgement.agency_id or "",
        judgement.who,
        judgement.why,
    )
    return "\t".join(_BREAKS.sub(" ", value).strip() for value in values) + "\n"


def parse_judgements(text: str, where: str) -> tuple[Judgement, ...]:
    """The judgements of a file, in its order.

    Args:
        text: The file's content.
        where: The file's path, for messages.

    Raises:
        JudgementsFailure: A line that is no judgement, with file and line.
    """
    lines = enumerate(text.removeprefix("\ufeff").split("\n"), start=1)
    told = ((number, line.rstrip("\r")) for number, line in lines)
    return tuple(
        _judgement(line, f"{where}:{number}") for number, line in told if line.strip() and line[0] != "#"
    )


def _judgement(line: str, where: str) -> Judgement:
    values = [value.strip() for value in line.split("\t")]
    if len(values) != len(COLUMNS):
        raise _wrong(where, f"{len(values)} columns instead of {len(COLUMNS)}: {', '.join(COLUMNS)}.")
    when, mention, place, verdict, agency_id, who, why = values
    if not mention or mention != clean_name(mention):
        raise _wrong(where, f"The mention “{mention}” is empty or not written without noise.")
    if not re.fullmatch(r"(?:[0-9]{6})?", place):
        raise _wrong(where, f"“{place}” is not the six digits of a place.")
    if verdict not in set(Verdict):
        raise _wrong(where, f"“{verdict}” is no verdict; there are {', '.join(Verdict)}.")
    if Verdict(verdict).of_a_body != bool(agency_id):
        raise _wrong(where, f"{verdict} {'needs' if not agency_id else 'takes no'} agency_id.")
    if not who:
        raise _wrong(where, "Nobody stands for it: who is empty.")
    return Judgement(mention, place, Verdict(verdict), agency_id or None, who, _moment(when, where), why)


def _moment(text: str, where: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise _wrong(where, f"“{text}” is no moment such as 2024-05-10T08:30:00Z.")
    return moment.astimezone(UTC)


def _wrong(where: str, what: str) -> JudgementsFailure:
    return JudgementsFailure(what, where=where, advice="Correct the line, or put # before it.")
