"""A build that would change nothing is recognised without one, and no other is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.build.recalling import inputs, record, still_done
from guide.build.wishes import Wish
from guide.engines.folders import below
from guide.events import BuildDone
from guide.project import Project
from guide.store.state import stamps
from tests.build.conftest import SCRIPTS, Workshop
from tests.conftest import Museum

WISH = Wish(jobs=1)
END = BuildDone(1, 3, 0, {"fr": 1.0}, "index.html", 2.0)
LONG_AGO = 1_000_000_000
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"/>'
VOICES = ("piper/joe.onnx", "piper/joe.onnx.json", "data/kokoro/model.onnx")
PUBLISHED = ("fr/101-moulin.mp3", "web/index.html")


@pytest.fixture
def done(museum: Museum, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a guide whose files, those of its voices, and those that a build made, were written long ago."""
    monkeypatch.setenv("GUIDE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("GUIDE_PIPER_VOICES", str(tmp_path / "piper"))
    monkeypatch.setenv("AZURE_SPEECH_KEY", "0123456789abcdef")
    monkeypatch.setenv("PATH", program(tmp_path / "programs"), prepend=os.pathsep)
    for voice in VOICES:
        (tmp_path / voice).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / voice).write_bytes(b"voice")
    made = {f"audio_out/{path}": "made" for path in PUBLISHED}
    root = museum({**SCRIPTS, "media/pictures/mill.svg": DRAWING, "media/bell.m4a": "bell", **made})
    for path in [root, *root.rglob("*"), *tmp_path.rglob("*")]:
        os.utime(path, (LONG_AGO, LONG_AGO))
    project = Project(root)
    record(project, WISH, inputs(project), code={}, published=dict.fromkeys(PUBLISHED, ""), end=END)
    return root


def program(folder: Path) -> str:
    """Put a program that is called ffmpeg into a folder, and return the folder."""
    path = folder / ("ffmpeg.exe" if os.name == "nt" else "ffmpeg")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    path.chmod(0o755)
    return str(folder)


def test_a_finished_guide_is_recognised(done: Path) -> None:
    """Nothing changed: the end of the last build is told again, with everything kept."""
    end = still_done(Project(done), WISH)
    assert end is not None
    assert (end.made, end.kept, end.failed, end.minutes) == (0, 4, 0, {"fr": 1.0})


def test_another_wish_is_another_build(done: Path) -> None:
    """What was asked for is part of what is recognised, and --force never is."""
    wishes = (Wish(languages=("fr",)), Wish(force=True), Wish(engine="espeak"))
    assert [still_done(Project(done), wish) for wish in wishes] == [None, None, None]


def test_young_files_are_not_trusted(done: Path) -> None:
    """A file written a moment ago may change again behind the same time: nothing is kept then."""
    project = Project(done)
    os.utime(project.settings)
    record(project, WISH, inputs(project), code={}, published={}, end=END)
    assert still_done(project, WISH) is None


@pytest.mark.slow
def test_a_build_is_kept(workshop: Workshop) -> None:
    """A whole build of files that are not young is recognised."""
    for path in [workshop.root, *workshop.root.rglob("*")]:
        os.utime(path, (LONG_AGO, LONG_AGO))
    assert workshop.build(WISH).whole
    end = still_done(Project(workshop.root), WISH)
    assert end is not None
    assert end.kept == 4


def add_recording(root: Path) -> None:
    """Put a person's reading where it replaces the voice, in a folder that was not there."""
    path = root / "media" / "recordings" / "fr" / "101-moulin.wav"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"RIFF")


HARMS: dict[str, Callable[[Path], object]] = {
    "script edited": lambda root: (root / "scripts_fr" / "101-moulin.md").write_text("---\ntitre: M\n---\n\nUn mot.\n"),
    "script added": lambda root: (root / "scripts_fr" / "103-eau.md").write_text("---\ntitre: E\n---\n\nUn mot.\n"),
    "lexicon added": lambda root: (root / "lexicon_fr.txt").write_text("moulin: moulain\n"),
    "settings touched": lambda root: os.utime(root / "guide.toml"),
    "recording added": add_recording,
    "picture edited": lambda root: (root / "media" / "pictures" / "mill.svg").write_text(DRAWING + "\n"),
    "track deleted": lambda root: (root / "audio_out" / "fr" / "101-moulin.mp3").unlink(),
    "page edited": lambda root: (root / "audio_out" / "web" / "index.html").write_text("mine"),
    "build interrupted": lambda root: (root / "audio_out" / ".publishing").write_text("{}"),
}


