"""A long plan takes memory and time in proportion to its length, and not much of either."""

import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.agencies.resolver import load_resolver
from ingest.pipeline import read_plan
from ingest.readers import read

SAMPLE = Path("seeds/plans/guangdong-digital-2024.txt")
MOST = 10
TASK = (
    "（{n}）做好第{n}项工作。新建站点{n}个，覆盖率达到95%以上，2025年底前完成改造{n}公里。"
    "（省工业和信息化厅牵头，省财政厅、教育厅，各市人民政府按职责分工负责）\n"
)


def plan(times: int) -> bytes:
    """The sample plan with its sections over and over."""
    text = SAMPLE.read_text(encoding="utf-8")
    body = text.index("\n一、") + 1
    return (text[:body] + (text[body:].rstrip() + "\n") * times).encode()


def dense(tasks: int) -> bytes:
    """Tasks that are all figures and names, each with others."""
    return ("某省2025年工作要点\n一、任务\n" + "".join(TASK.format(n=n) for n in range(1, tasks))).encode()


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


@pytest.mark.parametrize("data", [plan(150), dense(5000)], ids=["plan", "dense"])
def test_a_plan_is_read_in_few_times_its_size(data: bytes) -> None:
    load_resolver()
    assert peak(read_plan, data) < MOST


def test_time_grows_with_length_only() -> None:
    def seconds(times: int) -> float:
        data = plan(times)
        began = time.process_time()
        read_plan(data, "plan.txt")
        return time.process_time() - began

    seconds(5)
    assert seconds(100) < 20 * max(seconds(10), 0.01)
