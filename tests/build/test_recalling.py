"""A build that would change nothing is recognised without one, and no other is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.build.recalling import inputs, record, still_done
from guide.build.wishes import Wish
from guide.events import BuildDone
from guide.project import Project
from tests.build.conftest import SCRIPTS, Workshop
from tests.conftest import Museum

WISH = Wish(jobs=1)
END = BuildDone(1, 3, 0, {"fr": 1.0}, "index.html", 2.0)
LONG_AGO = 1_000_000_000
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"/>'
PUBLISHED = ("fr/101-moulin.mp3", "web/index.html")


@pytest.fixture
def done(museum: Museum) -> Path:
    """Return a guide whose files, and those that a build made of them, were written long ago."""
    made = {f"audio_out/{path}": "made" for path in PUBLISHED}
    root = museum({**SCRIPTS, "media/pictures/mill.svg": DRAWING, **made})
    for path in [root, *root.rglob("*")]:
        os.utime(path, (LONG_AGO, LONG_AGO))
    project = Project(root)
    record(project, WISH, inputs(project), published=dict.fromkeys(PUBLISHED, ""), end=END)
    return root


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
    record(project, WISH, inputs(project), published={}, end=END)
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
