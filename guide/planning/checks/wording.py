"""Wording: directions that only some visitors can follow, and hard stories without a warning."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model.finding import Finding, Place
from guide.model.narration import BedOn, Clip, Narration
from guide.model.script import Script
from guide.planning.checks.phrases import ALARMING, directions_in, grave_words
from guide.planning.checks.places import in_sentence
from guide.planning.checks.subject import Subject, warn


def check_directions(subject: Subject) -> Iterator[Finding]:
    """Yield each sentence that tells visitors to turn left, right or round."""
    for script in subject.sources.scripts:
        for one in _narrations(subject, script):
            said, shown = one.spoken_text, one.shown_text
            found = directions_in(said, script.language) or (said != shown and directions_in(shown, script.language))
            if found:
                place = in_sentence(subject.sources.texts.get(script.file, ""), one.place, found[0])
                yield warn("direction", place, words=found[0])


def check_warnings(subject: Subject) -> Iterator[Finding]:
    """Yield stops whose words or sounds call for a warning before play, and have none."""
    for script in subject.sources.scripts:
        if script.warning:
            continue
        text = " ".join(one.shown_text for one in _narrations(subject, script))
        words = grave_words(text, script.language)
        if words:
            yield warn("warning-missing", Place(script.file), words=", ".join(words[:5]))
            continue
        sounds = [file for file in _sounds(subject, script) if ALARMING.search(file.rsplit("/", 1)[-1])]
        if sounds:
            yield warn("warning-missing-sound", Place(script.file), file=sounds[0])


def _narrations(subject: Subject, script: Script) -> list[Narration]:
    return [one for one in subject.narrated[script.file].segments if isinstance(one, Narration)]


def _sounds(subject: Subject, script: Script) -> list[str]:
    return [one.file for one in subject.narrated[script.file].segments if isinstance(one, Clip | BedOn)]
