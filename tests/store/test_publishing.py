"""The writer of audio_out: whole files, the manifest last, strangers left alone."""

from __future__ import annotations

import errno
import json
import os
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from guide.errors import ForeignFile, MixedFolder, StoreError
from guide.model.artifact import Artifact
from guide.model.track import FileRecord, Manifest
from guide.outputs.manifest import render_manifest
from guide.store.publishing import MANIFEST, MARKER, adrift, check_whole, publish, strangers
from guide.store.state import State, stamp
from guide.store.writing import PART_PREFIX

GUIDE: dict[str, Artifact] = {MANIFEST: b"{1}", "fr/a.mp3": b"one", "fr/b.mp3": b"two"}
NEWER: dict[str, Artifact] = {MANIFEST: b"{2}", "fr/a.mp3": b"ONE", "fr/c.mp3": b"three"}


def content(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder to publish into, which does not exist yet."""
    return tmp_path / "audio_out"


@pytest.fixture
def state(folder: Path) -> State:
    """Return the memory of a project whose first guide is published."""
    memory = State()
    publish(folder, GUIDE, state=memory)
    return memory


def test_first_publishing_writes_all(folder: Path) -> None:
    """All files come, and nothing else stays behind."""
    outcome = publish(folder, GUIDE, state=State())
    assert (content(folder), outcome.kept) == (GUIDE, 0)


def test_same_again_writes_nothing(folder: Path, state: State) -> None:
    """What is already there is left as it is."""
    outcome = publish(folder, GUIDE, state=state)
    assert (outcome.written, outcome.removed, outcome.kept) == ((), (), 3)


def test_change_writes_and_removes_ours_only(folder: Path, state: State) -> None:
    """Changed files are replaced, files no longer wanted go, a stranger's file stays."""
    (folder / "fr" / "notes.txt").write_bytes(b"mine")
    publish(folder, NEWER, state=state)
    assert content(folder) == {**NEWER, "fr/notes.txt": b"mine"}


def test_empty_folders_of_ours_go(folder: Path, state: State) -> None:
    """A folder that held only files of ours goes with the last of them."""
    publish(folder, {MANIFEST: b"{3}"}, state=state)
    assert content(folder) == {MANIFEST: b"{3}"}
    assert not (folder / "fr").exists()


def test_stranger_at_our_path_is_an_error(folder: Path, state: State) -> None:
    """A file that is not ours is never overwritten; nothing at all is changed then."""
    (folder / "fr" / "c.mp3").write_bytes(b"a stranger's")
    before = content(folder)
    with pytest.raises(ForeignFile) as caught:
        publish(folder, NEWER, state=state)
    assert caught.value.message.values["path"] == str(folder / "fr" / "c.mp3")
    assert content(folder) == before


def test_folder_at_our_path_is_an_error(folder: Path, state: State) -> None:
    """A folder where a file of ours must go is an error too."""
    (folder / "fr" / "c.mp3").mkdir()
    with pytest.raises(ForeignFile):
        publish(folder, NEWER, state=state)


def test_link_at_our_path_is_an_error(folder: Path, state: State, tmp_path: Path) -> None:
    """A link is never followed to a file elsewhere."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"precious")
    (folder / "fr" / "a.mp3").unlink()
    (folder / "fr" / "a.mp3").symlink_to(elsewhere)
    with pytest.raises(ForeignFile):
        publish(folder, NEWER, state=state)
    assert elsewhere.read_bytes() == b"precious"


def test_equal_stranger_is_adopted(folder: Path) -> None:
    """A file with exactly our content is ours: a guide copied with its folder goes on."""
    publish(folder, GUIDE, state=State())
    assert publish(folder, GUIDE, state=State()).written == ()


def test_edited_file_is_replaced_and_told(folder: Path, state: State) -> None:
    """A track edited by hand is made right again, with a message."""
    (folder / "fr" / "a.mp3").write_bytes(b"edited")
    outcome = publish(folder, GUIDE, state=state)
    assert content(folder) == GUIDE
    assert [(one.code, one.message.values) for one in outcome.findings] == [("edited-replaced", {"path": "fr/a.mp3"})]


def test_missing_file_comes_back(folder: Path, state: State) -> None:
    """A file that somebody deleted is written again, without a word."""
    (folder / "fr" / "a.mp3").unlink()
    outcome = publish(folder, GUIDE, state=state)
    assert (content(folder), outcome.findings) == (GUIDE, ())


def with_manifest(files: dict[str, Artifact]) -> dict[str, Artifact]:
    """Return files with the manifest that lists them."""
    records = tuple(
        FileRecord(path, len(data), digest(data)) for path, data in files.items() if isinstance(data, bytes)
    )
    manifest = Manifest(
        guide="g", label="", version="1", title={}, museum={}, notice={}, languages=(), source_language="fr",
        default_language="fr", release_date="", address="", rights="", licence="", sections=(), tours=(), redirects={},
        closed={}, stops=(), tracks={}, files=records, target_lufs=-16.0, ceiling_dbtp=-1.0, tool_version="0",
    )  # fmt: skip
    return {**files, MANIFEST: render_manifest(manifest)}


def test_lost_memory_is_made_up_for_by_the_manifest(folder: Path) -> None:
    """Without any memory the manifest in the folder says what is ours: a changed guide goes on, old files go."""
    publish(folder, with_manifest({"fr/a.mp3": b"one", "fr/b.mp3": b"two"}), state=State())
    newer = with_manifest({"fr/a.mp3": b"ONE"})
    outcome = publish(folder, newer, state=State())
    assert (content(folder), outcome.removed, outcome.findings) == (newer, ("fr/b.mp3",), ())


def test_a_listed_file_of_other_content_is_not_removed(folder: Path) -> None:
    """Without any memory a file goes only when it is what the manifest says."""
    publish(folder, with_manifest({"fr/a.mp3": b"one", "fr/b.mp3": b"two"}), state=State())
    (folder / "fr" / "b.mp3").write_bytes(b"a visitor's book")
    newer = with_manifest({"fr/a.mp3": b"ONE"})
    publish(folder, newer, state=State())
    assert content(folder) == {**newer, "fr/b.mp3": b"a visitor's book"}


@pytest.mark.parametrize("path", ["../precious.txt", "fr/../../precious.txt", "{absolute}", "link/precious.txt"])
def test_nothing_outside_the_folder_is_removed(folder: Path, state: State, tmp_path: Path, path: str) -> None:
    """A marker that names a file elsewhere, with its right digest even, cannot have it removed."""
    precious = tmp_path / "precious.txt"
    precious.write_bytes(b"precious")
    (folder / "link").symlink_to(tmp_path)
    promise = {path.format(absolute=precious): digest(b"precious"), "fr/a.mp3": ["no", "digest"]}
    (folder / MARKER).write_text(json.dumps(promise), encoding="utf-8")
    publish(folder, NEWER, state=state)
    assert precious.read_bytes() == b"precious"


def test_a_linked_folder_is_an_error(folder: Path, state: State, tmp_path: Path) -> None:
    """A folder of ours that was replaced by a link elsewhere is not written into."""
    (tmp_path / "elsewhere").mkdir()
    (folder / "en").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ForeignFile) as caught:
        publish(folder, {**NEWER, "en/a.mp3": b"one"}, state=state)
    assert caught.value.message.values["path"] == str(folder / "en")
    assert list((tmp_path / "elsewhere").iterdir()) == []


class Killed(BaseException):
    """Stands for the end of the process: nothing catches it and nothing is tidied after it."""


def steps(monkeypatch: pytest.MonkeyPatch, last: int) -> list[str]:
    """Have the process end before its `last`th change to the disk; return the list of changes made."""
    done: list[str] = []
    replace, unlink = os.replace, Path.unlink

    def step(name: str) -> None:
        if len(done) == last:
            raise Killed
        done.append(name)

    def replaced(source: Path, target: Path) -> None:
        step(f"write {target.name}")
        replace(source, target)

    def unlinked(path: Path, missing_ok: bool = False) -> None:
        if not path.name.startswith(PART_PREFIX):
            step(f"remove {path.name}")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr("guide.store.writing.os.replace", replaced)
    monkeypatch.setattr(Path, "unlink", unlinked)
    return done


ALL_STEPS = [
    "write .publishing",
    "write a.mp3",
    "write c.mp3",
    "remove b.mp3",
    "write manifest.json",
    "remove .publishing",
]


def test_steps_are_in_order(folder: Path, state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """The marker comes first, the manifest last, and only then the marker goes."""
    with monkeypatch.context() as patch:
        done = steps(patch, last=99)
        publish(folder, NEWER, state=state)
    assert done == ALL_STEPS


@pytest.mark.parametrize("step", range(len(ALL_STEPS)))
def test_killed_at_every_step(folder: Path, state: State, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Killed before any step, each file is whole; the folder says that it is mixed; the next build completes it."""
    with monkeypatch.context() as patch:
        steps(patch, last=step)
        with pytest.raises(Killed):
            publish(folder, NEWER, state=state)
    left = {path: data for path, data in content(folder).items() if path != MARKER}
    assert all(data in {GUIDE.get(path), NEWER.get(path)} for path, data in left.items())
    if step > 0:
        with pytest.raises(MixedFolder):
            check_whole(folder, {}, state=State())
    # The next process knows only what was written to the disk: the state from before.
    outcome = publish(folder, NEWER, state=State(published={path: digest(data) for path, data in GUIDE.items()}))
    assert content(folder) == NEWER
    assert outcome.findings == ()


@pytest.mark.parametrize("step", range(1, len(ALL_STEPS) - 2))
def test_first_build_killed_is_completed(folder: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Even a first build, which left no memory at all, is completed: the marker says what is ours."""
    with monkeypatch.context() as patch:
        steps(patch, last=step)
        with pytest.raises(Killed):
            publish(folder, GUIDE, state=State())
    publish(folder, NEWER, state=State())
    assert {path: data for path, data in content(folder).items() if path in NEWER} == NEWER


@pytest.mark.parametrize("step", range(5))
def test_an_emptying_that_was_killed_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Where nothing is wanted any more the manifest goes last: until then it says that an edited file is ours."""
    memory = State()
    publish(folder, with_manifest({"fr/a.mp3": b"one", "web/b.js": b"two"}), state=memory)
    (folder / "web" / "b.js").write_bytes(b"edited")
    published = dict(memory.published)
    with monkeypatch.context() as patch:
        steps(patch, last=step)
        with pytest.raises(Killed):
            publish(folder, {}, state=memory)
    publish(folder, {}, state=State(published=published))
    assert content(folder) == {}


def digest(data: Artifact) -> str:
    """Return the SHA-256 of bytes."""
    assert isinstance(data, bytes)
    return sha256(data).hexdigest()


def test_full_disk_is_told_and_completed_later(folder: Path, state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full every file is whole, no part stays, and a later build completes the folder."""
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if data == NEWER["fr/c.mp3"]:
            write(path, data[:2])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(StoreError) as caught:
            publish(folder, NEWER, state=state)
    assert caught.value.message.code == "disk-full"
    assert not list(folder.rglob(f"{PART_PREFIX}*"))
    assert all(data in {GUIDE.get(path), NEWER.get(path)} for path, data in content(folder).items() if path != MARKER)
    publish(folder, NEWER, state=state)
    assert content(folder) == NEWER


def test_whole_folder_passes(folder: Path, state: State) -> None:
    """A folder that is what its manifest says is accepted."""
    check_whole(folder, state.published, state=State())


@pytest.mark.parametrize(
    ("harm", "code"), [("delete", "mixed-missing"), ("edit", "mixed-differs"), ("mark", "mixed-unfinished")]
)
def test_mixed_folder_is_refused(folder: Path, state: State, harm: str, code: str) -> None:
    """A folder that does not agree with its manifest is refused, with the reason."""
    track = folder / "fr" / "a.mp3"
    match harm:
        case "delete":
            track.unlink()
        case "edit":
            track.write_bytes(b"0ne")
        case _:
            (folder / MARKER).write_bytes(b"{}")
    with pytest.raises(MixedFolder) as caught:
        check_whole(folder, state.published, state=State())
    assert caught.value.message.code == code
    expected = {"folder": str(folder)} | ({} if harm == "mark" else {"path": "fr/a.mp3"})
    assert caught.value.message.values == expected


def test_the_manifest_is_last_of_all_names(folder: Path, state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """What sorts behind it is written before it, and what goes is gone before it: the page, a tour's list."""
    publish(folder, {**GUIDE, "web/index.html": b"page", "web/old.js": b"old"}, state=state)
    with monkeypatch.context() as patch:
        done = steps(patch, last=99)
        publish(folder, {**GUIDE, MANIFEST: b"{2}", "web/index.html": b"PAGE"}, state=state)
    assert done == [
        "write .publishing",
        "write index.html",
        "remove old.js",
        "write manifest.json",
        "remove .publishing",
    ]


def test_a_file_goes_though_nothing_is_written(folder: Path, state: State) -> None:
    """Only a file too many is reason enough to bring the folder in order."""
    wanted = {path: data for path, data in GUIDE.items() if path != "fr/b.mp3"}
    outcome = publish(folder, wanted, state=state)
    assert (outcome.written, outcome.removed, content(folder)) == ((), ("fr/b.mp3",), wanted)


def test_a_marker_alone_is_taken_away(folder: Path, state: State) -> None:
    """A build that was killed just before its end left all files right: the next one says that the folder is whole."""
    (folder / MARKER).write_bytes(b"{}")
    publish(folder, GUIDE, state=state)
    check_whole(folder, state.published, state=State())


def test_parts_of_a_killed_build_go(folder: Path, state: State) -> None:
    """Half a file that a killed process left anywhere in the folder does not lie there for good."""
    for part in (folder / f"{PART_PREFIX}1-x", folder / "fr" / f"{PART_PREFIX}1-x"):
        part.write_bytes(b"half")
    publish(folder, NEWER, state=state)
    assert content(folder) == NEWER


def test_a_marker_that_is_no_list_is_made_up_for(folder: Path, state: State) -> None:
    """What a bad disk left of it counts as nothing promised."""
    for damaged in (b"[]", b"{", b"\xff"):
        (folder / MARKER).write_bytes(damaged)
        publish(folder, GUIDE, state=state)
        assert content(folder) == GUIDE


def test_a_dangling_link_at_our_path_is_an_error(folder: Path, state: State) -> None:
    """A link to a disk that is not there now is somebody's: it is not replaced."""
    (folder / "fr" / "c.mp3").symlink_to(folder / "absent")
    with pytest.raises(ForeignFile) as caught:
        publish(folder, NEWER, state=state)
    assert (caught.value.message.code, (folder / "fr" / "c.mp3").is_symlink()) == ("foreign-file", True)


def test_what_was_published_is_not_read_again(folder: Path, state: State) -> None:
    """The digest of each file is known from its writing: thousands of tracks are not read twice."""
    written = {path: state.digests[str(folder / path)] for path in GUIDE}
    assert written == {path: (stamp(folder / path), digest(data)) for path, data in GUIDE.items()}


def test_what_is_adrift_is_named(folder: Path, state: State) -> None:
    """Files that were edited, taken away, or replaced by a link or a folder; a whole folder has none."""
    publish(folder, {**GUIDE, "fr/c.mp3": b"three", "fr/d.mp3": b"four"}, state=state)
    assert adrift(folder, state) == []
    (folder / "fr" / "a.mp3").write_bytes(b"edited")
    for name in "bcd":
        (folder / "fr" / f"{name}.mp3").unlink()
    (folder / "fr" / "c.mp3").mkdir()
    (folder / "copy").write_bytes(b"four")
    (folder / "fr" / "d.mp3").symlink_to(folder / "copy")
    assert adrift(folder, state) == [f"fr/{name}.mp3" for name in "abcd"]


def test_an_edited_file_of_ours_goes_when_it_is_not_wanted(folder: Path, state: State) -> None:
    """What we remember having put there is ours, whoever changed it: a stop that was taken out plays nowhere."""
    (folder / "fr" / "b.mp3").write_bytes(b"edited")
    publish(folder, NEWER, state=state)
    assert content(folder) == NEWER


def test_what_lies_in_a_folder_that_was_deleted_is_a_strangers(folder: Path, state: State) -> None:
    """We remember having published there; no manifest says so any more, and the file is not ours: it stays."""
    shutil.rmtree(folder)
    (folder / "fr").mkdir(parents=True)
    (folder / "fr" / "a.mp3").write_bytes(b"mine")
    assert strangers(folder, state) == ["fr/a.mp3"]
    for wanted in (GUIDE, NEWER):
        with pytest.raises(ForeignFile) as caught:
            publish(folder, wanted, state=state)
        assert caught.value.message.values["path"] == str(folder / "fr" / "a.mp3")
    assert content(folder) == {"fr/a.mp3": b"mine"}


def test_what_is_exactly_ours_is_taken_up_again(folder: Path, state: State) -> None:
    """Only the manifest was lost: files that are as we published them are ours, and are replaced or go."""
    (folder / MANIFEST).unlink()
    assert strangers(folder, state) == []
    outcome = publish(folder, NEWER, state=state)
    assert (content(folder), outcome.removed, outcome.findings) == (NEWER, ("fr/b.mp3",), ())


def test_a_strangers_file_does_not_go_with_ours(folder: Path, state: State) -> None:
    """In a folder that was deleted nothing is removed that is not exactly what we published."""
    shutil.rmtree(folder)
    (folder / "fr").mkdir(parents=True)
    (folder / "fr" / "b.mp3").write_bytes(b"mine")
    publish(folder, NEWER, state=state)
    assert content(folder) == {**NEWER, "fr/b.mp3": b"mine"}


@pytest.mark.parametrize("manifest", [b'{"name": "An app of the museum"}', b"{"])
def test_a_manifest_that_is_not_ours_makes_nothing_ours(folder: Path, state: State, manifest: bytes) -> None:
    """A folder that was deleted holds a file of another program with our manifest's name: it is not overwritten."""
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / MANIFEST).write_bytes(manifest)
    with pytest.raises(ForeignFile):
        publish(folder, GUIDE, state=state)
    assert content(folder) == {MANIFEST: manifest}


def test_a_damaged_manifest_beside_our_files_is_made_up_for(folder: Path, state: State) -> None:
    """Somebody spoilt the manifest and edited a track; the other files are ours still: all is made right again."""
    (folder / MANIFEST).write_bytes(b"spoilt")
    (folder / "fr" / "a.mp3").write_bytes(b"edited")
    outcome = publish(folder, GUIDE, state=state)
    assert (content(folder), [one.code for one in outcome.findings]) == (GUIDE, ["edited-replaced"])


@pytest.mark.parametrize("step", range(1, len(ALL_STEPS) - 2))
def test_a_strangers_file_in_a_first_build_that_was_killed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """The marker of a killed first build promises our files, not what somebody put at their place."""
    with monkeypatch.context() as patch:
        steps(patch, last=step)
        with pytest.raises(Killed):
            publish(folder, GUIDE, state=State())
    (folder / "fr").mkdir(exist_ok=True)
    (folder / "fr" / "b.mp3").write_bytes(b"mine")
    left = content(folder)
    with pytest.raises(ForeignFile):
        publish(folder, GUIDE, state=State())
    assert content(folder) == left


@pytest.mark.parametrize("step", range(1, len(ALL_STEPS)))
def test_a_build_into_a_deleted_folder_is_completed(
    folder: Path, state: State, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """The folder was deleted and the next build killed: what it promised and wrote is ours, beside our memory."""
    memory = dict(state.published)
    shutil.rmtree(folder)
    with monkeypatch.context() as patch:
        steps(patch, last=step)
        with pytest.raises(Killed):
            publish(folder, {**NEWER, "fr/e.mp3": b"five"}, state=State(published=dict(memory)))
    publish(folder, NEWER, state=State(published=memory))
    assert {path: data for path, data in content(folder).items() if path != "fr/e.mp3"} == NEWER
