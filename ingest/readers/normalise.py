"""Any reader's text to `Text`: one paragraph a line, one row a line, nothing invisible."""

import re
from collections.abc import Iterator
from itertools import groupby

from ingest.readers.celllines import rows_again
from ingest.readers.characters import decode_entities, plain_characters, without_glosses
from ingest.readers.footers import without_footer
from ingest.readers.paragraphs import join
from ingest.readers.rows import printed, without_totals
from ingest.readers.spun import spun_in, warning
from ingest.records import Text
from ingest.script import fold

_MARKED = re.compile(
    r"(第[^\t]{1,6}[章节条]|[（(]?[一二三四五六七八九十百\d]{1,4}[）).、．]|[①-⑳●•◆■])\t+([^\t]*)"
)
_LABELLED = re.compile(r"\s*[^：:|]{2,8}[：:]")
_RULE = re.compile(r"\|[\s:|+-]*-[\s:|+-]*\|")
_BROKEN = frozenset({"txt", "html", "docx"})
_SPACES = re.compile(r"(?<=[^\s]) {2,}")
_LOST = "\ufffd"


def text_of(content: str, format: str = "txt") -> Text:  # noqa: A002 - the field's name
    """A document's text as the rules read it.

    Args:
        content: What the reader of `format` took from the file.
        format: txt, html, docx, pdf, xlsx or csv. In the first three, a line may be a piece of a paragraph.

    Returns:
        The text with its folded twin, and warnings about rows left out, characters lost, words spun.
    """
    if format == "txt":
        content = decode_entities(content)
    content = _SPACES.sub(" ", without_glosses(plain_characters(content)))
    lines = without_footer(list(_lines(content)))
    warnings: list[str] = []
    if format in _BROKEN:
        lines, warnings = rows_again(lines)
    lines, left_out = without_totals(lines)
    content = "\n".join(
        join(lines) if format in _BROKEN else filter(None, (line.strip(" ") for line in lines))
    )
    folded = fold(content)
    return Text(content, folded, format, (*warnings, *left_out, *_warnings(content, folded)))


def _warnings(content: str, folded: str) -> Iterator[str]:
    if lost := content.count(_LOST):
        yield f"{lost} characters were lost before the file came here ({_LOST})."
    if found := spun_in(folded):
        yield warning(found)


def _lines(content: str) -> Iterator[str]:
    """Lines with their indentation; tabs only where they part the cells of a row."""
    after_row = False
    lines = content.split("\n")
    for raw in map(printed, _with_bars(lines) if "|" in content else lines):
        line = raw if "\t" not in raw and "|" not in raw else _row(raw, after_row)
        after_row = "\t" in line
        yield line


def _with_bars(lines: list[str]) -> Iterator[str]:
    """Rows whose cells only bars part (序号 | 任务 | 牵头单位) with a bar on either side, as others have it.

    Two bars make no row of 首页 | 政务公开 | 联系我们: a table has two rows or more, all with as many.
    """
    for bars, run in groupby(lines, key=lambda line: line.count("|")):
        rows = list(run)
        labelled = any(_LABELLED.match(cell) for row in rows for cell in row.split("|"))
        if bars > 1 and len(rows) > 1 and not labelled and not rows[0].strip().startswith("|"):
            yield from (f"|{row}|" for row in rows)
        else:
            yield from rows


def _row(raw: str, after_row: bool) -> str:
    bare = raw.strip(" ")
    if bare.startswith("|") and bare.endswith("|") and bare.count("|") > 2:
        return "" if _RULE.fullmatch(bare) else _cells(bare[1:-1].split("|"))
    core = raw.strip("\t ")
    if "\t" not in core and (not after_row or not core):
        return raw.replace("\t", " ")
    if not after_row and (marked := _MARKED.fullmatch(core)):
        return marked[1] + marked[2]
    return _cells(raw.split("\t"))


def _cells(cells: list[str]) -> str:
    return "\t".join(cell.strip(" ") for cell in cells)
