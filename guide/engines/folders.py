"""Where engines keep what they fetch: outside every guide, one place for each user; and what lies in a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

CACHE_VARIABLE = "GUIDE_CACHE"
DATA_VARIABLE = "GUIDE_DATA"
PIPER_VARIABLE = "GUIDE_PIPER_VOICES"


def cache_folder() -> Path:
    """Return the folder of what can be fetched again: `GUIDE_CACHE`, else the system's place for caches."""
    return _folder(CACHE_VARIABLE, "XDG_CACHE_HOME", ".cache", "Caches")


def data_folder() -> Path:
    """Return the folder of installed voices: `GUIDE_DATA`, else the system's place for a program's data."""
    return _folder(DATA_VARIABLE, "XDG_DATA_HOME", ".local/share", "Application Support")


def piper_folder() -> Path:
    """Return where Piper's voices are looked for: `GUIDE_PIPER_VOICES`, else among the installed ones."""
    chosen = os.environ.get(PIPER_VARIABLE)
    return Path(chosen) if chosen else data_folder() / "piper"


def _folder(own: str, xdg: str, unix: str, mac: str) -> Path:
    chosen = os.environ.get(own)
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "guide" / own.lower()
    if sys.platform == "darwin":
        return Path.home() / "Library" / mac / "guide"
    return Path(os.environ.get(xdg) or Path.home() / unix) / "guide"


def below(place: str) -> Iterator[str]:
    """Yield a file, or a folder and all files and folders in it, there or not; what Python compiles is left out.

    A folder's own stamp changes when something in it comes or goes.
    """
    yield place
    for where, folders, names in os.walk(place):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (f"{where}{os.sep}{name}" for name in (*folders, *names))


def keep(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    beside.write_bytes(data)
    beside.replace(path)
