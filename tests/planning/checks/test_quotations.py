"""Quotation marks that nothing closes, and speakers among the words."""

from __future__ import annotations

from datetime import date

import pytest

from guide.model.guide import Cast, Guide, Language
from guide.model.sources import Sources
from guide.parsing.script import parse_script
from guide.planning.checks.whole import check, subject_of


def said(text: str, language: str = "fr") -> list[tuple[str, str | int | float]]:
    """Return what is said of a text's quotations: the code and the sign or name."""
    file, words = f"scripts_{language}/1-one.md", {language: "x"}
    script = parse_script(f"---\ntitle: x\n---\n\n{text}\n", file=file, language=language).script
    assert script is not None
    guide = Guide("x", words, words, (Language(language),), language, language, {"draft": Cast("draft", {})})
    findings = check(subject_of(Sources(guide, (script,), {}, {}, {file: text}, {}), day=date(2026, 1, 1)))
    found = [one for one in findings if one.code in ("quotation-open", "speaker-in-quote")]
    return [(one.code, one.message.values.get("sign") or one.message.values["name"]) for one in found]


@pytest.mark.parametrize(
    ("text", "language", "sign"),
    [
        ("Il dit : « Je viens. Puis rien.", "fr", "«"),
        ("Il dit : “Je viens. Puis rien.", "fr", "“"),
        ("He said: “I come. Then nothing.", "en", "“"),
        ("Er sagte: „Ich komme. Dann nichts.", "de", "„"),
        ("« Je viens.\n\nPuis rien.", "fr", "«"),
    ],
)
def test_an_open_quotation_is_found(text: str, language: str, sign: str) -> None:
    """A mark that opens and is not closed in its paragraph is named."""
    assert said(text, language) == [("quotation-open", sign)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il dit : « Je viens. » Puis rien.", "fr"),
        ("« Je viens.\n\n« Je pars. »", "fr"),
        ("“I come.\n\n“I go.”", "en"),
        ("Er sagte: „Ich komme.“", "de"),
        ("Mówi: „Idę”.", "pl"),
        ("> Je viens.\n> — Une habitante", "fr"),
        ("> Oui — enfin, non.", "fr"),
        ("— Tu viens ? — Oui.", "fr"),
        ("Il est parti. — Et puis ?", "fr"),
    ],
)
def test_closed_ones_and_dialogue_are_fine(text: str, language: str) -> None:
    """Quotations over several paragraphs open each with a mark; dashes begin what somebody says."""
    assert said(text, language) == []


@pytest.mark.parametrize(
    "text", ["> Je viens. — Une habitante", "« Je viens. » — Une habitante", "“Je viens.”\n– Une habitante"]
)
def test_a_name_among_the_words_is_found(text: str) -> None:
    """A speaker who does not stand on the quotation's last line would be read aloud."""
    assert said(text) == [("speaker-in-quote", "Une habitante")]
