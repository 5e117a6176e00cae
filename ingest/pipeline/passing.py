"""How rows pass from one stage to the next."""

from collections.abc import Iterator
from typing import TypeVar

T = TypeVar("T")


def released(rows: list[T]) -> Iterator[T]:
    """Each row in turn, let go of at once: what was read shrinks as what is made of it grows."""
    rows.reverse()
    while rows:
        yield rows.pop()
