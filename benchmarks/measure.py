"""Measuring: wall and CPU seconds, memory, medians, and the load of the machine beside them."""

from __future__ import annotations

import ctypes
import os
import resource
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
    """Run a command to its end and measure it with every process that it starts, waited for or not.

    Raises RuntimeError with the command's last words where it fails.
    """
    adopt_orphans()
    with (folder / "benchmark.log").open("w+b") as log:
        started = time.perf_counter()
        # As on a user's machine, Python keeps the bytecode of its first start, and numpy chooses its own kernels.
        usual = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}
        surroundings = {**usual, "PYTHONDONTWRITEBYTECODE": "", **(environment or {})}
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=surroundings)
        _, status, usage = os.wait4(process.pid, 0)
        wall_s = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            last_words = log.read().decode(errors="replace")[-800:]
            message = f"{' '.join(map(str, command))} ended with {process.returncode}:\n{last_words}"
            raise RuntimeError(message)
    usages = [usage, *orphans()]
    # ru_maxrss counts kilobytes on Linux and bytes on macOS.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    cpu_s = sum(one.ru_utime + one.ru_stime for one in usages)
    return Measured(wall_s, cpu_s, max(one.ru_maxrss for one in usages) / unit)


def adopt_orphans() -> None:
    """Become the parent of processes whose own parent ends first (Linux), so that their cost is seen.

    A pool's fork server outlives the build that started it by a moment, and with it the record of what the
    workers cost. PR_SET_CHILD_SUBREAPER is 36 in Linux's <sys/prctl.h>; elsewhere such work stays unseen.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)


def orphans() -> list[resource.struct_rusage]:
    """Wait for every adopted process and return what each cost."""
    usages = []
    while True:
        try:
            usages.append(os.wait4(-1, 0)[2])
        except ChildProcessError:
            return usages


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
