"""A workbook's cell as it shows: dates as dates, shares in percent, figures with their format's unit."""

import re
from datetime import date, datetime

from openpyxl.cell.cell import Cell, MergedCell

from ingest.readers import lines as forms

_PLAIN = re.compile(
    r"(?:General|G/通用格式|(?:#,##)?0(?:\.(?P<places>0+))?)(?P<quote>\"?)(?P<unit>[\u4e00-\u9fff]{0,6})(?P=quote)(?:_.)?"
)


def shown(cell: Cell | MergedCell) -> str:
    """The text of a cell; formulas give the value that was last computed."""
    value, form = cell.value, str(cell.number_format)
    if value is None:
        return ""
    if isinstance(value, date):
        return _day(value, form)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _figure(value, form)
    return forms.cell(str(value).splitlines())


def _day(value: date, form: str) -> str:
    if isinstance(value, datetime) and "d" not in form.lower():
        return f"{value.year}年{value.month}月"
    return f"{value.year}年{value.month}月{value.day}日"


def _figure(value: float, form: str) -> str:
    """A number with the noughts that its format adds (2025.10, a month), but never cut or rounded by it."""
    if "%" in form:
        return f"{value * 100:.10g}%"
    text = str(value) if isinstance(value, int) else f"{value:.15g}"
    match = _PLAIN.fullmatch(form.split(";")[0])
    if match is None:
        return text
    whole, point, decimals = text.partition(".")
    if point:
        text = f"{whole}.{decimals.ljust(len(match['places'] or ''), '0')}"
    return text + match["unit"]
