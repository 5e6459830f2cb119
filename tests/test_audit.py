"""An audit joins what reading, engines and checks find, against the last build, and writes nothing."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from guide.audit import audit
from guide.model.finding import Severity
from guide.project import Project
from tests.conftest import SMALL_GUIDE, Museum

DAY = date(2026, 1, 1)

SCRIPTS = {
    "scripts_fr/101-porte.md": "---\ntitre: La porte\n---\n\nLa porte est ouverte.\n",
    "scripts_en/101-porte.md": "---\ntitle: The door\n---\n\nThe door is open.\n",
}
SETTLED = '\n[[settled]]\ncode = "words-too-few"\nreason = "A small guide for a test."\n'


def codes(folder: Path) -> list[str]:
    """Return the codes of an audit in their order."""
    return [finding.code for finding in audit(Project(folder), day=DAY).findings]


def files_below(folder: Path) -> list[str]:
    """Return all paths below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_findings_stand_in_the_order_of_files_and_lines(museum: Museum) -> None:
    """One list, from the first file to the last, whoever found what."""
    folder = museum({**SCRIPTS, "scripts_en/102-x.md": "---\ntitle: x\n---\n\n[oops]\n\nLook left.\n"})
    places = [finding.place for finding in audit(Project(folder)).findings if finding.place]
    assert places == sorted(places)
    assert {"unknown-mark", "direction", "stop-untranslated"} <= set(codes(folder))


def test_only_the_memory_is_written(museum: Museum) -> None:
    """A check leaves the folder as it was, but for what it remembers in the hidden folder."""
    folder = museum(SCRIPTS)
    before = files_below(folder)
    codes(folder)
    assert [path for path in files_below(folder) if not path.startswith(".guide")] == before


EDITS = (
    ("scripts_fr/101-porte.md", "---\ntitre: La porte\n---\n\nRegardez à votre gauche : [son: x.wav].\n"),
    ("scripts_en/101-porte.md", "---\ntitle: The door\n---\n\nIn 1944 the door opened.\n\nOn 4 June it shut.\n"),
    ("scripts_en/102-hall.md", "---\ntitle: The hall\n---\n\n> Come in.\n> — The guard\n\n[oops]\n"),
    ("lexicon_fr.txt", "porte: la paurte\nfenêtre: x\n"),
    ("guide.toml", SMALL_GUIDE + "[targets]\nwords = [1, 2]\n"),
    ("scripts_fr/101-porte.md", b"\xff"),
    ("scripts_fr/101-porte.md", SCRIPTS["scripts_fr/101-porte.md"]),
)


def test_memory_changes_nothing(museum: Museum) -> None:
    """After each edit, of scripts, lexicon or settings, a check says what it says in a folder it never saw."""
    folder = museum(SCRIPTS)
    for path, content in EDITS:
        museum({path: content})
        remembered = audit(Project(folder), day=DAY)
        shutil.rmtree(folder / ".guide")
        assert audit(Project(folder), day=DAY) == remembered
        museum({path: content})


@pytest.mark.parametrize("damage", [b"", b"guide", b"\xff\n" * 50])
def test_a_damaged_memory_is_made_again(museum: Museum, damage: bytes) -> None:
    """Whatever lies in place of the memory, a check finds the same, and remembers it anew."""
    folder = museum(SCRIPTS)
    sound = audit(Project(folder), day=DAY)
    kept = {path: path.read_bytes() for path in (folder / ".guide" / "memory").iterdir()}
    for path in kept:
        path.write_bytes(damage)
    assert audit(Project(folder), day=DAY) == sound
    assert {path: path.read_bytes() for path in kept} == kept


def test_a_folder_without_room_for_memory_is_checked(museum: Museum) -> None:
    """Where nothing can be written, a check works all the same."""
    folder = museum({**SCRIPTS, ".guide/memory": "a file where the folder should be"})
    assert "words-too-few" in codes(folder)


def test_settled_warnings_leave_the_list(museum: Museum) -> None:
    """They are kept apart with their reason."""
    folder = museum(SCRIPTS)
    with (folder / "guide.toml").open("a", encoding="utf-8") as settings:
        settings.write(SETTLED)
    audited = audit(Project(folder))
    assert "words-too-few" not in [finding.code for finding in audited.findings]
    assert [(finding.code, one.reason) for finding, one in audited.settled] == [
        ("words-too-few", "A small guide for a test.")
    ] * 2


def test_a_voice_that_cannot_speak_is_shown_at_its_line(museum: Museum) -> None:
    """The engine is asked, and its answer stands in guide.toml."""
    folder = museum(SCRIPTS)
    settings = (folder / "guide.toml").read_text("utf-8").replace('engine = "tone", voice = "high"', 'engine = "tonne"')
    (folder / "guide.toml").write_text(settings, "utf-8")
    found = [one for one in audit(Project(folder)).findings if one.code == "engine-unknown"]
    assert [settings.splitlines()[one.place.line - 1] for one in found if one.place] == [
        'quote = { engine = "tonne" }',
        'quote = { engine = "tonne" }',
    ]
    assert [one.message.suggestion for one in found] == ["tone", "tone"]


def test_a_broken_manifest_is_no_reason_not_to_check(museum: Museum) -> None:
    """Without a last build that can be read there is nothing to compare with."""
    folder = museum({**SCRIPTS, "audio_out/manifest.json": "{"})
    assert "number-changed" not in codes(folder)


def test_a_newer_guides_work_is_told_before_a_build_refuses_it(museum: Museum) -> None:
    """What a build, a plan and a listening stop at is an error of the check too; damage is none: a build mends it."""
    folder = museum({**SCRIPTS, "audio_out/manifest.json": '{"schema": 999}'})
    (newer,) = (one for one in audit(Project(folder), day=DAY).findings if one.code == "manifest-newer")
    assert (newer.severity, str(newer.place)) == (Severity.ERROR, "audio_out/manifest.json")
    assert newer.message.values["file"] == "audio_out/manifest.json"
    (folder / "audio_out" / "manifest.json").write_text("{", encoding="utf-8")
    assert "manifest-newer" not in codes(folder)
