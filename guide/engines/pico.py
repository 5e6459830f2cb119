"""SVOX Pico by the wheel `py-nanotts`: the draft's voice for six languages, in process and offline."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from guide.engines.contract import Speech
from guide.engines.languages import primary
from guide.engines.memory import can_zero_memory, zeroed_memory
from guide.engines.phonemes import symbols, tidy
from guide.engines.pico_phones import PHONES
from guide.engines.versions import installed_version
from guide.errors import EngineError, VoiceMissing
from guide.model.finding import Message
from guide.model.narration import SpokenSpan
from guide.model.voice import EngineInfo, SpeechRequest, VoiceInfo

RECIPE = "1"
RATE_HZ = 16_000
VOLUME = 0.5
"""Pico clips at its own default; at half of it the peaks of six languages stay at 0.5 to 0.75 of full scale."""

_PACKAGE = "py-nanotts"
_AND = {"fr": "et", "en": "and", "de": "und", "es": "y", "it": "e"}
_MARKUP = str.maketrans({"<": " ", ">": " ", "\x00": " "})


class PicoEngine:
    """Six languages, one voice each; takes phonemes as X-SAMPA.

    Pico reads memory that nobody has written, so the same words can come out a few samples apart.
    Where the C library is glibc, the memory it is given holds zeros: then the same words give the
    same bytes, whatever was said before.
    """

    @property
    def info(self) -> EngineInfo:
        """What this engine declares. There is no wheel for macOS: `fault` says what to use there."""
        return EngineInfo(
            name="pico",
            title="SVOX Pico",
            version=installed_version(_PACKAGE),
            languages=tuple(PHONES),
            licence="Apache-2.0",
            deterministic=can_zero_memory(),
            phonemes="x-sampa",
            rates=(0.5, 2.0),
            pitches=(0.5, 2.0),
            max_characters=2_000,
            seconds_per_character=0.02,
            times_real_time=190.0,
            fault=_fault(),
        )

    def voices(self) -> Sequence[VoiceInfo]:
        """Return the six voices, named by their language."""
        return tuple(VoiceInfo(language, language, f"Pico {language}") for language in PHONES)

    def fingerprint(self, voice: str) -> Mapping[str, str]:
        """Return the wheel's version (the voices are inside it) and the recipe of this module."""
        return {_PACKAGE: installed_version(_PACKAGE), "pico": RECIPE, "voice": voice}

    def speak(self, request: SpeechRequest) -> Speech:
        """Return mono float32 at 16 kHz. Raises VoiceMissing, and EngineError when Pico gives nothing."""
        name, delivery = request.voice.name, request.voice.delivery
        if name not in PHONES:
            raise VoiceMissing("voice-unknown", voice=name, engine="pico")
        from py_nanotts import NanoTTS

        text = "".join(_written(span, name) for span in request.spans)
        with zeroed_memory():
            data = NanoTTS().speak(text, voice=name, speed=delivery.rate, pitch=delivery.pitch, volume=VOLUME)
        if not data:
            raise EngineError("speech-empty", engine="pico", text=request.text[:80])
        import numpy as np

        samples = np.frombuffer(data, "<i2").astype(np.float32) / np.float32(32_768)
        return Speech(samples, RATE_HZ)


def _written(span: SpokenSpan, voice: str) -> str:
    """Return a span as Pico reads it: a phoneme tag a word where each sign is known, else plain letters."""
    words = tidy(span.ipa).split()
    signs = [symbols(word, PHONES[voice]) for word in words]
    if not words or None in signs:
        return span.text.translate(_MARKUP).replace("&", f" {_AND[primary(voice)]} ")
    before = " " if span.text[:1].isspace() else ""
    after = " " if span.text[-1:].isspace() else ""
    tags = [f'<phoneme alphabet="xsampa" ph="{"".join(word)}"/>' for word in signs if word]
    return before + " ".join(tags) + after


def _fault() -> Message | None:
    if installed_version(_PACKAGE):
        return None
    code = "pico-not-on-mac" if sys.platform == "darwin" else "engine-package-missing"
    return Message(code, {"engine": "pico", "package": _PACKAGE})
