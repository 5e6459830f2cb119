"""The contract every engine keeps, as checks that anybody can run on an engine of their own.

    from guide.engines.testing import check_engine

    def test_my_engine():
        check_engine(MyEngine, "my-voice", "fr")

Needs no test framework: a broken promise raises `PromiseBroken`, an AssertionError that says which.
The engine is given as its class (or another function without arguments that can be pickled by
name), because some checks make it anew in worker processes.
"""

from __future__ import annotations

import hashlib
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

import numpy as np

from guide.engines.contract import Engine, Speech
from guide.engines.speech import FULL_SCALE, PAD_AFTER_S, PAD_BEFORE_S, TRIM_BELOW_PEAK_DB, speak
from guide.errors import GuideError, VoiceMissing
from guide.model.narration import SpokenSpan
from guide.model.voice import Delivery, SpeechRequest, Voice

MakeEngine = Callable[[], Engine]

SENTENCES = (
    "Bonjour.",
    "Le 13 juin 1944, la radio annonce une nouvelle arme.",
    "Hallo, hello, hola: one two three, uno dos tres.",
    "Une phrase un peu plus longue, avec une virgule, un point-virgule ; et une question à la fin ?",
)


class PromiseBroken(AssertionError):
    """An engine does not keep a promise of the contract."""


def check_engine(make: MakeEngine, voice: str, language: str, *, workers: Sequence[int] = (1, 2)) -> None:
    """Run every check on one voice. Raises PromiseBroken at the first broken promise."""
    check_declaration(make)
    check_unknown_voice(make, language)
    check_speech(make, voice, language)
    check_markup(make, voice, language)
    check_rates(make, voice, language)
    check_phonemes(make, voice, language)
    if make().info.deterministic:
        check_order(make, voice, language)
        for count in workers:
            check_workers(make, voice, language, workers=count)


def check_declaration(make: MakeEngine) -> None:
    """Check that declared data are complete and the same each time, and that the fingerprint is text."""
    engine = make()
    info = engine.info
    _hold(bool(info.name and info.title and info.licence), "name, title and licence are said")
    _hold(info == make().info, "info is the same each time")
    _hold(0 < info.rates[0] <= 1 <= info.rates[1], "the rates include the normal rate, 1")
    _hold(0 < info.pitches[0] <= 1 <= info.pitches[1], "the pitches include the normal pitch, 1")
    _hold(info.seconds_per_character > 0, "a time limit is given")
    _hold(info.phonemes in {"", "ipa", "x-sampa"}, "phonemes is ipa, x-sampa or nothing")
    voices = engine.voices()
    _hold(bool(voices), "there is a voice")
    _hold(len({voice.name for voice in voices}) == len(voices), "each voice's name stands once")
    printed = engine.fingerprint(voices[0].name)
    _hold(all(isinstance(part, str) for item in printed.items() for part in item), "a fingerprint is text")
    _hold(bool(printed) and printed == make().fingerprint(voices[0].name), "the fingerprint is the same each time")


def check_unknown_voice(make: MakeEngine, language: str) -> None:
    """Check that a voice that does not exist is VoiceMissing, through the door and without it."""
    engine = make()
    if "*" in {voice.name for voice in engine.voices()}:
        return
    request = _request(engine, "no-such-voice", language, SENTENCES[0])
    _hold(_raises(VoiceMissing, speak, engine, request), "an unknown voice is VoiceMissing")
    _hold(_raises(VoiceMissing, engine.speak, request), "an unknown voice is VoiceMissing without the door, too")


def _raises(kind: type[GuideError], call: Callable[..., Speech], *given: object) -> bool:
    try:
        call(*given)
    except kind:
        return True
    return False


def check_speech(make: MakeEngine, voice: str, language: str, *, sentences: Sequence[str] = SENTENCES) -> None:
    """Check that samples are not at full scale and are trimmed, and that word times lie in order.

    Fewer `sentences` spare a slow engine time.
    """
    engine = make()
    for sentence in sentences:
        speech = _spoken(engine, voice, language, sentence)
        size = np.abs(speech.samples)
        _hold(float(size.max()) < FULL_SCALE, f"no sample at full scale in {sentence!r}")
        loud = np.flatnonzero(size > size.max() * 10 ** (TRIM_BELOW_PEAK_DB / 20))
        _hold(loud[0] <= (PAD_BEFORE_S + 0.02) * speech.rate_hz, f"silence before {sentence!r} is trimmed")
        after = size.size - loud[-1]
        _hold(after <= (PAD_AFTER_S + 0.02) * speech.rate_hz, f"silence after {sentence!r} is trimmed")
        _check_words(engine, speech, sentence)


