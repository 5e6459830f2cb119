"""Kept tracks are taken from memory, and are what they would be without one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.build import drafting
from guide.model.script import Script
from guide.planning.planner import plan_track
from guide.project import Project
from guide.store.cache import Cache
from tests.build.conftest import Workshop

pytestmark = pytest.mark.slow

MILL = "scripts_fr/101-moulin.md"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><rect width="9" height="6" fill="{}"/></svg>'


@pytest.fixture
def planned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the scripts whose whole plan is worked out from now on, in order."""
    files: list[str] = []

    def noted(script: Script, *others: object) -> object:
        files.append(script.file)
        return plan_track(script, *others)  # type: ignore[arg-type]  # handed on as they come

    monkeypatch.setattr(drafting, "plan_track", noted)
    return files


def without_memory(workshop: Workshop, folder: Path) -> dict[str, bytes]:
    """Return what a build makes of a copy of the guide that remembers nothing, and publishes it anew."""
    shutil.copytree(workshop.root, folder)
    for forgotten in (".guide/memory", ".guide/state.json", "audio_out"):
        path = folder / forgotten
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    other = Workshop(folder)
    assert other.build().whole
    return other.content()


def settings(workshop: Workshop, more: str) -> None:
    """Put more settings at the end of `guide.toml`."""
    workshop.write("guide.toml", (workshop.root / "guide.toml").read_text("utf-8") + more)


def renumber(workshop: Workshop) -> None:
    """Give a stop another number in both languages."""
    for tag in ("fr", "en"):
        folder = workshop.root / f"scripts_{tag}"
        (folder / "101-moulin.md").rename(folder / "109-moulin.md")


def picture(workshop: Workshop) -> None:
    """Give a stop a picture."""
    workshop.write("media/a.svg", SVG.format("red"))
    workshop.replace(MILL, "---\n\nVoici", "---\n\n[image: a.svg, alt: Un moulin, crédit: Le musée]\n\nVoici")


def remove(workshop: Workshop) -> None:
    """Take a stop away in both languages."""
    for tag in ("fr", "en"):
        (workshop.root / f"scripts_{tag}" / "102-meunier.md").unlink()


EDITS: dict[str, Callable[[Workshop], None]] = {
    "a sentence": lambda one: one.replace(MILL, "Il tourne encore.", "Il tourne toujours."),
    "a title": lambda one: one.replace(MILL, "titre: Le moulin", "titre: Le grand moulin"),
    "a warning": lambda one: one.replace(MILL, "titre:", "avertissement: Bruit.\ntitre:"),
    "a foreign word": lambda one: one.replace(MILL, "Il tourne toujours", "Il *tourne* toujours"),
    "a respelling": lambda one: one.replace("scripts_fr/102-meunier.md", "meunier dort", "[meunier | meu nié] dort"),
    "a picture": picture,
    "its words": lambda one: one.replace(MILL, "alt: Un moulin,", "alt: Un moulin rouge,"),
    "its drawing": lambda one: one.write("media/a.svg", SVG.format("blue")),
    "the lexicon": lambda one: one.write("lexicon_fr.txt", "moulin: mou lin\n"),
    "a language without audio": lambda one: settings(one, '\n[languages.en]\naudio = "none"\n'),
    "the museum": lambda one: one.replace("guide.toml", "Le musée", "Le grand musée"),
    "the pauses": lambda one: settings(one, "\n[pacing]\nparagraph_s = 2.5\n"),
    "the loudness": lambda one: settings(one, "\n[sound]\ntarget_lufs = -19.0\n"),
    "a number": renumber,
    "a level": lambda one: one.write("scripts_fr/109-moulin.children.md", "---\ntitre: Moulin\n---\n\nRegarde.\n"),
    "a stop less": remove,
}


def test_every_file_is_what_it_would_be_without_memory(built: Workshop, tmp_path: Path) -> None:
    """One edit after the other, each built on what is remembered of those before: the same bytes as anew."""
    for number, (edit, change) in enumerate(EDITS.items()):
        before = built.content()
        change(built)
        assert built.build().whole
        assert (edit, built.content() != before) == (edit, True)
        anew = without_memory(built, tmp_path / f"anew-{number}")
        different = [path for path in {*anew, *built.content()} if anew.get(path) != built.content().get(path)]
        assert (edit, different) == (edit, [])


def test_only_what_changed_is_planned(built: Workshop, planned: list[str]) -> None:
    """The others' plans are not worked out again, nor are their cue sheets: both are remembered."""
    built.replace(MILL, "Il tourne encore.", "Il tourne toujours.")
    assert built.build().whole
    assert (planned, built.made) == ([MILL], ["moulin.fr.standard"])


def test_without_memory_all_is_planned(built: Workshop, planned: list[str]) -> None:
    """A memory that is gone, or damaged, costs time and nothing else."""
    memory = built.root / ".guide" / "memory"
    for name in ("tracks", "kept"):
        content = (memory / name).read_bytes()
        (memory / name).write_bytes(content.replace(b"moulin.fr", b"moulin.xx").replace(b"scripts_fr", b"scripts_xx"))
    before = built.content()
    built.replace("scripts_fr/102-meunier.md", "Je dors.", "Je dors bien.")
    assert built.build().whole
    assert sorted(set(planned)) == [MILL, "scripts_fr/102-meunier.md"]
    assert built.content()["cues/fr/101-moulin.json"] == before["cues/fr/101-moulin.json"]


def test_sound_that_was_kept_anew_is_told_anew(built: Workshop) -> None:
    """What is remembered of a track goes with its very sound, and not with the key of it."""
    cache, key = Cache(Project(built.root).cache), built.manifest.tracks["moulin.fr.standard"].key
    own, other = cache.stored("audio", key), cache.stored("audio", built.manifest.tracks["moulin.en.standard"].key)
    assert own
    assert other
    own.path.unlink()
    cache.put("audio", key, cache.content(other))
    built.replace("scripts_fr/102-meunier.md", "Je dors.", "Je dors bien.")
    assert built.build().whole
    assert built.manifest.tracks["moulin.fr.standard"].audio_sha256 == other.sha256
