"""Recordings by persons: heard instead of the voice, their sentences timed all the same."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import jsonschema
import numpy as np
import pytest
import soundfile

from guide.audio.mp3 import decode
from guide.audio.sound import Samples, decibels
from guide.audio.tagging import read_tags
from guide.engines.espeak import EspeakEngine
from guide.engines.speech import speak
from guide.events import Noticed
from guide.model.narration import SpokenSpan
from guide.model.voice import Delivery, SpeechRequest, Voice
from guide.outputs.manifest import schema
from guide.parsing.manifest import parse_cues
from guide.project import Project
from guide.reporting import measure_guide
from tests.build.conftest import Workshop

pytestmark = [pytest.mark.sound, pytest.mark.slow]

SENTENCES = (
    "Here is the old mill by the river.",
    "It turned for two hundred years.",
    "Then the miller left, and the wheel stood still.",
)
GAPS_S = (0.7, 0.5, 1.3, 0.9)
"""The silences before, between and after the reader's sentences."""
WITHIN_S = 0.3


def reading(path: Path, sentences: Sequence[str] = SENTENCES) -> list[tuple[float, float]]:
    """Write a noisy recording of another voice, slower, at another rate; return when each sentence sounds."""
    engine, voice = EspeakEngine(), Voice("espeak", "en-GB", "en", Delivery(rate=0.85, pitch=0.9))
    noise = np.random.default_rng(1944)
    pieces: list[Samples] = [np.zeros(round(GAPS_S[0] * 22_050), np.float32)]
    times = []
    for sentence, gap_s in zip(sentences, GAPS_S[1:], strict=False):
        speech = speak(engine, SpeechRequest((SpokenSpan(sentence),), voice))
        start = sum(map(len, pieces)) / 22_050
        times.append((start, start + len(speech.samples) / 22_050))
        pieces += [speech.samples, np.zeros(round(gap_s * 22_050), np.float32)]
    samples = np.concatenate(pieces)
    samples = samples * 0.3 + noise.normal(0, 0.002, len(samples)).astype(np.float32)
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, np.stack([samples, samples], axis=1), 22_050)
    return times


@pytest.fixture
def spoken(workshop: Workshop) -> Workshop:
    """Return a guide whose English mill has three sentences in two paragraphs."""
    text = f"---\ntitle: The mill\n---\n\n{SENTENCES[0]} {SENTENCES[1]}\n\n{SENTENCES[2]}\n"
    workshop.write("scripts_en/101-moulin.md", text)
    return workshop


def test_recording_of_a_stop(spoken: Workshop) -> None:
    """A file named as the script is heard instead of the voice; its sentences are timed within 0.3 s."""
    times = reading(spoken.root / "media/recordings/en/101-moulin.wav")
    assert spoken.build().whole
    track = spoken.manifest.tracks["moulin.en.standard"]
    sheet = parse_cues((spoken.root / "audio_out" / track.cues.path).read_bytes(), file="")
    head_s = 0.4
    assert (track.engine, track.voice) == ("recording", "recordings/en/101-moulin.wav")
    assert [cue.paragraph for cue in sheet.cues] == ["p1", "p1", "p2"]
    for cue, (start, end) in zip(sheet.cues, times, strict=True):
        assert cue.start == pytest.approx(start + head_s, abs=WITHIN_S)
        assert cue.end == pytest.approx(end + head_s, abs=WITHIN_S)
    assert track.loudness_lufs == pytest.approx(-16.0, abs=0.3)


def test_recording_of_a_paragraph(spoken: Workshop) -> None:
    """A mark replaces the voice of one paragraph; the other is spoken as before."""
    reading(spoken.root / "media/mill.wav", SENTENCES[2:])
    spoken.replace("scripts_en/101-moulin.md", SENTENCES[2], f"[recording: mill.wav] {SENTENCES[2]}")
    assert spoken.build().whole
    track = spoken.manifest.tracks["moulin.en.standard"]
    sheet = parse_cues((spoken.root / "audio_out" / track.cues.path).read_bytes(), file="")
    assert (track.engine, track.heard) == ("tone", ("tone/low", "recording/mill.wav"))
    tags = read_tags(spoken.content()["en/101-moulin.mp3"])
    assert (tags.engine, tags.voice) == ("tone, recording", "low, mill.wav")
    assert [bool(cue.words) for cue in sheet.cues] == [True, True, False]
    assert sheet.cues[1].end < sheet.cues[2].start < sheet.cues[2].end <= track.seconds


def test_changed_recording_is_heard(spoken: Workshop) -> None:
    """Another recording under the same name makes its track again, and only it."""
    file = spoken.root / "media/recordings/en/101-moulin.wav"
    reading(file)
    spoken.build()
    reading(file, SENTENCES[::-1])
    spoken.build()
    assert spoken.made == ["moulin.en.standard"]


