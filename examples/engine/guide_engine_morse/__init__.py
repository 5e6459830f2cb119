"""A speech engine in one file: it says everything in Morse code (ITU-R M.1677-1).

Read it with docs/engines.md beside you, then put your own speech in the place of the beeps.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from itertools import groupby

import numpy as np

from guide.engines.contract import Speech
from guide.errors import VoiceMissing
from guide.model.voice import EngineInfo, SpeechRequest, VoiceInfo, WordTime

RECIPE = "1"  # raise it when the same words sound different from before: old speech is then made again
RATE_HZ = 16_000
DOT_S = 0.06  # 20 words a minute
LEVEL = 0.4  # never at full scale: leave headroom, the mix sets the loudness

VOICES = {"bass": 350.0, "treble": 700.0}
CODE = {
    "a": ".-", "b": "-...", "c": "-.-.", "d": "-..", "e": ".", "f": "..-.", "g": "--.", "h": "....", "i": "..",
    "j": ".---", "k": "-.-", "l": ".-..", "m": "--", "n": "-.", "o": "---", "p": ".--.", "q": "--.-", "r": ".-.",
    "s": "...", "t": "-", "u": "..-", "v": "...-", "w": ".--", "x": "-..-", "y": "-.--", "z": "--..",
    "0": "-----", "1": ".----", "2": "..---", "3": "...--", "4": "....-", "5": ".....", "6": "-....", "7": "--...",
    "8": "---..", "9": "----.",
}  # fmt: skip


class MorseEngine:
    """Says letters and digits; other characters are silent. Made once in each worker process."""

    @property
    def info(self) -> EngineInfo:
        """Return what the engine declares. Must be cheap: load no model here."""
        return EngineInfo(
            name="morse",  # the same as in the entry point
            title="Morse code",
            version=version("guide-engine-morse"),
            languages=("mul",),  # every language; else BCP 47 tags
            licence="GPL-3.0-or-later",
            word_times=True,
            rates=(0.5, 2.0),
            seconds_per_character=0.05,
            publishable=False,
        )

    def voices(self) -> Sequence[VoiceInfo]:
        """Return the voices that can be used here and now. Must be cheap, like `info`."""
        return tuple(VoiceInfo(name, "mul") for name in VOICES)

    def fingerprint(self, voice: str) -> Mapping[str, str]:
        """Return all that shapes the samples: versions, digests of weights, the recipe. Never a path or a clock."""
        return {"guide-engine-morse": version("guide-engine-morse"), "recipe": RECIPE, "voice": voice}

    def speak(self, request: SpeechRequest) -> Speech:
        """Return mono float32 samples and the time of each word."""
        if request.voice.name not in VOICES:
            raise VoiceMissing("voice-unknown", voice=request.voice.name, engine="morse")
        dot = round(DOT_S / request.voice.delivery.rate * RATE_HZ)
        parts: list[np.ndarray] = []
        words: list[WordTime] = []
        at = 0
        for start, word in _words(request.text):
            keyed = np.concatenate([_letter(letter, dot) for letter in word])
            silence = np.zeros(4 * dot)  # with the three dots after the last letter: seven between words
            words.append(WordTime(at / RATE_HZ, (at + keyed.size) / RATE_HZ, start, len(word)))
            parts += [keyed, silence]
            at += keyed.size + silence.size
        envelope = np.concatenate(parts) if parts else np.zeros(1)
        tone = LEVEL * np.sin(2 * np.pi * VOICES[request.voice.name] / RATE_HZ * np.arange(envelope.size))
        return Speech((tone * envelope).astype(np.float32), RATE_HZ, tuple(words))


def _words(text: str) -> list[tuple[int, str]]:
    """Return each run of sayable characters with its place in the text, which keeps its length."""
    plain = "".join(unicodedata.normalize("NFD", character)[0].lower() for character in text)
    runs = groupby(enumerate(plain), key=lambda pair: pair[1] in CODE)
    found = [list(run) for sayable, run in runs if sayable]
    return [(run[0][0], "".join(character for _, character in run)) for run in found]


def _letter(letter: str, dot: int) -> np.ndarray:
    """Return a letter's envelope (1 where the tone sounds), ended by the three dots between letters."""
    marks = [np.concatenate([np.ones(dot if mark == "." else 3 * dot), np.zeros(dot)]) for mark in CODE[letter]]
    return np.concatenate([*marks, np.zeros(2 * dot)])
