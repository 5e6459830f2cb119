"""A document received: read, divided into scripts, and written, all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from guide.errors import UsageError
from guide.importing import Division, divide, read_document
from guide.model.finding import Finding, Message, Severity
from guide.parsing.keywords import language_meant
from guide.parsing.names import ScriptName, read_name
from guide.project import Project
from guide.project.reading import read_settings
from guide.store.writing import write_whole


def receive(
    project: Project, document: Path, *, language: str = "", heading: int = 0, dry_run: bool = False
) -> Division:
    """Return the scripts that a document becomes; they are written unless there is an error or `dry_run`.

    `language` "" is the guide's source language; `heading` 0 finds the level of headings at which
    stops begin. A script that exists is an error, and never overwritten. Raises UsageError for a
    document that cannot be opened and for a language that the guide has not; StoreError, and then
    nothing of it is left.
    """
    guide = read_settings(project)
    tag = language or guide.source_language
    if tag not in guide.tags:
        raise UsageError(
            "language-not-there", suggestion=language_meant(tag, guide.tags), language=tag, known=", ".join(guide.tags)
        )
    try:
        content = document.read_bytes()
    except OSError as fault:
        raise UsageError("import-unreadable", file=str(document), detail=fault.strerror or str(fault)) from None
    known = _numbers(project, [other for other in guide.tags if other != tag])
    name = document.name
    division = divide(read_document(content, name), file=name, language=tag, heading=heading, known=known)
    division = Division(division.scripts, (*division.findings, *_standing(project, division)))
    if not dry_run and not is_refused(division):
        _write(project, division.scripts)
    return division


def _write(project: Project, scripts: Mapping[str, str]) -> None:
    """Write new scripts; where one cannot be written, take back those that were, so that a second try finds none."""
    with ExitStack() as undone:
        for path, text in scripts.items():
            target = project.root / path
            write_whole(target, text.encode())
            undone.callback(_remove, target)
        undone.pop_all()


def _remove(path: Path) -> None:
    with suppress(OSError):  # why the writing failed is told, not this
        path.unlink(missing_ok=True)


def is_refused(division: Division) -> bool:
    """Return whether an error keeps a document's scripts from being written.

    A fault inside a script's text does not: the script is written, and `guide check` names it too.
    """
    return not division.scripts or any(
        finding.severity is Severity.ERROR and not (finding.place and finding.place.file in division.scripts)
        for finding in division.findings
    )


def _standing(project: Project, division: Division) -> list[Finding]:
    there = [path for path in division.scripts if (project.root / path).exists()]
    return [Finding(Severity.ERROR, Message("import-exists", {"path": path})) for path in there]


def _numbers(project: Project, tags: list[str]) -> Mapping[str, str]:
    """Return the ids of the guide's stops by number, as the other languages' files say."""
    names = (
        read_name(path.name)
        for tag in tags
        if project.scripts(tag).is_dir()
        for path in sorted(project.scripts(tag).iterdir())
    )
    return {name.number: name.stop for name in names if isinstance(name, ScriptName) and name.number}
