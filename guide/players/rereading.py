"""Reading a file from the card itself and not from this computer's memory of it.

After writing, the system answers reads from its page cache: a plain comparison finds every file
right, even on a card that kept nothing. Linux reads directly (O_DIRECT), or is told to forget the
pages of a file that has been flushed (POSIX_FADV_DONTNEED keeps dirty ones, so fsync comes first).
macOS can be asked not to keep pages (F_NOCACHE); Windows is not asked, and that is said.
"""

from __future__ import annotations

import errno
import mmap
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from guide.players.contract import ASKED, PAST_CACHE, THROUGH_CACHE

BLOCK_BYTES = 1 << 20
"""Most of one read; a multiple of every sector and cluster size, as O_DIRECT asks."""
_PAGE_BYTES = mmap.PAGESIZE
_F_NOCACHE = 48  # fcntl.h of macOS; Python's fcntl has the name only there


def how() -> str:
    """Return how far from memory reading back is on this system."""
    if sys.platform == "darwin":
        return ASKED
    return PAST_CACHE if hasattr(os, "posix_fadvise") else THROUGH_CACHE


def blocks(path: Path) -> Iterator[memoryview]:
    """Yield a file's content from the card. Each block is valid until the next is asked for. Raises OSError."""
    descriptor, direct = _opened(path)
    try:
        if not direct:
            _forget(descriptor)
        left = os.fstat(descriptor).st_size
        view = _buffer(left)
        while left > 0 and (count := _read(descriptor, view, direct=direct)):
            yield view[:count]
            left -= count
    finally:
        os.close(descriptor)


def _buffer(size_bytes: int) -> memoryview:
    """Return memory for reading a file: whole pages, as O_DIRECT asks; freed with its last slice.

    The kernel readies every page that a direct read could fill, so a small file gets a small buffer.
    """
    pages = size_bytes // _PAGE_BYTES + 1
    return memoryview(mmap.mmap(-1, min(BLOCK_BYTES, pages * _PAGE_BYTES)))


def _opened(path: Path) -> tuple[int, bool]:
    """Open for direct reading where the file system can; return whether it is direct."""
    plain = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    if hasattr(os, "O_DIRECT"):
        try:
            return os.open(path, plain | os.O_DIRECT), True
        except OSError as fault:
            if fault.errno != errno.EINVAL:
                raise
    return os.open(path, plain), False


def _forget(descriptor: int) -> None:
    """Have the system forget what it holds of a file in memory."""
    if hasattr(os, "posix_fadvise"):
        os.fsync(descriptor)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    elif sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, _F_NOCACHE, 1)


def _read(descriptor: int, view: memoryview, *, direct: bool) -> int:
    """Fill the buffer from the file's position; a direct read that the driver refuses is done otherwise."""
    if not hasattr(os, "readv"):
        data = os.read(descriptor, len(view))
        view[: len(data)] = data
        return len(data)
    try:
        return os.readv(descriptor, [view])
    except OSError as fault:
        if not direct or fault.errno != errno.EINVAL:
            raise
    import fcntl

    fcntl.fcntl(descriptor, fcntl.F_SETFL, fcntl.fcntl(descriptor, fcntl.F_GETFL) & ~os.O_DIRECT)
    _forget(descriptor)
    return os.readv(descriptor, [view])
