"""Who keeps a number that two stops have."""

from __future__ import annotations

from datetime import date

import pytest

from guide.model.finding import Severity
from guide.model.script import Script
from guide.model.sources import Sources
from guide.model.track import Manifest, Stop
from guide.parsing.script import parse_script
from guide.planning.checks.numbers import check_numbers
from guide.planning.checks.subject import Subject, by_stop
from tests.planning.test_outlining import GUIDE

BOTH = ("scripts_fr/101-porte.md", "scripts_en/101-porte.md")


def parsed(*files: str) -> tuple[Script, ...]:
    """Return a script for each file, in the order of languages and else as given."""
    read = [parse_script("---\ntitle: A\n---\n\nOne.\n", file=file, language=file[8:10]).script for file in files]
    return tuple(sorted((one for one in read if one), key=lambda one: GUIDE.tags.index(one.language)))


def sources_of(scripts: tuple[Script, ...]) -> Sources:
    """Return sources of these scripts."""
    return Sources(GUIDE, scripts, {}, {}, {}, {})


def told(*files: str, had: str = "") -> list[tuple[str, str, object]]:
    """Return code, file and suggestion of each error of these scripts; `had` is the stop of 101 in the last build."""
    scripts = parsed(*files)
    before: Manifest | None = None
    if had:
        before = Manifest(
            guide="g", label="", version="1", title={}, museum={}, notice={}, languages=(), source_language="fr",
            default_language="fr", release_date="", address="", rights="", licence="", sections=(), tours=(),
            redirects={}, closed={}, stops=(Stop(had, "101", "", {}),), tracks={}, files=(), target_lufs=-16.0,
            ceiling_dbtp=-1.0, tool_version="0",
        )  # fmt: skip
    found = check_numbers(Subject(sources_of(scripts), date.min, before=before, by_stop=by_stop(scripts)))
    return [
        (one.code, one.place.file if one.place else "", one.message.values["other"])
        for one in found
        if one.severity is Severity.ERROR
    ]


@pytest.mark.parametrize("name", ["porte-copie", "porte-2", "porte-conflit-2026"])
def test_a_copy_fails_alone(name: str) -> None:
    """“-” sorts before “.”: the copy is read first, and the original keeps the number all the same."""
    copy = f"scripts_fr/101-{name}.md"
    assert told(copy, *BOTH) == [("number-copied", copy, "porte")]


def test_the_last_build_decides() -> None:
    """The stop that panels and printed sheets know keeps its number, however many languages the newcomer has."""
    newcomer = ("scripts_fr/101-a.md", "scripts_en/101-a.md")
    assert told(*newcomer, BOTH[0], had="porte") == [("number-doubled", newcomer[0], "porte")]


def test_without_a_last_build_more_languages_decide() -> None:
    """A stop that stands in two languages is no slip of the hand."""
    assert told("scripts_fr/101-a.md", *BOTH) == [("number-doubled", "scripts_fr/101-a.md", "porte")]


def test_of_two_alike_the_shorter_name_decides() -> None:
    """A copy's name is the longer one; the order of files decides nothing."""
    copies = ("scripts_fr/101-a-porte.md", "scripts_en/101-a-porte.md")
    assert told(*copies, *BOTH) == [("number-doubled", copies[0], "porte")]
    assert told(*BOTH, *copies) == [("number-doubled", copies[0], "porte")]


@pytest.mark.parametrize("name", ["105-porte", "099-porte", "porte"])
def test_a_second_script_with_one_name_fails_alone(name: str) -> None:
    """A script was copied as a pattern for the next stop, and only its number changed: the original is not touched."""
    copy = f"scripts_fr/{name}.md"
    scripts = parsed(*sorted([copy, BOTH[0]]), BOTH[1])
    found = check_numbers(Subject(sources_of(scripts), date.min, by_stop=by_stop(scripts)))
    errors = [one for one in found if one.severity is Severity.ERROR]
    assert [(one.code, str(one.place), one.message.values["file"]) for one in errors] == [
        ("stop-doubled", copy, BOTH[0])
    ]


def test_a_number_that_one_language_changed_is_told_there() -> None:
    """Panels have the number of the last build: the script that left it is at fault, in whatever order they stand."""
    left = ("scripts_fr/105-porte.md", BOTH[1])
    assert told(*left, had="porte") == [("number-unequal", left[0], "101")]
    assert told(BOTH[0], "scripts_en/105-porte.md", had="porte") == [
        ("number-unequal", "scripts_en/105-porte.md", "101")
    ]


def test_a_stop_renamed_in_one_language_is_told_there() -> None:
    """The file that was renamed is at fault, not the one that still has the name of the last build."""
    found = told("scripts_fr/101-accueil.md", "scripts_en/101-porte.md", had="porte")
    assert found == [("stop-named-apart", "scripts_fr/101-accueil.md", "porte")]
