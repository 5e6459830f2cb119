"""What the tests of the crew have its workers do: a module of its own, because each new worker imports it."""

from __future__ import annotations

import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Piece:
    """As much of a track's plan as the crew looks at; `does` is what becomes of the worker."""

    id: str
    does: str = ""
    limit_s: float = 60.0
    voices: tuple[str, ...] = ()


def do(piece: Piece, cache: str, _: str) -> str:
    """Do what a piece says, in a worker; leave a trace of having been there."""
    with (Path(cache) / piece.id).open("a") as trace:
        trace.write(f"{os.getpid()}\n")
    match piece.does:
        case "exit":
            os._exit(3)
        case "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        case "hang":
            time.sleep(600)
        case "leave":
            sys.exit(4)
        case "once":
            if len((Path(cache) / piece.id).read_text().split()) == 1:
                os._exit(5)
    return piece.id
