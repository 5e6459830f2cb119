"""Kokoro: how words become the model's signs; the sound itself where the voices are installed."""

from __future__ import annotations

import unicodedata

import pytest

from guide.engines.catalogue import KOKORO
from guide.engines.espeak import voice_files
from guide.engines.espeak_library import opened
from guide.engines.installable import is_installed
from guide.engines.kokoro import KokoroEngine
from guide.engines.kokoro_phonemes import TOKENS, signs_of, spelt
from guide.engines.testing import (
    SENTENCES,
    check_declaration,
    check_order,
    check_phonemes,
    check_speech,
    check_unknown_voice,
)
from guide.errors import EngineError, VoiceMissing
from guide.model.narration import SpokenSpan
from tests.engines.asking import asked

VOICES = {"fr": "roa/fr", "en": "gmw/en", "es": "roa/es", "it": "roa/it", "pt": "roa/pt-BR"}


def signs(language: str, *spans: str | tuple[str, str]) -> str:
    """Return a narration in the model's signs."""
    parts = tuple(SpokenSpan(span) if isinstance(span, str) else SpokenSpan(*span) for span in spans)
    return spelt(parts, VOICES[language], language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "« L'école », dit-il : un bon vin blanc !", "“lekˈɔl”, dˈitˈil: œ̃ bˈɔ̃ vˈɛ̃ blˈɑ̃!"),
        ("en", "The church – judge it.", "ðə ʧˈɜːʧ — ʤˈʌʤ ɪt."),
        ("es", "El niño, qué señor.", "el nˈiɲo, kˈe seɲˈoɾ."),
        ("it", "Scesero giù.", "ʃˈezero ʤˈu."),
        ("pt", "As canções.", "as k\u0250\u0303\u014bs\u02c8o\u0303js."),  # a nasal vowel is two signs
    ],
)
def test_words_become_the_models_signs(language: str, text: str, expected: str) -> None:
    """Pairs are one sign, punctuation stays, and blanks stand as the model was taught."""
    assert signs(language, text) == expected


def test_a_lexicons_ipa_goes_in_as_it_is() -> None:
    """The stress is put before the vowel; a word without one is stressed on its last vowel, as French is."""
    assert signs("fr", "Voici ", ("La Coupole", "la ku.ˈpɔl"), " !") == "vwasˈi lˈa kupˈɔl!"


def test_the_e_of_british_dictionaries_is_short() -> None:
    """They write `e` where others write `ɛ`; as the model's `A` the letters SS would be said like “ace ace”."""
    assert signs("en", ("Helfaut", "elˈfəʊ")) == signs("en", ("Helfaut", "ɛlˈfəʊ")) == "ɛlfˈQ"
    assert signs("en", ("Calais", "ˈkæleɪ")) == "kˈælA"


def test_ipa_with_a_sound_unknown_to_the_model_gives_way_to_the_letters() -> None:
    """No sound is left out of a word."""
    assert signs("fr", ("Ascq", "aʘk")) == signs("fr", "Ascq")


def test_every_sign_has_a_token() -> None:
    """What is spelt can be said: nothing is dropped on the way into the model."""
    assert set(signs("fr", "Voilà l'été 1944, à Ascq… où ?")) <= set(TOKENS)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Portez ce vieux whisky au juge blond qui fume, un parfum, une montagne, la feuille, huit."),
        ("en", "The quick brown fox jumps over the lazy dog, pleasure, thing, church, boy, bear, beer, loch."),
        ("es", "El pingüino hizo kilómetros bajo la lluvia, añoraba a su cachorro, guerra, yo, perro, agua."),
        ("it", "Quel vituperabile xenofobo assaggia il whisky, gli gnomi, la scienza, lo zaino, la pizza."),
        ("pt", "Luís à Júlia, zângão, mãe, põe, muito, filho, ninho, carro, dia, tia, gente, chave, água."),
    ],
)
def test_no_sound_of_a_language_is_unknown_to_the_model(language: str, text: str) -> None:
    """Each sign that eSpeak NG writes for the language's sounds is in the vocabulary, or has a neighbour there."""
    with opened() as library:
        library.choose(VOICES[language], 175, 50)
        ipa = "".join(library.phonemes(part.strip(" .")) for part in text.split(","))
    parts = unicodedata.normalize("NFD", ipa.replace("ç", "")).replace("-", "").replace(" ", "")
    assert set(parts) <= set(signs_of(language))


@pytest.mark.parametrize("word", ["Churchill", "whisky", "Overlord"])
def test_a_word_of_another_language_is_said_without_its_mark(word: str) -> None:
    """The library writes `(en)` before it and `(fr)` after it; nobody wants to hear that."""
    assert not set(signs("fr", word)) & set("()")
    assert signs("fr", "Churchill.") == "ʧˈɜːʧɪl."


def test_each_language_reads_with_a_voice_that_espeak_has() -> None:
    """The five files named in the engine are in the data."""
    assert set(VOICES.values()) <= {file.path for file in voice_files().values()}


def test_without_its_files_the_engine_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """It is listed, has no voices, and its fault names the command; no other voice steps in."""
    monkeypatch.setenv("GUIDE_DATA", str(tmp_path))
    engine = KokoroEngine()
    fault = engine.info.fault
    assert fault is not None
    assert fault.code in {"voices-not-installed", "engine-extra-missing"}
    assert engine.voices() == ()
    with pytest.raises(VoiceMissing):
        engine.speak(asked("kokoro", "ff_siwis", "Un mot.", language="fr"))


needs_voices = pytest.mark.skipif(
    not is_installed(KOKORO) or KokoroEngine().info.fault is not None,
    reason="install the voices with: guide voices install kokoro",
)


@pytest.mark.slow
@pytest.mark.sound
@needs_voices
@pytest.mark.parametrize("voice", ["ff_siwis", "bf_emma"])
def test_kokoro_keeps_the_contract(voice: str) -> None:
    """Sound, order and phonemes; the rest of the kit takes minutes and adds nothing of its own here."""
    language = {"f": "fr", "b": "en"}[voice[0]]
    for check in (check_speech, check_order, check_phonemes):
        check(KokoroEngine, voice, language)


@pytest.mark.slow
@pytest.mark.sound
@needs_voices
@pytest.mark.parametrize(("voice", "language"), [("em_alex", "es"), ("if_sara", "it"), ("pf_dora", "pt-BR")])
def test_kokoros_other_languages_keep_the_contract(voice: str, language: str) -> None:
    """Sound and phonemes on one sentence each: the model is the same, the voices and their sounds are not."""
    check_speech(KokoroEngine, voice, language, sentences=SENTENCES[2:3])
    check_phonemes(KokoroEngine, voice, language)


@needs_voices
def test_kokoros_declaration_is_whole() -> None:
    """The free part of the contract, for all of its voices; a voice of no language in the table would fail here."""
    check_declaration(KokoroEngine)
    assert {voice.language for voice in KokoroEngine().voices()} == set(KokoroEngine().info.languages)
    for language in KokoroEngine().info.languages:
        check_unknown_voice(KokoroEngine, language)


@pytest.mark.slow
@pytest.mark.sound
@needs_voices
def test_a_text_too_long_for_the_model_is_refused() -> None:
    """Nothing is cut off in silence; the door cuts before."""
    with pytest.raises(EngineError) as caught:
        KokoroEngine().speak(asked("kokoro", "ff_siwis", "Un mot de plus. " * 60, language="fr"))
    assert caught.value.message.code == "speech-too-long"
