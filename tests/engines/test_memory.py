"""Native code gets zeroed memory, so that what ran before cannot be heard."""

from __future__ import annotations

import random

import pytest

from guide.engines.espeak import EspeakEngine
from guide.engines.kokoro_phonemes import spelt
from guide.engines.memory import can_zero_memory
from guide.engines.pico import PicoEngine
from guide.model.narration import SpokenSpan
from tests.engines.asking import digest, said

pytestmark = pytest.mark.skipif(not can_zero_memory(), reason="only glibc offers the switch")


def litter(seed: int) -> None:
    """Fill the heap with other bytes and let them go, as a long build does."""
    chance = random.Random(seed)  # noqa: S311  litter, not a secret
    sizes = [chance.randrange(16, 3_000) for _ in range(3_000)] + [
        chance.randrange(3_000, 2_000_000) for _ in range(40)
    ]
    blocks = [bytes([chance.randrange(1, 256)]) * size for size in sizes]
    chance.shuffle(blocks)
    del blocks[::2]


def test_pico_does_not_hear_what_ran_before() -> None:
    """The same sentence in a littered heap gives the same bytes."""
    pytest.importorskip("py_nanotts", reason="py-nanotts has no wheel for this system")
    found = set()
    for seed in range(4):
        litter(seed)
        found.add(digest(said(PicoEngine(), "fr-FR", "Le dôme protège une usine.")))
    assert len(found) == 1


def test_espeak_does_not_hear_what_ran_before() -> None:
    """The same sentence in a littered heap gives the same bytes."""
    found = set()
    for seed in range(4):
        litter(seed)
        found.add(digest(said(EspeakEngine(), "pt-BR", "As canções não são más.")))
    assert len(found) == 1


def test_espeaks_phonemes_do_not_depend_on_what_ran_before() -> None:
    """The neural voices speak from them: a final s must not come out as z now and then."""
    found = set()
    for seed in range(20):
        litter(seed)
        found.add(spelt((SpokenSpan("As canções."),), "roa/pt-BR", "pt"))
    assert len(found) == 1
