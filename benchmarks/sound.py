"""Sound against what one would write else: a pydub loop, FFmpeg's two passes, PyAV's encoder.

    python -m benchmarks sound

Two minutes of narration in forty sentences over a bed, from the same samples on both sides, CPU seconds
of this process and of those it starts. Then how the cost of a mix, and of a whole tour's file, grows with its length.
"""

from __future__ import annotations

import io
import json
import resource
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import av
import numpy as np
import soundfile
from imageio_ffmpeg import get_ffmpeg_exe

from benchmarks.measure import ratio, seconds, table
from guide.audio.codecs import codec_for
from guide.audio.ffmpeg import pydub_segment_class
from guide.audio.loudness import measure
from guide.audio.mastering import finish
from guide.audio.mixing import mix
from guide.audio.mp3 import encode
from guide.audio.parts import BedOnPart, Part, SilencePart, VoicePart
from guide.audio.sound import Samples, Sound, resample
from guide.audio.tagging import Tags, tag
from guide.audio.whole import join
from guide.model.guide import Beds
from guide.model.loudness import Encoding, Mastering

RATE_HZ = 44_100
VOICE_HZ = 16_000
SENTENCE_S, GAP_S = 2.55, 0.45
TIMES = 3
LENGTHS_MINUTES = (2, 5, 10, 30)
PYDUB_MINUTES = (2, 5, 10)
TOUR_MINUTES = (2, 10, 30)

Sides = tuple[str, Callable[[], object], str, Callable[[], object]]


def cpu_s(work: Callable[[], object]) -> float:
    """Return the CPU seconds of some work, processes that it starts included: the median of three."""
    return statistics.median(once(work) for _ in range(TIMES))


def once(work: Callable[[], object]) -> float:
    """Return the CPU seconds of some work, done once."""
    before = used()
    work()
    return used() - before


def used() -> float:
    """Return the CPU seconds that this process and those it waited for have used so far."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def sentence(seed: int) -> Samples:
    """Return a sound that rises and falls like speech."""
    random = np.random.default_rng(seed)
    at = np.arange(round(SENTENCE_S * VOICE_HZ)) / VOICE_HZ
    loudness = np.interp(at, np.arange(24) / 8.0, random.uniform(0.05, 1.0, 24))
    buzz = sum(np.cos(2.0 * np.pi * 110.0 * k * at + 0.1 * k * k) / k for k in range(1, 40))
    sound = (np.asarray(buzz) + random.standard_normal(len(at)) * 0.05) * loudness
    levelled: Samples = (sound * (0.3 / np.abs(sound).max())).astype(np.float32)
    return levelled


def bed(seconds_long: float) -> Samples:
    """Return an even ambience."""
    noise = np.random.default_rng(0).standard_normal(round(seconds_long * RATE_HZ))
    return (noise * 0.05).astype(np.float32)


def our_mix(minutes: float, voices: Sequence[Samples], ambience: Samples) -> Samples:
    """Mix as a build does: levels, resampling, ducking, fades."""
    parts: list[Part] = [BedOnPart(ambience, RATE_HZ, -18.0, 2.0)]
    for index in range(_sentences(minutes)):
        parts += [VoicePart(voices[index % len(voices)], VOICE_HZ, "a"), SilencePart(GAP_S)]
    return mix(parts, rate_hz=RATE_HZ, head_s=0.4, tail_s=0.8, beds=Beds()).samples


def pydub_mix(minutes: float, voices: Sequence[Samples], ambience: Samples) -> object:
    """Mix as a pydub script does: level (by RMS) and append each piece, then lay the bed under it, not ducked."""
    segment_class = pydub_segment_class()
    gap = segment_class.silent(duration=GAP_S * 1_000.0, frame_rate=RATE_HZ)
    track = segment_class.silent(duration=400, frame_rate=RATE_HZ)
    for index in range(_sentences(minutes)):
        piece = _segment(segment_class, voices[index % len(voices)], VOICE_HZ).set_frame_rate(RATE_HZ)
        track += piece.apply_gain(-23.0 - piece.dBFS)
        track += gap
    return track.overlay(_segment(segment_class, ambience, RATE_HZ) - 18, loop=True)


def _sentences(minutes: float) -> int:
    return round(minutes * 60.0 / (SENTENCE_S + GAP_S))


def _segment(segment_class: Any, samples: Samples, rate_hz: int) -> Any:  # noqa: ANN401 - pydub has no types
    whole = np.rint(samples * 32_767.0).astype("<i2").tobytes()
    return segment_class(data=whole, sample_width=2, frame_rate=rate_hz, channels=1)


def ffmpeg(*arguments: str | Path) -> str:
    """Run FFmpeg; return what it tells."""
    command = [get_ffmpeg_exe(), "-hide_banner", "-nostdin", "-y", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True).stderr.decode()


def two_passes(wav: Path, mp3: Path) -> None:
    """Bring a mix to -16 LUFS by FFmpeg's loudnorm, measured first, then encode it."""
    target = "loudnorm=I=-16:TP=-1:LRA=11"
    told = ffmpeg("-i", wav, "-af", f"{target}:print_format=json", "-f", "null", "-")
    found = json.loads(told[told.rindex("{") : told.rindex("}") + 1])
    names = {"I": "input_i", "TP": "input_tp", "LRA": "input_lra", "thresh": "input_thresh"}
    measured = ":".join(f"measured_{name}={found[key]}" for name, key in names.items())
    ffmpeg("-i", wav, "-af", f"{target}:{measured}:linear=true", "-ar", str(RATE_HZ), "-b:a", "64k", mp3)


