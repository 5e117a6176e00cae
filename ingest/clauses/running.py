"""Responsibility in running text: 由甲牵头，乙参加. Finds the stretch of a sentence that says it."""

import re

from graph.model import Role
from ingest.clauses import names
from ingest.clauses.asides import is_deadline
from ingest.clauses.containers import Candidate
from ingest.clauses.pieces import pieces
from ingest.clauses.roles import Chain, inner_chains, trailing_chain
from ingest.clauses.view import View, view_of
from ingest.records import Text

_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]+[、是要]|（[一二三四五六七八九十\d]+）|\d+[.．、）])\s*")
_WORK_BY = re.compile("(?:该|本|此|这|上述|以上|其中)[^，由]{0,10}?(?=由)")
_NOT_TASK = re.compile("^(?:解释|人|制$|的)")


def role_stretch(text: Text, candidate: Candidate) -> View | None:
    """The part of the sentence from the first to the last piece that names bearers; None if there is none."""
    view = view_of(text, candidate.start, candidate.end)
    numbering = _NUMBERING.match(view.text)
    if numbering:
        view = view.cut(numbering.end(), len(view.text))
    found = pieces(view.text)
    said = [view.text[piece.start : piece.end].strip() for piece in found]
    kinds = _with_opener(said, [_kind(piece) for piece in said])
    first = next((i for i, kind in enumerate(kinds) if kind == "lead"), None)
    if first is None:
        return None
    last = first
    while first and kinds[first - 1] == "names" and found[first].before in "、，":
        first -= 1
    for index in range(last + 1, len(found)):
        if kinds[index] == "":
            break
        last = index if kinds[index] in ("lead", "role") else last
    return view.cut(found[first].start, found[last].end)


def _with_opener(said: list[str], kinds: list[str]) -> list[str]:
    """A list after 由 opens the clause though its verb comes pieces later (由甲会同乙、丙负责制定…)."""
    for index, piece in enumerate(said):
        verb = next((kind for kind in kinds[index:] if kind != "names"), "")
        if kinds[index] == "names" and piece.startswith("由") and verb == "role":
            kinds[index] = "lead"
    return kinds


def _kind(piece: str) -> str:
    """lead: opens a clause; role: goes on with one; names: bearers only; deadline; or nothing of these."""
    piece = _WORK_BY.sub("", piece, count=1) if _WORK_BY.match(piece) else piece
    if not piece or names.is_content(piece.removeprefix("会同")):
        return "role" if piece.startswith("会同") and names.is_bearer(piece[2:]) else ""
    if is_deadline(piece):
        return "deadline"
    subject, chain, after = _split(piece)
    if chain is None:
        return "names" if _all_bearers(piece.removeprefix("由")) else ""
    if _NOT_TASK.match(after):
        return ""
    subject = subject[subject.rfind("：") + 1 :]
    by = subject.rfind("由")
    who = subject[by + 1 :] if by >= 0 and not names.has_head(subject[: by + 1]) else subject
    person = names.is_person(who)
    if not person and not _all_bearers(who):
        return ""
    opens = by >= 0 or chain.role is Role.LEAD or not after
    return "lead" if opens and not person else "role"


def _split(piece: str) -> tuple[str, Chain | None, str]:
    chain = trailing_chain(piece)
    inner = next(
        (
            c
            for c in inner_chains(piece)
            if names.is_whole(names.trimmed(piece[: c.start])) or names.is_person(piece[: c.start])
        ),
        None,
    )
    if inner and (chain is None or inner.start < chain.start) and not names.has_head(piece):
        return piece[: inner.start], inner, piece[inner.end :]
    if chain:
        return piece[: chain.start], chain, ""
    return piece, None, ""


def _all_bearers(subject: str) -> bool:
    etc = names.etc_at(subject)
    subject = subject[: etc[0]] if etc else subject
    if not subject:
        return False
    if together := names.together_at(subject):
        return _all_bearers(subject[: together[0]]) and _all_bearers(subject[together[1] :])
    if cut := names.conjunction_at(subject):
        return _all_bearers(subject[: cut[0]]) and _all_bearers(subject[cut[1] :])
    return names.is_bearer(subject) or names.is_units(subject)
