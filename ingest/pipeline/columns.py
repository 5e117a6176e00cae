"""Many records of one kind in little memory: packed by column, made anew when asked for."""

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter, index
from typing import TypeVar, overload

T = TypeVar("T")

_BLOCK = 500
_FASTEST = 1


class Records(Sequence[T]):
    """A sequence of dataclass records that takes less room than a tuple of them; it only grows at its end.

    They are packed some hundreds at a time. Going through them in order is quick; asking for one
    here and one there unpacks a block each time.
    """

    def __init__(self, kind: type[T], records: Iterable[T] = ()) -> None:
        """Hold records of one kind.

        Args:
            kind: Their dataclass, made from its fields in order.
            records: The first of them.
        """
        self._kind: Callable[..., T] = kind
        self._getters = [attrgetter(field.name) for field in fields(kind)]  # type: ignore[arg-type]  # a dataclass
        self._blocks: list[bytes] = []
        self._tail: list[T] = []
        self._opened: tuple[int, list[T]] = -1, []
        self.extend(records)

    def append(self, record: T) -> None:
        """Add one record at the end."""
        self._tail.append(record)
        if len(self._tail) == _BLOCK:
            self._blocks.append(self._packed(self._tail))
            self._tail = []

    def extend(self, records: Iterable[T]) -> None:
        """Add records at the end."""
        for record in records:
            self.append(record)

    def __len__(self) -> int:
        return len(self._blocks) * _BLOCK + len(self._tail)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return tuple(self[place] for place in range(len(self))[at])
        block, place = divmod(range(len(self))[index(at)], _BLOCK)
        return self._tail[place] if block == len(self._blocks) else self._open(block)[place]

    def __iter__(self) -> Iterator[T]:
        for block in self._blocks:
            yield from self._unpacked(block)
        yield from self._tail

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def _open(self, block: int) -> list[T]:
        """A block's records; those of the block last asked for stay at hand."""
        number, records = self._opened
        if number != block:
            records = list(self._unpacked(self._blocks[block]))
            self._opened = block, records
        return records

    def _packed(self, records: list[T]) -> bytes:
        columns = [list(map(getter, records)) for getter in self._getters]
        return zlib.compress(pickle.dumps(columns, pickle.HIGHEST_PROTOCOL), _FASTEST)

    def _unpacked(self, block: bytes) -> Iterator[T]:
        return map(self._kind, *pickle.loads(zlib.decompress(block)))  # noqa: S301 (our own bytes, packed above)
