"""Many use what one takes away: those who use it are never many too many, and a dead process uses nothing."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide.errors import FolderBusy
from guide.store.sharing import in_use, unused

USER = """
import sys
from pathlib import Path
from guide.store.sharing import in_use
with in_use(Path(sys.argv[1])):
    print("in use", flush=True)
    sys.stdin.read()
"""


def left(folder: Path) -> list[str]:
    """Return the names of what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_many_use_it_at_once(tmp_path: Path) -> None:
    """Two that use it do not disturb each other, and leave no marks."""
    with in_use(tmp_path, wait_s=0), in_use(tmp_path, wait_s=0):
        assert len(left(tmp_path)) == 3
    assert left(tmp_path) == ["clean.lock"]


def test_what_is_used_is_not_taken_away(tmp_path: Path) -> None:
    """As long as one of two uses it, whoever takes away is refused; afterwards not."""
    folder = tmp_path / ".guide"
    with in_use(folder):
        with in_use(folder):
            pass
        with pytest.raises(FolderBusy) as caught, unused(folder):
            pass
    assert (caught.value.message.code, caught.value.message.values["folder"]) == ("load-running", str(tmp_path))
    with unused(folder):
        assert left(folder) == ["clean.lock"]


def test_what_is_being_taken_away_is_not_used(tmp_path: Path) -> None:
    """Who comes while it is taken away waits a little, and is then told."""
    with unused(tmp_path), pytest.raises(FolderBusy) as caught, in_use(tmp_path, wait_s=0.05):
        pass
    assert (caught.value.message.code, left(tmp_path)) == ("clean-running", ["clean.lock"])


@pytest.mark.parametrize("refusal", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_who_may_only_read_uses_it_without_a_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: int
) -> None:
    """A second account of a desk loads from the curator's folder; it leaves nothing in it."""
    with unused(tmp_path):
        pass

    def refuse(*_: object, **__: object) -> int:
        raise OSError(refusal, os.strerror(refusal))

    with monkeypatch.context() as patched:
        patched.setattr("filelock._unix.os.open" if sys.platform != "win32" else "filelock._windows.os.open", refuse)
        with in_use(tmp_path):
            assert left(tmp_path) == ["clean.lock"]


def test_a_dead_process_uses_nothing(tmp_path: Path) -> None:
    """The mark of a process that was killed hinders nobody, and goes."""
    with subprocess.Popen(
        [sys.executable, "-c", USER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as user:
        assert user.stdout is not None
        assert user.stdout.readline() == b"in use\n"
        with pytest.raises(FolderBusy), unused(tmp_path):
            pass
        user.kill()
        user.wait()
    assert len(left(tmp_path)) == 2
    with unused(tmp_path):
        assert left(tmp_path) == ["clean.lock"]
