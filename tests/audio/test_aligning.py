"""Sentences are found in a recording by another voice, at another pace, with noise and pauses."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from guide.audio.aligning import align, spread
from guide.audio.sound import Sound, resample
from guide.audio.warping import warp
from guide.engines.contract import Engine
from guide.engines.espeak import EspeakEngine
from guide.engines.pico import PicoEngine
from guide.engines.speech import speak
from guide.model.narration import SpokenSpan
from guide.model.voice import Delivery, SpeechRequest, Voice

TEXT = (
    "Vous êtes au pied de la grande coupole de béton.",
    "Elle mesure soixante et onze mètres de large.",
    "Sous vos pieds, la craie.",
    "Des hommes ont été amenés ici de force pour creuser.",
    "Ils venaient de loin, et beaucoup ne sont pas rentrés.",
    "Écoutez le silence de la carrière.",
    "La base n’a jamais tiré une seule fusée.",
)
Truth = list[tuple[float, float]]


@cache
def read(kind: Callable[[], Engine], *, rate: float = 1.0) -> list[Sound]:
    """Return the sentences as an engine reads them."""
    engine = kind()
    voice = Voice(engine.info.name, "fr-FR", "fr-FR", Delivery(rate=rate))
    spoken = [speak(engine, SpeechRequest((SpokenSpan(text),), voice)) for text in TEXT]
    return [Sound(speech.samples, speech.rate_hz) for speech in spoken]


def recorded(sentences: list[Sound], *, noise_db: float, pauses_s: tuple[float, float]) -> tuple[Sound, Truth]:
    """Return a recording of sentences with pauses and noise, and where each truly is."""
    random = np.random.default_rng(7)
    rate_hz = 44_100
    pieces = [np.zeros(round(random.uniform(0.2, 2.0) * rate_hz), np.float32)]
    truth = []
    for sentence in sentences:
        samples = resample(sentence.samples, sentence.rate_hz, rate_hz)
        start = sum(len(piece) for piece in pieces)
        truth.append((start / rate_hz, (start + len(samples)) / rate_hz))
        pieces += [samples, np.zeros(round(random.uniform(*pauses_s) * rate_hz), np.float32)]
    whole = np.concatenate(pieces)
    noise = random.standard_normal(len(whole)) * 10.0 ** (noise_db / 20.0)
    return Sound((whole + noise).astype(np.float32), rate_hz), truth


RECORDINGS = {
    "same pace": (1.0, -50.0, (0.3, 1.5)),
    "slow": (0.8, -50.0, (0.3, 1.5)),
    "fast": (1.2, -50.0, (0.3, 1.5)),
    "noisy": (0.9, -35.0, (0.3, 1.5)),
    "hardly a pause": (1.0, -45.0, (0.05, 0.2)),
    "long pauses": (0.9, -45.0, (2.0, 4.0)),
}


@pytest.mark.sound
@pytest.mark.parametrize("kind", RECORDINGS)
@pytest.mark.parametrize("other", [False, True], ids=["same voice", "other voice"])
def test_sentences_are_found_within_a_third_of_a_second(kind: str, *, other: bool) -> None:
    """Beginnings and ends of every sentence, whoever reads."""
    rate, noise_db, pauses_s = RECORDINGS[kind]
    reader = EspeakEngine if other else PicoEngine
    recording, truth = recorded(read(reader, rate=rate), noise_db=noise_db, pauses_s=pauses_s)
    found = align(read(PicoEngine), recording)
    errors = np.abs(np.array(found.spans) - np.array(truth))
    assert errors.max() < 0.3
    assert found.doubtful == ()


@pytest.mark.sound
@pytest.mark.parametrize("change", ["missing", "added"])
def test_other_words_are_doubtful(change: str) -> None:
    """A sentence left out, or one too many, is named by its neighbourhood."""
    sentences = read(PicoEngine)
    changed = {"missing": sentences[:3] + sentences[4:], "added": sentences[:3] + sentences[:1] + sentences[3:]}
    recording, _ = recorded(changed[change], noise_db=-45.0, pauses_s=(0.3, 1.5))
    assert set(align(sentences, recording).doubtful) & {2, 3, 4}


def test_no_sentences_are_nowhere() -> None:
    """A script without words asks nothing of its recording."""
    assert align([], Sound(np.ones(16_000, np.float32), 16_000)).spans == ()


def test_warping_follows_a_stretched_row() -> None:
    """Each frame of a row meets its own copy where every frame is held for three."""
    row = np.random.default_rng(0).standard_normal((40, 6)).astype(np.float32)
    assert warp(row, np.repeat(row, 3, axis=0)).tolist() == list(range(0, 120, 3))


def test_warping_a_row_with_itself_is_straight() -> None:
    """Alike rows meet frame by frame."""
    row = np.random.default_rng(1).standard_normal((50, 4)).astype(np.float32)
    assert warp(row, row).tolist() == list(range(50))


def test_sentences_that_no_engine_reads_lie_by_their_lengths() -> None:
    """Each begins where sound begins after a pause near its share of the letters; none is doubted."""
    rate_hz = 16_000
    noise = np.random.default_rng(9).normal(0, 0.1, 6 * rate_hz).astype(np.float32)
    for start_s, end_s in ((0.0, 0.5), (1.9, 2.3), (5.5, 6.0)):
        noise[round(start_s * rate_hz) : round(end_s * rate_hz)] = 0.0
    found = spread([15, 32], Sound(noise, rate_hz))
    (first, until), (second, end) = found.spans
    assert (first, until, second, end) == pytest.approx((0.5, 1.9, 2.3, 5.5), abs=0.1)
    assert found.doubtful == ()


def test_a_silent_recording_is_one_span_for_all() -> None:
    """Where nothing sounds nothing is placed."""
    silence = Sound(np.zeros(16_000, np.float32), 16_000)
    assert spread([3, 4], silence).spans == ((0.0, 1.0), (0.0, 1.0))
    assert spread([], silence).spans == ()
