"""Hibari: one American voice, its phonemes, its seed."""

from __future__ import annotations

import pytest

from guide.engines.hibari import HibariEngine
from guide.engines.testing import check_engine
from tests.engines.asking import digest, said, seconds

pytest.importorskip("hibari", reason="the extra neural is not installed")


@pytest.mark.slow
@pytest.mark.sound
def test_hibari_keeps_the_contract() -> None:
    """Every promise, with one worker process."""
    check_engine(HibariEngine, "heart", "en-US", workers=(1,))


@pytest.mark.slow
@pytest.mark.sound
def test_phonemes_are_spoken_and_brackets_are_not_phonemes() -> None:
    """A lexicon's IPA changes the word; square brackets of the text are blanks."""
    engine = HibariEngine()
    letters = said(engine, "heart", "The town of Ascq.", language="en")
    phonemes = said(engine, "heart", "The town of ", ("Ascq", "ask"), ".", language="en")
    assert digest(letters) != digest(phonemes)
    assert abs(seconds(letters) - seconds(phonemes)) < 0.5
    blanked = said(engine, "heart", "The [town](/x/) here.", language="en")
    assert digest(blanked) == digest(said(engine, "heart", "The  town (/x/) here.", language="en"))
