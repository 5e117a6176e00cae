"""XLSX task ledgers (任务台账): every visible sheet as title lines and one table."""

import io
import re
import zipfile
from collections.abc import Iterator

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ingest.errors import UnreadableFile
from ingest.readers import sheets
from ingest.readers.lines import Draft
from ingest.readers.shown import shown

_LARGEST_SHEET = 25_000_000
_LARGEST_AREA = 2_000_000
_JANUARY = re.compile(r"20\d\d\.1")
_UNCOUNTED = re.compile(rb"<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")


def content(data: bytes) -> Draft:
    """The lines of a workbook: a sheet's rows above its header as text, the rest as a table.

    A merged cell stands in every row it covers; formulas give the value that was last computed. Hidden
    sheets and rows are left out, with a warning.

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
        if sheet.max_row * sheet.max_column > _LARGEST_AREA:
            raise _too_large(sheet.title)
        lines, doubts = _sheet(sheet)
        found += lines
        warnings += doubts
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


def _sheet(sheet: Worksheet) -> tuple[list[str], list[str]]:
    """A sheet's lines, and warnings."""
    grid = [[shown(cell) for cell in row] for row in sheet.iter_rows()]
    _spread(sheet, grid)
    warnings = list(_lost_noughts(sheet, grid))
    hidden = {at - 1 for at, row in sheet.row_dimensions.items() if row.hidden}
    if unread := sum(any(grid[at]) for at in hidden if at < len(grid)):
        warnings.append(f"Hidden rows of the sheet {sheet.title} were not read: {unread}.")
    return sheets.sheet([row for at, row in enumerate(grid) if at not in hidden]), warnings


def _lost_noughts(sheet: Worksheet, grid: list[list[str]]) -> Iterator[str]:
    """Deadlines such as the number 2025.1: January, or an October whose nought Excel has dropped."""
    header = sheets.header_at(grid)
    columns = [at for at, text in enumerate(grid[header]) if sheets.heads(text, "time")] if grid else []
    for row in range(header + 1, len(grid)):
        for at in columns:
            cell = sheet.cell(row + 1, at + 1)
            if isinstance(cell.value, float) and _JANUARY.fullmatch(grid[row][at]):
                yield f"{cell.coordinate} shows {grid[row][at]}, read as January: for October write 10月."


def _spread(sheet: Worksheet, grid: list[list[str]]) -> None:
    """Repeats merged cells downwards, so that every row says all that holds for it."""
    for merged in sheet.merged_cells.ranges:
        left, top, _, bottom = merged.bounds
        for row in range(top, min(bottom, len(grid))):
            grid[row][left - 1] = grid[top - 1][left - 1]
