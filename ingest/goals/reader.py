"""Finds the targets that a stretch of a plan states."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from graph.model import Comparator
from ingest.dates import find_dates
from ingest.goals import deadlines, rules, wording
from ingest.goals.deadlines import Segment
from ingest.goals.masking import mask
from ingest.goals.quantities import Quantity, find_quantities
from ingest.goals.words import load_words
from ingest.records import Text

_SENTENCE = re.compile("[^。！？\n\t]{1,2000}")
_TELLING = re.compile(r"[\d一二两三四五六七八九十百千万]|年[底内末]|上半年|翻")
_BULLET = re.compile(r"\s*(?:[—·•●■□-]|[（(]?[\d一二三四五六七八九十]+[）).、．])")


class FoundGoal(NamedTuple):
    """A target as written.

    `statement` is `content[start:end]`. `about`: what it counts. `value` is None for a state to
    reach without a figure; `value_max` only for a range; `unit` None for a bare index.
    """

    statement: str
    about: str | None
    value: float | None
    value_max: float | None
    unit: str | None
    comparator: Comparator | None
    deadline: date | None
    start: int
    end: int


def find_goals(
    text: Text, start: int, end: int, year: int | None, default_deadline: date | None = None
) -> tuple[FoundGoal, ...]:
    """Every target in `text.content[start:end]`, in text order.

    Args:
        text: The document.
        start: Where the task's body or the preamble begins.
        end: Where it ends, exclusive.
        year: The plan's year, for dates that name none.
        default_deadline: The task's own deadline, for targets that state none.
    """
    masked = mask(text.folded[start:end])
    goals: list[FoundGoal] = []
    carried: date | None = None
    for match in _SENTENCE.finditer(masked):
        if carried is not None and not _BULLET.match(match[0]):
            carried = None
        if _TELLING.search(match[0]):
            first = start + match.start()
            sentence = _Sentence(text, first, match[0], year, carried, default_deadline)
            if sentence.may_hold_goals:
                goals += sentence.goals()
                carried = sentence.introduces() or carried
    return tuple(goals)


def _last(days: tuple[date | None, ...]) -> date | None:
    return days[-1] if days else None


class _Sentence:
    """One sentence: as printed from `offset` on, masked, with its quantities and its segments' deadlines."""

    def __init__(
        self,
        text: Text,
        offset: int,
        masked: str,
        year: int | None,
        carried: date | None,
        default: date | None,
    ) -> None:
        dates = find_dates(masked, year)
        self.printed, self.masked = text.content[offset : offset + len(masked)], masked
        self.offset, self.default = offset, default
        self.quantities = find_quantities(masked, [(d.start, d.end) for d in dates])
        self.may_hold_goals = bool(self.quantities or dates or carried)
        self.segments = deadlines.split(masked, dates, year, carried) if self.may_hold_goals else []

    def introduces(self) -> date | None:
        """The deadline for the list that this sentence opens with a colon."""
        opens = self.masked.rstrip().endswith("：") and self.segments
        return _last(self.segments[-1].days) if opens else None

    def goals(self) -> Iterator[FoundGoal]:
        rewarded = past = former = False
        for segment in self.segments:
            words = self.masked[segment.start : segment.end]
            rewards = rules.speaks_of_reward(words)
            former = rules.looks_back(words) or (former and not segment.dated)
            past = segment.past or rules.tells_past(words) or (past and words.startswith("其中"))
            if not past and not former:
                targets = self._targets(segment, rewards, rewarded)
                yield from self._quantified(targets, segment)
                if not targets and not rewards and (segment.dated or not self.quantities):
                    yield from self._state_to_reach(segment)
            rewarded = rewarded or rewards

    def _targets(self, segment: Segment, rewards: bool, rewarded: bool) -> list[Quantity]:
        """From right to left, as a condition reaches back over a list (1亿元以上、3年以上的项目)."""
        found: list[Quantity] = []
        following: Quantity | None = None
        condition = False
        for quantity in reversed([q for q in self.quantities if segment.start <= q.figure < segment.end]):
            stop = self.masked.find("、", quantity.end, segment.end)
            tail = self.masked[quantity.end : segment.end if stop < 0 else stop]
            near = following if following and following.start < quantity.end + len(tail) else None
            place = rules.Place(self.masked, segment.start, segment.end, tail, near, rewards, rewarded)
            condition = rules.is_condition(quantity, place, condition)
            if not condition and rules.is_target(quantity, place):
                found.append(quantity)
            following = quantity
        return found[::-1]

    def _quantified(self, targets: list[Quantity], segment: Segment) -> Iterator[FoundGoal]:
        if not targets:
            return
        days = iter(segment.days if len(segment.days) == len(targets) else ())
        for statement in wording.statements(self.masked, segment.body, segment.end, targets):
            for index, quantity in enumerate(statement.quantities):
                yield FoundGoal(
                    statement=self.printed[statement.start : statement.end],
                    about=wording.about(self.printed, statement, index),
                    value=quantity.value,
                    value_max=quantity.value_max,
                    unit=quantity.unit,
                    comparator=self._comparator(quantity, statement),
                    deadline=next(days, _last(segment.days)) or self.default,
                    start=self.offset + statement.start,
                    end=self.offset + statement.end,
                )

    def _comparator(self, quantity: Quantity, statement: wording.Statement) -> Comparator:
        """The quantity's own; else the one said of all (分别达到90%、80%以上; 至少建成1家)."""
        first, last = statement.quantities[0], statement.quantities[-1]
        if quantity.comparator is not Comparator.EQUAL:
            return quantity.comparator
        if last.qualified and last.comparator is not Comparator.RANGE:
            return last.comparator
        if first.start < first.figure and self.masked.find("分别", statement.start, first.figure) >= 0:
            return first.comparator  # 分别不低于85%、65%和40%
        for word, comparator in load_words().anywhere.meanings.items():
            if self.masked.find(word, statement.start, quantity.start) >= 0:
                return comparator
        return Comparator.EQUAL

    def _state_to_reach(self, segment: Segment) -> Iterator[FoundGoal]:
        """确保到2024年底基本实现均衡化发展: no figure, but a date and a state."""
        deadline = _last(segment.days)
        only_tells_when = segment.closing or self.masked.startswith("：", segment.end)
        if deadline is None or only_tells_when or not self._names_a_state(segment):
            return
        start, end = wording.trim(self.masked, segment.start, segment.end)
        statement = self.printed[start:end]
        span = self.offset + start, self.offset + end
        yield FoundGoal(statement, None, None, None, None, None, deadline, *span)

    def _names_a_state(self, segment: Segment) -> bool:
        kinds = ("attain", "emerge") if segment.until else ("attain",)
        verbs = load_words().verbs
        return any(verbs[kind].occurs(self.masked, segment.body, segment.end) for kind in kinds)
