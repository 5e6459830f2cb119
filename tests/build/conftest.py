"""A small guide spoken by the tone engine, built in this process or by the command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from guide.build.completing import Result
from guide.build.conducting import build
from guide.build.wishes import Wish
from guide.events import Recorder, TrackFailed, TrackMade
from guide.model.track import Manifest
from guide.parsing.manifest import parse_manifest
from guide.project import Project
from tests.conftest import Museum

SCRIPTS = {
    "scripts_fr/101-moulin.md": "---\ntitre: Le moulin\n---\n\nVoici le moulin. Il tourne.\n\nIl tourne encore.\n",
    "scripts_en/101-moulin.md": "---\ntitle: The mill\n---\n\nHere is the mill. It turns.\n\nIt still turns.\n",
    "scripts_fr/102-meunier.md": "---\ntitre: Le meunier\n---\n\nLe meunier dort.\n\n> Je dors.\n> — Le meunier\n",
    "scripts_en/102-meunier.md": "---\ntitle: The miller\n---\n\nThe miller sleeps.\n\n> I sleep.\n> — The miller\n",
}
"""Two stops in two languages: four tracks, eight sentences, one quote in each language."""


@dataclass
class Workshop:
    """A guide's folder, and builds of it; `events` are those of the last build."""

    root: Path
    events: Recorder = field(default_factory=Recorder)

    def build(self, wish: Wish | None = None) -> Result:
        """Build in this process (tracks are made in worker processes all the same)."""
        self.events = Recorder()
        return build(Project(self.root), wish or Wish(jobs=1), self.events)

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file of the guide."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def replace(self, path: str, old: str, new: str) -> None:
        """Change words in a file of the guide."""
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    @property
    def manifest(self) -> Manifest:
        """The manifest as it lies in audio_out."""
        return parse_manifest((self.root / "audio_out" / "manifest.json").read_bytes())

    @property
    def made(self) -> list[str]:
        """The tracks that the last build made, sorted."""
        return sorted(event.track for event in self.events.events if isinstance(event, TrackMade))

    @property
    def failed(self) -> dict[str, str]:
        """The tracks that failed in the last build, with the code of the reason."""
        return {event.track: event.finding.code for event in self.events.events if isinstance(event, TrackFailed)}

    def content(self) -> dict[str, bytes]:
        """Return all files of audio_out by path."""
        out = self.root / "audio_out"
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.fixture
def workshop(museum: Museum) -> Workshop:
    """Return a guide of two stops in two languages, not built yet."""
    return Workshop(museum(SCRIPTS))


@pytest.fixture
def built(workshop: Workshop) -> Workshop:
    """Return the same guide, built."""
    assert workshop.build().whole
    return workshop


Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def command(workshop: Workshop) -> Command:
    """Run `guide` as a process of its own in the guide's folder, speaking English."""

    def run(*arguments: str, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "guide", *arguments],
            cwd=workshop.root,
            env={**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run
