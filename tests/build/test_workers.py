"""Workers belong to a build: they end with it, however it ends."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")

CONDUCTOR = """
import multiprocessing, os, sys, time
from pathlib import Path
from guide.build.workers import end_with_conductor

def work(file):
    end_with_conductor()
    Path(file).write_text(str(os.getpid()))
    time.sleep(600)

if __name__ == "__main__":
    multiprocessing.set_start_method("forkserver")
    multiprocessing.Process(target=work, args=(sys.argv[1],)).start()
    time.sleep(600)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="ends by a signal that Windows has not")
def test_workers_end_with_a_build_that_was_killed(tmp_path: Path) -> None:
    """A worker in the middle of its work is gone soon after its build was killed without a word."""
    script, told = tmp_path / "conductor.py", tmp_path / "worker"
    script.write_text(CONDUCTOR, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script), str(told)]) as conductor:
        worker = int(until(lambda: told.is_file() and told.read_text()))
        conductor.kill()
    assert until(lambda: not alive(worker))


@pytest.mark.slow
def test_planning_and_publishing_load_nothing_that_makes_sound() -> None:
    """What speaks, mixes and encodes is the workers': a curator's edit does not wait for it twice."""
    program = (
        "import sys, guide.build.conducting; from guide.engines import registry;"
        "[registry.load(name).info for name in ('espeak', 'pico')];"
        "print(sorted({'numpy', 'soundfile', 'soxr', 'lameenc', 'pydub', 'PIL'} & sys.modules.keys()))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert told.stdout == "[]\n"


@pytest.mark.slow
def test_a_build_begins_without_what_only_its_end_needs() -> None:
    """Pages, tags and checks of wording are loaded when workers are at work, or never: no track waits for them."""
    late = {"guide.build.assembling", "guide.outputs.web", "guide.planning.checks.wording", "jinja2", "mutagen"}
    program = f"import sys, guide.build.conducting; print(sorted({late!r} & sys.modules.keys()))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert told.stdout == "[]\n"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows forks no workers")
def test_what_workers_need_is_imported_while_the_guide_is_read() -> None:
    """A prepared crew has its server at work before there is a plan; it ends with the build."""
    program = (
        "from guide.build.workers import prepare; prepare(); from multiprocessing import forkserver as f;"
        "print(f._forkserver._forkserver_pid)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert until(lambda: not alive(int(told.stdout)))


FAULTS = """
import resource, sys
import numpy as np
from guide.build.workers import keep_memory

if sys.argv[1] == "keep":
    keep_memory()
for _ in range(20):
    sounds = [np.ones(4_000_000, np.float32) for _ in range(4)]
    del sounds
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt)
"""


@pytest.mark.slow
@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallopt"), reason="only glibc has this setting"
)
def test_a_worker_keeps_memory_for_the_next_sound() -> None:
    """What one step over a sound gave back is used for the next, not asked of Linux again."""
    plain, kept = (
        int(subprocess.run([sys.executable, "-c", FAULTS, how], capture_output=True, check=True, text=True).stdout)
        for how in ("plain", "keep")
    )
    assert kept < plain / 3


def until(holds: Callable[[], T], patience_s: float = 60.0) -> T:
    """Return what holds as soon as it does, or what it was at the end of our patience."""
    end = time.monotonic() + patience_s
    while not (found := holds()) and time.monotonic() < end:
        time.sleep(0.02)
    return found


def alive(process: int) -> bool:
    """Tell whether a process runs; a signal of number 0 is none."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
