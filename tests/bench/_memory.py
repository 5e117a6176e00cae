"""Prints by how many bytes this process grows, at most, while it reads a plan: `_memory FILE [--json]`.

The file's bytes count. With `--json` the plan is printed too, as `zhize parse` does, to nowhere.
"""

import os
import re
import sys
from pathlib import Path

from api.cli.lines import print_record
from ingest.pipeline import plan_record, read_plan
from tests.bench import reading


def _memory(kind: str) -> int:
    """What this process holds (VmRSS) or held at most (VmHWM), in bytes; `getrusage` adds its parent."""
    held = re.search(rf"{kind}:\s*(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    assert held is not None
    return int(held[1]) * 1024


def main() -> None:
    """Read a short plan first, so that what every run loads doesn't count."""
    read_plan(reading.sample(1).encode(), "plan.txt")
    before = _memory("VmRSS")
    plan = read_plan(Path(sys.argv[1]).read_bytes(), "plan.txt")
    if "--json" in sys.argv:
        result = os.dup(1)
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 1)
        print_record(plan_record(plan))
        os.dup2(result, 1)
    print(_memory("VmHWM") - before)


if __name__ == "__main__":
    main()
