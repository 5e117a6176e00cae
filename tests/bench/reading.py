"""Reading plan text (≥ 1 MB/s, linear), against jieba segmenting the same text in the same run."""

import jieba
from rich.table import Table

from ingest.pipeline import read_plan
from tests.bench._measure import best_of

_TASK = (
    "（{n}）做好第{n}项工作。新建站点{n}个，覆盖率达到95%以上，2025年底前完成改造120公里。"
    "（省工业和信息化厅牵头，省科技厅、财政厅，各市人民政府按职责分工负责）\n"
)


def _plan(tasks: int) -> str:
    head = "某省2025年工作要点\n某省人民政府办公厅\n2025年1月10日\n一、重点任务\n"
    return head + "".join(_TASK.format(n=n) for n in range(1, tasks + 1))


def table() -> Table:
    """Megabytes a second at 1×, 10× and 100× the length, and the ratio to jieba."""
    result = Table("text", "MB", "read_plan s", "MB/s", "jieba s", "× jieba", title="Reading plans, one core")
    jieba.initialize()
    for factor in (1, 10, 100):
        text = _plan(100 * factor)
        data = text.encode()
        ours = best_of(3, lambda data=data: read_plan(data, "plan.txt"))
        theirs = best_of(1, lambda text=text: sum(1 for _ in jieba.cut(text)))
        size = len(data) / 1e6
        cells = (f"{size:.2f}", f"{ours:.3f}", f"{size / ours:.2f}", f"{theirs:.3f}", f"{theirs / ours:.1f}")
        result.add_row(f"{factor}×", *cells)
    return result
