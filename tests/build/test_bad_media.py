"""What a museum's sound files have wrong with them, each as a clip, as a bed and as a recording, in one whole build."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest
import soundfile

from guide.audio.mp3 import decode, encode
from guide.audio.sound import Samples, resample
from guide.build.conducting import build
from guide.build.wishes import Wish
from guide.events import Event, PlanReady
from guide.gathering import gather
from guide.project import Project
from guide.project.reading import read_settings
from guide.store.state import State
from tests.build.conftest import Workshop

pytestmark = [pytest.mark.sound, pytest.mark.slow]

SETTINGS = """\
[guide]
id = "small"
languages = ["fr"]
title = { fr = "Petit musée" }
museum = { fr = "Le musée" }

[casts.draft.fr]
narrator = { engine = "tone", voice = "low" }
"""
RATE_HZ = 44_100
SECONDS = 4.0
RIGHT = ""
"""What stands for a right result, where else the code of a finding stands."""
ROLES: Mapping[str, str] = {
    "clip": "Voici le moulin. Il tourne.\n\n[archive: {}]\n",
    "bed": "[musique: {}]\n\nVoici le moulin. Il tourne.\n\n[fin musique]\n",
    "recording": "[enregistrement: {}] Voici le moulin. Il tourne.\n",
}
FAULTS: Mapping[str, tuple[str, str]] = {
    "good.wav": (RIGHT, ""),
    "eight-bit.wav": (RIGHT, ""),
    "high-rate.wav": (RIGHT, ""),
    "six-channels.wav": (RIGHT, ""),
    "offset.wav": (RIGHT, ""),
    "clipped.wav": (RIGHT, "sound-clipped"),
    "truncated.wav": ("sound-truncated", ""),
    "truncated.mp3": ("sound-truncated", ""),
    "named.mp3": ("sound-wrong-ending", ""),
    "silent.wav": ("sound-silent", ""),
    "hour.wav": ("sound-too-long", ""),
    "no-bytes.wav": ("sound-empty", ""),
    "no-samples.wav": ("sound-empty", ""),
}
"""Each file with what comes of it, and what is said of it though it can be used."""


def voice() -> Samples:
    """Return a voice of four seconds, three syllables a second, that stops for breath every second."""
    at = np.arange(round(SECONDS * RATE_HZ)) / RATE_HZ
    buzz = sum(np.cos(2.0 * np.pi * 130.0 * k * at + 0.1 * k * k) / k for k in range(1, 30))
    spoken = np.asarray(buzz) * (0.55 + 0.45 * np.sin(2.0 * np.pi * 3.0 * at)) * (at % 1.0 < 0.8)
    samples: Samples = (0.6 * spoken / np.abs(spoken).max()).astype(np.float32)
    return samples


def wav(samples: Samples, rate_hz: int = RATE_HZ, subtype: str = "PCM_16") -> bytes:
    """Return samples as a WAV file."""
    buffer = io.BytesIO()
    soundfile.write(buffer, samples, rate_hz, format="WAV", subtype=subtype)
    return buffer.getvalue()


def contents() -> dict[str, bytes]:
    """Return every file of the table."""
    good = voice()
    made: dict[str, Callable[[], bytes]] = {
        "good.wav": lambda: wav(good),
        "eight-bit.wav": lambda: wav(good, subtype="PCM_U8"),
        "high-rate.wav": lambda: wav(resample(good, RATE_HZ, 192_000), 192_000, "PCM_24"),
        "six-channels.wav": lambda: wav(np.repeat(good[:, None], 6, axis=1)),
        "offset.wav": lambda: wav(good * np.float32(0.5) + np.float32(0.3)),
        "clipped.wav": lambda: wav(np.clip(good * np.float32(10.0), -1.0, 1.0)),
        "truncated.wav": lambda: wav(good)[: len(good)],
        "truncated.mp3": lambda: encode(good, RATE_HZ, 64)[:9_000],
        "named.mp3": lambda: wav(good),
        "silent.wav": lambda: wav(np.zeros_like(good)),
        "hour.wav": lambda: wav(np.tile(good[::11], 901), RATE_HZ // 11, "PCM_U8"),
        "no-bytes.wav": lambda: b"",
        "no-samples.wav": lambda: wav(good[:0]),
    }
    return {name: make() for name, make in made.items()}


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Build a guide of a stop for each file in each role, once for all tests."""
    workshop = Workshop(tmp_path_factory.mktemp("media") / "museum")
    workshop.write("guide.toml", SETTINGS)
    for name, content in contents().items():
        workshop.write(f"media/{name}", content)
        for role, text in ROLES.items():
            workshop.write(f"scripts_fr/{stop(name, role)}.md", f"---\ntitre: Essai\n---\n\n{text.format(name)}")
    workshop.build(Wish(jobs=2))
    return workshop


