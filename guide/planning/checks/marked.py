"""Words of another language in its own letters, and who is to say them: a voice that cannot leaves them out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from guide.model.finding import Finding
from guide.model.guide import Cast
from guide.model.narration import Narration
from guide.model.script import Script
from guide.model.voice import Voice
from guide.planning.checks.alphabets import OTHERWISE, first_beyond
from guide.planning.checks.casting import heard
from guide.planning.checks.places import in_sentence
from guide.planning.checks.subject import Subject, warn

Speaks = Callable[[Voice, str], bool]
"""Tells whether a voice's engine speaks a language."""

_MARKED = re.compile(r"\[\s*[A-Za-z]{2,3}(?:-\w+)*\s*[:：][^\]]*[\u0370-\u1dff\u1f00-\u1fff\u2c00-\u2dff\u2e80-\uffff]")


def check_marked(subject: Subject, cast: Cast, speaks: Speaks) -> Iterator[Finding]:
    """Yield the first marked words of each sentence that its voice does not speak and cannot spell either."""
    for script in heard(subject):
        text = subject.sources.texts.get(script.file, "")
        if script.language.partition("-")[0] in OTHERWISE or not _MARKED.search(text):
            continue
        for sentence in subject.narrated[script.file].segments:
            if isinstance(sentence, Narration) and not sentence.heard_in:
                yield from _unspoken(sentence, text, _voice(cast, script, sentence), speaks)


def _voice(cast: Cast, script: Script, sentence: Narration) -> Voice | None:
    named = cast.voice(script.language, script.level, sentence.speaker) if sentence.speaker else None
    return named or cast.voice(script.language, script.level, sentence.role)


def _unspoken(sentence: Narration, text: str, voice: Voice | None, speaks: Speaks) -> Iterator[Finding]:
    for span in sentence.spoken:
        if voice is None or not span.language or span.ipa or speaks(voice, span.language):
            continue
        if words := first_beyond(span.text):
            place = in_sentence(text, sentence.place, words)
            yield warn("language-unspoken", place, words=words, language=span.language, engine=voice.engine)
            return
