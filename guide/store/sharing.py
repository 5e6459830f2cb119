"""What many may use at once, and one takes away alone: loads copy from the cache for minutes, a cleaning empties it.

Whoever uses it has a mark of its own, a lock file that a dead process does not hold, for as long as that takes. Marks
are set, and looked at, behind a gate that only one can be in. Who may only read there, a desk's own account say, has no
mark and is not kept from it: what is taken away under its hands, it finds missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from guide.errors import StoreError
from guide.store.lock import only_one

GATE = "clean.lock"
MARKS = "load-*.lock"
WAIT_S = 10.0
"""How long to wait before the gate: setting a mark takes an instant, cleaning usually not much more."""


@contextmanager
def in_use(folder: Path, *, wait_s: float = WAIT_S) -> Iterator[None]:
    """Have a mark in `folder` for the block: nothing is taken away meanwhile; others may have theirs too.

    No mark where the folder may not be written to. Raises FolderBusy (`clean-running`) where somebody is still taking
    away after `wait_s`, StoreError.
    """
    mark = folder / MARKS.replace("*", uuid4().hex)
    with ExitStack() as held:
        try:
            with only_one(folder / GATE, busy="clean-running", wait_s=wait_s):
                held.callback(_remove, mark)
                held.enter_context(only_one(mark))
        except StoreError as refusal:
            if refusal.message.code != "folder-read-only":
                raise
        yield


@contextmanager
def unused(folder: Path, *, wait_s: float = WAIT_S) -> Iterator[None]:
    """Keep the gate shut for the block, nobody having a mark. Raises FolderBusy (`load-running`), StoreError."""
    with only_one(folder / GATE, busy="clean-running", wait_s=wait_s):
        for mark in folder.glob(MARKS):
            with only_one(mark, busy="load-running"):
                pass
            _remove(mark)
        yield


def _remove(mark: Path) -> None:
    with suppress(OSError):  # on Windows while somebody looks at it; the next cleaning removes it
        mark.unlink(missing_ok=True)
