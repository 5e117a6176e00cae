"""Rows of any table that hold no task: sums are left out, the printer's block of a document is text."""

import re
from collections.abc import Iterable

_TOTAL = re.compile(r"(?:合|小|总|共|累)计(?:数|[（(].*)?[：:]?")
_COUNTED = re.compile(r"[\W\d]*")
_PRINTED = re.compile(r"[^\d，。；]{2,40}[室厅局委部府院处会]\s*(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*印发?")
_COPIED = re.compile(r"(?:抄送|主送|抄报|印送|分送|发送)\s*[：:].*")


def without_totals(lines: Iterable[str]) -> tuple[list[str], list[str]]:
    """Lines without the rows that only add up others (合计, 小计), and a warning if there were any.

    Args:
        lines: A text's lines, the cells of rows parted by tabs.
    """
    kept: list[str] = []
    left = 0
    for line in lines:
        in_table = "\t" in line or "\t" in (kept[-1] if kept else "")
        if in_table and _is_total(line.split("\t")):
            left += 1
        else:
            kept.append(line)
    return kept, [f"Rows of sums (合计) were left out: {left}."] if left else []


def _is_total(cells: list[str]) -> bool:
    """Whether its first words say so, and it holds figures or no other words: a header names sums too."""
    first, *others = [*(cell for cell in cells if not _COUNTED.fullmatch(cell)), ""]
    if not _TOTAL.fullmatch(re.sub(r"\s", "", first)):
        return False
    return not any(others) or any(map(str.isdigit, "".join(cells)))


def printed(line: str) -> str:
    """A row of a document's last block (抄送：…, 某办公室 4月8日印发) as text; any other line as it is."""
    cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
    words = " ".join(cells)
    is_printed = len(cells) == 2 and _PRINTED.fullmatch(words)
    return words if "\t" in line and (is_printed or _COPIED.fullmatch(words)) else line
