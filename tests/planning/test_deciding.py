"""What is to be done for a track or a tour's file, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from guide.model.loudness import Encoding, Mastering
from guide.model.plan import KEEP, MAKE, REUSE, TAG, ExtraPlan, TourOf, TrackOutline
from guide.planning.deciding import REASONS, TOUR_REASONS, Known, decide, decide_tour

PARTS = dict.fromkeys(REASONS, "now")
TRACK = TrackOutline("ascq", "201", "fr", "standard", "Ascq", ("s1", "s2"), "m", "a", PARTS, (), 30.0)
TOUR_PARTS = dict.fromkeys(TOUR_REASONS, "now")
TOUR = TourOf("court", "fr", "Court", (TRACK,), 1.5, "t", TOUR_PARTS, Mastering(), Encoding(), 90.0)
MADE = frozenset({"a"})


def before(*changed: str) -> Mapping[str, Mapping[str, str]]:
    """Return the parts of a last build in which some were other than now."""
    return {
        TRACK.id: PARTS | dict.fromkeys(changed, "then"),
        TOUR.id: TOUR_PARTS | dict.fromkeys(changed, "then"),
    }


@pytest.mark.parametrize(
    ("known", "decided"),
    [
        (Known({}), (MAKE, "reason-never-made")),
        (Known({}, before=before("text")), (MAKE, "reason-text")),
        (Known({}, before=before("tags", "voice")), (MAKE, "reason-voice")),
        (Known({}, before=before()), (MAKE, "reason-cache-missing")),
        (Known({}, audio=MADE), (REUSE, "reason-never-made")),
        (Known({}, audio=MADE, before=before("text")), (REUSE, "reason-text")),
        (Known({}, audio=MADE, before=before("tags", "text")), (REUSE, "reason-text")),
        (Known({}, audio=MADE, before=before("tags")), (TAG, "reason-tags")),
        (Known({}, audio=MADE, before={TRACK.id: {}}), (REUSE, "reason-text")),
        (Known({}, audio=MADE, before=before()), (KEEP, "reason-up-to-date")),
    ],
)
def test_a_step_follows_from_cache_and_last_build(known: Known, decided: tuple[str, str]) -> None:
    """Sound that is kept is never made again; the first part that changed is the reason."""
    step = decide(TRACK, known)
    assert (step.action, step.reason.code) == decided


@pytest.mark.parametrize("part", REASONS)
def test_every_part_is_a_reason(part: str) -> None:
    """Each part by itself is told by its name."""
    assert decide(TRACK, Known({}, before=before(part))).reason.code == f"reason-{part}"


@pytest.mark.parametrize(
    ("speech", "force", "to_voice"),
    [((), False, 2), (("s1",), False, 1), (("s1", "s2"), False, 0), (("s1", "s2"), True, 2)],
)
def test_sentences_to_voice_are_counted(speech: tuple[str, ...], force: bool, to_voice: int) -> None:
    """Those that are not kept, and all where all is made anew: what a paid service would be asked for."""
    assert decide(TRACK, Known({}, speech=frozenset(speech)), force=force).to_voice == to_voice


def test_a_kept_track_voices_nothing() -> None:
    """Its sentences may be gone from the cache: its sound is there."""
    assert decide(TRACK, Known({}, audio=MADE, before=before())).to_voice == 0


def test_force_makes_what_is_heard() -> None:
    """A kept track is made anew; one of a language that is only read has nothing to make."""
    known = Known({}, audio=MADE, before=before())
    silent = replace(TRACK, audio_key="", master_key="", speech_keys=())
    forced = [decide(track, known, force=True) for track in (TRACK, silent)]
    assert [(one.action, one.reason.code) for one in forced] == [(MAKE, "reason-forced"), (KEEP, "reason-up-to-date")]


def test_a_missing_further_format_is_made() -> None:
    """A track is kept only when all its formats are."""
    track = replace(TRACK, extras=(ExtraPlan(Encoding("opus"), "o"),))
    actions = [decide(track, Known({}, audio=audio, before=before())).action for audio in (MADE, MADE | {"o"})]
    assert actions == [MAKE, KEEP]


@pytest.mark.parametrize(
    ("tours", "changed", "force", "decided"),
    [
        ((), ("order",), False, (MAKE, "reason-order")),
        (("t",), ("tags",), False, (TAG, "reason-tags")),
        (("t",), (), False, (KEEP, "reason-up-to-date")),
        (("t",), (), True, (MAKE, "reason-forced")),
    ],
)
def test_a_tours_file_is_decided_alike(
    tours: tuple[str, ...], changed: tuple[str, ...], force: bool, decided: tuple[str, str]
) -> None:
    """By its own parts and the keys of tours' files."""
    step = decide_tour(TOUR, Known({}, tours=frozenset(tours), before=before(*changed)), force=force)
    assert (step.tour, step.action, step.reason.code) == (TOUR, *decided)
