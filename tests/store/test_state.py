"""The memory of digests: a reminder, never an authority."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from guide.store.state import STATE_VERSION, State, read_state, stamp, stamps, unchanged, write_state

OLD_NS = 1_000_000_000_000_000_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file that has not been touched for years."""
    path = tmp_path / "script.md"
    path.write_bytes(b"one")
    os.utime(path, ns=(OLD_NS, OLD_NS))
    return path


def test_digest_is_of_content(file: Path) -> None:
    """The digest is the SHA-256 of the bytes."""
    assert State().digest(file) == sha256(b"one").hexdigest()


def test_remembered_for_the_same_stamp(file: Path) -> None:
    """A file whose stamp is known is not read again."""
    state = State()
    state.digest(file)
    state.digests[str(file)] = (state.digests[str(file)][0], "remembered")
    assert state.digest(file) == "remembered"


def test_changed_time_means_reading(file: Path) -> None:
    """A new time makes the file be read again."""
    state = State()
    state.digest(file)
    file.write_bytes(b"two")
    assert state.digest(file) == sha256(b"two").hexdigest()


def test_a_time_put_back_hides_nothing(file: Path) -> None:
    """A program that writes as many bytes, and gives the file its old time back, is seen all the same."""
    state = State()
    state.digest(file)
    file.write_bytes(b"two")
    os.utime(file, ns=(OLD_NS, OLD_NS))
    assert state.digest(file) == sha256(b"two").hexdigest()


def test_young_file_is_not_trusted(tmp_path: Path) -> None:
    """A file written just now is not remembered: a second change could hide behind the same time."""
    path, state = tmp_path / "new.md", State()
    path.write_bytes(b"one")
    state.digest(path)
    assert state.digests == {}


def test_comes_back_from_the_disk(tmp_path: Path, file: Path) -> None:
    """What was written is read again."""
    state = State(
        published={"a": "1"},
        parts={"t": {"text": "x"}},
        engines={"t": "tone"},
        sound_media={"m": "2"},
        remarks={"r": [("clip", {"s": 1.5})]},
    )
    state.digest(file)
    write_state(tmp_path / "state.json", state)
    assert read_state(tmp_path / "state.json") == state


def test_what_nobody_asks_about_is_let_go(tmp_path: Path, file: Path) -> None:
    """Names of pages and places of the guide that are no more do not gather for ever."""
    path, old = tmp_path / "state.json", tmp_path / "page-1.js"
    old.write_bytes(b"old")
    state = State()
    state.remember(old, "digest")
    state.digest(file)
    write_state(path, state)
    state = read_state(path)
    state.digest(file)
    write_state(path, state)
    assert list(read_state(path).digests) == [str(file)]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"version": 99}', b'{"version": 1, "digests": {"a": []}}', b"\xff"]
)
def test_damaged_memory_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    """A memory that cannot be read is forgotten, never an error."""
    path = tmp_path / "state.json"
    path.write_bytes(content)
    assert read_state(path) == State()


def test_unchanged_sees_every_kind_of_change(file: Path, tmp_path: Path) -> None:
    """A file that changed, went or came is seen."""
    absent = tmp_path / "absent"
    seen = stamps([str(file), str(absent)])
    assert unchanged(seen)
    absent.write_bytes(b"")
    assert not unchanged(seen)
    absent.unlink()
    file.unlink()
    assert not unchanged(seen)


def test_a_link_to_itself_has_no_stamp(tmp_path: Path) -> None:
    """What cannot be seen is as good as absent, and no fault of the program."""
    (tmp_path / "loop").symlink_to("loop")
    assert stamp(tmp_path / "loop") is None


def test_the_memory_of_another_version_is_forgotten(tmp_path: Path) -> None:
    """A whole memory in a newer shape is not read as one in ours."""
    path = tmp_path / "state.json"
    write_state(path, State(published={"a": "1"}))
    text = path.read_text("utf-8")
    assert f'"version":{STATE_VERSION},' in text
    path.write_text(text.replace(f'"version":{STATE_VERSION}', f'"version":{STATE_VERSION + 1}'), encoding="utf-8")
    assert read_state(path) == State()


def test_a_memory_without_remarks_is_read(tmp_path: Path) -> None:
    """What was listened to came later than the first memories: the rest of theirs still holds."""
    path = tmp_path / "state.json"
    write_state(path, State(published={"a": "1"}))
    path.write_text(path.read_text("utf-8").replace(',"remarks":{}', ""), encoding="utf-8")
    assert read_state(path) == State(published={"a": "1"})


def test_an_absent_file_has_no_digest(tmp_path: Path) -> None:
    """It is said so by the error that callers ask for."""
    with pytest.raises(FileNotFoundError) as caught:
        State().digest(tmp_path / "absent")
    assert caught.value.args == (tmp_path / "absent",)


def test_what_was_just_written_is_remembered(tmp_path: Path) -> None:
    """Whoever wrote a file knows its digest; of a file that is not there nothing is kept."""
    path, state = tmp_path / "new.mp3", State()
    state.remember(path, "told")
    assert state.digests == {}
    path.write_bytes(b"one")
    state.remember(path, "told")
    assert state.digest(path) == "told"
