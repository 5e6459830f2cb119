"""File names of scripts."""

from __future__ import annotations

import pytest

from guide.model.finding import Finding
from guide.parsing.names import ScriptName, is_dropping, read_name


@pytest.mark.parametrize(
    ("filename", "expected"),
    [
        ("201-ascq.md", ScriptName("201", "ascq")),
        ("bienvenue.md", ScriptName("", "bienvenue")),
        ("201-ascq.children.md", ScriptName("201", "ascq", "children")),
        ("scripts_fr/301-normandie-somme.md", ScriptName("301", "normandie-somme")),
        ("007-le-pont-2.md", ScriptName("007", "le-pont-2")),
        ("v2-rockets.md", ScriptName("", "v2-rockets")),
    ],
)
def test_a_name_gives_number_stop_and_level(filename: str, expected: ScriptName) -> None:
    """Number, id and level are read from the file's name."""
    assert expected == read_name(filename)


@pytest.mark.parametrize(
    ("filename", "code"),
    [
        ("notes.txt", "unknown-file"),
        ("201-ascq.docx", "script-document"),
        ("201-ascq.md.txt", "unknown-file"),
        ("201.md", "script-name-without-id"),
        ("201.children.md", "script-name-without-id"),
        ("201-Ascq.md", "script-id"),
        ("201-été.md", "script-id"),
        ("٢٠١-ascq.md", "script-id"),
        ("201 ascq.md", "script-id"),
        ("201-ascq.Enfants !.md", "script-level"),
        ("201-ascq.MD", "script-name-suffix"),
        (".md", "script-name"),
        ("201-ascq.children.old.md", "script-name"),
        ("123456789-ascq.md", "script-number-length"),
        ("201-.md", "script-id"),
        ("-ascq.md", "script-id"),
    ],
)
def test_a_name_that_is_none_is_found(filename: str, code: str) -> None:
    """Whatever cannot be a script's name is named by its fault."""
    finding = read_name(filename)
    assert isinstance(finding, Finding)
    assert code == finding.code


def test_the_nearest_id_is_suggested() -> None:
    """An id with capitals and accents is suggested without them."""
    finding = read_name("301-Été à Lille.md")
    assert isinstance(finding, Finding)
    assert finding.message.suggestion == "ete-a-lille"


@pytest.mark.parametrize("name", ["301-lille.md.txt", "301-lille.txt"])
def test_a_hidden_ending_is_named(name: str) -> None:
    """Where a system hides endings, the .txt that an editor added is seen nowhere but here."""
    finding = read_name(name)
    assert isinstance(finding, Finding)
    assert finding.message.suggestion == "301-lille.md"


@pytest.mark.parametrize(
    "filename",
    [
        *(".DS_Store", "._201-ascq.md", "Thumbs.db", "desktop.ini", "~$201-ascq.docx", ".~lock.201-ascq.odt#"),
        *("201-ascq.md~", ".201-ascq.md.swp", "#201-ascq.md#", ".#201-ascq.md", "201-ascq.md.bak", ".gitkeep"),
    ],
)
def test_droppings_of_programs_are_known(filename: str) -> None:
    """What systems, editors and Word leave behind is passed over."""
    assert is_dropping(filename)


@pytest.mark.parametrize("filename", ["201-ascq.md", "notes.txt", "ds_store", "swp.md", "a.docx", "bak.md"])
def test_other_files_are_no_droppings(filename: str) -> None:
    """A person's file is never passed over in silence."""
    assert not is_dropping(filename)
