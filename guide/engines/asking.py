"""What a plan asks of an engine before anything is spoken: whether it can, and what shapes its samples."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from guide.engines.contract import Engine
from guide.engines.languages import distance, speaks
from guide.errors import EngineError, VoiceMissing
from guide.model.voice import EngineInfo, SpeechRequest, VoiceInfo

RECIPE = "1"
"""Raised whenever the speech module shapes the same samples in another way."""


def fingerprint(engine: Engine, voice: str) -> Mapping[str, str]:
    """Return all that shapes a voice's samples: the engine's own fingerprint and the recipe of speech."""
    return {**engine.fingerprint(voice), "engine": engine.info.name, "speech": RECIPE}


def check_voice(engine: Engine, request: SpeechRequest) -> VoiceInfo:
    """Return the engine's description of the voice asked for. Raises VoiceMissing."""
    voice = request.voice
    offered = tuple(engine.voices())
    for known in offered:
        if known.name in {voice.name, "*"}:
            break
    else:
        near = get_close_matches(voice.name, [known.name for known in offered], 1, 0.5)
        raise VoiceMissing(
            "voice-unknown", suggestion=near[0] if near else None, voice=voice.name, engine=engine.info.name
        )
    if not speaks(known.language, voice.language):
        raise VoiceMissing(
            "voice-language", voice=voice.name, engine=engine.info.name, has=known.language, wanted=voice.language
        )
    return known


def first_voice(engine: Engine, language: str) -> str:
    """Return the engine's usual voice for a language: of exactly that tag, else as it is spoken at home, else another.

    Of several it is the first that the engine names.

    Raises VoiceMissing (`language-not-spoken`).
    """
    voices = [one for one in engine.voices() if speaks(one.language, language)]
    if not voices:
        raise VoiceMissing("language-not-spoken", engine=engine.info.name, language=language)
    return min(voices, key=lambda one: distance(one.language, language)).name


def check_delivery(info: EngineInfo, request: SpeechRequest) -> None:
    """Raise EngineError for a rate or pitch that the engine cannot do."""
    delivery = request.voice.delivery
    _check_factor(info.name, delivery.rate, info.rates, ("rate-fixed", "rate-out-of-range"))
    _check_factor(info.name, delivery.pitch, info.pitches, ("pitch-fixed", "pitch-out-of-range"))


def _check_factor(engine: str, value: float, bounds: tuple[float, float], codes: tuple[str, str]) -> None:
    low, high = bounds
    if not low <= value <= high:
        raise EngineError(codes[low < high], engine=engine, value=value, low=low, high=high)
