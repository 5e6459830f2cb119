"""What the operating system says when a card refuses, in words a person can act on."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from guide.errors import GuideError, StoreError, traced
from guide.players.tally import Stopped

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
    """Turn whatever goes wrong inside the block, but for Stopped, into a GuideError about the card `name`.

    A card comes from anywhere: what nobody foresaw in it ends its own load and no other's.
    """
    try:
        yield
    except (GuideError, Stopped):
        raise
    except OSError as fault:
        code = _CODES.get(fault.errno or 0, "card-trouble")
        raise StoreError(code, card=name, detail=fault.strerror or str(fault)) from fault
    except Exception as fault:
        raise _unforeseen(name, fault) from fault


def _unforeseen(name: str, fault: Exception) -> StoreError:
    """Return an error of this program as one that a single card met (`card-crashed`)."""
    error = StoreError("card-crashed", card=name, detail=f"{type(fault).__name__}: {fault}"[:300])
    error.trace = traced(fault)
    return error
