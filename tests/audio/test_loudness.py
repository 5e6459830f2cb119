"""Loudness against the signals of EBU Tech 3341 and 3342, and against FFmpeg."""

from __future__ import annotations

import re
import subprocess
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile
from imageio_ffmpeg import get_ffmpeg_exe

from guide.audio import truepeak
from guide.audio.loudness import hop_powers, level_lufs, measure
from guide.audio.sound import Samples
from guide.audio.truepeak import BLOCK, block_peaks, true_peak

MakeSound = Callable[..., Samples]
ONE_CHANNEL_LU = -10.0 * np.log10(2.0)
"""The EBU's signals are stereo; one channel of them is 3.01 LU softer."""

STEPS = {
    "case 1": ([(20.0, -23.0)], -23.0),
    "case 2": ([(20.0, -33.0)], -33.0),
    "case 3": ([(10.0, -36.0), (60.0, -23.0), (10.0, -36.0)], -23.0),
    "case 4": ([(10.0, -72.0), (10.0, -36.0), (60.0, -23.0), (10.0, -36.0), (10.0, -72.0)], -23.0),
    "case 5": ([(20.0, -26.0), (20.1, -20.0), (20.0, -26.0)], -23.0),
}


@pytest.mark.parametrize("rate_hz", [16_000, 24_000, 44_100, 48_000])
@pytest.mark.parametrize("case", STEPS)
def test_integrated_loudness_of_the_ebu_signals(case: str, rate_hz: int, sine: MakeSound) -> None:
    """EBU Tech 3341, cases 1 to 5, measure within 0.1 LU at every rate we work at."""
    steps, expected = STEPS[case]
    signal = np.concatenate([sine(seconds, dbfs=dbfs, rate_hz=rate_hz) for seconds, dbfs in steps])
    assert measure(signal, rate_hz).integrated_lufs == pytest.approx(expected + ONE_CHANNEL_LU, abs=0.1)


RANGES = {
    "case 1": ([-20.0, -30.0], 10.0),
    "case 2": ([-20.0, -15.0], 5.0),
    "case 3": ([-40.0, -20.0], 20.0),
    "case 4": ([-50.0, -35.0, -20.0, -35.0, -50.0], 15.0),
}


@pytest.mark.parametrize("case", RANGES)
def test_loudness_range_of_the_ebu_signals(case: str, sine: MakeSound) -> None:
    """EBU Tech 3342, cases 1 to 4, measure within 1 LU."""
    levels, expected = RANGES[case]
    signal = np.concatenate([sine(20.0, dbfs=dbfs) for dbfs in levels])
    assert measure(signal, 48_000).range_lu == pytest.approx(expected, abs=1.0)


PEAKS = {
    "case 15": (4, 0.0, -6.02, -6.0),
    "case 16": (4, 45.0, -6.02, -6.0),
    "case 17": (6, 60.0, -6.02, -6.0),
    "case 18": (8, 67.5, -6.02, -6.0),
    "case 19": (4, 45.0, 2.98, 3.0),
}


@pytest.mark.parametrize("case", PEAKS)
def test_true_peak_of_the_ebu_signals(case: str, sine: MakeSound) -> None:
    """EBU Tech 3341, cases 15 to 19, measure within +0.2 and -0.4 dB."""
    divisor, degrees, dbfs, expected = PEAKS[case]
    signal = sine(1.0, hz=48_000 / divisor, dbfs=dbfs, degrees=degrees)
    assert -0.4 <= measure(signal, 48_000).true_peak_dbtp - expected <= 0.2


SHELF_48_KHZ = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (-1.69065929318241, 0.73248077421585))
HIGH_PASS_48_KHZ = ((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))
"""BS.1770-4, tables 1 and 2."""


def filtered(
    sound: np.typing.NDArray[np.float64], b: Sequence[float], a: Sequence[float]
) -> np.typing.NDArray[np.float64]:
    """Pass a sound through a filter of the second order, one sample after the other."""
    out = np.zeros(len(sound) + 2)
    padded = np.append([0.0, 0.0], sound)
    for at in range(2, len(out)):
        fed = b[0] * padded[at] + b[1] * padded[at - 1] + b[2] * padded[at - 2]
        out[at] = fed - a[0] * out[at - 1] - a[1] * out[at - 2]
    return out[2:]


def ffmpeg_figures(samples: Samples, rate_hz: int, folder: Path) -> tuple[float, float, float]:
    """Return what FFmpeg's ebur128 says: integrated LUFS, range LU, true peak dBTP."""
    file = folder / "measured.wav"
    soundfile.write(file, samples, rate_hz, subtype="FLOAT")
    command = [get_ffmpeg_exe(), "-hide_banner", "-i", str(file), "-af", "ebur128=peak=true", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, check=True).stderr.decode()
    summary = told[told.rindex("Summary:") :]
    found = [re.search(rf"{name}:\s+(-?[\d.]+)", summary) for name in ("I", "LRA", "Peak")]
    integrated, spread, peak = (float(match[1]) for match in found if match is not None)
    return integrated, spread, peak


@pytest.mark.parametrize("rate_hz", [24_000, 44_100, 48_000])
def test_ffmpeg_measures_the_same(rate_hz: int, speech: MakeSound, tmp_path: Path) -> None:
    """FFmpeg's ebur128 and ours agree on a speech-like minute, to its printed digit."""
    quiet = np.concatenate([speech(12.0, rate_hz=rate_hz, seed=seed, level=0.5 / (1 + seed)) for seed in range(5)])
    integrated, spread, peak = ffmpeg_figures(quiet, rate_hz, tmp_path)
    ours = measure(quiet, rate_hz)
    assert ours.integrated_lufs == pytest.approx(integrated, abs=0.11)
    assert ours.range_lu == pytest.approx(spread, abs=0.3)
    assert ours.true_peak_dbtp == pytest.approx(peak, abs=0.2)


