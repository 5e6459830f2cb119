"""Roles without a voice: what was probably meant."""

from __future__ import annotations

from datetime import date

import pytest

from guide.model.guide import Cast, Guide, Language
from guide.model.sources import Sources
from guide.model.voice import Voice
from guide.parsing.script import parse_script
from guide.planning.checks.whole import check, subject_of

FILE = "scripts_fr/1-a.md"


@pytest.mark.parametrize(("word", "meant"), [("citations", "citation"), ("enfants", "enfant"), ("Louise", None)])
def test_a_misspelt_role_gets_its_nearest_word(word: str, meant: str | None) -> None:
    """First the words that scripts of this language have for roles, then the cast's own."""
    text = f"---\ntitre: A\n---\n\n[voix: {word}] La salle.\n"
    script = parse_script(text, file=FILE, language="fr").script
    assert script is not None
    voices = {("fr", "standard", role): Voice("tone", "low", "fr") for role in ("narrator", "quote", "enfant")}
    words = {"fr": "x"}
    guide = Guide("x", words, words, (Language("fr"),), "fr", "fr", {"draft": Cast("draft", voices)})
    found = check(subject_of(Sources(guide, (script,), {}, {}, {FILE: text}, {}), day=date(2026, 1, 1)))
    assert [one.message.suggestion for one in found if one.code == "role-without-voice"] == [meant]
