"""Prints by how many bytes this process grows, at most, while it reads a plan: `_memory TEXT SIZE`."""

import re
import sys
from pathlib import Path

from ingest.pipeline import read_plan
from tests.bench import reading


def _most() -> int:
    """The most memory this process has held, in bytes; `getrusage` would count its parent's too."""
    held = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    assert held is not None
    return int(held[1]) * 1024


def main() -> None:
    """Read a short plan first, so that what every run loads doesn't count."""
    make = getattr(reading, sys.argv[1])
    data = make(int(sys.argv[2])).encode()
    read_plan(make(1).encode(), "plan.txt")
    before = _most()
    read_plan(data, "plan.txt")
    print(_most() - before)


if __name__ == "__main__":
    main()
