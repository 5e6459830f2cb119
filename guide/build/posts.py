"""One place in the crew: a worker process with a pipe of its own, replaced when it dies or has to be ended.

No pipe, queue or lock is shared between workers: what a worker was at is known for certain when it is gone, and it
takes nothing along that another one waits for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from guide.build.workers import begin, context, prepare

Task = TypeVar("Task")
Answer = TypeVar("Answer")

BEGIN_S = 120.0
"""How long a new process may take until it is ready: seconds even where it is not forked, on a busy machine."""
READY = "ready"
_REAPING = threading.Lock()
"""Starting a process asks after all others: of two that ask after one, only the first learns how it ended."""


@dataclass(frozen=True, slots=True)
class Died:
    """The worker ended in the middle of its task; `status` as the system tells it, negative for a signal."""

    status: int


@dataclass(frozen=True, slots=True)
class Unready:
    """No worker could be started."""

    detail: str


@dataclass(frozen=True, slots=True)
class Late:
    """The task took longer than it may, and its worker was ended."""


class Post(Generic[Task, Answer]):
    """Has one task after the other done by `function` in a process of its own.

    All but `leave` is called by one thread.
    """

    def __init__(self, function: Callable[[Task], Answer]) -> None:
        """Start nothing yet. `function` takes and gives what can be pickled, and raises nothing."""
        self._function = function
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._ready = self._left = False

    def start(self) -> None:
        """Start the process, unless it runs; it gets ready beside the caller. Raises OSError, EOFError."""
        if self._process is not None or self._left:
            return
        prepare()
        ours, theirs = context().Pipe()
        make = context().Process  # type: ignore[attr-defined]  # each kind of context has its own
        process = make(target=_work, args=(theirs, self._function), daemon=True)  # leaving Python waits for no worker
        with _REAPING:
            process.start()
        theirs.close()
        self._process, self._pipe, self._ready = process, ours, False
        if self._left:  # meanwhile
            self._end()

    def do(self, task: Task, limit_s: float) -> Answer | Died | Unready | Late:
        """Return what became of a task; after any but an answer, the next one gets a new process."""
        try:
            self.start()
        except (OSError, EOFError) as fault:
            return Unready(str(fault) or type(fault).__name__)
        if not self._ready and self._heard(BEGIN_S) != READY:
            return Unready(f"status {self._end()}")
        self._ready = True
        if self._pipe is None or not _sent(task, self._pipe):
            return Died(self._end())
        answer = self._heard(limit_s)
        if isinstance(answer, Died | Late):
            status = self._end()
            return Died(status) if isinstance(answer, Died) else answer
        return answer  # type: ignore[return-value]  # what the function gave

    def _heard(self, limit_s: float) -> object:
        """Return what the worker sends within a time, or that it is Late or has Died."""
        if self._pipe is None or self._process is None:
            return Died(0)
        heard = wait([self._pipe, self._process.sentinel], limit_s)
        if not heard:
            return Late()
        try:
            return self._pipe.recv() if self._pipe in heard or self._pipe.poll() else Died(0)
        except (EOFError, OSError):  # it died over its answer
            return Died(0)

    def renew(self) -> None:
        """Let the process go: the next task gets a new one."""
        if self._pipe is not None:
            self._pipe.close()  # it waits for a task, and ends when there will be none
        if self._process is not None:
            wait([self._process.sentinel], 1.0)
            self._end()

    def _end(self) -> int:
        """End the process, if it has not ended, and return its status."""
        process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if pipe is not None:
            pipe.close()
        if process is None:
            return 0
        if not wait([process.sentinel], 0):  # else its number may be another's by now
            process.kill()
            wait([process.sentinel])
        with _REAPING:
            process.join()
        return process.exitcode or 0

    def leave(self) -> None:
        """Have the process ended at once, from another thread: what it is at is answered by Died."""
        self._left = True
        process = self._process
        if process is not None:
            process.kill()


def _sent(task: object, pipe: Connection) -> bool:
    try:
        pipe.send(task)
    except OSError:  # nobody is there to take it
        return False
    return True


def _work(pipe: Connection, function: Callable[[Task], Answer]) -> None:
    """Be a worker: take tasks until there are no more, or nobody who gives any."""
    begin()
    with suppress(EOFError, OSError):  # nobody gives tasks, or waits for an answer, any more
        pipe.send(READY)
        while True:
            pipe.send(function(pipe.recv()))
