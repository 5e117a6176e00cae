"""Outline, clauses and goals of plan text, against jieba segmenting the same text.

Aims: 1 MB a second on one core, time linear in length, 20 MB in ten times its size.
"""

import subprocess
import sys
from itertools import count
from pathlib import Path
from tempfile import NamedTemporaryFile
from time import process_time

import jieba
from rich.console import Group
from rich.table import Table

from ingest.pipeline import read_plan
from tests.bench._measure import best_of

SAMPLE = Path(__file__).parents[2] / "seeds" / "plans" / "guangdong-digital-2024.txt"

_FACTORS = (1, 10, 100)
_MEGABYTE = 1_000_000
_LARGE = 20 * _MEGABYTE
_TASK = (
    "（{n}）做好第{n}项工作。新建站点{n}个，覆盖率达到95%以上，2025年底前完成改造120公里。"
    "（省工业和信息化厅牵头，省{office}厅、财政厅，各市人民政府按职责分工负责）\n"
)
_OFFICES = ("科技", "教育", "水利", "民政", "司法", "商务", "审计", "交通运输", "自然资源", "应急管理")
_HEAD = "某省2025年工作要点\n某省人民政府办公厅\n2025年1月10日\n"


def sample(size: int) -> str:
    """About `size` bytes of the sample plan, its sections over and over: text as plans have it."""
    text = SAMPLE.read_text(encoding="utf-8")
    body = text.index("\n一、") + 1
    sections = text[body:].rstrip() + "\n"
    return text[:body] + sections * (size // len(sections.encode()) + 1)


def dense(size: int) -> str:
    """About `size` bytes of tasks that are all figures and names, a hundred to a section."""
    pieces, written = [_HEAD], 0
    while written < size:
        section = "一、重点任务\n" + "".join(
            _TASK.format(n=n, office=_OFFICES[n % len(_OFFICES)]) for n in range(1, 101)
        )
        pieces.append(section)
        written += len(section.encode())
    return "".join(pieces)


def varied(size: int) -> str:
    """About `size` bytes of tasks such as `dense` has, no two alike."""
    pieces, written = [_HEAD, "一、重点任务\n"], 0
    for n in count(1):
        if written >= size:
            break
        pieces.append(_TASK.format(n=n, office=_OFFICES[n % len(_OFFICES)]))
        written += len(pieces[-1].encode())
    return "".join(pieces)


def table() -> Group:
    """Megabytes a second at three lengths, with jieba's; then the memory that 20 MB take."""
    speed = Table(
        "text", "MB", "read_plan s", "MB/s", "jieba s", "× jieba", title="Reading plans, time of one core"
    )
    jieba.initialize()
    for name, make in (("sample", sample), ("dense", dense)):
        for factor in _FACTORS:
            speed.add_row(f"{name} {factor}×", *_speed(make(factor * _MEGABYTE // 20)))
    memory = Table(
        "text",
        "MB",
        "read_plan MB",
        "× its size",
        "with JSON MB",
        title="Most memory, the file's bytes included",
    )
    for name, make in (("sample", sample), ("dense", dense), ("varied", varied)):
        memory.add_row(name, *_growth(make(_LARGE)))
    return Group(speed, memory)


def _speed(text: str) -> tuple[str, ...]:
    data = text.encode()
    ours = best_of(3, lambda: read_plan(data, "plan.txt"), process_time)
    theirs = best_of(1, lambda: sum(1 for _ in jieba.cut(text)), process_time)
    size = len(data) / _MEGABYTE
    return f"{size:.2f}", f"{ours:.3f}", f"{size / ours:.2f}", f"{theirs:.3f}", f"{theirs / ours:.1f}"


def _growth(text: str) -> tuple[str, ...]:
    """How much a fresh process grows, at most, while it reads the text; then while it prints it too."""
    with NamedTemporaryFile(suffix=".txt") as file:
        file.write(text.encode())
        file.flush()
        size, read, printed = len(text.encode()), _run(file.name), _run(file.name, "--json")
    return (
        f"{size / _MEGABYTE:.0f}",
        f"{read / _MEGABYTE:.0f}",
        f"{read / size:.1f}",
        f"{printed / _MEGABYTE:.0f}",
    )


def _run(*arguments: str) -> int:
    run = subprocess.run(
        [sys.executable, "-m", "tests.bench._memory", *arguments], check=True, capture_output=True, text=True
    )
    return int(run.stdout)
