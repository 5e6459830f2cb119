"""Hibari: a small neural voice for American English, its weights inside the wheel `hibari-tts`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from guide.engines.contract import Speech
from guide.engines.phonemes import symbols, tidy
from guide.engines.versions import installed_version
from guide.errors import VoiceMissing
from guide.model.finding import Message
from guide.model.narration import SpokenSpan
from guide.model.voice import EngineInfo, SpeechRequest, VoiceInfo

if TYPE_CHECKING:
    from hibari import Hibari

RECIPE = "1"
SEED = 0
"""Its breath is random; with the same seed the same words give the same bytes."""
LEVEL = 0.7
"""Headroom: its own level comes near full scale."""

_VOICE = "heart"  # the package offers others, which it would download in silence at first use: not here
_PAIRS = {
    "aɪ": "I",
    "aʊ": "W",
    "eɪ": "A",
    "oʊ": "O",
    "ɔɪ": "Y",
    "dʒ": "ʤ",
    "tʃ": "ʧ",
    "r": "ɹ",
    "e": "ɛ",
    "ː": "",
    "a": "ɑ",
    "o": "O",
    "ʁ": "ɹ",
    "ɲ": "nj",
}
_SAME = {sign: sign for sign in "bdfhijklmnpstuvwzæðŋɑɔəɛɜɡɪɹɾʃʊʌʒθᵊˈˌ"}


class HibariEngine:
    """One American English voice; takes phonemes as IPA."""

    def __init__(self) -> None:
        self._voice: Hibari | None = None

    @property
    def info(self) -> EngineInfo:
        """What this engine declares."""
        return EngineInfo(
            name="hibari",
            title="Hibari",
            version=installed_version("hibari-tts"),
            languages=("en-US",),
            licence="Apache-2.0",
            phonemes="ipa",
            rates=(0.5, 2.0),
            max_characters=300,
            seconds_per_character=0.05,
            times_real_time=100.0,
            memory_mb=220,
            extra="neural",
            fault=_fault(),
        )

    def voices(self) -> Sequence[VoiceInfo]:
        """Return the voice that is inside the wheel."""
        return () if _fault() else (VoiceInfo(_VOICE, "en-US", "Heart"),)

    def fingerprint(self, voice: str) -> Mapping[str, str]:
        """Return the versions of what shapes the samples: the wheel holds the weights."""
        versions = {package: installed_version(package) for package in ("hibari-tts", "onnxruntime", "numpy")}
        return {**versions, "hibari": RECIPE, "voice": voice}

    def speak(self, request: SpeechRequest) -> Speech:
        """Return mono float32 at 24 kHz. Raises VoiceMissing."""
        if request.voice.name != _VOICE:
            raise VoiceMissing("voice-unknown", voice=request.voice.name, engine="hibari")
        if self._voice is None:
            from hibari import Hibari

            self._voice = Hibari(voice=_VOICE, threads=1)
        text = "".join(_written(span) for span in request.spans)
        samples = self._voice(text, speed=request.voice.delivery.rate, seed=SEED)
        return Speech(np.asarray(samples * LEVEL, np.float32), int(self._voice.sample_rate))


def _written(span: SpokenSpan) -> str:
    """Return a span as the package reads it: `[word](/phonemes/)` where each sign is known, else letters.

    Square brackets of the text itself are no such thing, and are blanked.
    """
    words = tidy(span.ipa).split()
    signs = [symbols(word, _SAME | _PAIRS) for word in words]
    letters = span.text.translate(str.maketrans("[]", "  "))
    if not words or None in signs or not letters.strip():
        return letters
    before, after = letters[: len(letters) - len(letters.lstrip())], letters[len(letters.rstrip()) :]
    said = " ".join("".join(word) for word in signs if word)
    return f"{before}[{letters.strip()}](/{said}/){after}"


def _fault() -> Message | None:
    if installed_version("hibari-tts") and installed_version("onnxruntime"):
        return None
    return Message("engine-extra-missing", {"engine": "hibari", "extra": "neural"})
