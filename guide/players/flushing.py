"""Waiting until what was written is on the card, by what each system offers for it."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_F_FULLFSYNC = 51  # fcntl.h of macOS: fsync there stops at the drive's own memory


def flush_file(descriptor: int, *, content_only: bool = False) -> None:
    """Return when a file is on the card; with `content_only` its time stamp may wait. Raises OSError."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, _F_FULLFSYNC)
    elif content_only and hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def flush_folder(path: Path) -> None:
    """Return when a folder's entries are on the card. Raises OSError.

    Windows has nothing of the kind for folders: there the files' own flushing must do.
    """
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        flush_file(descriptor)
    finally:
        os.close(descriptor)


def flush_file_system(root: Path) -> bool:
    """Return when the whole file system below `root` is on the card. Raises OSError.

    Windows flushes no volume for ordinary users: False there.
    """
    if sys.platform.startswith("linux"):
        _syncfs(root)
        return True
    if hasattr(os, "sync"):
        os.sync()
        flush_folder(root)
        return True
    return False


def _syncfs(root: Path) -> None:
    """Call syncfs(2), which Python does not offer: unlike sync(2) it waits for one file system and tells errors."""
    library = ctypes.CDLL(None, use_errno=True)
    descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if library.syncfs(descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(root))
    finally:
        os.close(descriptor)
