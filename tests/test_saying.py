"""Words are spoken on the spot, with the lexicon and, where that differs, without it."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from guide.errors import UsageError
from guide.project import Project
from guide.saying import Utterance, say
from tests.conftest import Museum


def said(folder: Path, text: str, language: str = "fr") -> list[tuple[str, list[str]]]:
    """Return how a text is said: kind, and each sentence's words."""
    return [(one.kind, _words(one)) for one in say(Project(folder), text, language=language)]


def _words(one: Utterance) -> list[str]:
    return ["".join(span.text for span in sentence) for sentence in one.sentences]


def test_a_word_of_the_lexicon_is_said_both_ways(museum: Museum) -> None:
    """First as the museum wants it, then as the voice would say it alone."""
    folder = museum({"lexicon_fr.txt": "Ascq: asque\n"})
    assert said(folder, "Ascq") == [("with-lexicon", ["asque"]), ("without-lexicon", ["Ascq"])]


def test_accents_that_a_mac_keeps_apart_are_found(museum: Museum) -> None:
    """A lexicon is read as a build reads it: its words have their accents joined."""
    folder = museum({"lexicon_fr.txt": "E\u0301tain: étin\n"})
    assert said(folder, "Étain")[0] == ("with-lexicon", ["étin"])


def test_a_lexicon_that_cannot_be_read_is_told(museum: Museum) -> None:
    """What is heard would not be what the museum wrote."""
    with pytest.raises(UsageError) as caught:
        said(museum({"lexicon_fr.txt": b"\xff"}), "Lens")
    assert caught.value.message.code == "lexicon-unusable"


def test_a_word_that_no_lexicon_changes_is_said_once(museum: Museum) -> None:
    """There is nothing to compare."""
    assert said(museum({}), "Lille. Encore.") == [("without-lexicon", ["Lille.", "Encore."])]


def test_the_sound_is_as_long_as_its_words(museum: Museum) -> None:
    """Two words of the tone engine last 0.72 s; a silence follows each sentence."""
    (one,) = say(Project(museum({})), "deux mots")
    with wave.open(str(one.path)) as sound:
        assert sound.getnframes() / sound.getframerate() == pytest.approx(0.72 + 0.3, abs=0.02)


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [("x", "nl", "language-not-there"), ("[paus]", "fr", "unknown-mark"), ("…", "fr", "speech-no-words")],
)
def test_what_cannot_be_said_is_wrong_use(museum: Museum, text: str, language: str, code: str) -> None:
    """The reason is the one that a check would give."""
    with pytest.raises(UsageError) as caught:
        said(museum({}), text, language)
    assert caught.value.message.code == code


def test_a_cast_that_the_guide_has_not_is_wrong_use(museum: Museum) -> None:
    """The known ones are named."""
    with pytest.raises(UsageError) as caught:
        list(say(Project(museum({})), "x", cast="realease"))
    assert caught.value.message.code == "cast-not-there"
