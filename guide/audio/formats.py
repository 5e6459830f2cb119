"""Opus and AAC, beside the MP3: smaller files for the page, made from the same master by PyAV.

PyAV brings FFmpeg's libraries as a wheel (the optional group `formats`). Both formats are
written bit-exact: without FFmpeg's version, a clock or a random stream number inside, so that
the same sound gives the same bytes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import numpy as np

from guide.audio.sound import Samples, Sound, fitted
from guide.errors import MediaError

EXACT = "+bitexact"


@dataclass(frozen=True, slots=True)
class Format:
    """How FFmpeg calls a format's codec and container; `rate_hz` where it knows one rate only."""

    name: str
    codec: str
    container: str
    suffix: str
    mime: str
    rate_hz: int | None = None
    options: dict[str, str] = field(default_factory=dict)

    def encode(self, samples: Samples, rate_hz: int, bitrate_kbps: int) -> bytes:
        """Return the sound in this format. Raises MediaError (`format-missing`) without PyAV."""
        av = _av(self.name)
        buffer = io.BytesIO()
        # an MP4's play time is told in these units: in the sound's own, its end is exact
        options = {"fflags": EXACT} | ({"movie_timescale": str(rate_hz)} if self.container == "ipod" else {})
        with av.open(buffer, "w", format=self.container, options=options) as container:
            stream: Any = container.add_stream(self.codec, rate=rate_hz, options={"flags": EXACT, **self.options})
            stream.bit_rate, stream.layout = bitrate_kbps * 1_000, "mono"
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples[None, :]), format="fltp", layout="mono")
            frame.sample_rate, frame.pts = rate_hz, 0
            for packet in [*stream.encode(frame), *stream.encode(None)]:
                container.mux(packet)
        return buffer.getvalue()

    def decode(self, data: bytes) -> Sound:
        """Return the sound of such a file, mono, to the sample in length.

        Raises MediaError: `format-missing` without PyAV, `sound-broken` for anything else.
        """
        av = _av(self.name)
        try:
            with av.open(io.BytesIO(data), "r") as container:
                stream = container.streams.audio[0]
                rate_hz = int(stream.codec_context.sample_rate)
                resampler = av.AudioResampler(format="flt", layout="mono", rate=rate_hz)
                frames = [one for frame in container.decode(stream) for one in resampler.resample(frame)]
                count = round(float(stream.duration * stream.time_base) * rate_hz) if self.container == "ipod" else None
        except (av.error.FFmpegError, IndexError) as error:
            raise MediaError("sound-broken", file=f"*{self.suffix}") from error
        samples = np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames])
        return Sound(samples if count is None else fitted(samples, count), rate_hz)


OPUS = Format("opus", "libopus", "opus", ".opus", "audio/ogg; codecs=opus", rate_hz=48_000)
AAC = Format("aac", "aac", "ipod", ".m4a", "audio/mp4")
FORMATS = {one.name: one for one in (OPUS, AAC)}


def _av(name: str) -> ModuleType:
    try:
        import av
    except ImportError as error:
        raise MediaError("format-missing", format=name) from error
    return av
