"""Wording: directions that only some visitors can follow, and hard stories without a warning."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model.finding import Finding, Place
from guide.model.narration import BedOn, Clip
from guide.planning.checks.phrases import ALARMING, directions_in, grave_words
from guide.planning.checks.places import in_sentence
from guide.planning.checks.subject import OneScript, warn


def check_directions(one: OneScript) -> Iterator[Finding]:
    """Yield each sentence that tells visitors to turn left, right or round."""
    language = one.script.language
    for sentence in one.narrations:
        said, shown = sentence.spoken_text, sentence.shown_text
        found = directions_in(said, language) or (said != shown and directions_in(shown, language))
        if found:
            yield warn("direction", in_sentence(one.text, sentence.place, found[0]), words=found[0])


def check_warnings(one: OneScript) -> Iterator[Finding]:
    """Yield whether the script's words or sounds call for a warning before play, and it has none."""
    if one.script.warning:
        return
    words = grave_words(" ".join(sentence.shown_text for sentence in one.narrations), one.script.language)
    if words:
        yield warn("warning-missing", Place(one.script.file), words=", ".join(words[:5]))
        return
    files = (sound.file for sound in one.narrated.segments if isinstance(sound, Clip | BedOn))
    alarming = next((file for file in files if ALARMING.search(file.rsplit("/", 1)[-1])), None)
    if alarming:
        yield warn("warning-missing-sound", Place(one.script.file), file=alarming)
