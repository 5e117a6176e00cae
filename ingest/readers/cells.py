"""A cell of a printed table: its lines to one text."""

from collections.abc import Sequence
from typing import NamedTuple

from ingest.readers import lines as forms
from ingest.readers.layout import Line, unit

_SLACK = 0.5


class Cell(NamedTuple):
    """A cell's text, how many ideographs its last line leaves room for, and how many pieces it is in."""

    text: str
    room: float
    pieces: int = 0


def cell(lines: Sequence[Line], width: float) -> Cell:
    """A cell of a width: a line that fills it goes on in the next, a shorter one ends a piece."""
    pieces: list[str] = []
    room = 0.0
    for line in lines:
        if pieces and unit(line.text) > room:
            pieces[-1] += line.text
        else:
            pieces.append(line.text)
        room = (width - (line.x1 - line.x0)) / line.size - _SLACK
    return Cell(forms.cell(pieces), room, len(pieces))
