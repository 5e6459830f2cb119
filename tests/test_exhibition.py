"""The guides that come with this project are what it asks of a guide."""

from __future__ import annotations

from pathlib import Path

from guide.audit import audit
from guide.formatting import format_scripts
from guide.model.finding import Severity
from guide.project import Project
from guide.starting import start_guide
from tools.environment import ROOT


def test_this_guide_passes_its_own_strict_check() -> None:
    """No error and no warning is open; those that are settled carry the museum's reason."""
    audited = audit(Project(ROOT))
    assert [f"{one.place}: {one.code}" for one in audited.findings if one.severity is not Severity.NOTE] == []
    assert [one.code for _, one in audited.settled if len(one.reason) < 30] == []


def test_the_starter_guide_passes_its_own_strict_check(tmp_path: Path) -> None:
    """Whoever begins with it begins with nothing to mend, and in the usual form."""
    start_guide(tmp_path / "new")
    project = Project(tmp_path / "new")
    assert [one.code for one in audit(project).findings if one.severity is not Severity.NOTE] == []
    assert [one.file for one in format_scripts(project, only_look=True) if one.changed] == []
