"""What stands around a plan: its title, the covering notice, issuer, number, date, place, addressees."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.model import Jurisdiction
from ingest.dates import read_date
from ingest.numerals import read_digits
from ingest.outline.lines import Kind, Line, number_within
from ingest.outline.places import place_of
from ingest.outline.words import issuer_pattern, notice_pattern, spaced, title_pattern, words
from ingest.records import Span, Text

_ITEMS = (Kind.MARKED, Kind.ROW)
_HEAD = 80
_LONGEST_TITLE = 90
_MOST_LINES = 4
_MOST_NAMES = 12
_CONTEXT = 4000
_QUOTED = re.compile(r"《((?:[^《》]|《[^《》]*》)*)》")
_INSIDE_TITLE = re.compile(r"[《》〈〉“”\"'‘’*\s]")
_CARRIED = re.compile(r"印发|审议|同意|通过|批准|执行|贯彻|下达|发布|公布")
_ADDRESSEES = re.compile(
    r"(?:主送：)?(?:各|省|市|县|区|州|自治|国务院|中央|有关|机关|本|全|兵团|局)[^。；：]*："
)
_QUALIFIER = re.compile(r"（[^（）]*）")
_YEAR = re.compile(r"((?:19|20)\d\d)\s*(?:年|[—–－\-~至])|([二][〇○零][〇○零一二三四五六七八九]{2})年")


@dataclass(frozen=True, slots=True)
class Front:
    """All that is known of a document beside its items.

    `covers`: spans of covering notices, before or after the plan.
    """

    title: str
    number: str | None
    issuer: str | None
    issued_on: date | None
    year: int | None
    jurisdiction: Jurisdiction | None
    addressees: tuple[str, ...]
    covers: tuple[Span, ...]


def read_front(text: Text, lines: Sequence[Line]) -> tuple[Front, list[Line]]:
    """Find the plan among the lines, and what the rest says about it.

    Returns:
        What is known of the document, and the plan's own lines.
    """
    return _Reader(text, lines).read()


class _Reader:
    def __init__(self, text: Text, lines: Sequence[Line]) -> None:
        self.folded, self.lines = text.folded, lines
        items = (at for at, line in enumerate(lines) if line.kind in _ITEMS)
        self.first_item = next(items, len(lines))
        self.last_item = max((at for at, line in enumerate(lines) if line.kind in _ITEMS), default=-1)
        self.notice = self._find_notice(min(_HEAD, self.first_item))

    def read(self) -> tuple[Front, list[Line]]:
        first, after, title = self._find_title()
        tail = self._find_tail(after)
        body = [line for line in self.lines[after : tail[0]] if not self._is_address(line, after)]
        body += self.lines[tail[1] :]
        covers = [s for s in (self._span(0, first), self._span(*tail)) if s]
        head = [*self.lines[:first], *self.lines[tail[0] : tail[1]]]
        issuer, day = self._signed(head, body, title)
        number = self._number(head, body)
        names = [n for n in (issuer, self._notice_issuer(), title) if n]
        place = place_of(names, number, self.folded[:_CONTEXT])
        front = Front(
            title,
            number,
            issuer,
            day,
            _year(title, day),
            place,
            self._addressees(),
            tuple(covers),
        )
        return front, body

    def _words(self, line: Line) -> str:
        return self.folded[line.start : line.end]

    def _joined(self, first: int, after: int) -> str:
        return "".join(self._words(line).strip("# *") for line in self.lines[first:after])

    def _span(self, first: int, after: int) -> Span | None:
        return (self.lines[first].start, self.lines[after - 1].end) if first < after else None

    # ---- the covering notice

    def _find_notice(self, before: int) -> tuple[int, int, re.Match[str]] | None:
        """The first notice title before a line, as (first line, line after, match)."""
        for at in range(before):
            for after in range(at + 1, min(at + _MOST_LINES, len(self.lines)) + 1):
                if not self._is_plain(after - 1):
                    break
                if match := notice_pattern().fullmatch(self._joined(at, after)):
                    return at, after, match
        return None

    def _is_plain(self, at: int) -> bool:
        line = self.lines[at]
        return line.kind in (Kind.TEXT, Kind.SIGNATURE) and line.end - line.start <= _LONGEST_TITLE

    def _notice_issuer(self) -> str | None:
        names = self.notice[2]["issuer"].split() if self.notice else []
        return "、".join(names) or None

    def _expected(self) -> Iterator[str]:
        """Names of the plan that the notice gives."""
        if self.notice:
            plan = self.notice[2]["plan"]
            yield from _QUOTED.findall(plan) or [plan]
        for line in self.lines[:_HEAD]:
            if line.kind in _ITEMS:
                break
            if _CARRIED.search(self._words(line)):
                yield from _QUOTED.findall(self._words(line))

    # ---- the plan's own title

    def _find_title(self) -> tuple[int, int, str]:
        """First line and line after of the title, and the title; both 0 where there is none."""
        signed = self._first_signed()
        expected = list(dict.fromkeys(map(_bare, self._expected())))[:_MOST_NAMES]
        found = [span for name in expected for span in self._named(name)]
        if found:
            best = next((span for span in found if span[0] > signed), found[0])
            return *best, self._joined(*best)
        start = signed + 1 if self.notice else 0
        likely = next(self._title_like(max(start, self.notice[1] if self.notice else 0)), None)
        if likely and expected and (annex := self._annexes_at(likely[0])) is not None:
            begun = self._notice_with_items(signed) or annex
            return begun, begun, next(self._expected())
        if likely:
            return *likely, self._joined(*likely)
        return self._fallback(signed, expected)

    def _annexes_at(self, at: int) -> int | None:
        """The attachment whose title stands at a line, if the notice carries several and nothing else."""
        above = [i for i, line in enumerate(self.lines) if line.kind is Kind.ANNEX and self._is_label(line)]
        return at - 1 if len(above) > 1 and at - 1 == above[0] else None

    def _notice_with_items(self, signed: int) -> int | None:
        """The line after the notice's title, if it has numbered items of its own (aims, rules)."""
        after = self.notice[1] if self.notice else signed
        return (
            after
            if any(line.kind is Kind.MARKED for line in self.lines[after : max(signed, after)])
            else None
        )

    def _is_label(self, line: Line) -> bool:
        return "：" not in self._words(line)

    def _first_signed(self) -> int:
        """The first signature date with items below it: that of a covering notice; -1 if there is none."""
        for at, line in enumerate(self.lines[: min(_HEAD, self.last_item + 1)]):
            if line.kind is Kind.DATE:
                return at
        return -1

    def _named(self, name: str) -> Iterator[tuple[int, int]]:
        for at, line in enumerate(self.lines):
            if line.kind is not Kind.TEXT or line.end - line.start > _LONGEST_TITLE:
                continue
            for after in range(at + 1, min(at + _MOST_LINES, len(self.lines)) + 1):
                key = _bare(self._joined(at, after))
                if not name or not name.startswith(key):
                    break
                if key == name:
                    yield at, self._with_qualifier(after)

    def _title_like(self, start: int) -> Iterator[tuple[int, int]]:
        for at in range(start, len(self.lines)):
            line = self.lines[at]
            if line.kind in _ITEMS:
                return
            if self._is_plain(at) and title_pattern().fullmatch(self._words(line).strip("# *")):
                yield self._with_beginning(at, start), self._with_qualifier(at + 1)

    def _with_beginning(self, at: int, start: int) -> int:
        """A long title may begin on the lines above."""
        first = at
        while first > max(start, at - 2):
            above = self.lines[first - 1]
            words_above = self._words(above)
            if (
                above.kind is not Kind.TEXT
                or len(words_above) > 40
                or re.search(r"[。；：！？]|^各", words_above)
            ):
                break
            first -= 1
        return first

    def _with_qualifier(self, after: int) -> int:
        """（2024—2027年）, （试行） on a line of its own belongs to the title."""
        if after < len(self.lines) and self.lines[after].kind is Kind.TEXT:
            below = self._words(self.lines[after])
            if len(below) <= 30 and _QUALIFIER.fullmatch(below) and not _CARRIED.search(below):
                return after + (read_date(below) is None)
        return after

    def _fallback(self, signed: int, expected: list[str]) -> tuple[int, int, str]:
        """No line of its own: the name the notice gives, or the first short line."""
        after = max(signed + 1, self.notice[1]) if self.notice else signed + 1
        names = list(self._expected())
        if names and expected:
            return after, after, names[0]
        for at, line in enumerate(self.lines[:_HEAD]):
            if line.kind in _ITEMS:
                break
            if self._is_plain(at) and not re.search(r"[。；：]", self._words(line)):
                return at, at + 1, self._words(line)
        return 0, 0, ""

    # ---- the end

    def _find_tail(self, after: int) -> tuple[int, int]:
        """Lines of a covering notice that follows the plan; empty where there is none."""
        begun = next((i for i in range(after, len(self.lines)) if self._is_item(i)), len(self.lines))
        for at in range(begun, len(self.lines)):
            if self._is_item(at):
                continue
            if self._is_notice(at) or self._is_late_address(at):
                first = at - (issuer_pattern().fullmatch(self._words(self.lines[at - 1])) is not None)
                ends = (i for i in range(at, len(self.lines)) if self.lines[i].kind is Kind.ANNEX)
                return first, next(ends, len(self.lines))
        return len(self.lines), len(self.lines)

    def _is_item(self, at: int) -> bool:
        return self.lines[at].kind in _ITEMS

    def _is_notice(self, at: int) -> bool:
        return self._is_plain(at) and notice_pattern().fullmatch(self._words(self.lines[at])) is not None

    def _is_late_address(self, at: int) -> bool:
        if self.lines[at].kind is not Kind.TEXT or not _ADDRESSEES.fullmatch(self._words(self.lines[at])):
            return False
        below = self.lines[at + 1 : at + 3]
        return any("印发" in self._words(line) and _QUOTED.search(self._words(line)) for line in below)

    # ---- the fields

    def _is_address(self, line: Line, after: int) -> bool:
        """Addressees right below the title, when the plan has no notice."""
        below = self.lines[after : after + 4]
        return (
            line.kind is Kind.TEXT and line in below and _ADDRESSEES.fullmatch(self._words(line)) is not None
        )

    def _addressees(self) -> tuple[str, ...]:
        for line in self.lines:
            if line.kind is Kind.TEXT and _ADDRESSEES.fullmatch(self._words(line)):
                names = self._words(line).removeprefix("主送：").rstrip("：")
                return tuple(part.strip() for part in re.split(r"[，；]", names) if part.strip())
        return ()

    def _signed(
        self, head: Sequence[Line], body: Sequence[Line], title: str
    ) -> tuple[str | None, date | None]:
        issuer, day = self._signature(head)
        if issuer is None and day is None:
            issuer, day = self._signature(body)
        elif issuer is None:
            issuer = self._signature(body)[0]
        issuer = issuer or self._meta("issuer") or self._notice_issuer() or _title_issuer(title)
        if day is None:
            day = read_date(self._meta("date") or "") or self._date_below_title(body)
        return issuer, day

    def _signature(self, lines: Sequence[Line]) -> tuple[str | None, date | None]:
        """Names and date of the first signature; the printer's line (…印发) only where there is no other."""
        dated = [at for at, line in enumerate(lines) if line.kind is Kind.DATE]
        dated.sort(key=lambda at: lines[at].organ is not None)
        for at in dated:
            if (organ := lines[at].organ) is not None:
                return self._names(self.folded[organ[0] : organ[1]]), lines[at].day
            first = at
            while first > 0 and lines[first - 1].kind is Kind.SIGNATURE:
                first -= 1
            names = " ".join(self._words(line) for line in lines[first:at])
            if names or len(dated) == 1:
                return self._names(names), lines[at].day
        return None, lines[dated[0]].day if dated else None

    @staticmethod
    def _names(joined: str) -> str | None:
        return "、".join(joined.split()) or None

    def _date_below_title(self, body: Sequence[Line]) -> date | None:
        for line in body[:3]:
            if _QUALIFIER.fullmatch(self._words(line)) and (day := read_date(self._words(line))):
                return day
        return None

    def _meta(self, name: str) -> str | None:
        """What a labelled line of the head says."""
        labels = "|".join(map(spaced, words()["meta"][name]))
        for line in self.lines[:_HEAD]:
            if line.kind in (Kind.META, Kind.NUMBER):
                match = re.search(rf"(?:^|\s)(?:{labels})\s*：\s*(\S+)", self._words(line))
                if match:
                    return match[1]
        return None

    def _number(self, head: Sequence[Line], body: Sequence[Line]) -> str | None:
        before_items = []
        for line in body:
            if line.kind in _ITEMS:
                break
            before_items.append(line)
        for line in (*head, *before_items):
            if line.kind is Kind.NUMBER:
                return number_within(self._words(line))
        if self.notice and (number := number_within(self.notice[2]["rest"] or "")):
            return number
        return number_within(self._meta("number") or "")


def _bare(name: str) -> str:
    """A title without quotation marks and spaces, to compare by."""
    return _INSIDE_TITLE.sub("", name)


def _title_issuer(title: str) -> str | None:
    """Who a title begins with: 中共某市委 某市人民政府关于…的意见."""
    names = title.partition("关于")[0].split() if "关于" in title else []
    return "、".join(names) if names and all(map(issuer_pattern().fullmatch, names)) else None


def _year(title: str, day: date | None) -> int | None:
    """The year a plan is for: the one in its title that is near the date, else the date's."""
    years = [int(a) if a else read_digits(b) for a, b in _YEAR.findall(title)]
    stated = [year for year in years if year is not None]
    if day is None:
        return stated[0] if stated else None
    return next((year for year in stated if abs(year - day.year) <= 1), day.year)
