"""The one door: what it refuses, and what it makes of every engine's samples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.engines.asking import fingerprint
from guide.engines.contract import Speech
from guide.engines.speech import PAD_AFTER_S, PAD_BEFORE_S, longest_run, plain_text
from guide.engines.tone import ToneEngine
from guide.errors import EngineError, EngineMissing, VoiceMissing
from guide.model.voice import EngineInfo, SpeechRequest, VoiceInfo, WordTime
from tests.engines.asking import said, seconds

RATE_HZ = 16_000
Answer = Callable[[SpeechRequest], Speech]


class Puppet(ToneEngine):
    """An engine that answers as a test tells it to; it has one voice, `anna`, in French."""

    def __init__(self, answer: Answer, **declared: object) -> None:
        self.answer = answer
        self.declared = declared
        self.texts: list[str] = []

    @property
    def info(self) -> EngineInfo:
        """The tone engine's, with what the test declares."""
        return replace(super().info, name="puppet", **self.declared)  # type: ignore[arg-type]  # a test's own fields

    def voices(self) -> Sequence[VoiceInfo]:
        """One voice."""
        return (VoiceInfo("anna", "fr-FR"),)

    def speak(self, request: SpeechRequest) -> Speech:
        """Answer as told."""
        self.texts.append(request.text)
        return self.answer(request)


def wave(seconds: float = 0.5, level: float = 0.5) -> np.ndarray:
    """Return a 300 Hz sine as float32."""
    return np.asarray(level * np.sin(2 * np.pi * 300 / RATE_HZ * np.arange(round(seconds * RATE_HZ))), np.float32)


def answering(samples: object, *words: WordTime) -> Puppet:
    """Return an engine that gives these samples."""
    return Puppet(lambda _: Speech(samples, RATE_HZ, words))  # type: ignore[arg-type]  # wrong ones on purpose


def refusal(engine: Puppet, text: str = "Un mot.", *, to: str = "fr", **delivery: float) -> str:
    """Return the code of the error that a request ends with; `to` is the text's language."""
    with pytest.raises(EngineError) as caught:
        said(engine, "anna", text, language=to, **delivery)
    return caught.value.message.code


def test_an_unknown_voice_is_refused_with_the_nearest_name() -> None:
    """A voice that is not there is never replaced; its nearest namesake is named."""
    with pytest.raises(VoiceMissing) as caught:
        said(answering(wave()), "anne", "Un mot.", language="fr")
    assert (caught.value.message.code, caught.value.message.suggestion) == ("voice-unknown", "anna")


def test_a_voice_of_another_language_is_refused() -> None:
    """A French voice does not read an English text."""
    assert refusal(answering(wave()), to="en") == "voice-language"


@pytest.mark.parametrize(
    ("delivery", "declared", "code"),
    [
        ({"rate": 2.5}, {}, "rate-out-of-range"),
        ({"rate": 0.9}, {"rates": (1.0, 1.0)}, "rate-fixed"),
        ({"pitch": 0.4}, {}, "pitch-out-of-range"),
        ({"pitch": 1.2}, {"pitches": (1.0, 1.0)}, "pitch-fixed"),
    ],
)
def test_a_delivery_outside_the_bounds_is_refused(
    delivery: dict[str, float], declared: dict[str, object], code: str
) -> None:
    """A rate or pitch that the engine cannot do is an error, not something near it."""
    assert code == refusal(Puppet(lambda _: Speech(wave(), RATE_HZ), **declared), "Un mot.", to="fr", **delivery)


@pytest.mark.parametrize(
    ("samples", "code"),
    [
        ([0.1, 0.2], "speech-shape"),
        (wave().astype(np.float64), "speech-shape"),
        (wave().reshape(2, -1), "speech-shape"),
        (wave()[:0], "speech-empty"),
        (np.append(wave(), np.float32(np.nan)), "speech-not-finite"),
        (np.zeros(8_000, np.float32), "speech-silent"),
        (np.clip(wave(level=3), -1, 1), "speech-clipped"),
    ],
)
def test_what_is_no_speech_is_refused(samples: object, code: str) -> None:
    """Samples of a wrong shape or kind, without sound or clipped, end with an error that names the fault."""
    assert code == refusal(answering(samples))


def test_one_sample_at_full_scale_is_no_clipping() -> None:
    """A peak that just fits is not refused; three in succession are."""
    samples = wave()
    samples[[100, 102, 103]] = 1.0
    assert seconds(said(answering(samples), "anna", "Un mot.", language="fr")) == 0.5


def test_word_times_outside_the_speech_are_refused() -> None:
    """A word cannot sound after the end."""
    assert refusal(answering(wave(), WordTime(0.0, 9.0, 0, 2))) == "speech-word-times"


