"""How many workers a machine is asked for."""

from __future__ import annotations

import pytest

from guide.build.capacity import fitting, memory_mb, processors, release_minutes
from guide.model.guide import Cast
from guide.model.voice import NARRATOR, Voice
from tests.build.conftest import Workshop


@pytest.mark.parametrize(
    ("count", "available_mb", "needed_mb", "expected"),
    [(2, 24_000, 650, 2), (16, 8_000, 650, 6), (8, 1_000, 650, 1), (4, 0, 650, 4)],
)
def test_workers_fit_into_half_of_the_memory(count: int, available_mb: int, needed_mb: int, expected: int) -> None:
    """One a processor where there is room, fewer where there is not, never none; all where nobody knows."""
    assert fitting(count, available_mb, needed_mb) == expected


def test_this_machine_has_some() -> None:
    """Processors and memory are told by the system."""
    assert processors() >= 1
    assert memory_mb() > 100


def test_a_release_is_foretold_from_what_its_engine_declares(built: Workshop) -> None:
    """Kokoro speaks one and a half times as fast as one listens: with one worker, two thirds of the tracks' length."""
    voices = {(tag, "standard", NARRATOR): Voice("kokoro", "x", tag) for tag in ("fr", "en")}
    seconds = sum(track.seconds for track in built.manifest.tracks.values())
    foretold = release_minutes(built.manifest, Cast("release", voices), 1)
    assert foretold == pytest.approx(seconds / 1.5 / 60)
    assert release_minutes(built.manifest, None, 1) == 0.0
