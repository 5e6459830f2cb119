"""The museum's source tree: where everything of one guide lies. `reading` reads it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from guide.errors import UsageError

FILE = "guide.toml"


@dataclass(frozen=True, slots=True)
class Project:
    """Where everything of one guide lies."""

    root: Path

    @property
    def settings(self) -> Path:
        """The settings, guide.toml."""
        return self.root / FILE

    @property
    def media(self) -> Path:
        """Pictures, recordings, sounds."""
        return self.root / "media"

    @property
    def out(self) -> Path:
        """The product: everything that a build makes."""
        return self.root / "audio_out"

    @property
    def hidden(self) -> Path:
        """The tool's own memory; deleting it costs only time."""
        return self.root / ".guide"

    @property
    def cache(self) -> Path:
        """The content-addressed store."""
        return self.hidden / "cache"

    @property
    def state(self) -> Path:
        """What the last build saw."""
        return self.hidden / "state.json"

    @property
    def memory(self) -> Path:
        """What was found out about each script."""
        return self.hidden / "memory"

    @property
    def lock(self) -> Path:
        """The lock of a build."""
        return self.hidden / "build.lock"

    def scripts(self, language: str) -> Path:
        """Return the folder of a language's scripts."""
        return self.root / f"scripts_{language}"

    def lexicon(self, language: str) -> Path:
        """Return a language's lexicon, which need not exist."""
        return self.root / f"lexicon_{language}.txt"


def find_project(start: Path) -> Project:
    """Return the project that `start` lies in: the nearest folder upwards with a guide.toml.

    Raises UsageError: `settings-misnamed` where a file has that name and more, else `settings-not-found`
    with the way to the one guide that lies a folder below.
    """
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return Project(folder)
    here = _listed(start)
    near = next((path.name for path in here if FILE in path.name.casefold()), None)
    if near:
        raise UsageError("settings-misnamed", name=near, folder=str(start))
    below = [path for path in here if _has_settings(path)]
    raise UsageError("settings-not-found", folder=str(start), suggestion=_way(below))


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:  # a folder that may not be read
        return []


def _has_settings(folder: Path) -> bool:
    try:
        return (folder / FILE).is_file()
    except OSError:  # before Python 3.12 a folder that may not be entered raises
        return False


def _way(guides: Iterable[Path]) -> str | None:
    """Return what to type to get into the only guide there is."""
    ways = [os.path.relpath(path) for path in guides]
    if len(ways) != 1:
        return None
    return f'cd "{ways[0]}"' if " " in ways[0] else f"cd {ways[0]}"
