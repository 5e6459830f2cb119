"""One load a card: a claim on its root folder that a dead process does not hold; nothing is written for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guide.errors import FolderBusy


@contextmanager
def claimed(root: Path) -> Iterator[None]:
    """Hold the card for the block. Raises FolderBusy (`card-busy`), OSError.

    Windows locks no folders; there two loads of one card at once are not noticed.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FolderBusy("card-busy", card=str(root)) from None
        yield
    finally:
        os.close(descriptor)
