"""eSpeak NG by the wheel `espeakng-loader`: some 130 languages and accents, with the time of each word.

A robot's voice, and the only one for many languages: for drafts, for tests of the text, and for
its phonemes, which the neural voices speak from.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from guide.engines.contract import Speech
from guide.engines.espeak_library import END, RATE_HZ, WORD, Event, opened
from guide.engines.espeak_phonemes import bracketed, has_table
from guide.engines.languages import spelt
from guide.engines.versions import installed_version
from guide.errors import EngineError, VoiceMissing
from guide.model.finding import Message
from guide.model.narration import SpokenSpan
from guide.model.voice import EngineInfo, SpeechRequest, VoiceInfo, WordTime

RECIPE = "1"
WORDS_A_MINUTE = 175
"""eSpeak NG's own normal rate; it speaks between 80 and 450 words a minute."""

_PACKAGE = "espeakng-loader"
_MISSING = Message("engine-package-missing", {"engine": "espeak", "package": _PACKAGE})
_REGION = {"fr": "fr-FR", "en": "en-GB"}
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class VoiceFile:
    """One file under `espeak-ng-data/lang`: its path there, the language's name, its phoneme table."""

    tag: str
    path: str
    title: str
    table: str


class EspeakEngine:
    """All of eSpeak NG's languages, named by their BCP 47 tag; takes phonemes as IPA; tells word times."""

    @property
    def info(self) -> EngineInfo:
        """What this engine declares."""
        return EngineInfo(
            name="espeak",
            title="eSpeak NG",
            version=installed_version(_PACKAGE),
            languages=tuple(voice_files()),
            licence="GPL-3.0-or-later",
            word_times=True,
            phonemes="ipa",
            rates=(80 / WORDS_A_MINUTE, 450 / WORDS_A_MINUTE),
            pitches=(0.5, 2.0),
            max_characters=2_000,
            seconds_per_character=0.02,
            times_real_time=580.0,
            publishable=False,
            fault=None if installed_version(_PACKAGE) else _MISSING,
        )

    def voices(self) -> Sequence[VoiceInfo]:
        """Return one voice a language or accent."""
        return _voices()

    def fingerprint(self, voice: str) -> Mapping[str, str]:
        """Return the wheel's version (library and data are inside it) and the recipe of this module."""
        return {_PACKAGE: installed_version(_PACKAGE), "espeak": RECIPE, "voice": voice}

    def speak(self, request: SpeechRequest) -> Speech:
        """Return mono float32 at 22,050 Hz with word times. Raises VoiceMissing and EngineError."""
        voice = voice_files().get(request.voice.name)
        if voice is None:
            raise VoiceMissing("voice-unknown", voice=request.voice.name, engine="espeak")
        runs = _runs(request.spans, voice)
        delivery = request.voice.delivery
        with opened() as library:
            library.choose(voice.path, round(WORDS_A_MINUTE * delivery.rate), pitch_setting(delivery.pitch))
            data, events = library.utter("".join(run.written for run in runs), phoneme_input=True)
        if not data:
            raise EngineError("speech-empty", engine="espeak", text=request.text[:80])
        import numpy as np

        samples = np.frombuffer(data, "<i2").astype(np.float32) / np.float32(32_768)
        return Speech(samples, RATE_HZ, _word_times(events, runs, request.text, samples.size))


def pitch_setting(factor: float) -> int:
    """Return eSpeak NG's pitch (0 to 100) for a factor of 0.5 to 2: its scale is one octave each way."""
    return min(max(round(50 + 50 * math.log2(factor)), 0), 100)


@cache
def voice_files() -> Mapping[str, VoiceFile]:
    """Return the voices by BCP 47 tag, read from the wheel's data; empty when it is not installed."""
    if not installed_version(_PACKAGE):
        return {}
    import espeakng_loader

    root = Path(espeakng_loader.get_data_path(), "lang")
    found = [_voice_file(path, root) for path in root.rglob("*") if path.is_file()]
    return {voice.tag: voice for voice in sorted(filter(None, found), key=lambda voice: voice.tag)}


