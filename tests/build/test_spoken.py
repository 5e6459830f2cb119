"""By whom a published track is spoken, so that it can be built again without a change of voice."""

from __future__ import annotations

from dataclasses import replace

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


def test_a_track_is_built_again_by_its_cast() -> None:
    """Whoever is heard in it: a line of guide.toml that has changed looks like an engine that was asked for."""
    assert published_wish(replace(TRACK, heard=("tone/low",)), GUIDE, {}) == Wish(cast="release")


def test_an_engine_that_was_asked_for_is_asked_again() -> None:
    """What the last build remembers of `--engine` holds for its tracks and no others."""
    found = [published_wish(TRACK, GUIDE, {name: "tone"}) for name in (TRACK.id, "other.fr.standard")]
    assert found == [Wish(cast="release", engine="tone"), Wish(cast="release")]


def test_for_a_cast_that_is_gone_stands_the_usual_one() -> None:
    """A cast may have another name today."""
    assert published_wish(replace(TRACK, cast="final"), GUIDE, {}) == Wish()


def test_who_may_have_spoken_is_tried_in_turn() -> None:
    """The cast first; then its roles, spoken by the one engine that is heard."""
    found = list(possible_wishes(replace(TRACK, heard=("espeak/fr",)), GUIDE))
    assert found == [Wish(cast="release"), Wish(cast="release", engine="espeak")]
