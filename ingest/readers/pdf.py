"""PDF: lines joined to paragraphs, tables as rows, without page numbers and running heads."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ingest.errors import UnreadableFile
from ingest.readers.layout import Line, Rows, paragraphs
from ingest.readers.lines import Draft
from ingest.readers.paragraphs import is_page_number
from ingest.readers.pdfpages import Sheet, sheets
from ingest.readers.refused import RECOGNISE
from ingest.readers.tablebreaks import continued, is_doubtful

_EDGE = 0.1
_RUNNING_SHARE = 0.5
_FEWEST_PAGES = 2
_UNMAPPED = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff]")
_UNMAPPED_SHARE = 0.2
_BARE_NUMBER = re.compile(r"\d{1,4}|\d{1,4}\s*/\s*\d{1,4}")
_DOUBTFUL = "Page {}: the table's first row may be the rest of the row that ends the page before."


def content(data: bytes) -> Draft:
    """The lines of a PDF.

    Raises:
        UnreadableFile: Encrypted, cut short, a scan without a text layer, or with fonts that don't
            say which characters they draw.
    """
    pages = sheets(data)
    if not any((page.lines or page.tables) and not page.picture for page in pages):
        scan = any(page.picture for page in pages)
        raise UnreadableFile(
            "It is a scan without a text layer." if scan else "It holds no text.", advice=RECOGNISE
        )
    _drop_running(pages)
    lines, doubts = _text(pages)
    text = "\n".join(lines)
    if sum(len(match) for match in _UNMAPPED.findall(text)) > _UNMAPPED_SHARE * len(text):
        raise UnreadableFile(
            "Its fonts don't say which characters they draw.",
            advice=RECOGNISE,
        )
    return Draft(text, (*_left_out(pages), *doubts))


def _left_out(pages: Sequence[Sheet]) -> Iterator[str]:
    """Warnings about what the pages hold and the text doesn't."""
    if pictures := _numbers(page.picture for page in pages):
        yield f"Pages {pictures} are pictures: what they show was not read."
    if unread := _numbers(bool(page.unread) for page in pages):
        yield f"Pages {unread}: tables without ruling lines could not be read and were left out."
    if mixed := _numbers(page.mixed for page in pages):
        yield f"Pages {mixed}: a table stands among columns of text, whose lines may be mixed up."
    if slanted := _numbers(page.slanted for page in pages):
        yield f"Pages {slanted}: text that runs aslant or upwards, as a watermark does, was left out."


def _numbers(chosen: Iterable[bool]) -> str:
    return ", ".join(str(number) for number, one in enumerate(chosen, 1) if one)


def _drop_running(pages: Sequence[Sheet]) -> None:
    """Takes page numbers and repeated heads and feet out of the pages' edges."""
    seen = Counter(_key(line) for page in pages for line in _edge(page))
    for page in pages:
        edge = [id(line) for line in _edge(page) if _is_running(line, seen, len(pages))]
        page.lines = [line for line in page.lines if id(line) not in edge]


def _edge(page: Sheet) -> list[Line]:
    top, bottom = page.height * _EDGE, page.height * (1 - _EDGE)
    return [line for line in page.lines if line.bottom < top or line.top > bottom]


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+|\s", "#", line.text), round(line.top / 4)


def _is_running(line: Line, seen: Counter[tuple[str, int]], pages: int) -> bool:
    if is_page_number(line.text) or _BARE_NUMBER.fullmatch(line.text):
        return True
    return pages >= _FEWEST_PAGES and seen[_key(line)] >= max(_FEWEST_PAGES, _RUNNING_SHARE * pages)


def _text(pages: Sequence[Sheet]) -> tuple[list[str], list[str]]:
    """Lines and tables in the order they stand, those that a page break parted joined; and warnings."""
    blocks: list[Line | Rows] = []
    warnings = []
    for number, page in enumerate(pages, 1):
        for at, block in enumerate(_stacked(page)):
            last = blocks[-1] if blocks else None
            joined = None
            if at == 0 and isinstance(block, Rows) and isinstance(last, Rows):
                joined = continued(last, block)
                if joined and is_doubtful(last, block):
                    warnings.append(_DOUBTFUL.format(number))
            blocks[len(blocks) - bool(joined) :] = [joined or block]
    return paragraphs(blocks), warnings


def _stacked(page: Sheet) -> list[Line | Rows]:
    """A page's lines with its tables between them; without tables their order stays, as of columns."""
    if not page.tables:
        return list(page.lines)
    return sorted([*page.lines, *page.tables], key=lambda block: block.top)
