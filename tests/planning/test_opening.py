"""What is said before a track's text where the guide asks for it."""

from __future__ import annotations

import pytest

from guide.model.guide import Beds, Pacing
from guide.model.lexicon import Lexicon
from guide.model.narration import Narration, Silence
from guide.parsing.lexicon import parse_lexicon
from guide.parsing.script import parse_script
from guide.planning.narrate import narrate
from guide.planning.opening import said_number, with_opening

ASCQ = "---\ntitre: Ascq, le 1er avril 1944\n---\n\nVoici le village.\n"


def opened(text: str = ASCQ, *, lexicon: str = "", gap_s: float = 0.9) -> list[Narration | Silence]:
    """Return the first two segments of stop 201, and those of its text."""
    script = parse_script(text, file="scripts_fr/201-ascq.md", language="fr").script
    assert script is not None
    words: Lexicon = parse_lexicon(lexicon, file="lexicon_fr.txt", language="fr").lexicon
    narrated = narrate(script, lexicon=words, pacing=Pacing(), beds=Beds())
    found = with_opening(narrated, script, lexicon=words, gap_s=gap_s)
    assert found.segments[2:] == narrated.segments
    return [one for one in found.segments[:2] if isinstance(one, Narration | Silence)]


def said(text: str = ASCQ, *, lexicon: str = "") -> str:
    """Return what is said first."""
    first = opened(text, lexicon=lexicon)[0]
    assert isinstance(first, Narration)
    return first.spoken_text


def test_number_and_title_are_said_in_words() -> None:
    """The number as a number, the title's day and year spelt out, as in any sentence."""
    assert said() == "deux cent un. Ascq, le premier avril mille neuf cent quarante-quatre."


def test_the_lexicon_holds_for_titles() -> None:
    """A name is said in the opening as in the text."""
    assert said(lexicon="Ascq: Ask\n").startswith("deux cent un. Ask, ")


def test_a_title_that_asks_keeps_its_sign() -> None:
    """No full stop follows a question mark."""
    assert said(ASCQ.replace("Ascq, le 1er avril 1944", "Qui parle ?")) == "deux cent un. Qui parle?"


def test_nothing_of_it_is_shown() -> None:
    """The page and the player's list show the title already."""
    first, gap = opened(gap_s=1.25)
    assert isinstance(first, Narration)
    assert (first.shown, gap) == ((), Silence(1.25))


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        ("201", "fr", "deux cent un"),
        ("201", "en", "two hundred and one"),
        ("007", "fr", "zéro zéro sept"),
        ("21", "de", "einundzwanzig"),
        ("4", "nl", "vier"),
    ],
)
def test_numbers_are_said_in_the_guides_language(number: str, language: str, words: str) -> None:
    """As a person at the desk would say them."""
    assert said_number(number, language) == words
