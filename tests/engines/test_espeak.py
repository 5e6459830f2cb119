"""eSpeak NG: languages, determinism, phonemes, word times."""

from __future__ import annotations

import pytest

from guide.engines.espeak import EspeakEngine, pitch_setting, voice_files
from guide.engines.espeak_phonemes import bracketed
from tests.engines.asking import digest, said, seconds


def words(*spans: str | tuple[str, str], voice: str = "fr-FR") -> list[str]:
    """Return the words of the text that got a time, in order."""
    engine = EspeakEngine()
    text = "".join(span if isinstance(span, str) else span[0] for span in spans)
    return [text[word.offset : word.offset + word.length] for word in said(engine, voice, *spans).words]


def in_brackets(voice: str, ipa: str) -> tuple[str, ...]:
    """Return IPA as the library's own mnemonics."""
    file = voice_files()[voice]
    return bracketed(ipa, file.path, file.table)


def test_languages_are_named_by_bcp_47() -> None:
    """Names of files in the data become tags; the two without region get theirs."""
    assert {"fr-FR", "fr-BE", "en-GB", "en-US", "en-GB-x-rp", "nl", "es-419", "cmn-Latn-pinyin"} <= set(voice_files())


def test_a_language_without_dictionary_is_not_offered() -> None:
    """It would be silent: the wheel lacks Faroese."""
    assert "fo" not in voice_files()


@pytest.mark.parametrize("voice", ["fr-FR", "fr-BE", "en-GB", "en-US", "nl", "de", "pl", "uk", "ar", "cmn", "ja"])
def test_a_language_says_its_own_numbers(voice: str) -> None:
    """Each voice is found by its file and speaks."""
    assert seconds(said(EspeakEngine(), voice, "1944, 13")) > 0.5


def test_voices_differ() -> None:
    """French and British English are not the same voice by accident."""
    engine = EspeakEngine()
    assert digest(said(engine, "fr-FR", "Coupole")) != digest(said(engine, "en-GB", "Coupole"))


@pytest.mark.parametrize(
    ("voice", "ipa", "expected"),
    [
        ("fr-FR", "kʁa.kɔ.vjak", ("[[k|r|a|k|O|v|j|a|k]]",)),
        ("fr-FR", "ɛ̃ ɲɔ̃", ("[[E~]]", "[[n^|O~]]")),
        ("en-GB", "lɑː kuːˈpəʊl", ("[[l|A:]]", "[[k|u:|p|'oU|l]]")),
        ("fr-FR", "aꜛ", ()),
    ],
)
def test_ipa_becomes_the_voices_own_mnemonics(voice: str, ipa: str, expected: tuple[str, ...]) -> None:
    """The stress moves to the vowel; a sound that the voice lacks gives nothing."""
    assert expected == in_brackets(voice, ipa)


def test_phonemes_are_spoken_and_not_spelt() -> None:
    """Krakowiak as IPA lasts about as long as a French respelling of it."""
    engine = EspeakEngine()
    phonemes = said(engine, "fr-FR", "Voici ", ("Krakowiak", "kʁakɔvjak"), ".")
    respelt = said(engine, "fr-FR", "Voici kracoviac.")
    assert digest(phonemes) != digest(said(engine, "fr-FR", "Voici Krakowiak."))
    assert abs(seconds(phonemes) - seconds(respelt)) < 0.1


def test_every_word_gets_its_time() -> None:
    """A word is what stands between blanks, its elision and its comma included."""
    assert words("Bonjour l'école d'Ascq, été 1944.") == ["Bonjour", "l'école", "d'Ascq,", "été", "1944."]


def test_words_in_phonemes_get_their_own_time() -> None:
    """Two words in phonemes are two words; their neighbours keep their places."""
    assert words("The ", ("La Coupole", "lɑː kuːˈpəʊl"), " dome.", voice="en-GB") == ["The", "La", "Coupole", "dome."]


def test_brackets_of_the_text_are_no_phonemes() -> None:
    """Only a lexicon makes phonemes: [[...]] in a text is read as its letters."""
    engine = EspeakEngine()
    assert digest(said(engine, "fr-FR", "un   ask]] deux")) == digest(said(engine, "fr-FR", "un [[ask]] deux"))


@pytest.mark.parametrize(("factor", "expected"), [(0.5, 0), (1.0, 50), (2.0, 100), (0.9, 42)])
def test_pitch_is_an_octave_each_way(factor: float, expected: int) -> None:
    """A factor is mapped to the library's scale of 0 to 100."""
    assert expected == pitch_setting(factor)


def test_rate_is_a_factor_of_the_normal_rate() -> None:
    """Half as fast lasts about twice as long."""
    engine = EspeakEngine()
    text = "Le dôme protège une usine souterraine sans fin"
    ratio = seconds(said(engine, "fr-FR", text, rate=0.5)) / seconds(said(engine, "fr-FR", text))
    assert 1.7 < ratio < 2.3
