"""Mastering: from a mix to a finished file at its loudness and below its ceiling, measured decoded.

An encoder changes what it is given: peaks grow by up to 1 dB at 64 kbit/s, loudness moves by
hundredths. So each attempt is decoded and measured as a visitor will hear it, and the next
one is corrected by what was found. Gains are rounded to hundredths of a decibel: an
arithmetic unit that differs in its last bit does not change the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from guide.audio.codecs import Codec, codec_for
from guide.audio.limiter import Limited, limit
from guide.audio.loudness import hop_powers, integrated_lufs, measure
from guide.audio.sound import Samples, decibels, factor, resample
from guide.audio.truepeak import peak_envelope, true_peak
from guide.model.loudness import Encoding, Loudness, Mastering

AIM_LU = 0.05
TOLERANCE_LU = 0.3
SHORTEST_S = 3.0
"""Shorter tracks are brought as near as they come; the gate has too little to measure."""
ATTEMPTS = 5
DRIVES = 6  # measures of the limited sound before an encoding, each a tenth of its cost
CODEC_ROOM_DB = 0.6  # what peaks grow by in 64 kbit/s speech, seldom more: saves a second encoding
HEAVY_DB = 2.0  # a limiter that cuts deeper leaves edges,
HEAVY_ROOM_DB = 0.6  # at which the codec overshoots by so much more
LEAST_SLOPE = 0.2  # of loudness against gain, in a sound that is hardly more than limited peaks
SPARE_DB = 4.0  # by which later gains may exceed the first without measuring the peaks again
STEP_DB = 0.1  # below what was found too high

TOO_SHORT = "track-too-short"
NO_SPEECH = "track-without-speech"
OFF_TARGET = "track-off-target"


@dataclass(frozen=True, slots=True)
class Finished:
    """An encoded track and its figures, measured on the decoded file.

    `limited_db` is the limiter's deepest cut. `exempt` is empty for a track within 0.3 LU of
    its target and below its ceiling; else a message code that says why it is not held to that.
    """

    data: bytes
    seconds: float
    loudness: Loudness
    limited_db: float
    exempt: str = ""


@dataclass(frozen=True, slots=True)
class _Attempt:
    data: bytes
    loudness: Loudness
    limited_db: float


def finish(samples: Samples, rate_hz: int, *, mastering: Mastering, encoding: Encoding) -> Finished:
    """Return a mix mastered and encoded. The same samples and settings give the same bytes.

    Raises MediaError (`format-unknown`, `format-missing`) for a format that cannot be written.
    """
    codec = codec_for(encoding.format)
    encoded_hz = codec.rate_hz or encoding.rate_hz
    at_rate = resample(samples, rate_hz, encoded_hz)
    level = integrated_lufs(hop_powers(at_rate, encoded_hz))
    work = _Work(at_rate, encoded_hz, decibels(true_peak(at_rate)), codec, mastering, encoding.bitrate_kbps)
    best = work.best_from(0.0 if level is None else mastering.target_lufs - level)
    seconds = len(at_rate) / encoded_hz
    return Finished(best.data, seconds, best.loudness, best.limited_db, _exempt(best.loudness, seconds, mastering))


def _exempt(loudness: Loudness, seconds: float, mastering: Mastering) -> str:
    if loudness.integrated_lufs is None:
        return NO_SPEECH
    if seconds < SHORTEST_S:
        return TOO_SHORT
    off = abs(loudness.integrated_lufs - mastering.target_lufs)
    return OFF_TARGET if off > TOLERANCE_LU or loudness.true_peak_dbtp > mastering.ceiling_dbtp else ""


@dataclass(frozen=True, slots=True, eq=False)
class _Work:
    """One track on its way: what does not change from attempt to attempt."""

    samples: Samples
    rate_hz: int
    peak_dbtp: float
    codec: Codec
    mastering: Mastering
    bitrate_kbps: int
    peaks: list[tuple[float, Samples]] = field(default_factory=list)
    """The sound's peak envelope, once it was needed, and down to which level in dB it is exact."""

    def best_from(self, gain_db: float) -> _Attempt:
        """Encode, measure and correct until the aim is met; return the best attempt."""
        attempts: list[_Attempt] = []
        ceiling_dbtp = self.mastering.ceiling_dbtp - CODEC_ROOM_DB
        target_lufs = self.mastering.target_lufs
        for _ in range(ATTEMPTS):
            gain_db, limited = self._driven(gain_db, ceiling_dbtp, target_lufs)
            if not attempts and limited.limited_db > HEAVY_DB:
                ceiling_dbtp -= HEAVY_ROOM_DB
                gain_db, limited = self._driven(gain_db, ceiling_dbtp, target_lufs)
            attempts.append(self._encoded(limited))
            found = attempts[-1].loudness
            off = 0.0 if found.integrated_lufs is None else self.mastering.target_lufs - found.integrated_lufs
            over = found.true_peak_dbtp - self.mastering.ceiling_dbtp
            if abs(off) <= AIM_LU and over <= 0.0:
                break
            target_lufs += off
            gain_db += off
            ceiling_dbtp -= over + STEP_DB if over > 0.0 else 0.0
        return min(attempts, key=self._badness)

    def _driven(self, gain_db: float, ceiling_dbtp: float, target_lufs: float) -> tuple[float, Limited]:
        """Return the gain at which the limited sound has the target's loudness, and that sound.

        A limited sound grows by less than its gain; how much less is learnt from step to step.
        """
        slope, before = 1.0, None
        for _ in range(DRIVES):
            gain_db = round(gain_db, 2)
            limited = self._limited(gain_db, round(ceiling_dbtp, 2))
            if not limited.limited_db:
                break
            level = integrated_lufs(hop_powers(limited.samples, self.rate_hz))
            if level is None or abs(target_lufs - level) <= AIM_LU / 2:
                break
            if before is not None and gain_db != before[0]:
                slope = min(1.0, max(LEAST_SLOPE, (level - before[1]) / (gain_db - before[0])))
            before = gain_db, level
            gain_db += (target_lufs - level) / slope
        return gain_db, limited

    def _limited(self, gain_db: float, ceiling_dbtp: float) -> Limited:
        driven = self.samples * np.float32(factor(gain_db))
        if self.peak_dbtp + gain_db <= ceiling_dbtp:
            return Limited(driven, 0.0)
        return limit(driven, self.rate_hz, factor(ceiling_dbtp), self._envelope(gain_db, ceiling_dbtp))

    def _envelope(self, gain_db: float, ceiling_dbtp: float) -> Samples:
        """Return the driven sound's peaks: measured once, as deep as the strongest gain so far needs, then scaled."""
        floor_db = ceiling_dbtp - gain_db
        if not self.peaks or self.peaks[0][0] > floor_db:
            depth_db = floor_db - SPARE_DB
            self.peaks[:] = [(depth_db, peak_envelope(self.samples, factor(depth_db)))]
        scaled: Samples = self.peaks[0][1] * np.float32(factor(gain_db))
        return scaled

    def _encoded(self, limited: Limited) -> _Attempt:
        data = self.codec.encode(limited.samples, self.rate_hz, self.bitrate_kbps)
        decoded = self.codec.decode(data)
        return _Attempt(data, measure(decoded.samples, decoded.rate_hz), limited.limited_db)

    def _badness(self, attempt: _Attempt) -> tuple[float, float]:
        """Order attempts: a peak above the ceiling is worse than any loudness."""
        over = max(0.0, attempt.loudness.true_peak_dbtp - self.mastering.ceiling_dbtp)
        level = attempt.loudness.integrated_lufs
        return over, 0.0 if level is None else abs(level - self.mastering.target_lufs)
