"""The program that decodes what libsndfile cannot read: where it is, and which one. Imports nothing heavy."""

from __future__ import annotations

import os
from functools import cache

ASKED_S = 20.0


def find_ffmpeg() -> str | None:
    """Return the program of the `formats` group, else the system's, else None."""
    try:
        from imageio_ffmpeg import get_ffmpeg_exe

        return str(get_ffmpeg_exe())
    except (ImportError, RuntimeError):  # the wheel without a program for this machine raises RuntimeError
        return _on_the_path()


def chosen_programs() -> list[str]:
    """Return the paths of programs that a person may have chosen or put in the place of the group's, without asking."""
    return [path for path in (os.environ.get("IMAGEIO_FFMPEG_EXE"), _on_the_path()) if path]


def _on_the_path() -> str | None:
    import shutil

    return shutil.which("ffmpeg")


@cache
def ffmpeg_version() -> str:
    """Return what ffmpeg says of itself (`7.0.2-static`), asked once in a process; "" where there is none."""
    import subprocess

    program = find_ffmpeg()
    if program is None:
        return ""
    try:
        told = subprocess.run([program, "-version"], capture_output=True, timeout=ASKED_S, check=False)  # noqa: S603 - no shell, a known program
    except (OSError, subprocess.TimeoutExpired):
        return ""
    words = told.stdout.decode(errors="replace").split()  # ffmpeg version 7.0.2-static Copyright ...
    return words[2] if words[:2] == ["ffmpeg", "version"] and len(words) > 2 else ""
