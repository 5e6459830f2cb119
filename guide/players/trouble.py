"""What the operating system says when a card refuses, in words a person can act on."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from guide.errors import StoreError

_CODES = {
    errno.ENOSPC: "card-full",
    errno.EFBIG: "card-full",
    errno.EDQUOT: "card-full",
    errno.EROFS: "card-read-only",
    errno.EACCES: "card-read-only",
    errno.EPERM: "card-read-only",
    errno.EIO: "card-gone",
    errno.ENODEV: "card-gone",
    errno.ENXIO: "card-gone",
    errno.ENOENT: "card-gone",
    errno.ENOTCONN: "card-gone",
}


@contextmanager
def card_trouble(name: str) -> Iterator[None]:
    """Turn an OSError inside the block into a StoreError about the card `name`."""
    try:
        yield
    except OSError as fault:
        code = _CODES.get(fault.errno or 0, "card-trouble")
        raise StoreError(code, card=name, detail=fault.strerror or str(fault)) from fault
