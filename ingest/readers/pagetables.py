"""The tables of a web page: those that hold data as rows, those that only place things told apart."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from selectolax.lexbor import LexborNode

from ingest.readers import lines as forms
from ingest.readers.celllines import is_heading
from ingest.seeds import any_of, seed_lists

_LONGEST_CELL = 3000
_FEWEST_COLUMNS = 3
_FEWEST_HEADINGS = 2
_FEWEST_LINES = 3
_SHORTEST_TEXT = 100


@cache
def _metadata_label() -> re.Pattern[str]:
    return re.compile(rf"{any_of(seed_lists('readers/pages.toml')['metadata'])}[：:]?")


def is_layout(table: LexborNode) -> bool:
    """Whether a table only places things on the page.

    It does if a table is nested in it, if a cell holds a whole text, or if it hasn't two rows of two
    cells; a table with the headings of a ledger holds data, though it be one row.
    """
    if len(table.css("table")) > 1:
        return True
    if has_header(table):
        return False
    rows = [[(cell, _squeezed(cell)) for cell in row.css("td, th")] for row in table.css("tr")]
    whole = sum(len(text) for row in rows for _, text in row)
    filled = [[cell for cell in row if cell[1]] for row in rows]
    return any(_holds_text(row, whole) for row in filled) or sum(len(row) > 1 for row in filled) < 2


def has_header(table: LexborNode) -> bool:
    """Whether a row of a table has the headings of a ledger."""
    return any(_is_header([_squeezed(cell) for cell in row.css("td, th")]) for row in table.css("tr"))


def metadata(row: LexborNode) -> list[str]:
    """A row of labels and values (索引号, 发文机关) as lines `label：value`; [] for any other row."""
    cells = [forms.flow(cell.text()).strip() for cell in row.css("td, th")]
    labels, values = [re.sub(r"\s", "", label) for label in cells[::2]], cells[1::2]
    if not labels or len(labels) != len(values) or not all(map(_metadata_label().fullmatch, labels)):
        return []
    return [f"{label.rstrip('：:')}：{value}" for label, value in zip(labels, values, strict=True) if value]


def table_lines(table: LexborNode, lines_of: Callable[[LexborNode], list[str]]) -> list[str]:
    """A table's caption and rows as lines.

    Args:
        table: The element.
        lines_of: What gives the lines below an element.
    """
    captions = [line for caption in table.css("caption") for line in lines_of(caption)]
    return [*captions, *forms.rows(_grid(table, lines_of))]


def _squeezed(node: LexborNode) -> str:
    return re.sub(r"\s", "", node.text())


def _is_header(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    known = sum(map(is_heading, filled))
    return len(filled) >= _FEWEST_COLUMNS and known >= _FEWEST_HEADINGS and known * 2 >= len(filled)


def _holds_text(row: list[tuple[LexborNode, str]], whole: int) -> bool:
    """Whether a row's cell is too long for data, or fills its row with most of the table in paragraphs."""
    if any(len(text) > _LONGEST_CELL for _, text in row):
        return True
    if len(row) != 1 or len(row[0][1]) < max(_SHORTEST_TEXT, whole / 2):
        return False
    return len(row[0][0].css("p, br, div, li")) >= _FEWEST_LINES


def _grid(table: LexborNode, lines_of: Callable[[LexborNode], list[str]]) -> Iterator[list[str]]:
    """The table's cells, a merged cell repeated in every row it covers, empty in further columns."""
    covered: dict[int, tuple[int, str]] = {}
    for row in table.css("tr"):
        cells: list[str] = []
        for node in row.css("td, th"):
            _fill(cells, covered)
            text = forms.cell(lines_of(node))
            wide, deep = _span(node, "colspan"), _span(node, "rowspan")
            for offset in range(wide):
                if deep > 1:
                    covered[len(cells)] = (deep - 1, text if offset == 0 else "")
                cells.append(text if offset == 0 else "")
        _fill(cells, covered)
        yield cells


def _fill(cells: list[str], covered: dict[int, tuple[int, str]]) -> None:
    """Appends what cells of the rows above cover at this place."""
    while len(cells) in covered:
        left, text = covered.pop(len(cells))
        if left > 1:
            covered[len(cells)] = (left - 1, text)
        cells.append(text)


def _span(node: LexborNode, name: str) -> int:
    value = node.attributes.get(name) or ""
    return max(1, min(int(value), 200)) if re.fullmatch(r"\d{1,5}", value) else 1
