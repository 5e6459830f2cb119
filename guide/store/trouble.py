"""What the operating system refuses, in words that a person can act on."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guide.errors import StoreError

_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EROFS: "folder-read-only",
    errno.EACCES: "folder-read-only",
    errno.EPERM: "folder-read-only",
    errno.ENOTDIR: "file-in-the-way",
    errno.EEXIST: "file-in-the-way",
    errno.EISDIR: "file-in-the-way",
    errno.EFBIG: "disk-full",
}


@contextmanager
def disk_trouble(path: Path) -> Iterator[None]:
    """Turn what the disk refuses inside the block into a StoreError that names `path`."""
    try:
        yield
    except OSError as fault:
        code = _CODES.get(fault.errno or 0, "disk-error")
        raise StoreError(code, path=str(path), detail=fault.strerror or str(fault)) from fault
