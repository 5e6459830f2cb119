"""By whom a published track is spoken, so that it can be built again without a change of voice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.build.spoken import possible_wishes, published_wish
from guide.build.wishes import Wish
from guide.model.guide import Cast, Guide
from guide.model.track import FileRecord, Track
from guide.model.voice import Voice

VOICES = {
    ("fr", "standard", "narrator"): Voice("espeak", "fr", "fr"),
    ("fr", "standard", "quote"): Voice("tone", "high", "fr"),
    ("en", "standard", "narrator"): Voice("tone", "low", "en"),
}
GUIDE = Guide(
    id="g",
    title={},
    museum={},
    languages=(),
    source_language="fr",
    default_language="fr",
    casts={name: Cast(name, VOICES) for name in ("draft", "release")},
)
TRACK = Track("moulin", "101", "fr", "standard", "Le moulin", FileRecord("", 0, ""), "key", 3, cast="release")


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        (("espeak/fr", "tone/high"), Wish(cast="release")),
        (("tone/high",), Wish(cast="release")),
        (("espeak/fr-be",), Wish(cast="release")),
        (("recording/anne.wav",), Wish(cast="release")),
        (("tone/low",), Wish(cast="release", engine="tone")),
        (("tone/low", "recording/anne.wav"), Wish(cast="release", engine="tone")),
    ],
)
def test_a_track_is_spoken_by_its_cast_or_by_what_was_asked_for(heard: tuple[str, ...], expected: Wish) -> None:
    """One engine that is not the narrator's, and speaks in none of the cast's voices, was asked for."""
    assert published_wish(replace(TRACK, heard=heard), GUIDE) == expected


def test_a_manifest_that_tells_one_voice_is_enough() -> None:
    """Earlier builds told the first voice of a track and not the others."""
    assert published_wish(replace(TRACK, engine="tone", voice="low"), GUIDE) == Wish(cast="release", engine="tone")


def test_of_a_cast_that_is_gone_nothing_is_concluded() -> None:
    """A cast that has another name today is not taken for an engine that was asked for."""
    assert published_wish(replace(TRACK, cast="final", heard=("tone/low",)), GUIDE) == Wish()


def test_who_may_have_spoken_is_tried_in_turn() -> None:
    """The cast first; then its roles, spoken by the one engine that is heard."""
    found = list(possible_wishes(replace(TRACK, heard=("espeak/fr",)), GUIDE))
    assert found == [Wish(cast="release"), Wish(cast="release", engine="espeak")]
