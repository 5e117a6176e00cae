"""A document's lines, each known for what it is before anything is built from them."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from ingest.dates import read_date
from ingest.outline.marks import Mark, read_mark
from ingest.outline.words import issuer_pattern, noise_pattern, spaced, words
from ingest.records import Text


class Kind(StrEnum):
    """What a line is."""

    TEXT = "text"
    MARKED = "marked"
    ROW = "row"
    ANNEX = "annex"
    NOTE = "note"
    SIGNATURE = "signature"
    DATE = "date"
    NUMBER = "number"
    META = "meta"
    COPY = "copy"
    NOISE = "noise"


@dataclass(slots=True)
class Line:
    """One line without the white space around it; a row keeps its tabs.

    `mark` is set for MARKED; `day` and `organ` (its span) for DATE.
    """

    kind: Kind
    start: int
    end: int
    mark: Mark | None = None
    day: date | None = None
    organ: tuple[int, int] | None = None


_DAY = (
    r"(?:(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}"
    r"|[一二][〇○零Oo0九][〇○零Oo0一二三四五六七八九]{2}\s*年\s*[一二三四五六七八九十]{1,3}\s*月\s*[一二三四五六七八九十]{1,3}\s*日)"
)
_DATED = re.compile(rf"(?P<organ>.*?)[（\s]*(?P<day>{_DAY})\s*(?:印发|发布|印)?[）\s]*")
_ANNEX = re.compile(
    r"(?:附件|附表|附录|附)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|\d{1,2}[-—]\d{1,2})?\s*(?:$|：|\s)"
)
_NOTE = re.compile(r"(?:注|备注|说明|填表说明)\s*\d*：")
_COPY = re.compile(r"(?:抄送|主送|抄报|印送|分送|发送)\s*：")
_DOC_NUMBER = r"[\u4e00-\u9fff（）]{1,20}[〔\[【（]\s*(?:19|20)\d\d\s*[〕\]】）]\s*第?\s*\d{1,5}\s*号"
_NUMBER = re.compile(rf"(?:(?:发文字号|文号)：)?\s*(?P<number>{_DOC_NUMBER})")
_LONGEST_NAME = 80
_LONGEST_SHORT = 160


def document_number(folded: str) -> str | None:
    """The document number that `folded` is, alone or behind its label; None if it is anything else."""
    match = _NUMBER.fullmatch(folded.strip())
    return match["number"] if match else None


def number_within(folded: str) -> str | None:
    """The document number at the end of a notice's title or behind a label."""
    match = re.search(rf"{_DOC_NUMBER}(?=\W*$)", folded)
    return match[0] if match else None


def split_lines(text: Text) -> list[Line]:
    """Every line that isn't blank, in order, with what it is."""
    lines = []
    for match in re.finditer(r"[^\n]+", text.folded):
        line = _read_line(text.folded, match.start(), match.end())
        if line is not None:
            lines.append(line)
    _find_signatures(text.folded, lines)
    return lines


def _read_line(folded: str, start: int, end: int) -> Line | None:
    raw = folded[start:end]
    stripped = raw.strip()
    if not stripped:
        return None
    begin = start + len(raw) - len(raw.lstrip())
    finish = begin + len(stripped)
    if "\t" in stripped:
        return Line(Kind.ROW, start, end)
    if len(stripped) <= _LONGEST_SHORT and (line := _read_short(stripped, begin, finish)):
        return line
    if mark := read_mark(folded, begin, finish):
        return Line(Kind.MARKED, begin, finish, mark)
    return Line(_text_kind(stripped), begin, finish)


def _read_short(stripped: str, start: int, end: int) -> Line | None:
    """Lines that hold no prose: notes of the page, signatures, numbers, annex headings."""
    if noise_pattern().fullmatch(stripped):
        return Line(Kind.NOISE, start, end)
    if document_number(stripped):
        return Line(Kind.NUMBER, start, end)
    if _META.match(stripped):
        return Line(Kind.META, start, end)
    if _ANNEX.match(stripped):
        return Line(Kind.ANNEX, start, end)
    return _dated(stripped, start, end) if stripped[-1] in "日发布印）0123456789" else None


def _dated(stripped: str, start: int, end: int) -> Line | None:
    """A date alone, or an issuer and a date (…办公室 2023年2月17日印发)."""
    match = _DATED.fullmatch(stripped) if len(stripped) <= _LONGEST_NAME else None
    day = read_date(match["day"].replace("O", "〇").replace("o", "〇")) if match else None
    if match is None or day is None:
        return None
    organ = match["organ"].strip()
    if not organ:
        return Line(Kind.DATE, start, end, day=day)
    if not _is_issuer(organ):
        return None
    return Line(Kind.DATE, start, end, day=day, organ=(start, start + match.end("organ")))


def _text_kind(stripped: str) -> Kind:
    if _NOTE.match(stripped):
        return Kind.NOTE
    return Kind.COPY if _COPY.match(stripped) else Kind.TEXT


def _is_issuer(text: str) -> bool:
    """One name, or several parted by spaces."""
    return len(text) <= _LONGEST_NAME and all(issuer_pattern().fullmatch(part) for part in text.split())


def _find_signatures(folded: str, lines: list[Line]) -> None:
    """The names above a date are the issuers, not text."""
    for at, line in enumerate(lines):
        if line.kind is not Kind.DATE or line.organ is not None:
            continue
        for above in reversed(lines[max(0, at - 6) : at]):
            if above.kind is not Kind.TEXT or not _is_issuer(folded[above.start : above.end]):
                break
            above.kind = Kind.SIGNATURE


_META = re.compile(f"(?:{'|'.join(map(spaced, chain(*words()['meta'].values())))})\\s*：")
