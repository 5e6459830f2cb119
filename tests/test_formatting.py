"""Scripts are brought into their usual form only where nothing is lost by it, and only inside the guide."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guide.formatting import Formatted, format_scripts
from guide.project import Project
from tests.conftest import Museum

HEAD = "---\ntitre: Ascq\n---\n\n"
FILE = "scripts_fr/201-ascq.md"


def formatted(folder: Path) -> dict[str, Formatted]:
    """Return what formatting came to, by file."""
    return {one.file: one for one in format_scripts(Project(folder))}


def test_dialogue_in_a_quote_can_still_be_built(museum: Museum) -> None:
    """Joined into one line, the dash would have named a speaker who says nothing."""
    folder = museum({FILE: f"{HEAD}> — Non, dit-il.\n> Il faut partir.\n"})
    assert formatted(folder) == {FILE: Formatted(FILE, changed=True)}
    assert (folder / FILE).read_text("utf-8") == f"{HEAD}> \\— Non, dit-il. Il faut partir.\n"
    assert formatted(folder) == {FILE: Formatted(FILE, changed=False)}


@pytest.mark.parametrize(
    ("text", "code"), [("un  *mot", "unclosed-emphasis"), ("22 h 44  | dix heures", "bar-outside")]
)
def test_a_warning_is_not_formatted_away(museum: Museum, text: str, code: str) -> None:
    """The sign that is doubted would get a backslash, and nobody would look at it again: it is told instead."""
    folder = museum({FILE: f"{HEAD}{text}\n"})
    (one,) = formatted(folder).values()
    assert (one.changed, [finding.code for finding in one.findings]) == (False, [code])
    assert (folder / FILE).read_text("utf-8") == f"{HEAD}{text}\n"


def test_what_would_be_read_otherwise_is_left_alone(museum: Museum) -> None:
    """A mark in braces that emphasis keeps from being one: printed without its backslash, it would be an error."""
    text = f"{HEAD}un \\{{son: *a.wav*}}\nmot\n"
    folder = museum({FILE: text})
    (one,) = formatted(folder).values()
    assert (one.changed, [finding.code for finding in one.findings]) == (False, ["format-otherwise"])
    assert (folder / FILE).read_text("utf-8") == text


def test_nothing_is_written_outside_the_guide(museum: Museum, tmp_path: Path) -> None:
    """A link that leads out is told, as by a check; one inside the guide is followed and stays."""
    outside = tmp_path / "other.md"
    outside.write_text(f"{HEAD}un\nmot\n", "utf-8")
    folder = museum({"drafts/ascq.md": f"{HEAD}un\nmot\n", "scripts_fr/300-x.md": f"{HEAD}x\n"})
    (folder / FILE).symlink_to(outside)
    (folder / "scripts_fr/202-drafts.md").symlink_to("../drafts/ascq.md")
    found = formatted(folder)
    assert [one.code for one in found[FILE].findings] == ["link-leads-out"]
    assert outside.read_text("utf-8") == f"{HEAD}un\nmot\n"
    assert (folder / "drafts/ascq.md").read_text("utf-8") == f"{HEAD}un mot\n"
    assert (folder / "scripts_fr/202-drafts.md").is_symlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(museum: Museum) -> None:
    """It is no script, and is told as what it is."""
    folder = museum({"scripts_fr/300-x.md": f"{HEAD}x\n"})
    os.mkfifo(folder / FILE)
    assert [one.code for one in formatted(folder)[FILE].findings] == ["file-not-text"]
