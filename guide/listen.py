"""Hearing a stop as the guide has it: in the voices it was published with, by whatever player there is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from guide.build.finished import read_manifest
from guide.model.guide import Guide
from guide.project import Project

PLAYERS: tuple[tuple[str, ...], ...] = (
    ("afplay",),
    ("mpv", "--no-video", "--really-quiet"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "error"),
    ("mpg123", "-q"),
    ("cvlc", "--play-and-exit", "--quiet"),
    ("play", "-q"),
)
"""Programs that play a file and come back, in the order they are tried."""


def published_cast(project: Project, guide: Guide, number: str, language: str) -> str:
    """Return the cast by which a stop (else most of the guide) was published, "" where nothing was.

    To listen must change no voice: a guide published with its release voices stays so. Raises ManifestError.
    """
    manifest = read_manifest(project.out)
    tracks = [one for one in manifest.tracks.values() if one.cast in guide.casts] if manifest else []
    own = [one.cast for one in tracks if one.language == language and number in {one.stop, one.number}]
    usual = Counter(one.cast for one in tracks).most_common(1)
    return own[0] if own else usual[0][0] if usual else ""


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
