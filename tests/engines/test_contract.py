"""Every built-in engine keeps the contract; and the kit notices each promise that is broken."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest

from guide.engines import testing
from guide.engines.contract import Engine, Speech
from guide.engines.espeak import EspeakEngine
from guide.engines.pico import PicoEngine
from guide.engines.pico_phones import PHONES
from guide.engines.testing import PromiseBroken, check_engine
from guide.engines.tone import ToneEngine
from guide.model.voice import EngineInfo, SpeechRequest, VoiceInfo

COUNTER = itertools.count()


def test_the_tone_engine_keeps_the_contract() -> None:
    """The stand-in is held to what it stands for; worker processes are tried with the real voices."""
    check_engine(ToneEngine, "low", "fr", workers=())


@pytest.mark.slow
@pytest.mark.sound
@pytest.mark.parametrize("voice", sorted(PHONES))
def test_pico_keeps_the_contract(voice: str) -> None:
    """Six languages, one and two workers."""
    pytest.importorskip("py_nanotts", reason="py-nanotts has no wheel for this system")
    check_engine(PicoEngine, voice, voice)


@pytest.mark.slow
@pytest.mark.sound
@pytest.mark.parametrize("voice", ["fr-FR", "en-GB", "nl", "pl"])
def test_espeak_keeps_the_contract(voice: str) -> None:
    """Four languages of its many, one and two workers."""
    check_engine(EspeakEngine, voice, voice)


class SpellsTags(ToneEngine):
    """Says markup as words when it is called without the door's help, and clips nothing."""

    def speak(self, request: SpeechRequest) -> Speech:
        """Say every character as a word."""
        spelt = " ".join(character for character in request.text if not character.isspace())
        return replace(super().speak(replace(request, spans=(replace(request.spans[0], text=spelt),))), words=())


class OtherVoice(ToneEngine):
    """Answers for a voice that it has not."""

    def voices(self) -> Sequence[VoiceInfo]:
        """One voice."""
        return (VoiceInfo("low", "mul"),)


class Wavers(ToneEngine):
    """Never gives the same samples twice."""

    def speak(self, request: SpeechRequest) -> Speech:
        """Add one sample more each time."""
        speech = super().speak(request)
        return replace(speech, samples=np.pad(speech.samples, (next(COUNTER) % 50 + 1, 0), constant_values=0.1))


class SaysNoTimes(ToneEngine):
    """Declares word times and gives none."""

    def speak(self, request: SpeechRequest) -> Speech:
        """Drop the words."""
        return replace(super().speak(request), words=())


class IgnoresRate(ToneEngine):
    """Declares rates and speaks at one."""

    def speak(self, request: SpeechRequest) -> Speech:
        """Speak at the normal rate."""
        delivery = replace(request.voice.delivery, rate=1.0)
        return super().speak(replace(request, voice=replace(request.voice, delivery=delivery)))


class IgnoresPhonemes(ToneEngine):
    """Declares phonemes and reads letters."""

    @property
    def info(self) -> EngineInfo:
        """Promise too much."""
        return replace(super().info, phonemes="ipa")


class ForgetsItself(ToneEngine):
    """Has another fingerprint each time."""

    def fingerprint(self, voice: str) -> Mapping[str, str]:
        """Count."""
        return {"voice": voice, "count": str(next(COUNTER))}


Check = Callable[[testing.MakeEngine], None]


@pytest.mark.parametrize(
    ("broken", "check"),
    [
        (OtherVoice, lambda make: testing.check_unknown_voice(make, "fr")),
        (Wavers, lambda make: testing.check_order(make, "low", "fr")),
        (SaysNoTimes, lambda make: testing.check_speech(make, "low", "fr")),
        (IgnoresRate, lambda make: testing.check_rates(make, "low", "fr")),
        (IgnoresPhonemes, lambda make: testing.check_phonemes(make, "low", "fr")),
        (ForgetsItself, testing.check_declaration),
    ],
)
def test_the_kit_notices_a_broken_promise(broken: Callable[[], Engine], check: Check) -> None:
    """Each check fails on an engine that breaks just its promise."""
    with pytest.raises(PromiseBroken):
        check(broken)
