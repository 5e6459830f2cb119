"""Hearing a stop as the guide has it: in the voices it was published with, by whatever player there is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from guide.build.finished import read_manifest
from guide.build.spoken import published_wish
from guide.build.wishes import Wish
from guide.model.guide import Guide
from guide.project import Project
from guide.store.state import read_state

PLAYERS: tuple[tuple[str, ...], ...] = (
    ("afplay",),
    ("mpv", "--no-video", "--really-quiet"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "error"),
    ("mpg123", "-q"),
    ("cvlc", "--play-and-exit", "--quiet"),
    ("play", "-q"),
)
"""Programs that play a file and come back, in the order they are tried."""
OPENER = ("xdg-open",)
"""Opens a file with the program that the desktop has for it, and comes back at once."""
DESKTOPS = ("DISPLAY", "WAYLAND_DISPLAY")
STARTING_S = 0.3
"""What a player takes before the first sound."""


def listening_wish(project: Project, guide: Guide, number: str, language: str) -> Wish:
    """Return the wish that builds a stop as it (else most of its language, else of the guide) was published.

    To listen must change no voice that was asked for: a guide published with its release voices stays so, and one that
    an engine was asked to speak (`--engine`) too. What guide.toml says of a cast now is heard. Raises ManifestError.
    """
    manifest = read_manifest(project.out)
    tracks = [one for one in manifest.tracks.values() if one.cast in guide.casts] if manifest else []
    near = [one for one in tracks if one.language == language]
    own = [one for one in near if number in {one.stop, one.number}]
    engines = read_state(project.state).engines
    usual = Counter(published_wish(one, guide, engines) for one in own or near or tracks).most_common(1)
    published = usual[0][0] if usual else Wish()
    return replace(published, languages=(language,), stops=(number,))


@dataclass(frozen=True, slots=True)
class Played:
    """What came of playing a file: by which program, whether it was heard as far as can be told, its complaint."""

    player: str
    heard: bool
    complaint: str = ""


def find_player(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the first player installed; else, on a desktop, what opens a file with its program; or nothing."""
    player = next((player for player in PLAYERS if shutil.which(player[0])), ())
    on_desktop = any(environment.get(name) for name in DESKTOPS)
    return player or (OPENER if on_desktop and shutil.which(OPENER[0]) else ())


def play(file: Path, seconds: float) -> Played | None:
    """Play a file of so many seconds to its end, or hand it to the desktop's program; None where nothing can.

    A player without a sound card says so and, some of them, leaves as if all were well: one that complains and comes
    back before half the sound could be heard has not played it.
    """
    player = find_player()
    if player:
        begun = time.monotonic()
        done = subprocess.run(  # noqa: S603  # our own list above
            [*player, str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
        )
        soon = player != OPENER and time.monotonic() - begun < seconds / 2 + STARTING_S
        complaint = done.stderr.decode(errors="replace").strip()
        return Played(player[0], done.returncode == 0 and not (soon and complaint), complaint)
    if sys.platform == "win32":
        os.startfile(file)  # noqa: S606  # Windows' own way to open a file with its program
        return Played("", heard=True)
    return None
