"""Native code gets zeroed memory, so that what ran before cannot be heard."""

from __future__ import annotations

import random

import pytest

from guide.engines.memory import can_zero_memory
from guide.engines.pico import PicoEngine
from tests.engines.asking import digest, said

pytest.importorskip("py_nanotts", reason="py-nanotts has no wheel for this system")

SENTENCE = "Le dôme protège une usine, et une question ?"
OTHERS = {"fr-FR": "Bonjour à tous.", "en-GB": "Hello, one two three.", "de-DE": "Eine neue Waffe.", "it-IT": "Sì."}


@pytest.mark.skipif(not can_zero_memory(), reason="only glibc offers the switch")
def test_pico_does_not_hear_what_ran_before() -> None:
    """The same sentence gives the same bytes after any other words, in a heap with other bytes in it."""
    engine = PicoEngine()
    found = set()
    for seed in range(6):
        chance = random.Random(seed)  # noqa: S311  litter, not a secret
        blocks = [bytes([seed + 1]) * chance.randrange(16, 200_000) for _ in range(300)]
        del blocks[::2]
        for voice in chance.sample(sorted(OTHERS), 2):
            said(engine, voice, OTHERS[voice])
        found.add(digest(said(engine, "fr-FR", SENTENCE)))
    assert len(found) == 1
