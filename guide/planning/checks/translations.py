"""A script against its translation: the same stops, paragraphs, quotes, pictures, sounds and figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guide.model.finding import Finding, Place
from guide.model.narration import Narration
from guide.model.script import Paragraph, Script
from guide.parsing.plain import FINDINGS, Form, recalled
from guide.planning.checks.figures import comparable, figures_in, missing_from, only_digits
from guide.planning.checks.places import in_paragraph, in_script
from guide.planning.checks.subject import Subject, warn, written
from guide.planning.keys import digest

_COMPARED: Form[tuple[Finding, ...]] = Form(tuple, *FINDINGS)
_MISREAD = frozenset(
    {
        *("unclosed-bracket", "stray-bracket", "bracket-without-bar", "wrong-brackets", "unclosed-comment"),
        *("head-unclosed", "quote-unmarked", "quote-without-words", "heading", "list", "table"),
    }
)
"""Faults after which words and paragraphs are not what was meant: first they are mended, then scripts compared."""


def check_coverage(subject: Subject) -> Iterator[Finding]:
    """Yield the stops that have no script in one of the guide's languages."""
    present = {(stop, language) for stop, language, _ in written(subject.sources)}
    begun = {language for _, language in present}
    numbered = {(script.number, script.language) for script in subject.sources.scripts if script.number}
    told = {finding.place.file for finding in subject.sources.findings if finding.place}
    for language in subject.guide.tags:  # A language without a single script is told once, by its folder.
        if language not in begun and f"scripts_{language}" not in told:
            yield warn("language-without-scripts", Place(f"scripts_{language}"), language=language)
    for stop, scripts in subject.by_stop.items():
        for language in subject.guide.tags:
            if (scripts[0].number, language) in numbered:
                continue  # A stop that has this number under another name, or twice, is told by its number.
            if language in begun and (stop, language) not in present:
                values = {"stop": stop, "number": scripts[0].number or stop, "language": language}
                yield warn("stop-untranslated", Place(scripts[0].file), **values)


def check_translations(subject: Subject) -> Iterator[Finding]:
    """Yield where a translation differs from the script in the guide's source language."""
    source = subject.guide.source_language
    misread = {one.place.file for one in subject.sources.findings if one.place and one.code in _MISREAD}
    for script in subject.sources.scripts:
        original = subject.script(script.stop, source, script.level)
        if original is None or script.language == source:
            continue
        if misread.isdisjoint((script.file, original.file)):
            yield from _remembered(subject, script, original)


def _remembered(subject: Subject, script: Script, original: Script) -> tuple[Finding, ...]:
    """Return what a translation differs in; two scripts that were compared before are not compared again."""

    def compare() -> tuple[Finding, ...]:
        return tuple(_compared(subject, script, original))

    name, files = f"translation {script.file}", (script.file, original.file)
    inputs = digest([original.file, *(subject.inputs[file] for file in files)])
    return recalled(subject.memory, _COMPARED, compare, name=name, inputs=inputs, file=script.file)


def _compared(subject: Subject, script: Script, original: Script) -> Iterator[Finding]:
    if bool(script.warning) != bool(original.warning):
        lacking, having = (script, original) if original.warning else (original, script)
        yield warn("warning-untranslated", Place(lacking.file), file=having.file)
    yield from _media(subject, script, original)
    paragraphs, originals = script.paragraphs, original.paragraphs
    if len(paragraphs) != len(originals):
        count, other = len(paragraphs), len(originals)
        yield warn("paragraphs-differ", Place(script.file), count=count, other=other, file=original.file)
        yield from _figures(subject, (script, original), None, None)
        return
    for paragraph, one in zip(paragraphs, originals, strict=True):
        if paragraph.quote != one.quote:
            code = "quote-only-here" if paragraph.quote else "quote-only-there"
            yield warn(code, paragraph.place, file=original.file, line=one.place.line)
        yield from _figures(subject, (script, original), paragraph, one)


def _media(subject: Subject, script: Script, original: Script) -> Iterator[Finding]:
    facts, known = subject.facts[script.file], subject.facts[original.file]
    both = (("pictures-differ", facts.pictures, known.pictures), ("sounds-differ", facts.sounds, known.sounds))
    for code, files, others in both:
        if files != others:
            here, there = _only(files, others), _only(others, files)
            yield warn(code, Place(script.file), here=here, there=there, file=original.file)


def _only(files: tuple[str, ...], others: tuple[str, ...]) -> str:
    return ", ".join(file for file in files if file not in others) or "—"


def _figures(
    subject: Subject, scripts: tuple[Script, Script], part: Paragraph | None, other: Paragraph | None
) -> Iterator[Finding]:
    """Yield one finding where a paragraph has figures that its original has not, or lacks some; None: all of them."""
    script, original = scripts
    shown, spoken = _texts(subject, script, part)
    shown_there, spoken_there = _texts(subject, original, other)
    here, there = figures_in(shown, script.language), figures_in(shown_there, original.language)
    if not comparable(script.language, original.language):
        here, there = only_digits(here), only_digits(there)
    added, left_out = missing_from(here, there), missing_from(there, here)
    if added:  # A figure may be said where it is not shown: `[22:44 | a quarter to eleven]`.
        added = missing_from(here, [*there, *figures_in(spoken_there, original.language)])
    if left_out:
        left_out = missing_from(there, [*here, *figures_in(spoken, script.language)])
    if added or left_out:
        place = _where(subject, script, part, added)
        line = _where(subject, original, other, left_out).line or 1
        values = {"here": ", ".join(added) or "—", "there": ", ".join(left_out) or "—", "file": original.file}
        yield warn("figures-differ", place, line=line, **values)


def _where(subject: Subject, script: Script, part: Paragraph | None, figures: Sequence[str]) -> Place:
    """Return where the first of these figures stands in a paragraph, else the paragraph's place."""
    text = subject.sources.texts.get(script.file, "")
    if part:
        return in_paragraph(text, part.place, figures[0]) if figures else part.place
    first = next((one.place for one in script.paragraphs), Place(script.file))
    return in_script(text, first, figures[0]) if figures else Place(script.file)


def _texts(subject: Subject, script: Script, part: Paragraph | None) -> tuple[str, str]:
    """Return what a paragraph shows and what it says; None: the whole script."""
    narrations = [
        one
        for one in subject.narrated[script.file].segments
        if isinstance(one, Narration) and (part is None or one.paragraph == part.id)
    ]
    return " ".join(one.shown_text for one in narrations), " ".join(one.spoken_text for one in narrations)
