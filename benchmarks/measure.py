"""Measuring: wall and CPU seconds, memory, medians, and the load of the machine beside them."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """What a command cost: seconds on the clock, CPU seconds of all its processes, the largest one's memory."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def run(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None) -> Measured:
    """Run a command to its end and measure it with all the processes that it starts and waits for.

    Raises RuntimeError with the command's last words where it fails.
    """
    started = time.perf_counter()
    with (folder / "benchmark.log").open("w+b") as log:
        surroundings = {**os.environ, **(environment or {})}
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=surroundings)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall_s = time.perf_counter() - started
        if process.returncode:
            log.seek(0)
            last_words = log.read().decode(errors="replace")[-800:]
            message = f"{' '.join(map(str, command))} ended with {process.returncode}:\n{last_words}"
            raise RuntimeError(message)
    # ru_maxrss counts kilobytes on Linux and bytes on macOS.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Measured(wall_s, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def median_of(times: int, measure: Callable[[], Measured]) -> Measured:
    """Return the medians of several runs, each figure by itself."""
    runs = [measure() for _ in range(times)]
    return Measured(
        statistics.median(one.wall_s for one in runs),
        statistics.median(one.cpu_s for one in runs),
        statistics.median(one.peak_mb for one in runs),
    )


def load() -> str:
    """Return the machine's load over the last minute, with the number of its processors."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table with aligned columns, the first one to the left."""
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    print(f"\n{title} ({load()})")
    for row in [head, ["-" * width for width in widths], *rows]:
        first, *others = zip(row, widths, strict=True)
        print("  ".join([first[0].ljust(first[1]), *(text.rjust(width) for text, width in others)]))


def seconds(value: float) -> str:
    """Return seconds for a table, with as many digits as mean something."""
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def ratio(theirs: float, ours: float) -> str:
    """Return how many times more the first one costs than the second."""
    return f"{theirs / ours:.1f} x"