def test_silence_has_no_loudness() -> None:
    """Nothing passes the gate: None, not minus infinity, and no warning of numpy's."""
    loudness = measure(np.zeros(48_000 * 5, np.float32), 48_000)
    assert (loudness.integrated_lufs, loudness.range_lu, loudness.true_peak_dbtp) == (None, None, -200.0)


def test_no_samples_have_no_loudness() -> None:
    """An empty sound is measured like silence."""
    assert measure(np.zeros(0, np.float32), 48_000).integrated_lufs is None


def test_less_than_a_block_has_a_level_but_no_integrated_loudness(sine: MakeSound) -> None:
    """A word of a third of a second is too short for the gate and is levelled by its mean."""
    word = sine(0.3, dbfs=-20.0)
    assert measure(word, 48_000).integrated_lufs is None
    assert level_lufs([(word, 48_000)]) == pytest.approx(-20.0 + ONE_CHANNEL_LU, abs=0.5)


def test_a_voice_is_levelled_over_all_it_says(sine: MakeSound) -> None:
    """Half a second at -20 and half at -26 dBFS together have the level of their mean power."""
    both = level_lufs([(sine(5.0, dbfs=-20.0), 48_000), (sine(5.0, dbfs=-26.0, rate_hz=16_000), 16_000)])
    assert both == pytest.approx(-22.0 + ONE_CHANNEL_LU, abs=0.2)


def test_stretches_join_without_a_seam(speech: MakeSound) -> None:
    """A sound measured across the borders of stretches gives the powers of one that lies otherwise to them."""
    sound = speech(12.0, rate_hz=48_000)
    shifted = np.concatenate([np.zeros(48_000, np.float32), sound])
    ours = hop_powers(sound, 48_000)
    assert hop_powers(shifted, 48_000)[10:] == pytest.approx(ours, rel=1e-3, abs=1e-12)


def test_the_weighting_is_the_standards_recursion(speech: MakeSound) -> None:
    """Sample by sample with the coefficients that BS.1770 prints for 48 kHz, the powers are the same."""
    sound = speech(0.5, rate_hz=48_000, level=0.9)
    weighted = sound.astype(np.float64)
    for b, a in (SHELF_48_KHZ, HIGH_PASS_48_KHZ):
        weighted = filtered(weighted, b, a)
    expected = np.square(weighted).reshape(5, -1).mean(axis=1)
    assert hop_powers(sound, 48_000) == pytest.approx(expected, rel=1e-4)


def test_memory_does_not_grow_with_length() -> None:
    """Ten minutes are measured in the memory of a few seconds."""
    sound = np.full(24_000 * 600, 0.1, np.float32)
    tracemalloc.start()
    hop_powers(sound, 24_000)
    _, highest = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert highest < 24_000_000


def loud_sounds(speech: MakeSound) -> dict[str, Samples]:
    """Return sounds whose points between samples lie near the line between them, and far from it."""
    random, times = np.random.default_rng(3), np.arange(60_000)
    turns = (0.01, 0.7, np.pi / 2, 2.0, 2.5, 3.0, 3.14)
    tones = {f"tops between samples, {w:.2f} a sample": np.cos(w * (times - 0.5)).astype(np.float32) for w in turns}
    clicks = np.zeros(60_000, np.float32)
    clicks[::977] = random.uniform(-1.0, 1.0, len(clicks[::977]))
    noise = random.uniform(-1.0, 1.0, 60_000).astype(np.float32)
    return {"speech": speech(3.0, rate_hz=44_100, level=0.9), "noise": noise, "clicks": clicks} | tones


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95, 0.999])
def test_sparse_peaks_are_exact_where_it_matters(share: float, speech: MakeSound) -> None:
    """Computing only blocks that can pass the floor finds the same values above it as computing all.

    To a millionth: a product's rows may be summed in another order where they stand at another place (BLAS).
    """
    for kind, sound in loud_sounds(speech).items():
        everything = block_peaks(sound, 0.0)
        floor = share * float(everything.max())
        sparse = block_peaks(sound, floor)
        above = everything > floor
        np.testing.assert_array_max_ulp(sparse[above], everything[above], maxulp=16)
        assert np.all(sparse <= everything * (1 + 1e-6)), kind


def test_no_peak_of_a_block_is_below_its_samples(speech: MakeSound) -> None:
    """A block that was not computed between its samples, and a last one that is cut short, have at least theirs."""
    sound = speech(1.0, rate_hz=44_100)[: 1_000 * BLOCK + 5]
    padded = np.append(np.abs(sound), np.zeros(BLOCK - 5, np.float32))
    assert np.all(block_peaks(sound, 1.0) >= padded.reshape(-1, BLOCK).max(axis=1))


def test_a_peak_between_samples_is_found() -> None:
    """A sine at a quarter of the rate, sampled beside its tops, is 3 dB higher than its samples."""
    wave = np.tile(np.array([0.5, 0.5, -0.5, -0.5], np.float32), 500)
    assert true_peak(wave * np.hanning(2_000).astype(np.float32)) == pytest.approx(0.7071, abs=0.01)


def test_chunks_find_the_peak_of_the_whole(speech: MakeSound, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cutting a sound where it is loudest makes no peak and loses none."""
    sound = speech(2.0, rate_hz=44_100, level=0.9)
    whole = block_peaks(sound, 0.1)
    monkeypatch.setattr(truepeak, "CHUNK", 62 * BLOCK)
    assert block_peaks(sound, 0.1) == pytest.approx(whole, rel=1e-6)
    assert true_peak(sound) == pytest.approx(whole.max(), rel=1e-6)