def stop(name: str, role: str) -> str:
    """Return the id of the stop that has a file in a role."""
    return f"{name.replace('.', '-')}-{role}"


def track(name: str, role: str) -> str:
    """Return the id of that stop's track."""
    return f"{stop(name, role)}.fr.standard"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", [name for name, (code, _) in FAULTS.items() if code])
def test_what_cannot_be_used_fails_its_stop_by_name(built_once: Workshop, name: str, role: str) -> None:
    """No track is made of it, the reason is told, and the other stops are made."""
    assert built_once.failed[track(name, role)] == FAULTS[name][0]
    assert track(name, role) not in built_once.manifest.tracks


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", [name for name, (code, _) in FAULTS.items() if not code])
def test_what_can_be_used_becomes_a_right_track(built_once: Workshop, name: str, role: str) -> None:
    """The track is as long as with a good file, at its loudness, below the ceiling and without an offset."""
    made = built_once.manifest.tracks[track(name, role)]
    good = built_once.manifest.tracks[track("good.wav", role)]
    assert made.seconds == pytest.approx(good.seconds, abs=0.002)
    assert made.loudness_lufs == pytest.approx(-16.0, abs=0.3)
    assert made.true_peak_dbtp is not None
    assert made.true_peak_dbtp <= -1.0
    assert made.file is not None
    sound = decode((built_once.root / "audio_out" / made.file.path).read_bytes())
    assert abs(float(sound.samples.mean())) < 1e-3


def test_a_check_tells_the_same(built_once: Workshop) -> None:
    """`guide check` names every file that a build refuses, and the doubtful one; of the others it says nothing."""
    project = Project(built_once.root)
    findings = gather(project, read_settings(project), State()).findings
    told = {(Path(str(one.message.values["file"])).name, one.code) for one in findings}
    assert told == {(name, refused or doubted) for name, (refused, doubted) in FAULTS.items() if refused or doubted}


def test_a_passage_of_an_hour_is_used(built_once: Workshop, tmp_path: Path) -> None:
    """With in and out points an hour is as good as ten seconds, and is read as fast."""
    workshop = Workshop(Path(shutil.copytree(built_once.root, tmp_path / "copy")))
    place = f"scripts_fr/{stop('hour.wav', 'clip')}.md"
    workshop.replace(place, "[archive: hour.wav]", "[archive: hour.wav, 3000 s-3004 s]")
    workshop.build(Wish(stops=(stop("hour.wav", "clip"),), jobs=1))
    assert workshop.made == [track("hour.wav", "clip")]
    good = workshop.manifest.tracks[track("good.wav", "clip")]
    assert workshop.manifest.tracks[track("hour.wav", "clip")].seconds == pytest.approx(good.seconds, abs=0.01)


@pytest.mark.parametrize("role", ["clip", "bed"])
def test_a_sound_replaced_during_a_build_is_not_taken_for_the_planned_one(tmp_path: Path, role: str) -> None:
    """The stop fails by name and nothing is kept of it; the next build makes it of the new sound."""
    workshop = Workshop(tmp_path)
    workshop.write("guide.toml", SETTINGS)
    workshop.write("media/bell.wav", wav(voice()))
    workshop.write("scripts_fr/101-bell.md", f"---\ntitre: Essai\n---\n\n{ROLES[role].format('bell.wav')}")
    assert workshop.build().whole
    workshop.write("media/bell.wav", wav(voice()[:-1]))

    class Hand:
        """Somebody who saves yet another sound as soon as there is a plan; what no script tells is not begun before."""

        def report(self, event: Event) -> None:
            if isinstance(event, PlanReady):
                workshop.write("media/bell.wav", wav(voice()[::-1]))

    result = build(Project(tmp_path), Wish(jobs=1), Hand())
    assert [one.finding.code for one in result.failures] == ["sound-changed"]
    assert workshop.build().whole
    assert workshop.made == ["bell.fr.standard"]
