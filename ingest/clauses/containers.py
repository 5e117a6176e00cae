"""Finds where responsibility clauses may stand: brackets, label lines, running sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.clauses import names
from ingest.clauses.roles import Label, label_at
from ingest.clauses.words import load_labels
from ingest.records import Text
from ingest.seeds import any_of

_BRACKET = re.compile(r"[（(〔［【\[）)〕］】\]\n]")
_OPEN, _CLOSE = "（(〔［【[", "）)〕］】]"
_PROMISING = re.compile("[厅局委办部院署团会司府心位门区县市镇处科校组队站场室]|牵头|负责|配合|责任")
_CLOSE_LIMIT = 200
_CLAUSE_LIMIT = 4000
_SENTENCE_LIMIT = 600
_DEEPEST = 3
_COLON = "："
_BETWEEN_NAMES = re.compile("[、，]")
_LONGEST_NAMES = 60
_GOVERNMENT_ALONE = re.compile(r"(?:管委会|管理委员会|(?:人民)?政府|办事处|行政公署)(?=[\s、，；。）]|$)")
_BEFORE_LABEL = " \t\u3000\n。；，、.．;）】〕)]!！？|*"
_RUNNING = re.compile(
    "牵头|由[^，。；：\n]{2,60}?(?:负责|承办|主办|统筹|组织实施|会同)|履行.{0,3}职责"
    "|任务均(?:需|须|由|涉及)[^。；：\n]{2,60}?(?:落实|负责|配合|实施)"
    "|(?<=[厅局委办部院会处所站心府队司室团镇乡）])(?:要|应|须)?"
    "(?:负责|承担|统筹|予以|给予|积极|协助|协同|配合|参与|参加|支持|会同|监督|督促|指导|抓好|具体|组织实施)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a clause; `inner` is what to read. `kind`: bracket, label or running."""

    kind: str
    start: int
    end: int
    inner: tuple[int, int]


def bracket_candidates(text: Text, start: int, end: int) -> Iterator[Candidate]:
    """Bracket groups balanced by depth, outer ones before inner ones; an unclosed one ends with its line."""
    stack: list[int] = []
    found: list[tuple[int, int, bool]] = []
    for match in _BRACKET.finditer(text.folded, start, end):
        character, at = match[0], match.start()
        if character in _OPEN:
            stack.append(at)
        elif character in _CLOSE and stack:
            opener = stack.pop()
            if len(stack) < _DEEPEST:
                found.append((opener, at + 1, True))
        elif character == "\n" and stack and not _closes_later(text, stack[0], at, end):
            found += [(opener, at, False) for opener in stack[:_DEEPEST]]
            stack = []
    found += [(opener, end, False) for opener in stack[:_DEEPEST]]
    for first, last, closed in sorted(found, key=lambda group: (group[0], -group[1])):
        inner = (first + 1, last - closed)
        if 4 <= last - first <= _CLAUSE_LIMIT and _PROMISING.search(text.folded, *inner):
            yield Candidate("bracket", first, last, inner)


def _closes_later(text: Text, opener: int, at: int, end: int) -> bool:
    """Whether a bracket left open at a line's end is closed soon (a line break inside a clause)."""
    limit = min(end, at + _CLOSE_LIMIT)
    depth = 1
    for match in _BRACKET.finditer(text.folded, at + 1, limit):
        if match[0] == "\n":
            continue
        depth += 1 if match[0] in _OPEN else -1
        if depth == 0:
            return at - opener < _CLAUSE_LIMIT
    return False


@cache
def _label_firsts() -> str:
    labels = load_labels()
    words = [*labels.fronts, *labels.asides]
    return "".join(sorted({word[0] for word in words} | set("省市县区州本整任工项")))


@cache
def _line_label() -> re.Pattern[str]:
    return re.compile(f"^[ \\t\\u3000*]*(?=[{_label_firsts()}])", re.MULTILINE)


@cache
def _label_before_colon() -> re.Pattern[str]:
    labels = load_labels()
    return re.compile(f"{any_of([*labels.fronts, *labels.asides])}(?:{any_of(labels.backs)})?$")


def label_candidates(text: Text, start: int, end: int) -> Iterator[Candidate]:
    """Label lines (consecutive ones are one clause) and labels in mid-line."""
    done = start
    for at in _label_starts(text.folded, start, end):
        if at < done:
            continue
        label = label_at(text.folded, at)
        if label is None or label.aside == "content":
            continue
        done = _label_end(text, at, end)
        yield Candidate("label", at, done, (at, done))


def _label_starts(folded: str, start: int, end: int) -> list[int]:
    """Where a label begins a line or stands before a colon."""
    found = set()
    for match in _line_label().finditer(folded, start, end):
        label = label_at(folded, match.end())
        if label and label.end <= end and _opens_line(folded, label):
            found.add(match.end())
    colon = folded.find(_COLON, start, end)
    while colon >= 0:
        at = _label_ending(folded, start, colon)
        if at is not None:
            found.add(at)
        colon = folded.find(_COLON, colon + 1, end)
    return sorted(found)


