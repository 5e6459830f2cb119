"""The exhibition's own guide is what this project asks of a guide."""

from __future__ import annotations

from guide.audit import audit
from guide.model.finding import Severity
from guide.project import Project
from tools.environment import ROOT


def test_this_guide_passes_its_own_strict_check() -> None:
    """No error and no warning is open; those that are settled carry the museum's reason."""
    audited = audit(Project(ROOT))
    assert [f"{one.place}: {one.code}" for one in audited.findings if one.severity is not Severity.NOTE] == []
    assert [one.code for _, one in audited.settled if len(one.reason) < 30] == []