@cache
def _voices() -> tuple[VoiceInfo, ...]:
    """Return the voices as they are offered: asked for with every sentence."""
    return tuple(VoiceInfo(file.tag, file.tag, file.title) for file in voice_files().values())


def _voice_file(path: Path, root: Path) -> VoiceFile | None:
    """Read one file; None for a language whose dictionary the wheel lacks, which would stay silent."""
    settings = dict(_setting(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    tag = _REGION.get(path.name) or spelt(path.name)
    language = tag.split("-")[0]
    dictionary = settings.get("dictionary", language)
    if not (root.parent / f"{dictionary}_dict").is_file():
        return None
    table = settings.get("phonemes") or (language if has_table(language) else "base")
    return VoiceFile(tag, path.relative_to(root).as_posix(), settings.get("name", tag), table)


def _setting(line: str) -> tuple[str, str]:
    name, _, value = line.strip().partition(" ")
    return name, value.split("//")[0].strip()


@dataclass(frozen=True, slots=True)
class _Run:
    """Letters or phonemes as the library reads them, and where in the text what they stand for begins."""

    written: str
    offset: int
    phonemic: bool


def _runs(spans: tuple[SpokenSpan, ...], voice: VoiceFile) -> tuple[_Run, ...]:
    runs: list[_Run] = []
    at = 0
    for span in spans:
        phonemes = bracketed(span.ipa, voice.path, voice.table) if span.ipa else ()
        written = span.text.replace("[[", "  ").replace("\x00", " ")
        runs += _phonemic(span.text, phonemes, at) if phonemes else [_Run(written, at, phonemic=False)]
        at += len(span.text)
    return tuple(runs)


def _phonemic(text: str, phonemes: tuple[str, ...], at: int) -> list[_Run]:
    """Return a run for each word in phonemes, at its own word of the text where their numbers agree."""
    places = [match.start() for match in _TOKEN.finditer(text)]
    if len(places) != len(phonemes):
        places = [places[0] if places else 0] * len(phonemes)
    blank = [_Run(" ", at, phonemic=True)]
    words = [_Run(word + " ", at + place, phonemic=True) for word, place in zip(phonemes, places, strict=True)]
    if not text[-1:].isspace():
        words[-1] = replace(words[-1], written=phonemes[-1])
    return blank + words if text[:1].isspace() else words


def _word_times(events: tuple[Event, ...], runs: tuple[_Run, ...], text: str, size: int) -> tuple[WordTime, ...]:
    """Return one time a word of the text: from its first event to the next word's, or the clause's end."""
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    starts = [start for start, _ in tokens]
    marks = [event for event in events if event.kind in {WORD, END}]
    words: list[WordTime] = []
    for event, following in zip(marks, [*marks[1:], Event(END, size, 0, 0, "")], strict=True):
        if event.kind == END:
            continue
        asked = _asked(event.offset, runs)
        token = tokens[max(bisect_right(starts, asked) - 1, 0)] if tokens else (0, 0)
        if not token[0] <= asked < token[1]:
            continue
        start_s, end_s = event.sample / RATE_HZ, following.sample / RATE_HZ
        if words and words[-1].offset == token[0]:
            words[-1] = WordTime(words[-1].start_s, end_s, token[0], token[1] - token[0])
        else:
            words.append(WordTime(start_s, end_s, token[0], token[1] - token[0]))
    return tuple(words)


def _asked(written_offset: int, runs: tuple[_Run, ...]) -> int:
    """Return where a character of what the library read stands in the text as asked."""
    at = 0
    for run in runs:
        if written_offset < at + len(run.written):
            return run.offset if run.phonemic else run.offset + written_offset - at
        at += len(run.written)
    return -1
