"""Lexicons looked through, and exchanged with other programs as W3C PLS."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guide.audit import subject_of_project
from guide.errors import UsageError
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.guide import Guide
from guide.model.lexicon import Lexeme, Lexicon
from guide.parsing.keywords import language_meant
from guide.parsing.lexicon import parse_lexicon, print_lexicon
from guide.parsing.pls import parse_pls, print_pls
from guide.planning.checks.whole import unknown_names, unused_lexemes
from guide.project import Project
from guide.project.reading import read_settings, read_text
from guide.store.writing import write_named


def check_lexicons(project: Project, languages: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """Return faults of the lexicons, the names that none knows, and the entries that no script uses."""
    subject = subject_of_project(project)
    tags = languages or subject.guide.tags
    for tag in tags:
        _check_language(tag, subject.guide)
    files = {project.lexicon(tag).name for tag in tags}
    faults = [one for one in subject.sources.findings if one.place and one.place.file in files]
    names = [
        Finding(
            Severity.NOTE,
            Message("name-unknown", {"name": one.name, "count": one.count, "language": one.language}),
            one.place,
        )
        for one in unknown_names(subject)
        if one.language in tags
    ]
    unused = [
        Finding(Severity.NOTE, Message("lexeme-unused", {"word": lexeme.word}), lexeme.place)
        for tag in tags
        if (lexicon := subject.sources.lexicons.get(tag))
        for lexeme in unused_lexemes(subject, lexicon)
    ]
    return (*faults, *names, *unused)


def export_lexicon(project: Project, language: str) -> bytes:
    """Return a language's lexicon as a PLS document; errors in it raise UsageError (`lexicon-unusable`)."""
    _check_language(language, read_settings(project))
    lexicon, findings = _read(project, language)
    if findings:
        raise UsageError("lexicon-unusable", file=project.lexicon(language).name)
    return print_pls(lexicon)


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import of a PLS document came to: words added, words kept as the museum had them, faults."""

    added: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def import_lexicon(project: Project, document: Path, language: str) -> Taken:
    """Add a PLS document's entries to a language's lexicon; the museum's own entries win.

    The lexicon's text stays as it is, with its comments; new entries follow at its end. An entry that
    a lexicon's line cannot hold (a word with a colon, a respelling with a slash) is named and left
    out. Nothing is written when the document has a fault. Raises UsageError (`import-unreadable`,
    `language-not-there`), StoreError.
    """
    _check_language(language, read_settings(project))
    try:
        content = document.read_bytes()
    except OSError as fault:
        raise UsageError("import-unreadable", file=str(document), detail=fault.strerror or str(fault)) from None
    parsed = parse_pls(content, file=document.name, language=language)
    if any(finding.severity is Severity.ERROR for finding in parsed.findings):
        return Taken(findings=parsed.findings)
    own, _ = _read(project, language)
    words = {lexeme.word for lexeme in own.lexemes}
    unknown = [lexeme for lexeme in parsed.lexicon.lexemes if lexeme.word not in words]
    new = tuple(lexeme for lexeme in unknown if _fits_a_line(lexeme))
    if new:
        _append(project, language, new)
    kept = tuple(lexeme.word for lexeme in parsed.lexicon.lexemes if lexeme.word in words)
    left = [_left_out(lexeme, document.name) for lexeme in unknown if lexeme not in new]
    return Taken(tuple(lexeme.word for lexeme in new), kept, (*parsed.findings, *left))


def _fits_a_line(lexeme: Lexeme) -> bool:
    """Tell whether an entry, written as a lexicon's line, is read back as itself."""
    line = print_lexicon(Lexicon("", (lexeme,)))
    read = parse_lexicon(line, file="", language="").lexicon.lexemes
    return [(one.word, one.respelling, one.ipa) for one in read] == [(lexeme.word, lexeme.respelling, lexeme.ipa)]


def _left_out(lexeme: Lexeme, file: str) -> Finding:
    message = Message("lexeme-not-taken", {"word": lexeme.word, "said": lexeme.respelling or f"/{lexeme.ipa}/"})
    return Finding(Severity.WARNING, message, Place(file))


def _check_language(language: str, guide: Guide) -> None:
    if language not in guide.tags:
        near, known = language_meant(language, guide.tags), ", ".join(guide.tags)
        raise UsageError("language-not-there", suggestion=near, language=language, known=known)


def _read(project: Project, language: str) -> tuple[Lexicon, tuple[Finding, ...]]:
    text = _text(project, language)
    parsed = parse_lexicon(text, file=project.lexicon(language).name, language=language)
    return parsed.lexicon, parsed.findings


def _text(project: Project, language: str) -> str:
    path = project.lexicon(language)
    text = read_text(project, path) if path.exists() else ""
    if isinstance(text, Finding):
        raise UsageError("lexicon-unusable", file=path.name)
    return text


def _append(project: Project, language: str, new: tuple[Lexeme, ...]) -> None:
    """Put entries below a lexicon, its own text untouched to the last line end."""
    path = project.lexicon(language)
    before = path.read_bytes() if path.exists() else b""
    end = b"\r\n" if b"\r\n" in before else b"\n"
    gap = b"" if not before or before.endswith(b"\n") else end
    after = print_lexicon(Lexicon(language, new)).encode().replace(b"\n", end)
    write_named(path, before + gap + after)
