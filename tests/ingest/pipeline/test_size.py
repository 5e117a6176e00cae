"""A long plan takes memory and time in proportion to its length, and not much of either."""

import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from ingest.agencies.resolver import load_resolver
from ingest.pipeline import read_plan
from ingest.readers import read

SAMPLE = Path("seeds/plans/guangdong-digital-2024.txt")
MOST = 10


def plan(times: int) -> bytes:
    """The sample plan with its sections over and over."""
    text = SAMPLE.read_text(encoding="utf-8")
    body = text.index("\n一、") + 1
    return (text[:body] + (text[body:].rstrip() + "\n") * times).encode()


def peak(work: Callable[[bytes, str], object], data: bytes) -> float:
    """The most memory that `work` takes, in times the size of the data."""
    work(plan(1), "warm.txt")
    tracemalloc.start(1)
    try:
        work(data, "plan.txt")
        return tracemalloc.get_traced_memory()[1] / len(data)
    finally:
        tracemalloc.stop()


def test_a_text_is_read_in_few_times_its_size() -> None:
    assert peak(read, plan(200)) < MOST / 2


def test_a_plan_is_read_in_ten_times_its_size() -> None:
    load_resolver()
    assert peak(read_plan, plan(150)) < MOST


def test_time_grows_with_length_only() -> None:
    def seconds(times: int) -> float:
        data = plan(times)
        began = time.process_time()
        read_plan(data, "plan.txt")
        return time.process_time() - began

    seconds(5)
    assert seconds(100) < 20 * max(seconds(10), 0.01)
