"""Timing shared by the benchmarks: the best of several runs, in seconds."""

from collections.abc import Callable
from time import perf_counter


def best_of(runs: int, work: Callable[[], object]) -> float:
    """Run `work` `runs` times and return the shortest wall time in seconds."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)
