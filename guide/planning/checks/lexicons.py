"""Lexicons: entries that nothing uses, and names that no entry tells how to say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guide.model.finding import Finding, Place
from guide.model.lexicon import Lexeme, Lexicon
from guide.model.narration import Narration
from guide.planning.checks.dates import MONTHS
from guide.planning.checks.subject import Subject, note
from guide.planning.pronouncing import find_lexemes

_RUN = re.compile(r"[^\W\d_][\w’'-]*")
_BLANKS = (" ", "\u00a0", "\u202f")
"""What may stand between two words of one name: a blank, or the fixed blank of French typography."""
_LONGEST_NAME = 4
"""Words up to which another language's words are taken for a name; more are a quotation."""
_NOUNS_CAPITAL = frozenset({"de", "lb"})
"""Languages whose every noun has a capital: there only words of other languages can be told for names."""
_CAPITAL_ANYWAY = {
    "en": (
        "I Monday Tuesday Wednesday Thursday Friday Saturday Sunday Easter Christmas God English British French German "
        "Germans Russian Soviet American Americans Polish Poles Canadian Canadians Dutch Belgian Italian Spanish "
        "European Allied Allies Jewish Jews Christian Catholic Mr Mrs Miss Dr St King Queen Captain General "
        "Colonel Major Englishmen Englishwomen Frenchmen Frenchwomen Frenchman Czechoslovak World War Army Division "
        "Resistance Operation Liberation Republic State Europe Britain "
        "England France Germany Belgium London Paris Brussels"
    ),
    "fr": (
        "Allemands Allemand Français Alliés Anglais Britanniques Américains Canadiens Polonais Belges Juifs "
        "Soviétiques Russes Résistance Libération République État Dieu Europe France Allemagne Angleterre Belgique "
        "Londres Paris Bruxelles Pâques Noël M Mme Mlle"
    ),
}
"""Words with a capital that every voice knows."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the scripts that no lexicon knows: how often it stands there, and where first."""

    name: str
    language: str
    count: int
    place: Place


def check_lexemes(subject: Subject) -> Iterator[Finding]:
    """Yield one note a lexicon with lexemes that no script of its language uses."""
    for lexicon in subject.sources.lexicons.values():
        unused = unused_lexemes(subject, lexicon)
        if unused:
            words = ", ".join(lexeme.word for lexeme in unused[:5]) + (" …" if len(unused) > 5 else "")
            yield note("lexemes-unused", unused[0].place, count=len(unused), words=words)


def unused_lexemes(subject: Subject, lexicon: Lexicon) -> list[Lexeme]:
    """Return the lexemes that no script uses; none while a script that cannot be read may use them."""
    scripts = (script for script in subject.sources.scripts if script.language == lexicon.language)
    used = {word for script in scripts for word in subject.facts[script.file].lexemes}
    return [] if subject.sources.unreadable else [one for one in lexicon.lexemes if one.word not in used]


def unknown_names(subject: Subject) -> tuple[Name, ...]:
    """Return the names of all scripts that no lexicon knows, those that stand there most often first.

    A name is a word with a capital that does not begin its sentence and never stands in small
    letters, with those that follow it; and every word of another language.
    """
    found: dict[tuple[str, str], Name] = {}
    small = _small_words(subject)
    for script in subject.sources.scripts:
        lexicon = subject.sources.lexicons.get(script.language) or Lexicon(script.language)
        for one in subject.narrated[script.file].segments:
            if not isinstance(one, Narration):
                continue
            for name in _names(one, script.language, lexicon, small.get(script.language, frozenset())):
                key = (script.language, name)
                known = found.get(key)
                found[key] = (
                    replace(known, count=known.count + 1) if known else Name(name, script.language, 1, one.place)
                )
    return tuple(sorted(found.values(), key=lambda one: (one.language, -one.count, one.name)))


def _small_words(subject: Subject) -> dict[str, frozenset[str]]:
    """Return, by language, the words that stand somewhere in small letters."""
    words: dict[str, Counter[str]] = {}
    for script in subject.sources.scripts:
        text = " ".join(one.shown_text for one in subject.narrated[script.file].segments if isinstance(one, Narration))
        words.setdefault(script.language, Counter()).update(_RUN.findall(text))
    return {tag: frozenset(word for word in counted if word[0].islower()) for tag, counted in words.items()}


def _names(narration: Narration, language: str, lexicon: Lexicon, small: frozenset[str]) -> Iterator[str]:
    begun = False
    for span in narration.shown:
        known = [(one.start, one.end) for one in find_lexemes(span.text, lexicon)]
        if span.language:
            if not known and len(span.text.split()) <= _LONGEST_NAME:
                yield span.text.strip()
        elif language not in _NOUNS_CAPITAL:
            yield from _capitals(span.text, language, known, small, begun=begun)
        begun = begun or bool(span.text.strip())


def _capitals(
    text: str, language: str, known: list[tuple[int, int]], small: frozenset[str], *, begun: bool
) -> Iterator[str]:
    """Yield the runs of words with a capital that no lexeme covers."""
    usual = _usual(language)
    run: list[re.Match[str]] = []
    for match in _RUN.finditer(text):
        first = not begun and not run and not any(letter.isalnum() for letter in text[: match.start()])
        word = match[0].split("’")[-1].split("'")[-1] if match[0][:1].islower() else match[0]
        plain = word.removesuffix("’s").removesuffix("'s")
        covered = any(start < match.end() and match.start() < end for start, end in known)
        is_name = word[:1].isupper() and len(plain) > 1 and not covered and not first
        if is_name and plain not in usual and plain.lower() not in small and not _is_initials(plain):
            if run and text[run[-1].end() : match.start()] in _BLANKS:
                run.append(match)
                continue
            yield from _joined(text, run)
            run = [match]
        else:
            yield from _joined(text, run)
            run = []
    yield from _joined(text, run)


def _joined(text: str, run: list[re.Match[str]]) -> Iterator[str]:
    if run:
        words = text[run[0].start() : run[-1].end()]
        small_start = words[:1].islower()
        name = words.replace("'", "’").split("’", 1)[1] if small_start and "’" in words.replace("'", "’") else words
        yield name.removesuffix("’s").removesuffix("'s").rstrip("’'-")


def _is_initials(word: str) -> bool:
    """Tell whether a word is all capitals: letters are said one by one, by rules of their own."""
    return word.isupper()


def _usual(language: str) -> frozenset[str]:
    tag = language.split("-", 1)[0]
    return frozenset(f"{_CAPITAL_ANYWAY.get(tag, '')} {MONTHS.get(tag, '')}".split())
