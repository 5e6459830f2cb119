"""Walks: what was probably meant by a stop that is not there, and where moved numbers lead."""

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


@pytest.mark.parametrize(
    ("moved", "told"),
    [
        ({"11": "12", "12": "11"}, [("redirect-loop", None), ("redirect-loop", None)]),
        ({"11": "11"}, [("redirect-loop", None)]),
        ({"10": "11", "11": "12", "12": "11"}, [("redirect-loop", None)] * 3),
        ({"10": "11", "11": "12", "12": "101"}, [("redirect-twice", "101"), ("redirect-twice", "101")]),
        ({"10": "101", "11": "101"}, []),
    ],
)
def test_a_moved_number_leads_to_a_stop(
    museum: Museum, moved: dict[str, str], told: list[tuple[str, str | None]]
) -> None:
    """One that moved twice is told its last number; one that goes round in a circle leads nobody anywhere."""
    redirects = "".join(f'{old} = "{new}"\n' for old, new in moved.items())
    files = {
        "guide.toml": SETTINGS.format(stop="welcome") + f"[redirects]\n{redirects}",
        "scripts_en/101-welcome.md": SCRIPT,
    }
    found = audit(Project(museum(files))).findings
    assert [(one.code, one.message.values.get("last")) for one in found if one.code.startswith("redirect")] == told
