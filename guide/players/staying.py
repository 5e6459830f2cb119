"""A card that has to stay where it was found.

When a card is pulled its folder may remain: one named in fstab, or made by whoever set the desk up. What is
written then lands on this computer's own disk, reads back perfectly, and is on no card. So before a file or
folder is made, renamed or removed, or a folder listed, it is asked whether that place still is the same
file system; the manifest, which comes last, is made so too.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

from guide.players.contract import Found, OpenFile
from guide.players.mounted import MountedCard


class StayingCard(MountedCard):
    """A mounted card; OSError (ENODEV) once another file system stands in its place."""

    def __init__(self, root: Path) -> None:
        """Use the card at `root` as it is now. Raises OSError."""
        super().__init__(root)
        self.device = root.stat().st_dev

    def _stays(self) -> None:
        if self.root.stat().st_dev != self.device:
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(self.root))

    def listing(self, folder: str) -> list[Found]:
        """Return a folder's entries."""
        self._stays()
        return super().listing(folder)

    def create(self, path: str, *, fresh: bool = False) -> OpenFile:
        """Open an empty file."""
        self._stays()
        return super().create(path, fresh=fresh)

    def replace(self, file: OpenFile | None, source: str, target: str) -> None:
        """Rename a file."""
        self._stays()
        super().replace(file, source, target)

    def remove(self, path: str) -> None:
        """Remove a file."""
        self._stays()
        super().remove(path)

    def make_folder(self, path: str, *, flushed: bool = True) -> None:
        """Make a folder."""
        self._stays()
        super().make_folder(path, flushed=flushed)

    def move_folder(self, source: str, target: str) -> None:
        """Rename a folder."""
        self._stays()
        super().move_folder(source, target)

    def remove_folder(self, path: str) -> None:
        """Remove an empty folder."""
        self._stays()
        super().remove_folder(path)
