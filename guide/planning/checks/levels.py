"""Levels: variants of a stop's narration under the same number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.model.finding import Finding, Place
from guide.model.nearest import nearest
from guide.model.script import STANDARD
from guide.model.sources import Sources
from guide.parsing.keywords import LANGUAGES
from guide.parsing.names import language_of, meant_name
from guide.planning.checks.subject import Subject, fault, note, warn, written

_WORDS = {
    "children": "enfant enfants jeune jeunes kind kinder kinderen bambini ninos dzieci kids",
    "easy": "facile falc leicht einfach eenvoudig facil latwy simple",
    "description": "audiodescription audio-description audiodeskription descripcion descrizione opis",
}
MEANT = {word: level for level, words in _WORDS.items() for word in words.split()}
"""The page has names in every language for three levels; what else a museum may call them, with what is meant."""


def check_levels(subject: Subject) -> Iterator[Finding]:
    """Yield levels without the standard script they vary, in one language only, at few stops, or named in one."""
    yield from level_faults(subject.sources)
    present = frozenset(written(subject.sources))
    for level in _levels(present):
        if level in MEANT:
            first = next(script for script in subject.sources.scripts if script.level == level)
            yield note("level-in-another-word", Place(first.file), MEANT[level], level=level)
        yield from _untranslated(subject, present, level)
        yield from _missing(subject, present, level)


def level_faults(sources: Sources) -> Iterator[Finding]:
    """Yield what keeps a level's script from being built: its level is a language's name, or varies nothing.

    A standard script whose file has a slip in its name is told itself.
    """
    if all(script.level == STANDARD for script in sources.scripts):
        return
    present = frozenset(written(sources))
    levels = _levels(present)
    present |= {(meant_name(file).stop, language_of(file), STANDARD) for file in sources.unreadable}
    for script in sources.scripts:
        if script.level in {*sources.guide.tags, *LANGUAGES}:
            yield fault("level-is-language", Place(script.file), level=script.level)
        elif script.level != STANDARD and (script.stop, script.language, STANDARD) not in present:
            near = nearest(script.level, [level for level in levels if level != script.level])
            yield fault("level-alone", Place(script.file), near, level=script.level, language=script.language)


def _levels(present: Iterable[tuple[str, str, str]]) -> list[str]:
    return sorted({level for _, _, level in present} - {STANDARD})


def _untranslated(subject: Subject, present: frozenset[tuple[str, str, str]], level: str) -> Iterator[Finding]:
    source = subject.guide.source_language
    others = {language for _, language, one in present if one == level} - {source}
    for script in subject.sources.scripts:
        if script.level != level or script.language != source:
            continue
        for language in sorted(others):
            if (script.stop, language, level) not in present:
                yield warn("level-untranslated", Place(script.file), level=level, language=language)


def _missing(subject: Subject, present: frozenset[tuple[str, str, str]], level: str) -> Iterator[Finding]:
    """Yield one note a language: at which stops its visitors hear the standard level instead."""
    for tag in subject.guide.tags:
        has = {stop for stop, language, one in present if (language, one) == (tag, level)}
        without = [stop for stop in subject.by_stop if stop not in has]
        if has and without:
            stops = ", ".join(without[:6]) + (" …" if len(without) > 6 else "")
            yield note("level-incomplete", Place(f"scripts_{tag}"), level=level, count=len(without), stops=stops)
