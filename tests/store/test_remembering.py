"""The memory of what was found out: a shortcut, never an authority."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.store.remembering import Remembered


def kept(path: Path, **entries: str) -> None:
    """Keep texts under their names, all from the inputs `in`, after asking for them as a command does."""
    memory = Remembered(path)
    for name, text in entries.items():
        memory.get(name, "in")
        memory.keep(name, "in", text)
    memory.save()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a memory with two entries lies."""
    kept(tmp_path / "memory" / "checks", one='"é"', two='"b"')
    return tmp_path / "memory" / "checks"


def test_comes_back_from_the_disk(path: Path) -> None:
    """What was kept is there for the next command."""
    assert [Remembered(path).get(name, "in") for name in ("one", "two")] == ['"é"', '"b"']


def test_other_inputs_are_not_answered(path: Path) -> None:
    """An entry holds for exactly what it was found out from."""
    assert Remembered(path).get("one", "other") is None


def test_nothing_new_writes_nothing(path: Path) -> None:
    """A command that found out nothing leaves the file as it is."""
    before = path.stat()
    memory = Remembered(path)
    memory.get("one", "in")
    memory.save()
    assert path.stat() == before


def test_a_new_entry_is_added_at_the_end(path: Path) -> None:
    """One edited script does not write all the others again."""
    before = path.read_bytes()
    memory = Remembered(path)
    for name in ("one", "two"):
        memory.get(name, "in")
    memory.keep("two", "new", '"c"')
    memory.save()
    assert path.read_bytes().startswith(before)
    assert [Remembered(path).get("two", inputs) for inputs in ("in", "new")] == [None, '"c"']


def test_what_is_out_of_date_goes_in_time(path: Path) -> None:
    """Entries that were replaced, and those that nobody asks for any more, do not pile up."""
    for turn in range(20):
        memory = Remembered(path)
        memory.get("one", str(turn))
        memory.keep("one", str(turn), '"x"')
        memory.save()
    assert len(path.read_bytes().splitlines()) < 6
    assert Remembered(path).get("two", "in") is None


@pytest.mark.parametrize("at", range(5, 200, 13))
def test_a_damaged_entry_is_none(path: Path, at: int) -> None:
    """No flipped bit brings back another text than was kept."""
    content = bytearray(path.read_bytes())
    content[at % len(content)] ^= 1
    path.write_bytes(content)
    assert {Remembered(path).get(name, "in") for name in ("one", "two")} <= {'"é"', '"b"', None}


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\n\xff", b"guide 0 other\nx x x\tx\n"])
def test_a_foreign_file_is_replaced(path: Path, content: bytes) -> None:
    """What is no memory of this program counts as none, and the next command writes its own."""
    path.write_bytes(content)
    assert Remembered(path).get("one", "in") is None
    kept(path, one='"c"')
    assert Remembered(path).get("one", "in") == '"c"'


def test_a_line_cut_short_is_none(path: Path) -> None:
    """A command that was killed while it wrote spoils its last entry and no other, and not the next one for good."""
    path.write_bytes(path.read_bytes()[:-5])
    assert [Remembered(path).get(name, "in") for name in ("one", "two")] == ['"é"', None]
    kept(path, two='"b"')
    kept(path, two='"b"')
    assert Remembered(path).get("two", "in") == '"b"'


def test_a_folder_that_cannot_be_written_to_keeps_nothing(tmp_path: Path) -> None:
    """It is no error: only time is lost."""
    (tmp_path / "file").write_bytes(b"")
    kept(tmp_path / "file" / "checks", one='"a"')
    assert Remembered(tmp_path / "file" / "checks").get("one", "in") is None


def test_what_other_code_found_out_is_none(path: Path) -> None:
    """Whole entries behind the mark of another version are not believed."""
    mark, rest = path.read_bytes().split(b"\n", 1)
    path.write_bytes(mark[:-1] + (b"0" if mark[-1:] != b"0" else b"1") + b"\n" + rest)
    assert [Remembered(path).get(name, "in") for name in ("one", "two")] == [None, None]
