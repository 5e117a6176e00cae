"""Outline, clauses and goals of plan text, against jieba segmenting the same text.

Aims: 1 MB a second on one core, time linear in length, 20 MB in ten times its size.
"""

import subprocess
import sys
from pathlib import Path
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


def table() -> Group:
    """Megabytes a second at three lengths, with jieba's; then the memory that 20 MB take."""
    speed = Table(
        "text", "MB", "read_plan s", "MB/s", "jieba s", "× jieba", title="Reading plans, time of one core"
    )
    jieba.initialize()
    for name, make in (("sample", sample), ("dense", dense)):
        for factor in _FACTORS:
            speed.add_row(f"{name} {factor}×", *_speed(make(factor * _MEGABYTE // 20)))
    memory = Table("text", "MB", "more memory MB", "× its size", title="Most memory while reading")
    for name in ("sample", "dense"):
        grown = _growth(name)
        cells = (f"{_LARGE / _MEGABYTE:.0f}", f"{grown / _MEGABYTE:.0f}", f"{grown / _LARGE:.1f}")
        memory.add_row(name, *cells)
    return Group(speed, memory)


def _speed(text: str) -> tuple[str, ...]:
    data = text.encode()
    ours = best_of(3, lambda: read_plan(data, "plan.txt"), process_time)
    theirs = best_of(1, lambda: sum(1 for _ in jieba.cut(text)), process_time)
    size = len(data) / _MEGABYTE
    return f"{size:.2f}", f"{ours:.3f}", f"{size / ours:.2f}", f"{theirs:.3f}", f"{theirs / ours:.1f}"


def _growth(name: str) -> int:
    """By how many bytes a fresh process grows, at most, while it reads 20 MB."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.bench._memory", name, str(_LARGE)],
        check=True,
        capture_output=True,
        text=True,
    )
    return int(run.stdout)
