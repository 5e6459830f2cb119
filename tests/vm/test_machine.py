"""The machine of the tests ends with them, however they end."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.vm.machine import tethered
from tests.vm.parts import CACHE, sweep

PATIENCE_MS = 10_000
STARTER = """
import subprocess, sys
subprocess.Popen(sys.argv[1:]).wait()
"""
MAKER = """
import sys
from pathlib import Path
from tests.vm.bench import GUEST
from tests.vm.parts import parts
made = parts(GUEST, cache=Path(sys.argv[1]))
print(*(one.stat().st_size > 1_000_000 for one in (made.kernel, made.first, made.system)))
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


@pytest.mark.slow
def test_two_runs_may_make_the_parts_at_once(program: Callable[..., str], tmp_path: Path) -> None:
    """Each finds everything whole, though both began with nothing but the package of the kernel."""
    for name in ("apt-get", "mke2fs", "/bin/busybox"):
        program(name, f"/usr/sbin/{name}")
    package = next(CACHE.glob("linux-image-*.deb"), None)
    if package is None:
        pytest.skip("Debian's kernel package is not on this machine; make test installs it")
    (tmp_path / package.name).symlink_to(package)
    making = [sys.executable, "-c", MAKER, str(tmp_path)]
    runs = [subprocess.Popen(making, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [run.communicate()[0].splitlines()[-1:] for run in runs]
    assert (said, [run.returncode for run in runs]) == ([["True True True"]] * 2, [0, 0])
