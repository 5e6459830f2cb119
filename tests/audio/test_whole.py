"""A whole tour in one file: even loudness, exact chapters."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from guide.audio.loudness import level_lufs
from guide.audio.mastering import finish
from guide.audio.mixing import COMMON_LUFS
from guide.audio.sound import Samples, Sound
from guide.audio.tagging import Chapter, Tags, read_tags, tag
from guide.audio.whole import join
from guide.model.loudness import Encoding, Mastering

MakeSound = Callable[..., Samples]
pytestmark = pytest.mark.sound


def test_chapters_begin_with_their_stops(speech: MakeSound) -> None:
    """Each chapter lasts to the next one's beginning, the last to the end."""
    stops = [("Un", Sound(speech(2.0), 16_000)), ("Deux", Sound(speech(3.0, rate_hz=44_100), 44_100))]
    whole = join(stops, rate_hz=44_100, gap_s=1.5)
    assert whole.chapters == (Chapter("Un", 0.0, 3.5), Chapter("Deux", 3.5, 6.5))
    assert len(whole.samples) == round(6.5 * 44_100)


def test_stops_are_equally_loud(speech: MakeSound) -> None:
    """A stop that was mixed softer is brought up to the others."""
    stops = [("Un", Sound(speech(3.0, level=0.02), 16_000)), ("Deux", Sound(speech(3.0, level=0.9), 16_000))]
    samples = join(stops, rate_hz=16_000, gap_s=0.0).samples
    halves = np.split(samples, 2)
    assert [level_lufs([(half, 16_000)]) for half in halves] == pytest.approx([COMMON_LUFS, COMMON_LUFS], abs=0.1)


def test_a_finished_tour_carries_its_chapters(speech: MakeSound) -> None:
    """From masters to one tagged file at its loudness."""
    whole = join([(f"Halte {n}", Sound(speech(2.0, seed=n), 16_000)) for n in range(3)], rate_hz=44_100, gap_s=1.0)
    track = finish(whole.samples, 44_100, mastering=Mastering(), encoding=Encoding())
    tags = read_tags(tag(track.data, Tags("Visite", chapters=whole.chapters)))
    assert tags.chapters == whole.chapters
    assert track.exempt == ""


def test_a_tour_without_stops_is_silent() -> None:
    """No stops, no chapters, no sound."""
    whole = join([], rate_hz=44_100, gap_s=1.0)
    assert (len(whole.samples), whole.chapters) == (0, ())
