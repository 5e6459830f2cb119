"""Being asked to end: by Ctrl-C, by the system (SIGTERM), by a terminal that closes (SIGHUP). All end alike."""

from __future__ import annotations

import os
import signal
import threading
import time

PATIENCE_S = 5.0
"""How long an interrupted process may take to leave."""
SIGNALLED = 128
"""What a shell adds to the number of the signal by which a program ended."""
INTERRUPTED = SIGNALLED + signal.SIGINT
ASKING = ("SIGTERM", "SIGHUP")


class Ended(KeyboardInterrupt):
    """The system asks this process to end: what is to be tidied at Ctrl-C is tidied for it too."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.exit_code = SIGNALLED + number


def exit_code_of(fault: BaseException | None) -> int:
    """Return the exit code of an interruption, whatever wraps it."""
    while fault is not None:
        if isinstance(fault, Ended):
            return fault.exit_code
        fault = fault.__cause__
    return INTERRUPTED


def end_gently() -> None:
    """Take what asks to end as Ctrl-C is taken; what somebody had ignored (nohup) stays ignored."""
    for name in ASKING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def end_undisturbed() -> None:
    """Let no further Ctrl-C tear the last steps of leaving; a process that would not leave can still be ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ASKING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is _end:
            signal.signal(number, signal.SIG_DFL)


def leave_within(seconds: float, code: int) -> None:
    """Leave with an exit code after a while at the latest, whatever still waits.

    Ctrl-C may come to the main thread within one of Python's own locks, an import's say, which it then never gives
    back: another thread that waits for it would keep this process for ever.
    """

    def leave() -> None:
        time.sleep(seconds)
        os._exit(code)

    threading.Thread(target=leave, daemon=True).start()


def _end(number: int, _: object) -> None:
    raise Ended(number)
