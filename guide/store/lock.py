"""One build a folder, by a lock that a dead process does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guide.errors import FolderBusy
from guide.store.trouble import disk_trouble


@contextmanager
def only_one(path: Path, *, busy: str = "build-running", wait_s: float = 0.0) -> Iterator[None]:
    """Hold the lock file `path` for the block; the operating system lets go of it when we die.

    Raises FolderBusy (the code `busy`) when another process holds it for longer than `wait_s`, StoreError when the
    folder refuses.
    """
    from filelock import FileLock, Timeout

    with disk_trouble(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, timeout=wait_s)
        try:
            lock.acquire()
        except Timeout:
            raise FolderBusy(busy, folder=str(path.parent.parent)) from None
    try:
        yield
    finally:
        lock.release()
