"""Scripts brought into their canonical form, without a change of meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide.model.finding import Finding
from guide.parsing.names import is_dropping
from guide.parsing.printing import print_script
from guide.parsing.script import parse_script
from guide.project import Project
from guide.project.reading import read_settings
from guide.store.writing import write_named


@dataclass(frozen=True, slots=True)
class Formatted:
    """One script: whether its form changed (or would), and the errors for which it was left alone."""

    file: str
    changed: bool
    findings: tuple[Finding, ...] = ()


def format_scripts(project: Project, *, only_look: bool = False) -> Iterator[Formatted]:
    """Yield each script of the guide after writing its canonical form, or, to look only, before.

    A script with an error is left as it is. Raises UsageError for unusable settings, StoreError.
    """
    for tag in read_settings(project).tags:
        folder = project.scripts(tag)
        for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
            if not is_dropping(path.name):
                yield _formatted(project, f"{folder.name}/{path.name}", tag, only_look=only_look)


def _formatted(project: Project, file: str, tag: str, *, only_look: bool) -> Formatted:
    try:
        before = (project.root / file).read_bytes()
        parsed = parse_script(before.decode("utf-8-sig"), file=file, language=tag)
    except (OSError, UnicodeDecodeError):
        return Formatted(file, changed=False)  # guide check says so, with the place.
    if parsed.script is None or not parsed.usable:
        return Formatted(file, changed=False, findings=parsed.findings)
    after = print_script(parsed.script).encode()
    if after != before and not only_look:
        write_named(project.root / file, after)
    return Formatted(file, changed=after != before)
