"""Memory for native code that reads what it never wrote: filled with zeros, so that its answers do not vary.

Pico does so. With zeros the same words give the same bytes, whatever ran before.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

_M_PERTURB = -6  # <malloc.h>


@contextmanager
def zeroed_memory() -> Iterator[None]:
    """Have glibc's malloc fill what it gives with zeros, for the time of one utterance.

    M_PERTURB fills new blocks with the complement of its value. Asking for fresh pages instead
    (M_MMAP_THRESHOLD) is not enough: a heap with free room serves large blocks from there.
    """
    if not can_zero_memory():
        yield
        return
    import ctypes

    mallopt = ctypes.CDLL(None).mallopt
    mallopt(_M_PERTURB, 0xFF)
    try:
        yield
    finally:
        mallopt(_M_PERTURB, 0)


@cache
def can_zero_memory() -> bool:
    """Tell whether this process's C library is glibc on Linux, which offers the switch."""
    if sys.platform != "linux":
        return False
    import ctypes

    return hasattr(ctypes.CDLL(None), "gnu_get_libc_version")
