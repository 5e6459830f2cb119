"""What keeps a built guide from being published: `guide check --release` against the last build."""

from __future__ import annotations

import numpy as np
import pytest

from guide.audio.mp3 import decode
from guide.audit import audit
from guide.build.wishes import Wish
from guide.engines.catalogue import KOKORO
from guide.engines.installable import is_installed
from guide.engines.kokoro import KokoroEngine
from guide.parsing.manifest import parse_cues
from guide.project import Project
from tests.build.conftest import Workshop

pytestmark = pytest.mark.slow

CAST = """
[casts.release.fr]
narrator = { engine = "tone", voice = "high" }
quote = { engine = "tone", voice = "low" }

[casts.release.en]
narrator = { engine = "tone", voice = "high" }
quote = { engine = "tone", voice = "low" }
"""
EVERY = ["meunier.en", "meunier.fr", "moulin.en", "moulin.fr"]


def unreleased(workshop: Workshop) -> dict[str, str]:
    """Return what stands between each track and publishing: the finding's code by track."""
    findings = audit(Project(workshop.root), release=True).findings
    told = [one for one in findings if one.code.startswith("release-")]
    return {str(one.message.values["track"]).removesuffix(".standard"): one.code for one in told}


@pytest.fixture
def released(workshop: Workshop) -> Workshop:
    """Return a guide that was built with its release cast."""
    workshop.write("guide.toml", (workshop.root / "guide.toml").read_text("utf-8") + CAST)
    assert workshop.build(Wish(cast="release", jobs=2)).whole
    return workshop


def test_a_built_release_may_be_published(released: Workshop) -> None:
    """Every track was made with its release voices from today's sources; each says so."""
    assert unreleased(released) == {}
    assert {track.cast for track in released.manifest.tracks.values()} == {"release"}


def test_a_draft_may_not(released: Workshop) -> None:
    """Built again with the draft cast, each track is named."""
    released.build()
    assert sorted(unreleased(released).items()) == [(name, "release-track-cast") for name in EVERY]


def test_what_was_never_built_is_missing(released: Workshop) -> None:
    """A stop that came after the build."""
    released.write("scripts_fr/103-roue.md", "---\ntitre: La roue\n---\n\nLa roue.\n")
    assert unreleased(released) == {"roue.fr": "release-track-missing"}


@pytest.mark.parametrize(
    ("path", "old", "new", "behind"),
    [
        ("scripts_fr/101-moulin.md", "Voici", "Voilà", ["moulin.fr"]),
        ("lexicon_en.txt", "", "mill: mihll\n", ["moulin.en"]),
        ("guide.toml", CAST, CAST.replace('"low" }', '"low", rate = 0.9 }', 1), ["meunier.fr"]),
        ("guide.toml", CAST, CAST.replace('"low" }', '"high" }'), ["meunier.en", "meunier.fr"]),
    ],
    ids=["text", "lexicon", "pace", "quotes"],
)
def test_a_change_since_the_build_is_told(released: Workshop, path: str, old: str, new: str, behind: list[str]) -> None:
    """Whatever shapes the sound: its text, a word of the lexicon, the pace or the voice of quotes alone."""
    before = (released.root / path).read_text("utf-8") if old else ""
    released.write(path, before.replace(old, new) if old else new)
    assert sorted(unreleased(released).items()) == [(name, "release-track-stale") for name in behind]


def test_languages_may_differ(released: Workshop) -> None:
    """A language that is only read, and a stop that only one language has, keep nothing from being published."""
    released.replace("guide.toml", "[casts.draft.fr]", '[languages.en]\naudio = "none"\n\n[casts.draft.fr]')
    (released.root / "scripts_en/102-meunier.md").unlink()
    assert released.build(Wish(cast="release", jobs=2)).whole
    assert unreleased(released) == {}


@pytest.mark.sound
@pytest.mark.skipif(
    not is_installed(KOKORO) or KokoroEngine().info.fault is not None,
    reason="install the voices with: guide voices install kokoro",
)
def test_cues_fit_a_neural_voice(workshop: Workshop) -> None:
    """In the decoded file a sentence sounds within 50 ms of its cue's beginning, and has died away at its end.

    A voice dies away slowly: what is kept of that (80 ms behind the last sound above -50 dB) belongs to the cue.
    """
    settings = (workshop.root / "guide.toml").read_text("utf-8")
    workshop.write("guide.toml", settings.replace('"tone", voice = "low"', '"kokoro", voice = "ff_siwis"', 1))
    assert workshop.build(Wish(("fr",), ("101",), jobs=1)).whole
    out = workshop.root / "audio_out"
    track = workshop.manifest.tracks["moulin.fr.standard"]
    assert track.file is not None
    sound = decode((out / track.file.path).read_bytes())
    size = np.abs(sound.samples)
    for cue in parse_cues((out / track.cues.path).read_bytes(), file="").cues:
        first, last = (round(at * sound.rate_hz) for at in (cue.start - 0.2, cue.end + 0.2))
        loud = np.flatnonzero(size[first:last] > 0.006 * size[first:last].max()) / sound.rate_hz
        assert loud[0] - 0.2 == pytest.approx(0.0, abs=0.05)
        assert 0.0 <= cue.end - (cue.start - 0.2 + loud[-1]) <= 0.13
