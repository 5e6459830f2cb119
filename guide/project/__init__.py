"""The museum's source tree: where everything of one guide lies. `reading` reads it."""

from __future__ import annotations

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

    Raises UsageError (`settings-not-found`).
    """
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return Project(folder)
    raise UsageError("settings-not-found", folder=str(start))
