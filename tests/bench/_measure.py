"""Timing shared by the benchmarks: the best of several runs, in seconds."""

from collections.abc import Callable
from time import perf_counter


def best_of(runs: int, work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """Run `work` `runs` times and return the shortest time in seconds.

    Args:
        runs: How often.
        work: What to time.
        clock: Wall time, or `process_time` for work that waits for nobody.
    """
    times = []
    for _ in range(runs):
        start = clock()
        work()
        times.append(clock() - start)
    return min(times)
