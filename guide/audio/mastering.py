"""Mastering: from a mix to a finished file at its loudness and below its ceiling, measured decoded.

An encoder changes what it is given: peaks grow by up to 1 dB at 64 kbit/s, loudness moves by
hundredths. So each attempt is decoded and measured as a visitor will hear it, and the next
one is corrected by what was found: the gain for the whole track, the ceiling only around the
peaks that passed it. Gains are rounded to hundredths of a decibel: an arithmetic unit that
differs in its last bit does not change the file.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from guide.audio.codecs import Codec, codec_for
from guide.audio.driving import Drive, Driven
from guide.audio.limiter import Curve, above_db, widened
from guide.audio.loudness import measure
from guide.audio.sound import Samples, Sound, factor, fitted, resample
from guide.model.loudness import NO_SPEECH, OFF_TARGET, TOO_SHORT, Encoding, Loudness, Mastering

AIM_LU = 0.05
TOLERANCE_LU = 0.3
SHORTEST_S = 3.0
"""Shorter tracks are brought as near as they come; the gate has too little to measure."""
ATTEMPTS = 5
CODEC_ROOM_DB = 0.6  # what peaks grow by in 64 kbit/s speech, seldom more: saves a second encoding
HEAVY_DB = 2.0  # a limiter that cuts deeper leaves edges,
HEAVY_ROOM_DB = 0.6  # at which the codec overshoots by so much more
STEP_DB = 0.5  # below what was found too high: the codec's noise there may come out worse the next time
AROUND_S = 0.013  # on both sides of a peak that passed: a granule of MP3, over which the codec spreads its noise


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
    drive = Drive(resample(samples, rate_hz, encoded_hz), encoded_hz)
    best = _Work(drive, codec, mastering, encoding.bitrate_kbps).best()
    seconds = len(drive.samples) / encoded_hz
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

    drive: Drive
    codec: Codec
    mastering: Mastering
    bitrate_kbps: int

    def best(self) -> _Attempt:
        """Encode, measure and correct until the aim is met; return the best attempt."""
        attempts: list[_Attempt] = []
        room_db: Curve = np.zeros(self.drive.blocks)
        target_lufs = self.mastering.target_lufs
        for _ in range(ATTEMPTS):
            driven = self._driven(target_lufs, room_db)
            data = self.codec.encode(self.drive.sound(driven), self.drive.rate_hz, self.bitrate_kbps)
            decoded = self.codec.decode(data)
            found = measure(decoded.samples, decoded.rate_hz)
            attempts.append(_Attempt(data, found, driven.limited_db))
            off = 0.0 if found.integrated_lufs is None else self.mastering.target_lufs - found.integrated_lufs
            over = found.true_peak_dbtp - self.mastering.ceiling_dbtp
            if abs(off) <= AIM_LU and over <= 0.0:
                break
            if abs(off) > AIM_LU:  # else the rest stays as it was, and so do its peaks after the codec
                target_lufs += off
            if over > 0.0:
                room_db = room_db + self._missing_db(decoded)
        return min(attempts, key=self._badness)

    def _driven(self, target_lufs: float, room_db: Curve) -> Driven:
        ceiling_dbtp = self.mastering.ceiling_dbtp - CODEC_ROOM_DB
        if self.drive.over_db(target_lufs, ceiling_dbtp) > HEAVY_DB:
            ceiling_dbtp -= HEAVY_ROOM_DB
        return self.drive.to(target_lufs, ceiling_dbtp, room_db)

    def _missing_db(self, decoded: Sound) -> Curve:
        """Return how much lower each block is to be held after an attempt whose peaks passed the ceiling.

        Only around those peaks: a ceiling lowered everywhere is answered by more gain everywhere, and that by higher
        peaks after the codec. One track took four encodings and 4 dB more limiting until it was below.
        """
        heard = fitted(decoded.samples, len(self.drive.samples))
        above = above_db(heard, factor(self.mastering.ceiling_dbtp))
        return widened(np.where(above > 0.0, above + STEP_DB, 0.0), AROUND_S, decoded.rate_hz)

    def _badness(self, attempt: _Attempt) -> tuple[float, float]:
        """Order attempts: a peak above the ceiling is worse than any loudness."""
        over = max(0.0, attempt.loudness.true_peak_dbtp - self.mastering.ceiling_dbtp)
        level = attempt.loudness.integrated_lufs
        return over, 0.0 if level is None else abs(level - self.mastering.target_lufs)
