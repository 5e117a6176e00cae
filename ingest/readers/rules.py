"""Rules that a browser leaves out of the tables it prints: at a page break, and between columns."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

Edge = dict[str, Any]

_NEAR = 2.0
_SHORTEST = 3.0
_FEWEST = 3


def rule(x0: float, top: float, x1: float, bottom: float) -> Edge:
    """A line as pdfplumber takes it."""
    box = {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "doctop": top}
    return {"object_type": "line", "width": x1 - x0, "height": bottom - top, **box}


def levels(edges: Iterable[Edge]) -> list[tuple[float, list[Edge]]]:
    """Horizontal edges by the height they stand at, from the top."""
    found: list[tuple[float, list[Edge]]] = []
    long = [edge for edge in edges if edge["orientation"] == "h" and edge["width"] >= _SHORTEST]
    for edge in sorted(long, key=lambda edge: edge["top"]):
        if found and edge["top"] - found[-1][0] <= _NEAR:
            found[-1][1].append(edge)
        else:
            found.append((float(edge["top"]), [edge]))
    return found


def closing(edges: Sequence[Edge]) -> list[Edge]:
    """A rule along every height where upright ones end in the open: there a page break cut a row."""
    upright = [edge for edge in edges if edge["orientation"] == "v" and edge["height"] >= _SHORTEST]
    heights = [height for height, _ in levels(edges)]
    found = []
    for end in ("top", "bottom"):
        ends: dict[int, list[float]] = {}
        for edge in upright:
            ends.setdefault(round(edge[end]), []).append(edge["x0"])
        for height, values in ends.items():
            places = _places(values)
            if len(places) >= _FEWEST and all(abs(height - other) > _NEAR + 1 for other in heights):
                found.append(rule(places[0], height, places[-1], height))
    return found


def between_columns(edges: Sequence[Edge], chars: Sequence[Edge]) -> list[Edge]:
    """Upright rules between cells that are parted only by the ends of the rules above and below them."""
    upright = [edge for edge in edges if edge["orientation"] == "v" and edge["height"] >= _SHORTEST]
    found = []
    for (top, above), (bottom, below) in pairwise(levels(edges)):
        ends = _ends(below)
        places = [x for x in _ends(above) if _meets(x, ends)]
        if len(places) <= _FEWEST or any(_parts(edge, (top, bottom), places) for edge in upright):
            continue
        inside = [char for char in chars if top < (char["top"] + char["bottom"]) / 2 < bottom]
        if _are_columns(places, inside):
            found += [rule(x, top, x, bottom) for x in places]
    return found


def _ends(edges: Iterable[Edge]) -> list[float]:
    return _places(edge[end] for edge in edges for end in ("x0", "x1"))


def _parts(edge: Edge, band: tuple[float, float], places: Sequence[float]) -> bool:
    """Whether an upright rule stands between the outermost places, at the band's height."""
    beside = edge["top"] < band[1] - _NEAR and edge["bottom"] > band[0] + _NEAR
    return bool(beside and places[0] + _NEAR < edge["x0"] < places[-1] - _NEAR)


def _places(values: Iterable[float]) -> list[float]:
    """The values from left to right, those of one thick line once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(float(value))
    return found


def _meets(x: float, others: Iterable[float]) -> bool:
    return any(abs(x - other) <= _NEAR for other in others)


def _are_columns(places: Sequence[float], chars: Sequence[Edge]) -> bool:
    """Whether text stands in several of the cells, and none across two: a merged cell's would."""
    printed = [char for char in chars if char["text"].strip()]
    if any(char["x0"] < x - 1 and char["x1"] > x + 1 for char in printed for x in places):
        return False
    filled = {sum(x < (char["x0"] + char["x1"]) / 2 for x in places) for char in printed}
    return len(filled) >= _FEWEST
