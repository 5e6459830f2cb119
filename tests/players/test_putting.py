"""The steps of putting one file, in the order that keeps a pulled card sound."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.players.contract import OpenFile
from guide.players.putting import TEMPORARY, add_file, replace_file
from tests.players.loads import QuickCard, QuickFile


class Steps(QuickCard):
    """A card, and a journal, that write down what is asked of them."""

    def __init__(self, root: Path) -> None:
        """Begin with nothing."""
        super().__init__(root)
        self.done: list[str] = []

    def flush(self) -> None:
        """Note the journal's flushing."""
        self.done.append("flush journal")

    def create(self, path: str, *, fresh: bool = False) -> OpenFile:
        """Note a new file."""
        flags = os.O_WRONLY | os.O_CREAT | (os.O_EXCL if fresh else os.O_TRUNC)
        file = NotedFile(self.root / path, flags)
        self.done.append(f"create {path}")
        file.done = self.done
        return file

    def replace(self, file: OpenFile | None, source: str, target: str) -> None:
        """Note a renaming."""
        super().replace(file, source, target)
        self.done.append(f"rename {source} {target}")

    def hold(self, path: str) -> OpenFile | None:
        """Note what is held."""
        file = NotedFile(self.root / path, os.O_RDONLY)
        self.done.append(f"hold {path}")
        file.done = self.done
        return file

    def sync_folder(self, path: str) -> None:
        """Note a folder's flushing."""
        self.done.append(f"flush folder {path}")


class NotedFile(QuickFile):
    """A file whose flushing and closing are written down."""

    done: list[str]

    def send(self) -> None:
        """Note the sending off."""
        super().send()
        self.done.append("send")

    def sync(self, *, content_only: bool = False) -> None:  # noqa: ARG002  # the shape of a file
        """Note the flushing."""
        self.done.append("flush file")

    def close(self) -> None:
        """Note the end."""
        super().close()
        self.done.append("close")


def test_a_new_name_is_complete_when_it_reaches_the_card(tmp_path: Path) -> None:
    """Its chain is flushed before its entry; closing is left to whoever holds up nobody by it."""
    card = Steps(tmp_path)
    add_file(card, "001.MP3", [b"one", b"two"], card).close()
    expected = ["create 001.MP3", "flush journal", "flush file", "close"]
    assert (card.done, (tmp_path / "001.MP3").read_bytes()) == (expected, b"onetwo")


def test_an_old_file_is_held_until_the_new_entry_is_flushed(tmp_path: Path) -> None:
    """The new file is whole on the card before the renaming; the old one is let go of after the last flush."""
    card = Steps(tmp_path)
    (tmp_path / "001.MP3").write_bytes(b"old")
    replace_file(card, "001.MP3", [b"new"], card).close()
    assert card.done == [
        *(f"create {TEMPORARY}", "flush journal", "flush file", "hold 001.MP3", f"rename {TEMPORARY} 001.MP3"),
        *("flush folder ", "flush file", "close", "close"),
    ]


def test_a_new_file_that_fails_leaves_no_name(tmp_path: Path) -> None:
    """What could not be written whole is taken away again."""

    def blocks() -> Iterator[bytes]:
        yield b"half"
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011  # it has no text
        add_file(QuickCard(tmp_path), "001.MP3", blocks(), Steps(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_stranger_s_file_that_came_meanwhile_stays(tmp_path: Path) -> None:
    """A name that was free when the load was planned, and is not any more, is not written over."""
    (tmp_path / "001.MP3").write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        add_file(QuickCard(tmp_path), "001.MP3", [b"ours"], Steps(tmp_path))
    assert (tmp_path / "001.MP3").read_bytes() == b"theirs"
