"""Tours: what was probably meant by a stop that is not there."""

from __future__ import annotations

import pytest

from guide.audit import audit
from guide.project import Project
from tests.conftest import Museum

SETTINGS = """[guide]
id = "a"
languages = ["en"]
title.en = "A"
museum.en = "B"

[[tours]]
id = "short"
title.en = "Short"
stops = ["{stop}"]
"""
SCRIPT = "---\ntitle: A\n---\n\nWords.\n"


@pytest.mark.parametrize(
    ("stop", "meant"),
    [("101", "welcome"), ("101-welcome", "welcome"), ("102-dor", "door"), ("welcom", "welcome"), ("999", None)],
)
def test_a_stop_is_meant_by_its_number_too(museum: Museum, stop: str, meant: str | None) -> None:
    """A panel's number, or the name of a script's file, stands for its stop."""
    files = {
        "guide.toml": SETTINGS.format(stop=stop),
        "scripts_en/101-welcome.md": SCRIPT,
        "scripts_en/102-door.md": SCRIPT,
    }
    found = audit(Project(museum(files))).findings
    assert [one.message.suggestion for one in found if one.code == "tour-stop-unknown"] == [meant]
