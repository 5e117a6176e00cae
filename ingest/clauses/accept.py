"""Which candidates are responsibility clauses (clause rulings, section 12)."""

import re
from functools import cache

from ingest.clauses import names
from ingest.clauses.complete import Reading
from ingest.clauses.containers import Candidate
from ingest.clauses.words import load_words
from ingest.records import Text
from ingest.seeds import any_of

_DIVISION = re.compile("..(?<!公)司$")  # of a ministry: 农水水电司
_AFTER = "。；，、,;!！?？\n"


@cache
def _refused() -> re.Pattern[str]:
    starts = any_of(load_words()["not_clause_starts"])
    return re.compile(f"^\\s*(?:{starts}|《)|{any_of(load_words()['not_clause_words'])}")


def refused(inner: str) -> bool:
    """Whether the words alone show that this is no clause (以下简称…, 联系人：…)."""
    return bool(_refused().search(inner))


def is_bracket_clause(text: Text, candidate: Candidate, reading: Reading) -> bool:
    """Whether a bracket group names bearers of this document's task."""
    if reading.body.labels:
        return bool(reading.assignments or reading.unread or reading.notes)
    named = [*reading.assignments, *(a for note in reading.notes for a in note.assignments)]
    if not named:
        return False
    bearers = sum(_is_bearer(a.mention, a.scope) for a in named)
    if reading.body.verbs or reading.notes or reading.body.convention:
        return bearers * 2 > len(named) and _first_is_bearer(named[0].mention)
    return bearers == len(named) and not reading.unread and _stands_at_end(text, candidate)


def _is_bearer(mention: str, scope: str | None) -> bool:
    if names.is_content(mention) or (names.is_content_body(mention) and not names.is_class(mention)):
        return False
    return scope is not None or names.looks_like_body(mention)


def _first_is_bearer(mention: str) -> bool:
    return not re.fullmatch("政府|企业|市场|社会|群众|部门|党委", mention)


def _stands_at_end(text: Text, candidate: Candidate) -> bool:
    """A bare list is a clause only at the end of its sentence or heading, and not as another name's gloss."""
    inner = text.folded[slice(*candidate.inner)]
    after = text.folded[candidate.end : candidate.end + 1]
    before = text.folded[max(0, candidate.start - 14) : candidate.start].rstrip()
    if re.match("含|原|即|如", inner.strip()) and not names.is_place(inner.strip()[:2]):
        return False
    if before and before[-1] in "。；！？":
        return _has_body(inner)
    if after and after not in _AFTER and after not in " \t\u3000":
        return False
    single = not re.search("[、，；和及]", inner)
    return _has_body(inner) and not (single and names.has_strong_head(re.split("[，。；、：]", before)[-1]))


def _has_body(inner: str) -> bool:
    return any(
        names.has_strong_head(piece) or "各" in piece or _DIVISION.search(piece)
        for piece in re.split("[、，；。]", re.sub(r"\s", "", inner))
    )


def is_running_clause(reading: Reading) -> bool:
    """Whether every subject in the sentence is surely a body."""
    named = reading.assignments
    return bool(named) and bool(reading.body.verbs) and all(_surely(a.mention) for a in named)


def _surely(mention: str) -> bool:
    return names.is_bearer(mention) or (
        mention.startswith(("各", "相关", "有关")) and names.is_class(mention)
    )
