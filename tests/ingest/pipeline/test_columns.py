"""Packed records are the records that were put in, wherever they are asked for."""

import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Goal, Role
from ingest.pipeline.columns import Records


@dataclass(frozen=True, slots=True)
class Thing:
    text: str | None
    number: int
    share: float | None = None
    role: Role | None = None
    on: date | None = None


THINGS = st.builds(
    Thing,
    st.none() | st.text(st.characters()),
    st.integers(),
    st.none() | st.floats(allow_nan=False),
    st.none() | st.sampled_from(Role),
    st.none() | st.dates(),
)
BLOCKS = st.integers(0, 1100)


def many(size: int) -> list[Thing]:
    return [Thing(f"第{n}项", n, n / 2, Role.LEAD if n % 2 else None) for n in range(size)]


@given(st.lists(THINGS), BLOCKS)
def test_what_goes_in_comes_out(things, before):
    given_all = many(before) + things
    records = Records(Thing, given_all)
    assert [*records] == given_all
    assert [type(record.role) for record in records] == [type(thing.role) for thing in given_all]
    assert records == given_all
    assert tuple(given_all) == records


@given(BLOCKS, st.slices(1100), st.integers(-1200, 1200))
def test_a_place_or_a_stretch_is_that_of_a_list(size, stretch, at):
    things = many(size)
    records = Records(Thing, things)
    assert len(records) == size
    assert [*records[stretch]] == things[stretch]
    if -size <= at < size:
        assert records[at] == things[at]
    else:
        with pytest.raises(IndexError):
            records[at]


@given(st.lists(st.integers(0, 700), max_size=4))
def test_records_grow_at_their_end(sizes):
    records, things = Records(Thing), []
    for size in sizes:
        records.extend(iter(many(size)))
        records.append(Thing("", -1))
        things += [*many(size), Thing("", -1)]
        assert records == things


def test_other_records_are_not_equal():
    things = many(600)
    assert Records(Thing, things) != things[:-1]
    assert Records(Thing, things) != [replace(things[0], number=-1), *things[1:]]
    assert Records(Thing, things) != 600


def goals() -> Iterator[Goal]:
    for n in range(1, 5001):
        task = f"某省-2025.{n}"
        statement = f"新建站点{n}个"
        yield Goal(
            f"{task}.g1", task, statement, None, float(n), None, "个", None, None, 70 * n, 70 * n + 6
        )  # fmt: skip


def memory(make: Callable[[], object]) -> int:
    tracemalloc.start(1)
    try:
        held = make()
        return tracemalloc.get_traced_memory()[0] if held else 0
    finally:
        tracemalloc.stop()


def test_records_take_a_tenth_of_what_a_tuple_of_them_takes():
    assert memory(lambda: Records(Goal, goals())) < memory(lambda: tuple(goals())) / 10
