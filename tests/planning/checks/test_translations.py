"""A translation against its source: where figures differ, and when nothing is compared yet."""

from __future__ import annotations

from datetime import date

import pytest

from guide.model.finding import Place
from guide.model.guide import Cast, Guide, Language
from guide.model.sources import Sources
from guide.parsing.script import parse_script
from guide.planning.checks.whole import check, subject_of

HEAD = "---\ntitle: Room 9\n---\n\n"


def told(texts: dict[str, str]) -> list[tuple[str, Place | None, str | int | float | None]]:
    """Return code, place and named line of all that is said of scripts, given by file without their heads."""
    files = {file: HEAD + text for file, text in texts.items()}
    parsed = [parse_script(text, file=file, language=file[8:10]) for file, text in files.items()]
    scripts = tuple(one.script for one in parsed if one.script)
    findings = tuple(finding for one in parsed for finding in one.findings)
    words = {"fr": "x", "en": "x"}
    guide = Guide("x", words, words, (Language("fr"), Language("en")), "fr", "fr", {"draft": Cast("draft", {})})
    sources = Sources(guide, scripts, {}, {}, files, files, findings=findings)
    found = check(subject_of(sources, day=date(2026, 1, 1)))
    wanted = ("figures-differ", "paragraphs-differ", "stop-untranslated")
    return [(one.code, one.place, one.message.values.get("line")) for one in found if one.code in wanted]


def test_a_figure_of_another_number_of_paragraphs_is_found_at_its_line() -> None:
    """Where paragraphs cannot be paired, the figure is looked for in the whole text, its head left out."""
    fr = {"scripts_fr/1-a.md": "La salle.\n\nEn 1944.\n\nPuis 9 ans.\n"}
    found = told({**fr, "scripts_en/1-a.md": "The room.\n\nIn 1945. Then 9 years.\n"})
    assert found[1] == ("figures-differ", Place("scripts_en/1-a.md", 7, 4, 4), 7)


def test_a_figure_that_is_missing_is_named_with_its_line_in_the_source() -> None:
    """The line is that of the figure, not that of its paragraph."""
    fr, en = "La salle\nest ouverte en 1944.\n", "The room\nis open.\n"
    found = told({"scripts_fr/1-a.md": fr, "scripts_en/1-a.md": en})
    assert found == [("figures-differ", Place("scripts_en/1-a.md", 5, 1, 8), 6)]


@pytest.mark.parametrize("slip", ["[pause 2 s", "{pause 2 s}", "pause 2 s]", "[pose 2 s]"])
def test_a_script_with_a_slip_is_compared_once_it_is_mended(slip: str) -> None:
    """A broken mark's figures are not the text's: one fault is told once."""
    assert told({"scripts_fr/1-a.md": f"La salle. {slip}\n", "scripts_en/1-a.md": "The room.\n"}) == []


def test_a_stop_with_a_number_of_another_name_is_not_called_untranslated() -> None:
    """Its number is told, and that is all that is wrong with it."""
    assert told({"scripts_fr/1-a.md": "La salle.\n", "scripts_en/1-b.md": "The room.\n"}) == []
