"""The whole test of an engine: the contract, and what is its own."""

from __future__ import annotations

from guide_engine_morse import DOT_S, MorseEngine

from guide.engines.speech import speak
from guide.engines.testing import check_engine
from guide.model.narration import SpokenSpan
from guide.model.voice import SpeechRequest, Voice


def test_the_contract() -> None:
    """The engine keeps every promise of the contract."""
    check_engine(MorseEngine, "bass", "fr")


def test_e_is_one_dot() -> None:
    """The word "e" sounds for one dot."""
    speech = speak(MorseEngine(), SpeechRequest((SpokenSpan("e"),), Voice("morse", "bass", "en")))
    loud = abs(speech.samples) > 0.01
    assert abs(loud.sum() / speech.rate_hz - DOT_S) < 0.005  # noqa: S101  pytest's own way
