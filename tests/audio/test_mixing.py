"""The mix: every part where it belongs, at its level, without a click, the bed below."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from guide.audio.loudness import level_lufs
from guide.audio.mixing import COMMON_LUFS, Mix, mix
from guide.audio.parts import BedOffPart, BedOnPart, ClipPart, Part, SilencePart, VoicePart
from guide.audio.sound import Samples
from guide.model.guide import Beds

MakeSound = Callable[..., Samples]
RATE_HZ = 44_100
BEDS = Beds(duck_db=-12.0, attack_ms=100.0, release_ms=500.0, fade_s=1.0)


def mixed(*parts: Part, head_s: float = 0.5, tail_s: float = 0.5) -> Mix:
    """Mix parts for the settings of a test."""
    return mix(parts, rate_hz=RATE_HZ, head_s=head_s, tail_s=tail_s, beds=BEDS)


def rms(samples: Samples, start_s: float, end_s: float) -> float:
    """Return the level of a stretch in decibels."""
    stretch = samples[round(start_s * RATE_HZ) : round(end_s * RATE_HZ)]
    return float(10.0 * np.log10(np.mean(np.square(stretch, dtype=np.float64)) + 1e-20))


def noise(seconds: float, rate_hz: int = RATE_HZ) -> Samples:
    """Return an even bed."""
    return (np.random.default_rng(3).standard_normal(round(seconds * rate_hz)) * 0.1).astype(np.float32)


def test_parts_stand_in_order_between_head_and_tail(speech: MakeSound) -> None:
    """Spans follow one another without a gap, and the whole is their sum."""
    result = mixed(VoicePart(speech(1.0), 16_000), SilencePart(0.45), VoicePart(speech(2.0, rate_hz=22_050), 22_050))
    borders = [at for span in result.spans if span is not None for at in span]
    assert borders == pytest.approx([0.5, 1.5, 1.5, 1.95, 1.95, 3.95], abs=1e-4)
    assert len(result.samples) == round(4.45 * RATE_HZ)


@pytest.mark.parametrize("rate_hz", [16_000, 22_050, 24_000, 44_100, 48_000])
def test_a_voice_sounds_exactly_in_its_span(rate_hz: int, sine: MakeSound) -> None:
    """The first and the last audible millisecond are the span's, at whatever rate the engine speaks."""
    tone = sine(0.7, rate_hz=rate_hz)
    result = mixed(SilencePart(0.123), VoicePart(tone, rate_hz), SilencePart(0.3))
    loud = np.flatnonzero(np.abs(result.samples) > 0.01) / RATE_HZ
    span = result.spans[1]
    assert span is not None
    assert (loud[0], loud[-1]) == pytest.approx(span, abs=0.005)


