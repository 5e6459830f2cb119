"""Scripts brought into their canonical form, without a change of meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guide.model.finding import Finding, Message, Place, Severity
from guide.parsing.names import is_dropping
from guide.parsing.printing import reprinted
from guide.parsing.script import parse_script
from guide.project import Project
from guide.project.reading import read_settings, read_text
from guide.store.writing import write_named


@dataclass(frozen=True, slots=True)
class Formatted:
    """One script: whether its form changed (or would), and the findings for which it was left alone."""

    file: str
    changed: bool
    findings: tuple[Finding, ...] = ()


def format_scripts(project: Project, *, only_look: bool = False) -> Iterator[Formatted]:
    """Yield each script of the guide after writing its canonical form, or, to look only, before.

    A script with an error is left as it is, and so is one whose usual form would hide a finding, or be
    read as another script. Raises UsageError for unusable settings, StoreError.
    """
    for tag in read_settings(project).tags:
        folder = project.scripts(tag)
        for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
            if not is_dropping(path.name) and not path.is_dir():
                yield _formatted(project, path, tag, only_look=only_look)


def _formatted(project: Project, path: Path, tag: str, *, only_look: bool) -> Formatted:
    file = path.relative_to(project.root).as_posix()
    text = read_text(project, path)
    if isinstance(text, Finding):
        return Formatted(file, changed=False, findings=(text,))
    parsed = parse_script(text, file=file, language=tag)
    after = reprinted(parsed)
    if after is None:
        return Formatted(file, changed=False, findings=parsed.findings or (_otherwise(file),))
    changed = after.encode() != path.read_bytes()
    if changed and not only_look:
        write_named(path, after.encode())
    return Formatted(file, changed=changed)


def _otherwise(file: str) -> Finding:
    """Say of a script that its usual form would be read as another one: nothing known leads here."""
    return Finding(Severity.WARNING, Message("format-otherwise"), Place(file))