def _check_words(engine: Engine, speech: Speech, sentence: str) -> None:
    words = speech.words
    _hold(bool(words) == engine.info.word_times, "word times are given if and only if they are declared")
    starts = [word.start_s for word in words]
    _hold(starts == sorted(starts), f"words come in order in {sentence!r}")
    _hold(all(sentence[word.offset : word.offset + word.length].strip() for word in words), "a word is not a blank")


def check_markup(make: MakeEngine, voice: str, language: str) -> None:
    """Check that tags and angle brackets are not read aloud: they make a sentence hardly longer."""
    engine = make()
    plain = _seconds(_spoken(engine, voice, language, "Un mot, et un autre mot."))
    for marked in (
        "Un <b>mot</b>, et un autre <prosody rate='slow'>mot</prosody>.",
        'Un <break time="3s"/>mot, et un autre <speak version="1.0">mot</speak>.',
        "Un << mot >>, et un autre < mot >.",
    ):
        longer = _seconds(_spoken(engine, voice, language, marked)) - plain
        _hold(longer < 0.25 * plain + 0.2, f"markup is not read aloud: {marked}")


def check_rates(make: MakeEngine, voice: str, language: str) -> None:
    """Check that the declared bounds of the rate work and differ, and that what is outside is refused."""
    engine = make()
    low, high = engine.info.rates
    slow, fast = (_seconds(_spoken(engine, voice, language, SENTENCES[1], rate=rate)) for rate in (low, high))
    _hold(slow > fast * 1.2 or low * 1.2 >= high, "the slowest rate lasts longer than the fastest")
    for rate in (low * 0.9, high * 1.1):
        request = _request(engine, voice, language, SENTENCES[0], rate)
        _hold(_raises(GuideError, speak, engine, request), "a rate outside the bounds is an error")


def check_phonemes(make: MakeEngine, voice: str, language: str) -> None:
    """Check that an engine that declares phonemes sounds them, and does not spell their signs aloud."""
    engine = make()
    if not engine.info.phonemes:
        return
    letters = _request(engine, voice, language, "Voici Ascq.")
    spans = (SpokenSpan("Voici "), SpokenSpan("Ascq", ipa="mana"), SpokenSpan("."))
    said = speak(engine, SpeechRequest(spans, letters.voice))
    spelt = speak(engine, letters)
    _hold(_digest(said) != _digest(spelt), "phonemes change the sound")
    _hold(abs(_seconds(said) - _seconds(spelt)) < 1.0, "phonemes are not spelt aloud")


def check_order(make: MakeEngine, voice: str, language: str) -> None:
    """Check that the same words give the same bytes: again, after other words, from a new engine."""
    engine = make()
    first = [_digest(_spoken(engine, voice, language, sentence)) for sentence in SENTENCES]
    backwards = [_digest(_spoken(engine, voice, language, sentence)) for sentence in reversed(SENTENCES)]
    anew = make()
    again = [_digest(_spoken(anew, voice, language, sentence)) for sentence in SENTENCES]
    _hold(first == backwards[::-1], "the same words give the same bytes in another order")
    _hold(first == again, "the same words give the same bytes from a new engine")


def check_workers(make: MakeEngine, voice: str, language: str, *, workers: int) -> None:
    """Check that the same words give the same bytes in worker processes, as many as `workers`."""
    here = [digest_of(make, voice, language, sentence) for sentence in SENTENCES]
    with _pool(workers) as pool:
        tasks = [pool.submit(digest_of, make, voice, language, sentence) for sentence in SENTENCES]
        there = [task.result(timeout=600) for task in tasks]
    _hold(here == there, f"the same words give the same bytes with {workers} worker processes")


def digest_of(make: MakeEngine, voice: str, language: str, sentence: str) -> str:
    """Return the SHA-256 of one sentence's samples and rate, from an engine made here."""
    return _digest(_spoken(make(), voice, language, sentence))


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    ways = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield pool


def _request(engine: Engine, voice: str, language: str, text: str, rate: float = 1.0) -> SpeechRequest:
    return SpeechRequest((SpokenSpan(text),), Voice(engine.info.name, voice, language, Delivery(rate=rate)))


def _spoken(engine: Engine, voice: str, language: str, text: str, *, rate: float = 1.0) -> Speech:
    return speak(engine, _request(engine, voice, language, text, rate))


def _seconds(speech: Speech) -> float:
    return speech.samples.size / speech.rate_hz


def _digest(speech: Speech) -> str:
    return hashlib.sha256(speech.samples.tobytes() + str(speech.rate_hz).encode()).hexdigest()


def _hold(kept: bool, promise: str) -> None:
    if not kept:
        raise PromiseBroken(promise)