def test_silence_is_silent(speech: MakeSound) -> None:
    """Head, pauses and tail hold nothing, not even a resampler's ringing."""
    result = mixed(VoicePart(speech(1.0), 16_000), SilencePart(1.0), VoicePart(speech(1.0), 16_000))
    assert not result.samples[: RATE_HZ // 2].any()
    assert not result.samples[round(1.5 * RATE_HZ) + 1 : round(2.5 * RATE_HZ) - 1].any()


def test_voices_of_different_engines_come_to_one_level(speech: MakeSound) -> None:
    """Two voices 30 dB apart are equally loud in the mix."""
    loud, soft = speech(3.0, level=0.9), speech(3.0, level=0.03, rate_hz=22_050, hz=180.0)
    result = mixed(VoicePart(loud, 16_000, "pico"), VoicePart(soft, 22_050, "espeak"), head_s=0.0, tail_s=0.0)
    for span in result.spans:
        assert span is not None
        sounding = result.samples[round(span[0] * RATE_HZ) : round(span[1] * RATE_HZ)]
        assert level_lufs([(sounding, RATE_HZ)]) == pytest.approx(COMMON_LUFS, abs=0.3)


def test_one_voice_keeps_its_own_dynamics(speech: MakeSound) -> None:
    """A sentence spoken 6 dB softer by the same voice stays softer by 6 dB."""
    sentence = speech(2.0)
    result = mixed(VoicePart(sentence, 16_000, "a"), VoicePart(sentence * np.float32(0.5), 16_000, "a"))
    assert rms(result.samples, 0.5, 2.5) - rms(result.samples, 2.5, 4.5) == pytest.approx(6.02, abs=0.05)


def test_a_clips_gain_counts_from_the_common_level(speech: MakeSound) -> None:
    """A clip of any loudness at -6 dB stands 6 LU below the voice."""
    result = mixed(ClipPart(speech(3.0, level=0.7), 16_000, gain_db=-6.0), head_s=0.0, tail_s=0.0)
    assert level_lufs([(result.samples, RATE_HZ)]) == pytest.approx(COMMON_LUFS - 6.0, abs=0.2)


def test_a_silent_clip_is_not_raised() -> None:
    """Nothing times anything is nothing; no division by it."""
    assert not mixed(ClipPart(np.zeros(8_000, np.float32), 8_000)).samples.any()


def test_a_clip_cut_in_full_sound_does_not_click(sine: MakeSound) -> None:
    """The edges of a clip step no further than the sound itself does."""
    inside = sine(1.0, hz=100.0, dbfs=-12.0, rate_hz=RATE_HZ)[5_000:-5_123]
    result = mixed(ClipPart(inside, RATE_HZ))
    steps = np.abs(np.diff(result.samples))
    assert steps.max() < 1.6 * 2.0 * np.pi * 100.0 / RATE_HZ * np.abs(result.samples).max()


def test_a_clip_fades_as_long_as_asked() -> None:
    """Half way into the fade a clip is 6 dB down."""
    result = mixed(ClipPart(noise(4.0), RATE_HZ, fade_s=1.0))
    assert rms(result.samples, 0.98, 1.02) - rms(result.samples, 2.0, 3.0) == pytest.approx(-6.0, abs=0.6)


def test_a_bed_lies_below_the_voice_and_gives_way_to_it(speech: MakeSound) -> None:
    """The bed stands at its gain in the pause, and by the ducking lower while the voice speaks."""
    with_bed = mixed(BedOnPart(noise(20.0), RATE_HZ, -18.0, 0.5), SilencePart(3.0), VoicePart(speech(3.0), 16_000))
    bare = mixed(SilencePart(3.0), VoicePart(speech(3.0), 16_000))
    bed = with_bed.samples[: len(bare.samples)] - bare.samples
    assert level_lufs([(bed[RATE_HZ : 3 * RATE_HZ], RATE_HZ)]) == pytest.approx(COMMON_LUFS - 18.0, abs=0.5)
    assert rms(bed, 4.0, 6.0) - rms(bed, 1.5, 3.0) == pytest.approx(BEDS.duck_db, abs=0.3)


def test_a_bed_is_down_when_the_voice_begins_and_rises_after_it(speech: MakeSound) -> None:
    """Attack ends at the voice's onset; release begins at its end and takes its time."""
    parts: list[Part] = [SilencePart(3.0), VoicePart(speech(2.0), 16_000), SilencePart(3.0)]
    bare = mixed(*parts).samples
    bed = mixed(BedOnPart(noise(20.0), RATE_HZ, -10.0, 0.1), *parts).samples[: len(bare)] - bare
    open_db = rms(bed, 2.0, 3.3)
    found = [rms(bed, start, end) - open_db for start, end in ((3.35, 3.39), (3.5, 3.6), (5.4, 5.5), (6.1, 6.4))]
    assert found == pytest.approx([0.0, -12.0, -12.0, 0.0], abs=0.7)


def test_a_bed_stays_down_through_short_gaps(speech: MakeSound) -> None:
    """Between two sentences the bed does not breathe."""
    parts: list[Part] = [VoicePart(speech(2.0), 16_000), SilencePart(0.45), VoicePart(speech(2.0), 16_000)]
    bare = mixed(*parts).samples
    bed = mixed(BedOnPart(noise(20.0), RATE_HZ, -10.0, 0.1), *parts).samples[: len(bare)] - bare
    assert rms(bed, 2.55, 2.9) == pytest.approx(rms(bed, 1.0, 2.0), abs=0.5)


def test_a_short_bed_is_looped_without_a_hole() -> None:
    """Three seconds of bed under twenty: the level never dips nor jumps at a seam."""
    bed = mixed(BedOnPart(noise(3.0), RATE_HZ, 0.0, 0.1), SilencePart(20.0)).samples
    levels = [rms(bed, at, at + 0.25) for at in np.arange(1.0, 19.0, 0.25)]
    assert max(levels) - min(levels) < 1.0


def test_a_bed_that_is_ended_fades_out() -> None:
    """After its mark the bed is gone in the time that the mark gives it."""
    parts: list[Part] = [BedOnPart(noise(9.0), RATE_HZ, 0.0, 0.1), SilencePart(2.0), BedOffPart(0.5), SilencePart(3.0)]
    samples = mixed(*parts).samples
    assert rms(samples, 2.72, 2.78) - rms(samples, 1.0, 2.0) == pytest.approx(-6.0, abs=1.0)
    assert not samples[round(3.01 * RATE_HZ) :].any()


def test_an_open_bed_fades_out_after_the_last_part() -> None:
    """Nobody ended the bed: it leaves in its usual time, and the track waits for it."""
    result = mixed(BedOnPart(noise(9.0), RATE_HZ, 0.0, 0.1), SilencePart(2.0), tail_s=0.2)
    assert len(result.samples) == round(3.5 * RATE_HZ)
    assert np.abs(result.samples[-20:]).max() < 1e-4


def test_a_second_bed_takes_over_from_the_first() -> None:
    """Both play while one fades into the other; marks have no span."""
    first, second = BedOnPart(noise(9.0), RATE_HZ, 0.0, 0.1), BedOnPart(noise(9.0), RATE_HZ, -10.0, 0.5)
    result = mixed(first, SilencePart(3.0), second, SilencePart(3.0))
    assert rms(result.samples, 5.0, 6.0) - rms(result.samples, 1.0, 2.0) == pytest.approx(-10.0, abs=0.3)
    assert (result.spans[0], result.spans[2]) == (None, None)


def test_a_mix_never_passes_full_scale() -> None:
    """Peaks that would, turn the whole down; nothing is cut off."""
    clicks = np.zeros(RATE_HZ * 3, np.float32)
    clicks[::11_025] = 1.0
    assert np.abs(mixed(ClipPart(clicks, RATE_HZ, gain_db=20.0)).samples).max() == pytest.approx(0.999, abs=1e-3)


def test_nothing_makes_head_and_tail() -> None:
    """A script without a word is a short silence, not an error."""
    assert len(mixed().samples) == RATE_HZ