def _opens_line(folded: str, label: Label) -> bool:
    after = folded[label.end : label.end + 1]
    if folded[label.end - 1] == _COLON:
        return True
    return label.role is not None and (
        after in ("", "\n", "\t", " ", "\u3000", "；") or after in "省市县区各"
    )


def _label_ending(folded: str, start: int, colon: int) -> int | None:
    """The start of the label that ends at this colon, with its note; None if there is none."""
    last = colon
    if folded[colon - 1 : colon] == "）":
        last = folded.rfind("（", max(start, colon - 70), colon)
    match = _label_before_colon().search(folded[max(start, last - 12) : max(start, last)])
    if match is None:
        return None
    at = max(start, last - 12) + match.start()
    before = folded[at - 1] if at > start else "\n"
    label = label_at(folded, at) if before in _BEFORE_LABEL else None
    return at if label and label.end == colon + 1 else None


def _label_end(text: Text, start: int, end: int) -> int:
    """The end of the clause that begins with a label: further label lines and continuations belong to it."""
    end = min(end, start + _CLAUSE_LIMIT)
    last = _line_end(text.folded, start, end)
    stop = _sentence_stop(text.folded, start, last)
    if stop < last:
        return stop
    while last < end:
        following = re.compile(r"\n[ \t\u3000]*").match(text.folded, last, end)
        if following is None or not _goes_on(text.folded, start, last, following.end(), following[0]):
            break
        last = _line_end(text.folded, following.end(), end)
    return last


def _line_end(folded: str, start: int, end: int) -> int:
    end = min(end, start + _CLAUSE_LIMIT)
    found = folded.find("\n", start, end)
    return end if found < 0 else found


def _sentence_stop(folded: str, start: int, end: int) -> int:
    """The full stop after which the line goes on with something else than a clause."""
    depth = 0
    for at in range(start, end):
        character = folded[at]
        depth += (character in _OPEN) - (character in _CLOSE)
        if (
            character == "。"
            and depth <= 0
            and folded[at + 1 : end].strip()
            and not _still_clause(folded[at + 1 : end])
        ):
            return at
    return end


def _still_clause(rest: str) -> bool:
    rest = rest.strip()
    return bool(label_at(rest)) or bool(re.match(".{0,30}(?:下同|不再|均需|均涉及|首位|第一)", rest))


def _goes_on(folded: str, start: int, last: int, at: int, gap: str) -> bool:
    """Whether the next line belongs to the clause."""
    line = folded[start:last].rsplit("\n", 1)[-1].rstrip()
    label = label_at(folded, at)
    if label and (folded[label.end - 1] == _COLON or _opens_line(folded, label)):
        return label.aside != "content"
    if line.endswith(("、", "，")) or _is_rest_of_name(folded, line, at) or _are_more_names(folded, line, at):
        return True
    own = label_at(line.strip())
    if own and own.end >= len(line.strip()):
        return own.aside == ""
    return len(gap) > 3 and not line.endswith("。")


def _are_more_names(folded: str, line: str, at: int) -> bool:
    """Whether nothing but names stands on the line below a label's (牵头单位：县农业农村局⏎县文明办)."""
    end = _line_end(folded, at, len(folded))
    below = folded[at:end].strip()
    is_last = not folded[end:].strip()  # perhaps a signature
    if is_last or not label_at(line.strip()) or line.endswith("。") or not 2 < len(below) <= _LONGEST_NAMES:
        return False
    return all(_surely_named(name) for name in _BETWEEN_NAMES.split(below))


def _surely_named(name: str) -> bool:
    return names.is_bearer(name) and (names.is_placed(name) or names.is_class(name))


def _is_rest_of_name(folded: str, line: str, at: int) -> bool:
    """Whether a line break parts 管委会 or 人民政府 from the place that it heads."""
    head = _GOVERNMENT_ALONE.match(folded, at)
    return head is not None and line.endswith(("区", "市", "县", "旗", "镇", "乡", "州", "街道"))


def running_candidates(text: Text, start: int, end: int) -> Iterator[Candidate]:
    """Sentences that speak of leading or being charged with something."""
    done = start
    for match in _RUNNING.finditer(text.folded, start, end):
        if match.start() < done:
            continue
        back = max(start, done, match.start() - _SENTENCE_LIMIT)
        ahead = min(end, match.end() + _SENTENCE_LIMIT)
        first = max(back, *(text.folded.rfind(mark, back, match.start()) + 1 for mark in "。！？\n"))
        ends = (text.folded.find(mark, match.end(), ahead) for mark in "。！？\n")
        done = min((at for at in ends if at >= 0), default=ahead)
        yield Candidate("running", first, done, (first, done))