def pyav_mp3(samples: Samples) -> bytes:
    """Encode by PyAV's own LAME."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp3") as container:
        stream: Any = container.add_stream("libmp3lame", rate=RATE_HZ)
        stream.bit_rate, stream.layout = 64_000, "mono"
        frame = av.AudioFrame.from_ndarray(samples[None, :], format="fltp", layout="mono")
        frame.sample_rate, frame.pts = RATE_HZ, 0
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)
    return buffer.getvalue()


def comparisons(folder: Path) -> list[Sides]:
    """Return each step with its name, ours, the other's name, the other."""
    voices, ambience = [sentence(seed) for seed in range(10)], bed(30.0)
    mixed = our_mix(2.0, voices, ambience)
    at_48 = resample(mixed, RATE_HZ, 48_000)
    wav, mp3, out = folder / "mix.wav", folder / "track.mp3", folder / "out.mp3"
    soundfile.write(wav, mixed, RATE_HZ, subtype="PCM_16")
    encoded = encode(mixed, RATE_HZ, 64)
    mp3.write_bytes(encoded)
    tags = Tags("Titre", album="Guide", artist="Musée", number=1, total=14, language="fra", lyrics="Texte. " * 300)
    words = ["-metadata", "title=Titre", "-metadata", "album=Guide", "-metadata", f"lyrics={tags.lyrics}"]
    pydub_mp3 = _segment(pydub_segment_class(), mixed, RATE_HZ)
    opus = codec_for("opus")
    return [
        ("mix", lambda: our_mix(2.0, voices, ambience), "pydub loop", lambda: pydub_mix(2.0, voices, ambience)),
        (
            "loudness, range, true peak",
            lambda: measure(mixed, RATE_HZ),
            "FFmpeg ebur128",
            lambda: ffmpeg("-i", wav, "-af", "ebur128=peak=true", "-f", "null", "-"),
        ),
        ("encode MP3", lambda: encode(mixed, RATE_HZ, 64), "PyAV", lambda: pyav_mp3(mixed)),
        (
            "encode MP3",
            lambda: encode(mixed, RATE_HZ, 64),
            "pydub export",
            lambda: pydub_mp3.export(out, bitrate="64k"),
        ),
        (
            "master, encode, measure decoded",
            lambda: finish(mixed, RATE_HZ, mastering=Mastering(), encoding=Encoding()),
            "FFmpeg loudnorm, two passes",
            lambda: two_passes(wav, out),
        ),
        (
            "encode Opus",
            lambda: opus.encode(at_48, 48_000, 32),
            "FFmpeg",
            lambda: ffmpeg("-i", wav, "-b:a", "32k", folder / "out.opus"),
        ),
        ("tag", lambda: tag(encoded, tags), "FFmpeg copy", lambda: ffmpeg("-i", mp3, "-c", "copy", *words, out)),
    ]


def growth() -> list[list[str]]:
    """Return a row for each length: CPU seconds of a mix, and for each minute of it, on both sides."""
    voices, ambience = [sentence(seed) for seed in range(10)], bed(30.0)
    rows = []
    for minutes in LENGTHS_MINUTES:
        ours = once(lambda length=minutes: our_mix(length, voices, ambience))  # type: ignore[misc] # bound, not typed
        theirs = once(lambda length=minutes: pydub_mix(length, voices, ambience)) if minutes in PYDUB_MINUTES else None  # type: ignore[misc] # the same
        cells = [seconds(ours), f"{1_000.0 * ours / minutes:.0f} ms"]
        cells += ["-", "-"] if theirs is None else [seconds(theirs), f"{1_000.0 * theirs / minutes:.0f} ms"]
        rows.append([f"{minutes} min", *cells])
    return rows


def tours() -> list[list[str]]:
    """Return a row for each length: CPU seconds of a whole tour, joined of stops of two minutes and finished."""
    voices, ambience = [sentence(seed) for seed in range(10)], bed(30.0)
    stop = Sound(our_mix(2.0, voices, ambience), RATE_HZ)
    rows = []
    for minutes in TOUR_MINUTES:
        joined_s = once(lambda count=minutes // 2: join([("", stop)] * count, rate_hz=RATE_HZ, gap_s=1.5))  # type: ignore[misc] # bound, not typed
        whole = join([("", stop)] * (minutes // 2), rate_hz=RATE_HZ, gap_s=1.5)
        finished_s = once(lambda one=whole: finish(one.samples, RATE_HZ, mastering=Mastering(), encoding=Encoding()))  # type: ignore[misc] # the same
        a_minute = 1_000.0 * (joined_s + finished_s) / minutes
        rows.append([f"{minutes} min", seconds(joined_s), seconds(finished_s), f"{a_minute:.0f} ms"])
    return rows


def main() -> None:
    """Print all tables."""
    with tempfile.TemporaryDirectory() as folder:
        rows = []
        for name, ours, other_name, other in comparisons(Path(folder)):
            mine, others = cpu_s(ours), cpu_s(other)
            rows.append([name, f"{mine:.3f} s", other_name, f"{others:.3f} s", ratio(others, mine)])
    table("Two minutes of sound, CPU seconds", ["step", "guide", "beside", "theirs", "ratio"], rows)
    table("A mix by its length", ["length", "guide", "a minute", "pydub loop", "a minute"], growth())
    heads = ["length", "joined", "mastered, encoded, measured", "a minute"]
    table("A tour's file by its length, CPU seconds", heads, tours())
