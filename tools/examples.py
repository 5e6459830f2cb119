"""Each finding of `guide check` with an example that yields it and its cure: examples.toml, read and tried.

`try_out` makes a guide of an example in a folder and audits it; the pages of tools/checks.py are made
of what that says, so they cannot drift from the program.
"""

from __future__ import annotations

import io
import shutil
import tomllib
import wave
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from guide.audit import audit
from guide.build.conducting import plan_build
from guide.build.wishes import Wish
from guide.errors import SettingsError
from guide.model.finding import Finding
from guide.model.plan import Plan
from guide.model.track import FileRecord, Manifest, Stop, Track, track_id
from guide.outputs.manifest import render_manifest
from guide.project import Project
from guide.project.reading import read_settings, read_sources
from guide.settings import FILE

DAY = date(2026, 1, 15)
"""The day on which the examples are checked."""
ROOM = "scripts_en/102-room.md"
SETTINGS = """\
[casts.draft.en]
narrator = { engine = "tone" }
quote = { engine = "tone" }

[casts.draft.fr]
narrator = { engine = "tone" }
quote = { engine = "tone" }

[guide]
id = "small"
languages = ["en", "fr"]
title = { en = "Small museum", fr = "Petit musée" }
museum = { en = "The museum", fr = "Le musée" }
"""
"""The guide that examples are added to; what they add to guide.toml follows it."""
BASE: Mapping[str, str] = {
    "scripts_en/101-door.md": "The door is open.\n",
    "scripts_fr/101-door.md": "La porte est grande ouverte.\n",
}
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><path d="M9 9h72v42H9z"/></svg>'
HEADS = {"scripts_en": "title: The room", "scripts_fr": "titre: La salle"}

SOUNDS: Mapping[str, tuple[int, int, int]] = {
    "sound": (16_000, 4_000, 0),
    "dull sound": (8_000, 4_000, 0),
    "clipped sound": (16_000, 32_767, 0),
    "very soft sound": (16_000, 60, 0),
    "noisy sound": (16_000, 4_000, 1_000),
}
"""Sounds of the examples by what stands for them: rate in Hz, loudest sample, loudest sample of the pauses."""

Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """One finding's example and cure, as files by path.

    `before` holds the files of a build that went before, whose tracks play `seconds`; with
    `built`, the cure is to build again, with the release cast. `release` checks for publishing.
    """

    code: str
    example: Files
    cure: Files
    before: Files | None = None
    seconds: float = 60.0
    built: bool = False
    release: bool = False


def examples() -> tuple[Example, ...]:
    """Return all examples in the order of their file."""
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return tuple(_example(code, entry) for code, entry in data.items())


def _example(code: str, entry: Mapping[str, Any]) -> Example:
    files = {key: _files(entry[key]) for key in ("example", "cure", "before") if key in entry}
    others: dict[str, Any] = {key: value for key, value in entry.items() if key not in files}
    return Example(code, **{**others, **files})


def _files(given: str | Files) -> Files:
    return {ROOM: given} if isinstance(given, str) else given


@dataclass(frozen=True, slots=True)
class Tried:
    """What a check says of a guide, and the texts of its files."""

    findings: tuple[Finding, ...]
    texts: Mapping[str, str]

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the findings."""
        return frozenset(finding.code for finding in self.findings)


def try_out(example: Example, folder: Path, *, cured: bool = False) -> Tried:
    """Make a guide of an example, or of its cure, in an empty folder and check it."""
    if example.before is not None:
        _write(folder, example.before)
        _build(Project(folder), "draft", example.seconds)
    _write(folder, example.cure if cured else example.example)
    project = Project(folder)
    if cured and example.built:
        _build(project, "release", example.seconds)
    try:
        audited = audit(project, day=DAY, release=example.release)
    except SettingsError as error:
        return Tried(error.findings, {FILE: project.settings.read_text("utf-8")})
    return Tried(audited.findings, audited.texts)


def _write(folder: Path, files: Files) -> None:
    """Write a whole guide: the base, and these files over it; what a build left stays."""
    for old in folder.iterdir():
        if old.name != "audio_out":
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    content = {path: content_of(path, text) for path, text in {FILE: "", **BASE, **files}.items() if text != "remove"}
    for path, data in content.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def content_of(path: str, text: str) -> bytes:
    """Return a file's bytes: `drawing` and the names of SOUNDS stand for one, a script may lack its head."""
    if path == FILE:
        return (SETTINGS + text).encode()
    if path.startswith("media/") and (text in SOUNDS or text == "drawing"):
        return _sound(*SOUNDS[text]) if text in SOUNDS else DRAWING.encode()
    head = HEADS.get(path.partition("/")[0])
    if text == "repeat: words":
        text = "word " * 20_001
    encoding = "latin-1" if text.startswith("latin-1: ") else "utf-8"
    text = text.removeprefix("latin-1: ")
    if head and not text.startswith("---"):
        text = f"---\n{head}\n---\n\n{text}"
    return text.encode(encoding)


@cache
def _sound(rate_hz: int, loud: int, between: int) -> bytes:
    """Return three seconds of a buzz with pauses as WAV: something to hear, and the same everywhere."""
    file = io.BytesIO()
    heights = (between if index // (rate_hz // 4) % 3 == 2 else loud for index in range(3 * rate_hz))
    samples = (height if index % 40 < 20 else -height for index, height in enumerate(heights))
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, rate_hz, 3 * rate_hz, "NONE", ""))
        sound.writeframes(b"".join(sample.to_bytes(2, "little", signed=True) for sample in samples))
    return file.getvalue()


def _build(project: Project, cast: str, seconds: float) -> None:
    """Write the manifest that a build of the guide as it is would leave."""
    guide = read_settings(project)
    sources = read_sources(project, guide)
    plan = plan_build(project, Wish(cast=cast))[0] if cast in guide.casts else Plan(())
    keys = {step.track.id: step.track.audio_key for step in plan.steps}
    tracks = {}
    for one in sources.scripts:
        file = FileRecord(f"{one.language}/{one.stop}.mp3", 1, "0" * 64)
        key = keys.get(track_id(one.stop, one.language, one.level), "0" * 64)
        track = Track(one.stop, one.number, one.language, one.level, one.title, file, key, 1, file=file)
        tracks[track.id] = _spoken(track, cast, seconds, sources.digests[one.file])
    stops = {one.stop: Stop(one.stop, one.number, "", {}) for one in sources.scripts}
    manifest = Manifest(
        guide=guide.id, label="", version="", title=guide.title, museum=guide.museum, notice={}, languages=(),
        source_language="en", default_language="en", release_date="", address="", rights="", licence="", sections=(),
        tours=(), redirects={}, closed={}, stops=tuple(stops.values()), tracks=tracks, files=(), target_lufs=-16.0,
        ceiling_dbtp=-1.0, tool_version="0",
    )  # fmt: skip
    project.out.mkdir(exist_ok=True)
    (project.out / "manifest.json").write_bytes(render_manifest(manifest))


def _spoken(track: Track, cast: str, seconds: float, digest: str) -> Track:
    return replace(track, cast=cast, seconds=seconds, engine="tone", voice="low", script_sha256=digest)
