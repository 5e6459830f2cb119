"""The exhibition's own scripts and lexicons: written in the notation, without a single finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.model.script import Script
from guide.parsing.lexicon import parse_lexicon
from guide.parsing.printing import print_script
from guide.parsing.script import parse_script
from tests.parsing.trees import placeless

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("scripts_*/*.md"))
LEXICONS = sorted(path.name for path in ROOT.glob("lexicon_*.txt"))


def read(file: str) -> Script:
    """Return an exhibition's script, which must be without fault."""
    language = file.split("/", maxsplit=1)[0].removeprefix("scripts_")
    parsed = parse_script((ROOT / file).read_text(encoding="utf-8"), file=file, language=language)
    assert parsed.findings == ()
    assert parsed.script is not None
    return parsed.script


def test_there_are_fourteen_stops_in_each_language() -> None:
    """Each stop has a script in French and in English."""
    names = {
        language: {file.split("/")[1] for file in SCRIPTS if file.startswith(language)}
        for language in ("scripts_fr", "scripts_en")
    }
    assert len(names["scripts_fr"]) == 14
    assert names["scripts_fr"] == names["scripts_en"]


@pytest.mark.parametrize("file", SCRIPTS)
def test_a_script_is_without_fault_and_survives_printing(file: str) -> None:
    """Every script reads without a finding, and its canonical form says the same."""
    script = read(file)
    again = parse_script(print_script(script), file=file, language=script.language)
    assert placeless(script) == placeless(again.script)


@pytest.mark.parametrize("file", LEXICONS)
def test_a_lexicon_is_without_fault(file: str) -> None:
    """Every lexicon reads without a finding."""
    language = file.removeprefix("lexicon_").removesuffix(".txt")
    assert parse_lexicon((ROOT / file).read_text(encoding="utf-8"), file=file, language=language).findings == ()
