"""A stand-in for a voice: one tone a word, exact, instant and the same everywhere. For tests."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

import numpy as np

from guide.engines.contract import Samples, Speech
from guide.model.voice import EngineInfo, SpeechRequest, VoiceInfo, WordTime

RECIPE = "1"
RATE_HZ = 24_000
WORD_S = 0.32
"""How long a word sounds at rate 1."""
GAP_S = 0.08
"""The silence between two words at rate 1: the first word begins at 0, the last ends the speech."""
LEVEL = 0.3
"""The tone's amplitude, full scale at 1: -10.5 dBFS."""

_WORD = re.compile(r"\S*\w\S*")
_FREQUENCIES_HZ = {"low": 220.0, "high": 440.0}


class ToneEngine:
    """Speaks every language with every voice name: n words last n x 0.40 s - 0.08 s, divided by the rate.

    `low` sounds at 220 Hz, `high` at 440 Hz, another name somewhere between 250 and 400 Hz.
    """

    @property
    def info(self) -> EngineInfo:
        """What this engine declares."""
        return EngineInfo(
            name="tone",
            title="Tone (tests)",
            version=RECIPE,
            languages=("mul",),
            licence="GPL-3.0-or-later",
            word_times=True,
            pitches=(0.5, 2.0),
            seconds_per_character=0.01,
            publishable=False,
        )

    def voices(self) -> Sequence[VoiceInfo]:
        """Return `low`, `high` and the sign for every other name."""
        return tuple(VoiceInfo(name, "mul") for name in ("low", "high", "*"))

    def fingerprint(self, voice: str) -> Mapping[str, str]:
        """Return the recipe; a tone depends on its name and nothing else."""
        return {"tone": RECIPE, "voice": voice}

    def speak(self, request: SpeechRequest) -> Speech:
        """Return one tone for each word of the text, with exact word times."""
        delivery = request.voice.delivery
        matches = list(_WORD.finditer(request.text))
        step = round((WORD_S + GAP_S) / delivery.rate * RATE_HZ)
        length = round(WORD_S / delivery.rate * RATE_HZ)
        samples = np.zeros(max(len(matches) * step - (step - length), 0), np.float32)
        tone = _tone(frequency_hz(request.voice.name) * delivery.pitch, length)
        words = []
        for index, match in enumerate(matches):
            start = index * step
            samples[start : start + length] = tone
            times = (start / RATE_HZ, (start + length) / RATE_HZ)
            words.append(WordTime(*times, match.start(), match.end() - match.start()))
        return Speech(samples, RATE_HZ, tuple(words))


def frequency_hz(voice: str) -> float:
    """Return the tone of a voice's name."""
    digest = hashlib.sha256(voice.encode()).digest()
    return _FREQUENCIES_HZ.get(voice, 250.0 + digest[0] * 150.0 / 255.0)


def _tone(frequency: float, length: int) -> Samples:
    return np.asarray(LEVEL * np.sin(2 * np.pi * frequency / RATE_HZ * np.arange(length)), np.float32)
