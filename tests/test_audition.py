"""Voices on trial, with those that are built in."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from guide.audio.media import read_sound
from guide.audition import hold_audition, letters
from guide.errors import UsageError
from guide.project import Project
from tests.conftest import Museum

SCRIPT = "---\ntitre: Le moulin\n---\n\nVoici le moulin. Il tourne. Il tourne encore. Puis il se tait.\n"


@pytest.fixture
def project(museum: Museum, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a guide with a stop in French, on a machine where no voice was installed."""
    pytest.importorskip("py_nanotts", reason="py-nanotts has no wheel for this system")
    monkeypatch.setenv("GUIDE_DATA", str(tmp_path / "data"))
    return Project(museum({"scripts_fr/101-moulin.md": SCRIPT, "scripts_en/101-moulin.md": SCRIPT}))


@pytest.mark.sound
def test_every_voice_that_could_be_published_is_heard(project: Project) -> None:
    """Here that is one; it says the first three sentences, and the caller hears of it before it speaks."""
    told: list[tuple[str, int, int]] = []
    audition = hold_audition(project, ["fr"], told=lambda *one: told.append(one))
    sound = read_sound(audition.page.with_name("fr-A.mp3"))
    assert (audition.candidates, audition.findings, told) == (1, (), [("fr", 1, 1)])
    assert 1.5 < len(sound.samples) / sound.rate_hz < 6
    assert "Voici le moulin. Il tourne. Il tourne encore.</blockquote>" in audition.page.read_text("utf-8")


@pytest.mark.sound
def test_a_voice_speaks_at_the_pace_of_its_cast(project: Project) -> None:
    """What the guide's cast says of a voice, or else of its engine, is heard: at half the rate it lasts longer."""

    def seconds() -> float:
        sound = read_sound(hold_audition(project, ["fr"]).page.with_name("fr-A.mp3"))
        return len(sound.samples) / sound.rate_hz

    plain = seconds()
    cast = '\n[casts.release.fr]\nnarrator = { engine = "pico", voice = "fr-FR", rate = 0.6 }\n'
    project.settings.write_text(project.settings.read_text("utf-8") + cast, "utf-8")
    assert seconds() > 1.4 * plain


def test_there_is_a_letter_for_every_voice() -> None:
    """An online engine may have more voices than the alphabet has letters; none is left out."""
    names = list(islice(letters(), 26 + 26 * 26 + 1))
    assert (names[0], names[25:28], names[-1], len(set(names))) == ("A", ["Z", "AA", "AB"], "AAA", len(names))


def test_a_stop_that_is_not_there_is_named(project: Project) -> None:
    """Nothing is voiced before the wish is understood."""
    with pytest.raises(UsageError) as caught:
        hold_audition(project, ["fr"], stop="110")
    assert (caught.value.message.code, caught.value.message.suggestion) == ("stop-not-there", "101")
