"""XLSX task ledgers (任务台账): every visible sheet as title lines and one table."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from ingest.errors import UnreadableFile
from ingest.readers import lines as forms
from ingest.readers import sheets
from ingest.readers.lines import Draft

_LARGEST_SHEET = 60_000_000
_LARGEST_AREA = 2_000_000
_UNCOUNTED = re.compile(rb"<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")


def content(data: bytes) -> Draft:
    """The lines of a workbook: a sheet's rows above its header as text, the rest as a table.

    A merged cell stands in every row it covers; formulas give the value that was last computed.

    Raises:
        UnreadableFile: A sheet is far larger than a ledger can be.
    """
    warnings = list(_check_parts(data))
    book = load_workbook(io.BytesIO(data), data_only=True)
    found: list[str] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            warnings.append(f"The hidden sheet {sheet.title} was not read.")
            continue
        found += _sheet(sheet)
    return Draft("\n".join(found), tuple(warnings))


def _check_parts(data: bytes) -> Iterator[str]:
    """Refuses huge sheets before they are opened, and warns of formulas without a value."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for part in parts.infolist():
            if not part.filename.startswith("xl/worksheets/"):
                continue
            if part.file_size > _LARGEST_SHEET:
                raise _too_large(part.filename)
            if missing := len(_UNCOUNTED.findall(parts.read(part))):
                yield f"{missing} formulas have no stored value: open the workbook, let it compute, save it."


def _too_large(where: str) -> UnreadableFile:
    return UnreadableFile(
        f"The sheet {where} is far larger than a ledger.",
        advice="Delete the empty rows and columns around it.",
    )


def _sheet(sheet: Worksheet) -> list[str]:
    if sheet.max_row * sheet.max_column > _LARGEST_AREA:
        raise _too_large(sheet.title)
    grid = [[_value(cell) for cell in row] for row in sheet.iter_rows()]
    _spread(sheet, grid)
    return sheets.sheet(grid)


def _spread(sheet: Worksheet, grid: list[list[str]]) -> None:
    """Repeats merged cells downwards, so that every row says all that holds for it."""
    for merged in sheet.merged_cells.ranges:
        left, top, _, bottom = merged.bounds
        for row in range(top, min(bottom, len(grid))):
            grid[row][left - 1] = grid[top - 1][left - 1]


def _value(cell: Cell | MergedCell) -> str:
    """A cell as it shows: dates as dates, whole numbers without a point, shares in percent."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, date):
        return _day(value, str(cell.number_format))
    if isinstance(value, float):
        return _figure(value, str(cell.number_format))
    return forms.cell(str(value).splitlines())


def _day(value: date, form: str) -> str:
    if isinstance(value, datetime) and "d" not in form.lower():
        return f"{value.year}年{value.month}月"
    return f"{value.year}年{value.month}月{value.day}日"


def _figure(value: float, form: str) -> str:
    if "%" in form:
        return f"{value * 100:.10g}%"
    return f"{value:.15g}"
