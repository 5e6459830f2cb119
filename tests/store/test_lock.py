"""The lock of a folder: one at a time, and a dead process holds nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from guide.errors import FolderBusy
from guide.store.lock import only_one

HOLDER = """
import sys
from pathlib import Path
from guide.store.lock import only_one
with only_one(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_second_is_refused(tmp_path: Path) -> None:
    """Who comes second is told at once; nothing waits."""
    lock = tmp_path / ".guide" / "build.lock"
    with only_one(lock), pytest.raises(FolderBusy) as caught, only_one(lock):
        pass
    assert caught.value.message.values["folder"] == str(tmp_path)


def test_free_again_afterwards(tmp_path: Path) -> None:
    """The lock is free when the block is left, by an error too."""
    lock = tmp_path / "build.lock"
    with pytest.raises(RuntimeError), only_one(lock):
        raise RuntimeError
    with only_one(lock):
        assert lock.exists()


def test_dead_process_holds_nothing(tmp_path: Path) -> None:
    """A process that is killed leaves the lock free, though its file lies there still."""
    lock = tmp_path / "build.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(FolderBusy), only_one(lock):
            pass
        holder.kill()
        holder.wait()
        with only_one(lock):
            assert lock.exists()
