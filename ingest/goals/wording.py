"""A target's statement and what it counts."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ingest.goals.quantities import Quantity
from ingest.goals.words import load_words

NOT_OBJECT = re.compile("[率区量数额度值比费期者员业]")
"""After a verb these make a noun of it: 完成率, 建成区, 服务业."""

_JOINT = re.compile("、|以及|并且|[和及与并]")
_ATTRIBUTE = re.compile("(.{0,8}?[级类型])(.*)")
_PERIOD = re.compile(r"(?:[\d一二三四五六七八九十]+年|每年|全年|年均)(?:累计)?")
_SETTING = re.compile(
    "^(?:在|对|向|面向|通过)[^□]{1,30}?(?=开展|举办|组织|实施|建设|打造|新建|布局|投放|推进|完成)"
)
_MARKER = re.compile(
    r"[\s—·•]*(?:（?[\d一二三四五六七八九十]{1,3}(?:[）、．]|\.(?!\d))|[一二三四五六七八九十][是要])"
)
_BASE = re.compile(r"(?:^|(?<=.))(?:同?比|较|由|从)[^，]{0,12}$")
_LEVEL = re.compile("台阶|大关|关口|规模|水平|目标")
_EDGE = " \u3000\t*—·•，；：、。的"


class Statement(NamedTuple):
    """A stretch of the sentence and the quantities that share it."""

    start: int
    end: int
    quantities: tuple[Quantity, ...]


def statements(sentence: str, start: int, end: int, targets: list[Quantity]) -> list[Statement]:
    """Parts a segment among its targets, one statement each.

    Several share one where only the last carries the noun or verb (2个国家级和14个省级…试点城市,
    分别达到30%和40%).

    Args:
        sentence: Masked text.
        start: Where the segment's own words begin.
        end: Where the segment ends.
        targets: Its targets, in order; at least one.
    """
    found: list[Statement] = []
    members = [targets[0]]
    for first, second in pairwise(targets):
        cut = _cut(sentence, first, second)
        if cut is not None:
            found.append(_trimmed(sentence, start, cut, members))
            start, members = cut, []
        members.append(second)
    return [*found, _trimmed(sentence, start, end, members)]


def _cut(sentence: str, first: Quantity, second: Quantity) -> int | None:
    """Where two neighbours part; None where they share a statement."""
    between = sentence[first.end : second.start]
    joints = list(_JOINT.finditer(between))
    if not joints:
        verb = load_words().verbs["govern"].occurs(between, 0, len(between))
        return first.end + (verb.start() if verb else 0)
    joint = joints[-1]
    noun, rest = between[: joint.start()].strip(), between[joint.end() :].strip()
    if not rest and (not noun or _ATTRIBUTE.fullmatch(noun)):
        return None
    return first.end + joint.start()


def _trimmed(sentence: str, start: int, end: int, members: list[Quantity]) -> Statement:
    start, end = trim(sentence, start, end)
    return Statement(start, end, tuple(members))


def trim(sentence: str, start: int, end: int) -> tuple[int, int]:
    """A span without list marks, separators and conjunctions at its edges."""
    if (mark := _MARKER.match(sentence, start, end)) is not None:
        start = mark.end()
    while start < end and sentence[start] in " \u3000—·•、和及与并且":
        start += 1
    while end > start and sentence[end - 1] in " \u3000、":
        end -= 1
    return start, end


def about(sentence: str, statement: Statement, index: int) -> str | None:
    """What a target counts: the noun after the unit, else the subject or object before the figure.

    Args:
        sentence: The sentence as printed.
        statement: The target's statement.
        index: Which of its quantities.
    """
    members = statement.quantities
    tail = sentence[members[-1].end : statement.end].strip(_EDGE)
    if tail and index < len(members) - 1:
        tail = _with_shared_noun(sentence, members[index], members[index + 1], tail)
    if tail and not _LEVEL.fullmatch(tail):
        return tail
    head = _head(sentence[statement.start : members[0].start])
    subjects = _JOINT.split(head)
    return (subjects[index] if len(subjects) == len(members) > 1 else head) or None


def _with_shared_noun(sentence: str, quantity: Quantity, following: Quantity, tail: str) -> str:
    """国家级 + 省级中小企业…试点城市 → 国家级中小企业…试点城市."""
    own = _JOINT.split(sentence[quantity.end : following.start])[0].strip(_EDGE)
    match = _ATTRIBUTE.fullmatch(tail)
    return own + match[2] if match and own else own + tail


@lru_cache(maxsize=4096)
def _head(text: str) -> str:
    """The words before a figure without the verbs around what is counted."""
    words = load_words()
    for said in words.anywhere.meanings:
        text = text.rpartition(said)[2]
    head = _SETTING.sub("", _BASE.sub("", _strip_end(text.strip(_EDGE))))
    while (period := _PERIOD.match(head)) or (word := words.verbs["lead"].at(head, 0)):
        head = head[period.end() if period else len(word or "") :].strip(_EDGE)
    return _strip_verbs(head)


def _strip_verbs(head: str) -> str:
    """The object of 新建 or of 新建、改建; 完成率 and 建成区 are nouns."""
    govern = load_words().verbs["govern"]
    while (word := govern.at(head, 0)) is not None:
        rest = head[len(word) :].lstrip(" ")
        if not rest or NOT_OBJECT.match(rest):
            return head
        head = rest.lstrip("、").strip(_EDGE)
        if not rest.startswith("、"):
            return head
    return head


def _strip_end(head: str) -> str:
    reach = load_words().verbs["reach"]
    while (word := reach.before(head, len(head))) is not None and len(word) < len(head):
        head = head[: -len(word)].strip(_EDGE)
    return head
