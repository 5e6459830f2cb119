"""Who keeps a number that two stops have."""

from __future__ import annotations

from datetime import date

import pytest

from guide.model.finding import Severity
from guide.model.guide import Guide
from guide.model.sources import Sources
from guide.model.track import Manifest, Stop
from guide.parsing.script import parse_script
from guide.planning.checks.numbers import check_numbers
from guide.planning.checks.subject import Subject, by_stop
from tests.planning.test_outlining import GUIDE

BOTH = ("scripts_fr/101-porte.md", "scripts_en/101-porte.md")


def told(*files: str, had: str = "", guide: Guide = GUIDE) -> list[tuple[str, str, object]]:
    """Return code, file and suggestion of each error of these scripts; `had` is the stop of 101 in the last build."""
    parsed = [parse_script("---\ntitle: A\n---\n\nOne.\n", file=file, language=file[8:10]).script for file in files]
    scripts = tuple(sorted((one for one in parsed if one), key=lambda one: guide.tags.index(one.language)))
    before: Manifest | None = None
    if had:
        before = Manifest(
            guide="g", label="", version="1", title={}, museum={}, notice={}, languages=(), source_language="fr",
            default_language="fr", release_date="", address="", rights="", licence="", sections=(), tours=(),
            redirects={}, closed={}, stops=(Stop(had, "101", "", {}),), tracks={}, files=(), target_lufs=-16.0,
            ceiling_dbtp=-1.0, tool_version="0",
        )  # fmt: skip
    sources = Sources(guide, scripts, {}, {}, {}, {})
    found = check_numbers(Subject(sources, date.min, before=before, by_stop=by_stop(scripts)))
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


def test_a_stop_renamed_in_one_language_is_told_there() -> None:
    """The file that was renamed is at fault, not the one that still has the name of the last build."""
    found = told("scripts_fr/101-accueil.md", "scripts_en/101-porte.md", had="porte")
    assert found == [("stop-named-apart", "scripts_fr/101-accueil.md", "porte")]
