"""How long a stop is: words, seconds, sentences, dates, against the guide's targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from statistics import median

from guide.model.finding import Finding, Place
from guide.model.script import Alternative, Emphasis, Foreign, Inline, Script, Text
from guide.planning.checks.casting import heard, voice_of
from guide.planning.checks.dates import dates_in
from guide.planning.checks.places import in_paragraph
from guide.planning.checks.subject import OneScript, Subject, warn
from guide.planning.narrate import count_words

WORDS_PER_MINUTE = {"fr": 197.0, "en": 161.0}
"""Spoken words (numbers spelt out) a minute at rate 1, pauses left out: Pico, measured over 14 tracks a language."""
USUAL_WORDS_PER_MINUTE = 170.0
"""For languages that were not measured."""


def check_words(one: OneScript) -> Iterator[Finding]:
    """Yield whether the script has fewer or more words than the targets."""
    low, high = one.targets.words
    words = one.narrated.words
    if words > high:
        yield warn("words-too-many", Place(one.script.file), words=words, most=high)
    elif words < low:
        yield warn("words-too-few", Place(one.script.file), words=words, fewest=low)


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
        elif seconds < low and (track or not subject.facts[script.file].open_clip):
            code = "plays-too-short" if track else "likely-too-short"
            yield warn(code, place, seconds=seconds, shortest=low)


def check_sentences(one: OneScript) -> Iterator[Finding]:
    """Yield sentences that are too long to be followed by ear."""
    most = one.targets.sentence_words
    for sentence in one.narrations:
        if sentence.spoken and (words := count_words(sentence.shown_text)) > most:
            yield warn("sentence-too-long", sentence.place, words=words, most=most)


def check_dates(one: OneScript) -> Iterator[Finding]:
    """Yield whether the script has more dates than anybody keeps; the finding stands at the first one too many."""
    most, script = one.targets.dates, one.script
    said = [(paragraph, _said_as_shown(paragraph.children)) for paragraph in script.paragraphs]
    found = dates_in("\n".join(text for _, text in said), script.language)
    if len(found) > most:
        holder = next((paragraph for paragraph, text in said if found[most] in text), script.paragraphs[0])
        place = in_paragraph(one.text, holder.place, found[most])
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
    return subject.facts[script.file].silent_s + _spoken(subject, script) * pace.get(script.language, 1.0)


def _spoken(subject: Subject, script: Script) -> float:
    """Return the seconds of all narrations at the usual pace and their voices' rates."""
    total = 0.0
    words_a_minute = WORDS_PER_MINUTE.get(script.language.split("-", 1)[0], USUAL_WORDS_PER_MINUTE)
    for one in subject.facts[script.file].speakers:
        voice = voice_of(subject.cast, script, one)
        rate = voice.delivery.rate if voice else 1.0
        total += one.words * 60 / (words_a_minute * rate)
    return total


def paces(subject: Subject) -> Mapping[str, float]:
    """Return how much slower than usual the last build spoke each language, as far as it tells."""
    measured: dict[str, list[float]] = {}
    for script in subject.sources.scripts:
        track = subject.made_track(script)
        spoken = _spoken(subject, script) if track and track.cast == subject.cast.name else 0.0
        if track and spoken and not subject.facts[script.file].open_clip:
            slowness = (track.seconds - subject.facts[script.file].silent_s) / spoken
            measured.setdefault(script.language, []).append(slowness)
    return {language: max(0.3, median(found)) for language, found in measured.items()}
