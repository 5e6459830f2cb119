"""File names of scripts."""

from __future__ import annotations

import pytest

from guide.model.finding import Finding
from guide.parsing.names import ScriptName, copied_from, is_dropping, meant_name, read_name


@pytest.mark.parametrize(
    ("filename", "expected"),
    [
        ("201-ascq.md", ScriptName("201", "ascq")),
        ("bienvenue.md", ScriptName("", "bienvenue")),
        ("201-ascq.children.md", ScriptName("201", "ascq", "children")),
        ("scripts_fr/301-normandie-somme.md", ScriptName("301", "normandie-somme")),
        ("007-le-pont-2.md", ScriptName("007", "le-pont-2")),
        ("v2-rockets.md", ScriptName("", "v2-rockets")),
        ("101-con.md", ScriptName("101", "con")),
        ("console.md", ScriptName("", "console")),
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
        ("con.md", "script-id-reserved"),
        ("nul.children.md", "script-id-reserved"),
        ("com1.md", "script-id-reserved"),
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


@pytest.mark.parametrize(("name", "meant"), [("3O1-lille.md", "301-lille"), ("IOI-lille.md", "ioi-lille")])
def test_letters_for_figures_are_seen(name: str, meant: str) -> None:
    """A capital O in a number is a nought; where there is no figure at all, there is no number."""
    finding = read_name(name)
    assert isinstance(finding, Finding)
    assert (finding.message.suggestion, meant_name("3O1-Lille.md")) == (meant, ScriptName("301", "lille"))


@pytest.mark.parametrize(
    "name",
    [
        *("301-lille - Copie.md", "301-lille - Copy (2).md", "301-lille copie 2.md", "301-lille (1).md"),
        *("301-lille (Copie en conflit de Marie 2026-01-15).md", "301-Lille.md"),
    ],
)
def test_a_copys_mark_is_not_suggested_as_an_id(name: str) -> None:
    """What a system puts behind the name of a copy belongs to no id."""
    finding = read_name(name)
    assert isinstance(finding, Finding)
    assert finding.message.suggestion == "lille"


@pytest.mark.parametrize(
    "name",
    [
        *("301-lille - Copie.md", "301-lille (1).md", "301-lille-PC-DE-MARIE.md", "301-lille_2.md"),
        *("Copie de 301-lille.md", "301-lille.sync-conflict-20260115-120000-ABCDEFG.md", "301-LILLE.md"),
    ],
)
def test_a_copy_is_known_by_the_name_it_holds(name: str) -> None:
    """Shared folders have many ways to name a copy: all of them keep the original's name."""
    assert copied_from(name, ["301-lille.md", "30-li.md", "302-lens.md"]) == "301-lille.md"


@pytest.mark.parametrize("name", ["301-lillers.md", "1301-lille.md", "301-lille.children.MD", "301-lille.docx"])
def test_what_is_no_copy(name: str) -> None:
    """Another stop, a level and a word processor's document are no copies."""
    assert copied_from(name, ["301-lille.md"]) is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("scripts_fr/301-Lille.MD", ScriptName("301", "lille")),
        ("301 Été à Lille.md.txt", ScriptName("301", "ete-a-lille")),
        ("301-lille.children.TXT", ScriptName("301", "lille", "children")),
        ("301-lille - Copie.docx", ScriptName("301", "lille")),
        ("301.md", ScriptName("301", "")),
        ("lille", ScriptName("", "lille")),
    ],
)
def test_what_a_misnamed_file_most_likely_is(name: str, meant: ScriptName) -> None:
    """Number, words and level are seen through capitals, blanks, accents and other endings."""
    assert meant_name(name) == meant


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
