"""Folders that lie beside guide.toml under a wrong name are told, with what was probably meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guide.project import Project
from guide.project.reading import read_settings, read_sources
from tests.conftest import Museum

SCRIPT = "---\ntitle: A\n---\n\nA word.\n"
Told = Callable[..., list[tuple[str, str, str | None]]]


@pytest.fixture
def told(museum: Museum) -> Told:
    """Return code, place and suggestion of what is said of a guide in French and English with these scripts."""

    def found(*files: str) -> list[tuple[str, str, str | None]]:
        project = Project(museum(dict.fromkeys(files, SCRIPT)))
        findings = read_sources(project, read_settings(project)).findings
        return [(one.code, str(one.place), one.message.suggestion) for one in findings]

    return found


@pytest.mark.parametrize("name", ["scripts-fr", "script_fr", "scripts_francais"])
def test_the_folder_that_was_meant_is_named(told: Told, name: str) -> None:
    """A language whose folder has nearly its name."""
    found = told("scripts_en/101-a.md", f"{name}/101-a.md")
    assert found == [("scripts-folder-missing", "scripts_fr", name)]


def test_another_languages_folder_was_not_meant(told: Told) -> None:
    """Dutch scripts are no French ones under a wrong name."""
    found = told("scripts_en/101-a.md", "scripts_nl/101-a.md")
    missing, unlisted = ("scripts-folder-missing", "scripts_fr", None), ("scripts-folder-unlisted", "scripts_nl", None)
    assert found == [missing, unlisted]


def test_scripts_of_a_language_that_the_guide_has_not(told: Told) -> None:
    """Whoever adds a language by its folder alone learns that guide.toml has to name it."""
    found = told("scripts_en/101-a.md", "scripts_fr/101-a.md", "scripts_nl/101-a.md", "scripts_old/notes.txt")
    assert found == [("scripts-folder-unlisted", "scripts_nl", None)]


def test_a_folder_among_scripts(told: Told) -> None:
    """A folder is called one: that its name does not end in .md is not what is wrong."""
    found = told("scripts_en/101-a.md", "scripts_fr/101-a.md", "scripts_fr/room/102-b.md")
    assert found == [("script-subfolder", "scripts_fr/room", None)]


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("cloche.wav", "sounds/cloche.wav"),
        ("sounds/clocher.wav", "sounds/cloche.wav"),
        ("recordings/fr/101-b.wav", "recordings/fr/101-a.wav"),
        ("sounds/pluie-fine.wav", None),
    ],
)
def test_a_missing_file_is_looked_for_by_its_name(museum: Museum, named: str, meant: str | None) -> None:
    """A folder in common makes no two files alike; a name in common does, wherever the file lies."""
    media = ("sounds/cloche.wav", "recordings/en/101-a.wav", "recordings/fr/101-a.wav")
    scripts = {"scripts_en/101-a.md": SCRIPT, "scripts_fr/101-a.md": f"{SCRIPT}\n[sound: {named}]\n"}
    project = Project(museum({**{f"media/{file}": "x" for file in media}, **scripts}))
    findings = read_sources(project, read_settings(project)).findings
    assert [one.message.suggestion for one in findings if one.code == "media-missing"] == [meant]


@pytest.mark.parametrize("name", ["lexique_fr.txt", "lexicon_fr.txt.txt", "Lexicon-fr.txt", "lexicon_fr.md"])
def test_a_lexicon_under_another_name_is_told(museum: Museum, name: str) -> None:
    """Else its names would be said by no rule, and nobody would be told."""
    project = Project(museum({name: "Ascq: asque", "scripts_en/101-a.md": SCRIPT, "scripts_fr/101-a.md": SCRIPT}))
    findings = read_sources(project, read_settings(project)).findings
    assert [(one.code, str(one.place), one.message.suggestion) for one in findings] == [
        ("lexicon-unread", name, "lexicon_fr.txt")
    ]


def test_a_lexicon_and_what_lies_beside_it(museum: Museum) -> None:
    """The guide's own lexicons are read, exports and other texts are nobody's business."""
    files = dict.fromkeys(("lexicon_fr.txt", "lexicon_fr.pls", "notes.txt"), "")
    project = Project(museum({**files, "scripts_en/101-a.md": SCRIPT, "scripts_fr/101-a.md": SCRIPT}))
    assert read_sources(project, read_settings(project)).findings == ()
