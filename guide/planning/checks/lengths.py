"""How long a stop is: words, seconds, sentences, dates, against the guide's targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from statistics import median

from guide.model.finding import Finding, Place
from guide.model.narration import Clip, Narration, Silence
from guide.model.script import Alternative, Emphasis, Foreign, Inline, Script, Text
from guide.planning.checks.casting import heard, voice_of
from guide.planning.checks.dates import dates_in
from guide.planning.checks.places import in_paragraph
from guide.planning.checks.subject import Subject, warn
from guide.planning.narrate import count_words

WORDS_PER_MINUTE = {"fr": 197.0, "en": 161.0}
"""Spoken words (numbers spelt out) a minute at rate 1, pauses left out: Pico, measured over 14 tracks a language."""
USUAL_WORDS_PER_MINUTE = 170.0
"""For languages that were not measured."""


def check_words(subject: Subject) -> Iterator[Finding]:
    """Yield stops with fewer or more words than the targets."""
    low, high = subject.guide.targets.words
    for script in subject.sources.scripts:
        words = subject.narrated[script.file].words
        if words > high:
            yield warn("words-too-many", Place(script.file), words=words, most=high)
        elif words < low:
            yield warn("words-too-few", Place(script.file), words=words, fewest=low)


def check_seconds(subject: Subject) -> Iterator[Finding]:
    """Yield stops that play shorter or longer than the targets: measured where built, else estimated."""
    low, high = subject.guide.targets.seconds
    pace = paces(subject)
    for script in heard(subject):
        track = subject.made_track(script)
        seconds = round(likely_seconds(subject, script, pace))
        place = Place(script.file)
        if seconds > high:
            code = "plays-too-long" if track else "likely-too-long"
            yield warn(code, place, seconds=seconds, longest=high)
        elif seconds < low and (track or not _has_open_clip(subject, script)):
            code = "plays-too-short" if track else "likely-too-short"
            yield warn(code, place, seconds=seconds, shortest=low)


def check_sentences(subject: Subject) -> Iterator[Finding]:
    """Yield sentences that are too long to be followed by ear."""
    most = subject.guide.targets.sentence_words
    for script in subject.sources.scripts:
        for one in subject.narrated[script.file].segments:
            if isinstance(one, Narration) and one.spoken and (words := count_words(one.shown_text)) > most:
                yield warn("sentence-too-long", one.place, words=words, most=most)


def check_dates(subject: Subject) -> Iterator[Finding]:
    """Yield stops with more dates than anybody keeps; the finding stands at the first one too many."""
    most = subject.guide.targets.dates
    for script in subject.sources.scripts:
        said = [(paragraph, _said_as_shown(paragraph.children)) for paragraph in script.paragraphs]
        found = dates_in("\n".join(text for _, text in said), script.language)
        if len(found) > most:
            holder = next((paragraph for paragraph, text in said if found[most] in text), script.paragraphs[0])
            place = in_paragraph(subject.sources.texts.get(script.file, ""), holder.place, found[most])
            yield warn("dates-too-many", place, count=len(found), most=most, dates="; ".join(found))


def _said_as_shown(nodes: Iterable[Inline]) -> str:
    """Return the words that are both shown and said, as they are shown."""
    text = ""
    for node in nodes:
        if isinstance(node, Text):
            text += node.text
        elif isinstance(node, Emphasis | Foreign):
            text += _said_as_shown(node.children)
        elif isinstance(node, Alternative) and (node.spoken or node.ipa):
            text += _said_as_shown(node.shown)
    return text


def likely_seconds(subject: Subject, script: Script, pace: Mapping[str, float]) -> float:
    """Return how long a track plays: as measured where it was built from this script, else an estimate.

    The estimate is the spoken words at the voice's rate, corrected by the language's `pace`, and
    the silences. A clip without an end counts nothing.
    """
    track = subject.made_track(script)
    if track:
        return track.seconds
    return _silent(subject, script) + _spoken(subject, script) * pace.get(script.language, 1.0)


def _silent(subject: Subject, script: Script) -> float:
    pacing = subject.guide.pacing
    total = pacing.head_s + pacing.tail_s
    for one in subject.narrated[script.file].segments:
        if isinstance(one, Silence):
            total += one.seconds
        elif isinstance(one, Clip) and one.end_s is not None:
            total += one.end_s - one.start_s
    return total


def _spoken(subject: Subject, script: Script) -> float:
    """Return the seconds of all narrations at the usual pace and their voices' rates."""
    total = 0.0
    words_a_minute = WORDS_PER_MINUTE.get(script.language.split("-", 1)[0], USUAL_WORDS_PER_MINUTE)
    for one in subject.narrated[script.file].segments:
        if isinstance(one, Narration) and one.spoken:
            voice = voice_of(subject.cast, script, one)
            rate = voice.delivery.rate if voice else 1.0
            total += count_words(one.spoken_text) * 60 / (words_a_minute * rate)
    return total


def _has_open_clip(subject: Subject, script: Script) -> bool:
    segments = subject.narrated[script.file].segments
    return any(isinstance(one, Clip) and one.end_s is None for one in segments)


def paces(subject: Subject) -> Mapping[str, float]:
    """Return how much slower than usual the last build spoke each language, as far as it tells."""
    measured: dict[str, list[float]] = {}
    for script in subject.sources.scripts:
        track = subject.made_track(script)
        spoken = _spoken(subject, script) if track and track.cast == subject.cast.name else 0.0
        if track and spoken and not _has_open_clip(subject, script):
            slowness = (track.seconds - _silent(subject, script)) / spoken
            measured.setdefault(script.language, []).append(slowness)
    return {language: max(0.3, median(found)) for language, found in measured.items()}
