"""Where words go: no letter of a script may end a command because a terminal or a pipe does not know it.

Windows gives pipes and files the letters of the 1990s; `guide show 101 > copy.txt` must hold its
arrows and its French all the same.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping
from typing import TextIO


def steady(streams: Iterable[TextIO | None], environment: Mapping[str, str] = os.environ) -> None:
    """Have pipes and files take UTF-8, and let every stream put a `?` for what it cannot write.

    Somebody who chose an encoding by `PYTHONIOENCODING` keeps it.
    """
    for stream in streams:
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty() or environment.get("PYTHONIOENCODING"):
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="replace")
