"""Responsibility in running text: 由甲牵头，乙参加. Finds the stretch of a sentence that says it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from graph.model import Role
from ingest.clauses import names
from ingest.clauses.asides import is_deadline
from ingest.clauses.containers import Candidate
from ingest.clauses.pieces import Piece, pieces
from ingest.clauses.roles import Chain, inner_chains, trailing_chain
from ingest.clauses.view import View, view_of
from ingest.clauses.words import pattern
from ingest.records import Text

_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]+[、是要]|（[一二三四五六七八九十\d]+）|\d+[.．、）])\s*")
_WORK_BY = re.compile("(?:该|本|此|这|上述|以上|其中)[^，由]{0,10}?(?=由)")
_SURELY = re.compile("牵头(?!(?:抓总|统筹|协调)?作用)|由|任务均")
_ROLES = ("lead", "role")
_NOT_BEARER = re.compile("成立|设在|任组长|争取|给予|组建|^(?:政府|部门|企业|社会|市场)$")
_STEM = re.compile("[\u4e00-\u9fff]{2,5}")  # may share the ending of the name behind it
_NOT_TASK = re.compile("^(?:解释|人|制$|的)")


class _Told(NamedTuple):
    """What a piece says: lead opens a clause, role goes on with one, names: bearers only; deadline; or "".

    `start`, `end`: the part that says it, without the work that follows.
    """

    kind: str
    start: int
    end: int


def role_stretches(text: Text, candidate: Candidate) -> Iterator[View]:
    """The parts of the sentence that name bearers, each from its first to its last piece that does.

    A sentence that neither says 牵头 nor 由 speaks of bearers only if it does so with every word, and
    twice or more (甲负责组织排查，乙予以配合).
    """
    view = view_of(text, candidate.start, candidate.end)
    numbering = _NUMBERING.match(view.text)
    if numbering:
        view = view.cut(numbering.end(), len(view.text))
    found = pieces(view.text)
    told = _in_lists(view.text, found, [_told(view.text, piece) for piece in found])
    if not _SURELY.search(view.text):
        if all(each.kind for each in told) and sum(each.kind in _ROLES for each in told) > 1:
            yield _joined(view, found, told)
        return
    after = 0
    while (opener := next((i for i in range(after, len(told)) if told[i].kind == "lead"), None)) is not None:
        first = opener
        while first > after and told[first - 1].kind in ("names", "role") and found[first].before in "、，；":
            first -= 1
        after = next((i for i in range(opener, len(told)) if not told[i].kind), len(told))
        last = max(i for i in range(opener, after) if told[i].kind in _ROLES)
        yield _joined(view, found[first : last + 1], told[first : last + 1])


def _joined(view: View, found: Sequence[Piece], told: Sequence[_Told]) -> View:
    """The parts that name bearers; a piece whose work is left out ends its group."""
    words, at, at_work = "", list[int](), False
    for piece, each in zip(found, told, strict=True):
        if words:
            words += "；" if at_work else piece.before
            at.append(view.at[piece.start - 1])
        words += view.text[each.start : each.end]
        at += view.at[each.start : each.end]
        at_work = view.text[each.end : piece.end].strip() != ""
    return View(words, tuple(at))


def _in_lists(text: str, found: Sequence[Piece], told: list[_Told]) -> list[_Told]:
    """What a piece is by its place in a list.

    A list after 由 opens the clause though its verb comes pieces later (由甲会同乙、丙负责制定…). What is
    listed with content is content (鼓励企业牵头、社会组织参与). Pieces of a list that ends in bearers are
    names too, though they show it only by their place in it (吉田镇、太保镇、永和镇政府承办).
    """
    for index in range(1, len(told)):
        before = text[found[index - 1].start : found[index - 1].end].strip()
        content = not told[index - 1].kind and names.is_content(before.removeprefix("会同"))
        if content and found[index].before == "、":
            told[index] = told[index]._replace(kind="")
    for index in range(len(told) - 1, 0, -1):
        before = text[found[index - 1].start : found[index - 1].end].strip().removeprefix("由")
        listed = found[index].before == "、" and told[index].kind in ("lead", "role", "names")
        if listed and not told[index - 1].kind and (_STEM.fullmatch(before) or names.looks_like_body(before)):
            told[index - 1] = told[index - 1]._replace(kind="names")
    for index, each in enumerate(told):
        verb = next((later.kind for later in told[index:] if later.kind != "names"), "")
        if each.kind == "names" and text.startswith("由", each.start) and verb == "role":
            told[index] = each._replace(kind="lead")
    return told


def _told(text: str, piece: Piece) -> _Told:
    said = text[piece.start : piece.end]
    start = piece.start + len(said) - len(said.lstrip())
    said = said.strip()
    kind, length = _kind(said)
    return _Told(kind, start, start + length)


def _kind(piece: str) -> tuple[str, int]:
    """What a piece is, and how many of its characters say it."""
    skipped = _WORK_BY.match(piece)
    said = piece[skipped.end() :] if skipped else piece
    whole = len(piece)
    if not said or names.is_content(said.removeprefix("会同")):
        return ("role" if said.startswith("会同") and names.is_bearer(said[2:]) else "", whole)
    if is_deadline(said):
        return "deadline", whole
    subject, verbs, after = _split(said)
    if verbs is None:
        if not _NOT_BEARER.search(said) and _all_bearers(said.removeprefix("由")):
            return "names", whole
        return ("names", length) if (length := _bearers_before_work(said)) else ("", whole)
    if _NOT_TASK.match(after):
        return "", whole
    subject = subject[subject.rfind("：") + 1 :]
    by = subject.rfind("由")
    who = subject[by + 1 :] if by >= 0 and not names.has_head(subject[: by + 1]) else subject
    person = names.is_person(who)
    if not person and (_NOT_BEARER.search(who) or not _all_bearers(who)):
        return "", whole
    opens = by >= 0 or verbs.role is Role.LEAD or not after
    return "lead" if opens and not person else "role", whole - len(after)


def _bearers_before_work(piece: str) -> int:
    """How far a piece names bearers, if their work follows (会同财政厅于5月底前印发办法); 0 if it doesn't."""
    for work in _work().finditer(piece):
        bearers = piece[: work.start()].removeprefix("会同")
        if names.has_strong_head(bearers) and _all_bearers(bearers):
            return work.start()
    return 0


@cache
def _work() -> re.Pattern[str]:
    return re.compile(
        f"(?<=.)(?:于|在(?=\\d)|{pattern('content_starts').pattern}|印发|出台|编制|起草|组建|召开|举办|研究)"
    )


def _split(piece: str) -> tuple[str, Chain | None, str]:
    closing = trailing_chain(piece)
    inner = next(
        (
            c
            for c in inner_chains(piece)
            if (names.is_whole(names.trimmed(piece[: c.start])) or names.is_person(piece[: c.start]))
            and not names.goes_on_as_body(piece[c.end :])
        ),
        None,
    )
    if inner and (closing is None or inner.start < closing.start) and not names.has_head(piece):
        return piece[: inner.start], inner, piece[inner.end :]
    if closing:
        return piece[: closing.start], closing, ""
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
