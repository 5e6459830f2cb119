"""The stand-in voice is exact."""

from __future__ import annotations

import numpy as np
import pytest

from guide.engines.tone import GAP_S, LEVEL, WORD_S, ToneEngine, frequency_hz
from guide.model.voice import WordTime
from tests.engines.asking import digest, said, seconds


def test_duration_is_proportional_to_the_words(tone: ToneEngine) -> None:
    """Three words last three tones and two gaps."""
    assert pytest.approx(3 * WORD_S + 2 * GAP_S) == seconds(said(tone, "low", "Un, deux – trois !", language="fr"))


def test_rate_divides_the_duration(tone: ToneEngine) -> None:
    """At half the rate a word lasts twice as long."""
    assert seconds(said(tone, "low", "mot", language="fr", rate=0.5)) == 2 * WORD_S


def test_word_times_are_exact(tone: ToneEngine) -> None:
    """Each word begins where its tone does, and knows its place in the text."""
    words = said(tone, "low", "Un deux", language="fr").words
    step = WORD_S + GAP_S
    assert (WordTime(0.0, WORD_S, 0, 2), WordTime(step, step + WORD_S, 3, 4)) == words


def test_the_first_sample_is_the_onset(tone: ToneEngine) -> None:
    """The tone begins at once: nothing is trimmed away before it."""
    samples = said(tone, "high", "mot", language="fr").samples
    assert float(np.abs(samples[:200]).max()) > 0.9 * LEVEL


def test_voices_sound_at_their_own_frequency(tone: ToneEngine) -> None:
    """The strongest frequency of a long word is the voice's."""
    samples = said(tone, "high", "mot", language="fr", rate=0.5).samples
    spectrum = np.abs(np.fft.rfft(samples))
    assert round(float(np.argmax(spectrum)) * 24_000 / samples.size / 10) * 10 == 440


def test_every_name_is_a_voice_of_its_own(tone: ToneEngine) -> None:
    """A guide's tests may use its real voices' names."""
    assert digest(said(tone, "claire", "mot", language="fr")) != digest(said(tone, "paul", "mot", language="fr"))
    assert 250 <= frequency_hz("claire") <= 400
