"""The machine of the tests ends with them, however they end."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.vm.machine import tethered
from tests.vm.parts import sweep

PATIENCE_MS = 10_000
STARTER = """
import subprocess, sys
subprocess.Popen(sys.argv[1:]).wait()
"""


def test_a_machine_dies_with_the_run_that_started_it(program: Callable[..., str]) -> None:
    """When the run is killed, and can tidy nothing up, the process that it started is killed too."""
    program("setpriv")
    machine_says_its_number = tethered(["sh", "-c", "echo $$; exec sleep 600"])
    starter = [sys.executable, "-c", STARTER, *machine_says_its_number]
    with subprocess.Popen(starter, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        machine = os.pidfd_open(int(run.stdout.readline()))
        waiting = select.poll()
        waiting.register(machine, select.POLLIN)
        before = waiting.poll(0)
        run.kill()
        after = waiting.poll(PATIENCE_MS)
        os.close(machine)
    assert (before, [one for one, _ in after]) == ([], [machine])


def test_what_a_dead_run_left_is_swept(tmp_path: Path) -> None:
    """Work that bears the number of a process that is no more goes; that of a living one stays."""
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        dead.wait()
    (tmp_path / f"first-{dead.pid}").mkdir()
    (tmp_path / f"first-{dead.pid}.cpio").write_bytes(b"")
    mine = tmp_path / f"first-{os.getpid()}.cpio"
    mine.write_bytes(b"")
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == [mine]
