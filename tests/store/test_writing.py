"""Files put in place: whole, and through links and devices where a person named them."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from guide.store.writing import write_named


def test_a_new_file_is_written(tmp_path: Path) -> None:
    """Folders on the way are made, and nothing else is left beside the file."""
    write_named(tmp_path / "new" / "file", b"text")
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "new").iterdir()] == [("file", b"text")]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is written."""
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_named(tmp_path / "link", b"new")
    assert ((tmp_path / "link").is_symlink(), (tmp_path / "real").read_bytes()) == (True, b"new")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """Whoever reads it gets the bytes; it is not replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_named(pipe, b"text")
    reader.join()
    assert (read, pipe.is_fifo()) == ([b"text"], True)
