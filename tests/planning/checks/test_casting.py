"""Roles without a voice: what was probably meant."""

from __future__ import annotations

import json
from datetime import date

import pytest

from guide.audit import audit
from guide.messages import render
from guide.model.guide import Cast, Guide, Language
from guide.model.sources import Sources
from guide.model.voice import Voice
from guide.parsing.script import parse_script
from guide.planning.casts import voice_missing
from guide.planning.checks.whole import check, subject_of
from guide.project import Project
from tests.conftest import Museum

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


def told(museum: Museum, casts: str, languages: str = '["fr", "en"]') -> list[tuple[str, int, str | None, object]]:
    """Return code, line, suggestion and engine of each voice that a check misses."""
    words = ", ".join(f'{tag} = "A"' for tag in json.loads(languages))
    settings = f'[guide]\nid = "a"\nlanguages = {languages}\ntitle = {{ {words} }}\nmuseum = {{ {words} }}\n\n{casts}'
    script = "---\ntitle: A\n---\n\n> Words of old.\n> — Anna\n\nWords.\n"
    scripts = {f"scripts_{tag}/{stop}.md": script for tag in json.loads(languages) for stop in ("101-a", "102-b")}
    found = audit(Project(museum({"guide.toml": settings, **scripts}))).findings
    return [
        (one.code, one.place.line, one.message.suggestion, one.message.values["engine"])
        for one in found
        if one.code.endswith("-without-voice") and one.place
    ]


def test_a_language_without_a_table_is_told_once_with_its_lines(museum: Museum) -> None:
    """A language was added and nobody speaks it: not each role of each script, the table to add."""
    casts = '[casts.draft.fr]\nnarrator = { engine = "tone" }\nquote = { engine = "tone" }\n'
    assert told(museum, casts, '["fr", "nl"]') == [("language-without-voice", 7, None, "espeak")]
    message = voice_missing(Cast("draft", {}), "nl", "narrator")
    for language in ("en", "fr"):
        assert 'narrator = { engine = "espeak" }' in render(message, language).help
        assert "[casts.draft.nl]" in render(message, language).help


def test_a_missing_quote_was_not_meant_as_the_narrator(museum: Museum) -> None:
    """The role is right, its line is missing: the line is given, with the engine of the narrator."""
    casts = '[casts.draft.fr]\nnarrator = { engine = "tone" }\n[casts.draft.en]\nnarrator = { engine = "tone" }\n'
    assert told(museum, casts) == [("role-without-voice", 5, None, "tone")] * 4
    cast = Cast("draft", {("fr", "standard", "narrator"): Voice("tone", "low", "fr")})
    assert '"quote" = { engine = "tone" }' in render(voice_missing(cast, "fr", "quote"), "en").help