@pytest.mark.parametrize("harm", HARMS)
def test_whatever_a_build_reads_or_wrote_counts(done: Path, harm: str) -> None:
    """A change of anything that goes in or came out asks for a real build."""
    HARMS[harm](done)
    assert still_done(Project(done), WISH) is None


SURROUNDINGS: dict[str, Callable[[Path, pytest.MonkeyPatch], object]] = {
    "voice replaced": lambda root, _: (root.parent / "piper" / "joe.onnx").write_bytes(b"other"),
    "voice taken away": lambda root, _: (root.parent / "piper" / "joe.onnx").unlink(),
    "voice added": lambda root, _: (root.parent / "piper" / "ann.onnx").write_bytes(b"voice"),
    "model replaced": lambda root, _: (root.parent / "data" / "kokoro" / "model.onnx").write_bytes(b"other"),
    "other folder of Piper's voices": lambda root, patch: patch.setenv("GUIDE_PIPER_VOICES", str(root)),
    "other folder of voices": lambda root, patch: patch.setenv("GUIDE_DATA", str(root)),
    "service's key gone": lambda _, patch: patch.delenv("AZURE_SPEECH_KEY"),
    "other ffmpeg": lambda root, patch: patch.setenv("PATH", program(root.parent / "other"), prepend=os.pathsep),
    "ffmpeg replaced": lambda root, _: program(root.parent / "programs"),
    "ffmpeg named": lambda root, patch: patch.setenv("IMAGEIO_FFMPEG_EXE", str(root / "ffmpeg")),
}


@pytest.mark.parametrize("change", SURROUNDINGS)
def test_whatever_a_build_runs_on_counts(done: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    """Other voices, another ffmpeg where an M4A file is heard, a service that can no longer be asked."""
    assert still_done(Project(done), WISH) is not None
    SURROUNDINGS[change](done, monkeypatch)
    assert still_done(Project(done), WISH) is None


def test_ffmpeg_counts_only_where_it_is_heard(done: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a sound that it reads, nobody asks where it is."""
    (done / "media" / "bell.m4a").unlink()
    before = inputs(Project(done))
    monkeypatch.setenv("PATH", program(done.parent / "other"), prepend=os.pathsep)
    assert inputs(Project(done)) == before


@pytest.mark.parametrize("change", ["engine.py", "voices/low.bin", "added.py", "voices/added.bin"])
def test_an_engine_that_is_worked_on_counts(done: Path, change: str) -> None:
    """Whoever writes an engine hears each change of it, as soon as it is saved, and what Python compiles is none."""
    package = done.parent / "engine"
    for name in ("engine.py", "voices/low.bin", "__pycache__/engine.pyc"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("one = 1")
    for path in [package, *package.rglob("*")]:
        os.utime(path, (LONG_AGO, LONG_AGO))
    project = Project(done)
    record(project, WISH, inputs(project), code=stamps(below(str(package))), published={}, end=END)
    (package / "__pycache__" / "engine.pyc").write_text("two")
    assert still_done(project, WISH) is not None
    (package / change).write_text("one = 2")
    assert still_done(project, WISH) is None


def test_folders_in_capitals_are_read(museum: Museum) -> None:
    """Some disks know no capitals: a script or lexicon there counts as anywhere else."""
    root = museum({"Scripts_fr/101-moulin.md": "", "Lexicon_fr.txt": ""})
    found = {Path(path).relative_to(root).as_posix() for path in inputs(Project(root)) if path.startswith(str(root))}
    assert {"Scripts_fr", "Scripts_fr/101-moulin.md", "Lexicon_fr.txt"} <= found


def test_a_record_holds_no_key(done: Path) -> None:
    """What opens a service is nobody's to read."""
    assert "0123456789abcdef" not in (done / ".guide" / "done.json").read_text("utf-8")


def test_looking_imports_nothing_heavy() -> None:
    """A build with nothing to do is answered before anything is loaded that only work needs."""
    heavy = {"numpy", "asyncio", "email", "importlib.metadata", "multiprocessing", "shutil", "sqlite3", "subprocess"}
    told = "import sys, guide.build.recalling; print(*sys.modules)"
    answer = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert sorted(heavy.intersection(answer.stdout.split())) == []
