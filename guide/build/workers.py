"""Worker processes: how they are started, what they have at hand, and that they end with the build.

Imports next to nothing: what workers need is to be on its way before anything else is done.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

WORKSHOP = (
    "guide.build.making",
    "guide.build.crew",
)
"""What every track's worker needs, and this process does not: it takes longer to import than a sentence to speak."""

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # malloc.h of glibc


def prepare() -> None:
    """Have what workers need imported in a process beside this one, while this one reads and plans.

    Without it the first worker waits for that. Where workers are not forked (Windows) nothing is imported.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's: there is a worker for each processor already
    if sys.platform != "win32":
        from multiprocessing import forkserver, resource_tracker

        context()
        with deaf_to(signal.SIGHUP):  # which a closing terminal sends to all; the tracker knows the others itself
            resource_tracker.ensure_running()  # lets Ctrl-C through again when it is started: not later, therefore
        with deaf_to(signal.SIGINT):
            forkserver.ensure_running()


@contextmanager
def deaf_to(number: signal.Signals) -> Iterator[None]:
    """Start what is not to be disturbed by a signal, because it ends with this process; not on Windows."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {number})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def context() -> multiprocessing.context.BaseContext:
    """Return a way to start workers that is safe beside threads: forkserver, or spawn without it."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload(list(WORKSHOP))
    return forking


def begin() -> None:
    """Begin a worker process: it ends with the build and not by Ctrl-C, says nothing, and keeps memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build hears it too, and ends its workers
    say_nothing()
    end_with_conductor()
    keep_memory()


def say_nothing() -> None:
    """Have whatever speech code prints stand among the errors: the build's own words may be lines for a program."""
    sys.stdout.flush()
    os.dup2(2, 1)


def keep_memory() -> None:
    """Have this worker keep memory that it freed: it soon takes as much again for the next step over the same sound.

    Otherwise Linux hands out, empties and takes back the same megabytes for each step, a thirtieth of all work. Only
    glibc knows these settings (mallopt(3)); elsewhere nothing is done.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        mallopt(_M_MMAP_THRESHOLD, 32 << 20)  # the most that it takes
        mallopt(_M_TRIM_THRESHOLD, 512 << 20)


def end_with_conductor() -> None:
    """Have this worker end when the process that it works for is gone (killed, out of memory).

    Otherwise it would go on with its track unheard, beside those of the next build.
    """
    conductor = multiprocessing.parent_process()
    if conductor is not None:
        threading.Thread(target=_outlive, args=(conductor,), daemon=True).start()


def _outlive(conductor: multiprocessing.process.BaseProcess) -> None:
    conductor.join()
    os._exit(1)  # native speech code may be running in the main thread: nothing gentler reaches it
