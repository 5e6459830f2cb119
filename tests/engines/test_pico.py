"""SVOX Pico: determinism, markup, phonemes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import pytest

from guide.engines.memory import zeroed_memory
from guide.engines.pico import PicoEngine
from guide.engines.pico_phones import PHONES
from tests.engines.asking import digest, said, seconds

py_nanotts = pytest.importorskip("py_nanotts", reason="py-nanotts has no wheel for this system")

CARRIERS = {"fr-FR": "a", "en-GB": "@", "en-US": "@", "de-DE": "a", "es-ES": "a", "it-IT": "a"}


def tagged(voice: str, signs: str) -> str:
    """Return the digest of a bare phoneme tag's sound."""
    text = f'<phoneme alphabet="xsampa" ph="{signs}"/>'
    with zeroed_memory():
        return hashlib.sha256(py_nanotts.NanoTTS().speak(text, voice=voice, volume=0.5)).hexdigest()


def unheard(voice: str, signs: Mapping[str, str]) -> list[str]:
    """Return the signs without which a carrier sounds the same; stress alone is no sound."""
    carrier = CARRIERS[voice]
    bare = tagged(voice, carrier + carrier)
    sounding = [sign for sign, written in signs.items() if written.strip('\\"')]
    return [sign for sign in sounding if tagged(voice, carrier + signs[sign] + carrier) == bare]


@pytest.mark.parametrize("voice", sorted(PHONES))
def test_each_sign_of_the_table_is_heard(voice: str) -> None:
    """Pico drops a sign it does not know: with each sign of the table a carrier sounds different."""
    assert unheard(voice, PHONES[voice]) == []


def test_a_sign_that_pico_lacks_is_not_heard() -> None:
    """The test above can fail: French Pico has no X."""
    assert unheard("fr-FR", {"χ": "X", "b": "b"}) == ["χ"]


def test_phonemes_are_spoken_and_not_spelt() -> None:
    """Ascq as IPA sounds unlike its letters and lasts about as long."""
    engine = PicoEngine()
    letters = said(engine, "fr-FR", "Voici ", "Ascq", ".")
    phonemes = said(engine, "fr-FR", "Voici ", ("Ascq", "ask"), ".")
    assert digest(letters) != digest(phonemes)
    assert abs(seconds(letters) - seconds(phonemes)) < 0.4


def test_a_word_with_a_sound_that_pico_lacks_is_said_from_its_letters() -> None:
    """The respelling is used, whole: no sound is left out of a word."""
    engine = PicoEngine()
    assert digest(said(engine, "fr-FR", "Voici ", ("Acre", "aχr"), ".")) == digest(said(engine, "fr-FR", "Voici Acre."))


def test_an_ampersand_is_said_as_a_word() -> None:
    """Pico would say something else."""
    engine = PicoEngine()
    assert digest(said(engine, "fr-FR", "un  et  deux")) == digest(said(engine, "fr-FR", "un & deux"))


def test_pitch_changes_the_sound_and_not_the_words() -> None:
    """A lower voice lasts about as long."""
    engine = PicoEngine()
    normal, low = said(engine, "fr-FR", "Bonjour à tous."), said(engine, "fr-FR", "Bonjour à tous.", pitch=0.8)
    assert digest(normal) != digest(low)
    assert abs(seconds(normal) - seconds(low)) < 0.1
