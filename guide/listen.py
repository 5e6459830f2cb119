"""Playing a finished track on this machine, with whatever player there is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PLAYERS: tuple[tuple[str, ...], ...] = (
    ("afplay",),
    ("mpv", "--no-video", "--really-quiet"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "error"),
    ("mpg123", "-q"),
    ("cvlc", "--play-and-exit", "--quiet"),
    ("play", "-q"),
)
"""Programs that play a file and come back, in the order they are tried."""


def find_player() -> tuple[str, ...]:
    """Return the first player installed, or nothing."""
    return next((player for player in PLAYERS if shutil.which(player[0])), ())


def play(file: Path) -> bool:
    """Play a file to its end and return True, or return False where nothing can play it."""
    player = find_player()
    if player:
        return subprocess.run([*player, str(file)], check=False).returncode == 0  # noqa: S603  # our own list above
    if sys.platform == "win32":
        os.startfile(file)  # noqa: S606  # Windows' own way to open a file with its program
        return True
    return False