def test_words_outside_the_text_are_refused() -> None:
    """A word cannot stand beyond the text."""
    assert refusal(answering(wave(), WordTime(0.0, 0.1, 5, 9))) == "speech-word-times"


def test_whatever_an_engine_raises_becomes_a_named_error() -> None:
    """A third party's exception fails one stop, with a reason and without a traceback."""

    def broken(_: SpeechRequest) -> Speech:
        raise ZeroDivisionError("no vowels")

    with pytest.raises(EngineError) as caught:
        said(Puppet(broken), "anna", "Un mot.", language="fr")
    expected = {"engine": "puppet", "reason": "ZeroDivisionError: no vowels", "text": "Un mot."}
    assert expected == caught.value.message.values


def test_an_engines_own_error_passes_unchanged() -> None:
    """An engine that says what is wrong in the house's way is believed."""

    def missing(_: SpeechRequest) -> Speech:
        raise EngineMissing("engine-extra-missing", engine="puppet", extra="x")

    assert refusal(Puppet(missing)) == "engine-extra-missing"


def test_text_without_words_is_refused() -> None:
    """Dots and dashes alone are nothing to say."""
    assert refusal(answering(wave()), text=" … – ") == "speech-no-words"


def test_silence_at_the_edges_is_trimmed_and_words_are_shifted() -> None:
    """Half a second before and a second after shrink to the padding; a word stays with its sound."""
    silence = np.zeros(RATE_HZ // 2, np.float32)
    engine = answering(np.concatenate([silence, wave(), silence, silence]), WordTime(0.5, 1.0, 0, 2))
    speech = said(engine, "anna", "Un mot.", language="fr")
    assert pytest.approx(0.5 + PAD_BEFORE_S + PAD_AFTER_S, abs=0.002) == seconds(speech)
    assert pytest.approx(PAD_BEFORE_S, abs=0.001) == speech.words[0].start_s


def test_a_soft_sound_near_the_edge_is_kept() -> None:
    """What is 40 dB below the peak is speech, not silence."""
    soft = wave(0.2, 0.005)
    assert pytest.approx(0.7, abs=0.002) == seconds(
        said(answering(np.concatenate([soft, wave()])), "anna", "Un mot.", language="fr")
    )


def test_edges_are_free_of_clicks() -> None:
    """The first and last samples are near zero even where the engine begins and ends in full swing."""
    samples = said(answering(np.full(4_000, 0.5, np.float32)), "anna", "Un mot.", language="fr").samples
    assert float(np.abs(samples[[0, -1]]).max()) < 0.01
    assert pytest.approx(float(samples[2_000])) == 0.5


def test_an_engines_samples_are_not_changed_in_place() -> None:
    """An engine may keep what it gave."""
    samples = wave()
    said(answering(samples), "anna", "Un mot.", language="fr")
    assert np.array_equal(wave(), samples)


def test_markup_is_blanked_before_the_engine_sees_it() -> None:
    """Tags and control characters never reach an engine, and every word keeps its place."""
    engine = answering(wave())
    said(engine, "anna", "Un <b>mot</b>\x07 < deux.", language="fr")
    assert engine.texts == ["Un    mot        deux."]


@given(st.text("ab <>/&;!?\x00\u200b", max_size=40))
def test_blanking_keeps_the_length_and_leaves_no_bracket(text: str) -> None:
    """Whatever stands in a text, word times can still count in it."""
    plain = plain_text(text)
    assert len(text) == len(plain)
    assert not set(plain) & set("<>\x00\u200b")


def test_a_long_narration_is_said_in_pieces_and_joined(tone: ToneEngine) -> None:
    """Each piece is within the limit, all words are said, and word times run through the whole."""
    engine = Puppet(tone.speak, max_characters=12)
    text = "Un deux. Trois quatre, cinq six."
    speech = said(engine, "anna", text, language="fr")
    assert engine.texts == ["Un deux. ", "Trois ", "quatre, ", "cinq six."]
    assert [text[word.offset : word.offset + word.length] for word in speech.words] == [
        "Un",
        "deux.",
        "Trois",
        "quatre,",
        "cinq",
        "six.",
    ]
    starts = [word.start_s for word in speech.words]
    assert sorted(starts) == starts


def test_the_fingerprint_names_the_engine_and_the_doors_recipe(tone: ToneEngine) -> None:
    """What the door does to samples is part of every key."""
    assert fingerprint(tone, "low") == {"engine": "tone", "speech": "1", "tone": "1", "voice": "low"}


@pytest.mark.parametrize(("flags", "expected"), [("", 0), ("0110", 2), ("111", 3), ("1011011101", 3)])
def test_the_longest_run_is_counted(flags: str, expected: int) -> None:
    """The longest succession of True, at the edges too."""
    assert expected == longest_run(np.array([flag == "1" for flag in flags], bool))
