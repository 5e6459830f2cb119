"""The listening page: what is said about each voice, and what is not."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from guide.audition import WORDS
from guide.messages import say
from guide.outputs.audition import Candidate, LanguageSheet, render_audition

SHEETS = (
    LanguageSheet("fr", "Voici « le moulin ».", (Candidate("A", "fr-A.mp3", "pico", "fr-FR"),)),
    LanguageSheet("en", "Here's the <mill>.", (Candidate("A", "en-A.mp3", "pico", "en-GB"),)),
)


def page(language: str = "en") -> str:
    """Return the page of two languages with a voice each."""
    return render_audition(SHEETS, {key: say(f"audition-{key}", language) for key in WORDS}, language).decode()


class Outside(HTMLParser):
    """Collects the addresses that a page names."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  the base class names it
        """Note each address, whatever the tag."""
        self.found += [value or "" for name, value in attrs if name in {"src", "href", "action"}]


def test_names_stand_only_after_all_voices() -> None:
    """Before the last rating no visible word tells an engine: a known name would be rated, not a voice."""
    seen = re.sub(r"<[^>]*>", "", page().split("<body>")[1].split("<details>")[0])
    assert "pico" not in seen
    assert page().index("<td>pico</td>") > page().index("en-A.mp3")


def test_each_question_is_a_group_with_its_name() -> None:
    """A screen reader says the question with its five marks, once for each of the two voices."""
    assert page("fr").count("<fieldset>\n<legend>Chaque mot compris</legend>") == 2
    assert page().count('<input type="radio"') == 2 * 3 * 5


def test_text_is_in_its_own_language_and_escaped() -> None:
    """Only the quoted text is marked as another language; signs of markup in it are text."""
    assert '<blockquote lang="fr" dir="auto">Voici « le moulin ».</blockquote>' in page()
    assert "<h2>French</h2>" in page()
    assert "<h2>Français</h2>" in page("fr")
    assert "&lt;mill&gt;" in page()


def test_page_asks_nothing_of_the_network() -> None:
    """It names the sounds beside it and nothing else."""
    assert Outside(page()).found == ["fr-A.mp3", "en-A.mp3"]
