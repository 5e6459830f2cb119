"""The exhibition as it is heard: every script, with its lexicon, in words that any voice reads alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.model.guide import Beds, Pacing
from guide.model.narration import Narration
from guide.parsing.lexicon import parse_lexicon
from guide.parsing.script import parse_script
from guide.planning.narrate import Narrated, narrate

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("scripts_*/*.md"))
UNSAID = re.compile(r"[\d*_\[\]{}<>|\\«»“”—–…]|[A-Z]{2}")


def narrated(file: str) -> Narrated:
    """Return what an exhibition's script becomes."""
    language = file.split("/", maxsplit=1)[0].removeprefix("scripts_")
    lexicon_file = f"lexicon_{language}.txt"
    text = (ROOT / lexicon_file).read_text(encoding="utf-8")
    lexicon = parse_lexicon(text, file=lexicon_file, language=language).lexicon
    script = parse_script((ROOT / file).read_text(encoding="utf-8"), file=file, language=language).script
    assert script is not None
    return narrate(script, lexicon=lexicon, pacing=Pacing(), beds=Beds())


@pytest.mark.parametrize("file", SCRIPTS)
def test_everything_spoken_is_words(file: str) -> None:
    """No figure, sign or initials are left for an engine to guess at."""
    spoken = [one.spoken_text for one in narrated(file).segments if isinstance(one, Narration)]
    assert [sentence for sentence in spoken if UNSAID.search(sentence)] == []


@pytest.mark.parametrize("file", SCRIPTS)
def test_no_sentence_is_torn_or_endless(file: str) -> None:
    """Each sentence ends as one, and none is longer than a breath or two."""
    shown = [one.shown_text for one in narrated(file).segments if isinstance(one, Narration)]
    assert [sentence for sentence in shown if not re.search(r"[.!?:…][ \u00a0\u202f»”)]*$", sentence)] == []
    assert max(map(len, shown)) < 250


@pytest.mark.parametrize("name", sorted({file.split("/")[1] for file in SCRIPTS}))
def test_paragraphs_are_the_same_in_every_language(name: str) -> None:
    """A visitor who changes language stays in the same paragraph."""
    paragraphs = {len(narrated(file).paragraphs) for file in SCRIPTS if file.endswith(f"/{name}")}
    assert len(paragraphs) == 1