def test_changed_words_are_timed_anew(spoken: Workshop) -> None:
    """A sentence that is parted in the script is found in the same recording: one cue more, at times of its own."""
    reading(spoken.root / "media/recordings/en/101-moulin.wav")
    spoken.build()
    spoken.replace("scripts_en/101-moulin.md", SENTENCES[2], f"{SENTENCES[2]} And so on.")
    spoken.build()
    track = spoken.manifest.tracks["moulin.en.standard"]
    sheet = parse_cues((spoken.root / "audio_out" / track.cues.path).read_bytes(), file="")
    assert spoken.made == ["moulin.en.standard"]
    assert len({cue.start for cue in sheet.cues}) == 4


def test_missing_sentence_is_told(spoken: Workshop) -> None:
    """A recording that leaves a sentence out is used, and the sentence is named with its line."""
    reading(spoken.root / "media/recordings/en/101-moulin.wav", SENTENCES[:2])
    assert spoken.build().whole
    told = [event.finding for event in spoken.events.events if isinstance(event, Noticed)]
    assert {finding.code for finding in told} == {"recording-doubtful"}


def test_a_loudness_that_was_not_reached_is_told(spoken: Workshop) -> None:
    """A recording of hardly anything is no fault of the build, but nobody should find out at the desk."""
    hiss = np.random.default_rng(0).uniform(-0.0012, 0.0012, 44_100 * 4).astype(np.float32)
    file = spoken.root / "media/recordings/en/101-moulin.wav"
    file.parent.mkdir(parents=True)
    soundfile.write(file, np.repeat(hiss * (np.arange(len(hiss)) < 400), 1), 44_100, subtype="PCM_24")
    spoken.build()
    told = [event.finding for event in spoken.events.events if isinstance(event, Noticed)]
    assert [str(one.place) for one in told if one.code == "track-without-speech"] == ["scripts_en/101-moulin.md"]


def test_broken_recording_is_told(spoken: Workshop) -> None:
    """A recording that is none fails its stop by name."""
    spoken.write("media/recordings/en/101-moulin.wav", b"RIFF")
    assert not spoken.build().whole
    assert list(spoken.failed) == ["moulin.en.standard"]


CLEANING = "\n[sound]\nclean_recordings = true\n"
CLEANED = "moulin.en.standard"


@pytest.fixture
def noisy(spoken: Workshop) -> Workshop:
    """Return the guide with a noisy recording of the English mill, and the same file as a sound in the French one."""
    reading(spoken.root / "media/recordings/en/101-moulin.wav")
    reading(spoken.root / "media/wheel.wav")
    spoken.replace("scripts_fr/101-moulin.md", "Voici", "[sound: wheel.wav]\n\nVoici")
    return spoken


def noise_db(workshop: Workshop) -> float:
    """Return the level in the longest pause of the recorded track, 0.3 s away from the sentences around it."""
    track = workshop.manifest.tracks[CLEANED]
    assert track.file is not None
    sound = decode((workshop.root / "audio_out" / track.file.path).read_bytes())
    sheet = parse_cues((workshop.root / "audio_out" / track.cues.path).read_bytes(), file="")
    start, end = (round(at * sound.rate_hz) for at in (sheet.cues[1].end + 0.3, sheet.cues[2].start - 0.3))
    return decibels(float(np.std(sound.samples[start:end])))


def test_a_cleaned_recording_has_less_noise(noisy: Workshop) -> None:
    """The noise between a reader's sentences is far softer with the setting; length and loudness stay.

    The target is low, so that no limiter brings the noise up again.
    """
    settings = (noisy.root / "guide.toml").read_text("utf-8") + "\n[sound]\ntarget_lufs = -26.0\n"
    noisy.write("guide.toml", settings)
    assert noisy.build().whole
    before, seconds = noise_db(noisy), noisy.manifest.tracks[CLEANED].seconds
    noisy.write("guide.toml", settings + "clean_recordings = true\n")
    assert noisy.build().whole
    assert noise_db(noisy) < before - 9.0
    assert noisy.manifest.tracks[CLEANED].seconds == seconds
    assert noisy.manifest.tracks[CLEANED].loudness_lufs == pytest.approx(-26.0, abs=0.3)


def test_what_was_cleaned_is_named(noisy: Workshop) -> None:
    """Manifest, tags and report name the recording and what was done; a sound is never cleaned nor named."""
    noisy.write("guide.toml", (noisy.root / "guide.toml").read_text("utf-8") + CLEANING)
    assert noisy.build().whole
    file = "recordings/en/101-moulin.wav"
    assert {name: one.cleaned for name, one in noisy.manifest.tracks.items() if one.cleaned} == {CLEANED: (file,)}
    jsonschema.validate(json.loads((noisy.root / "audio_out/manifest.json").read_bytes()), schema())
    tags = read_tags(noisy.content()["en/101-moulin.mp3"])
    assert tags.cleaning == f"{file}: high-pass 70 Hz, noise reduction 12 dB (FFmpeg highpass, afftdn)"
    assert {row.file: row.cleaned for row in measure_guide(Project(noisy.root)).rows if row.cleaned} == {
        "en/101-moulin.mp3": (file,)
    }


def test_without_the_setting_nothing_is_cleaned(noisy: Workshop) -> None:
    """A recording is left as it was made, and no track says otherwise."""
    assert noisy.build().whole
    assert [one.cleaned for one in noisy.manifest.tracks.values()] == [()] * 4
