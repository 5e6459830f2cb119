"""What keeps a built guide from being published: `guide check --release` against the last build."""

from __future__ import annotations

import pytest

from guide.audit import audit
from guide.build.wishes import Wish
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
