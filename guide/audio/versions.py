"""What shapes a track's samples besides its script: part of every key, so it must be cheap to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from guide.audio.kinds import needs_ffmpeg
from guide.audio.program import ffmpeg_version

MIX_RECIPE = 3
"""Raised whenever reading, levelling or mixing gives other samples for the same parts."""
CLEANING_RECIPE = 2
"""Raised whenever cleaning gives other samples: only cleaned mixes are made again."""
RUMBLE_HZ = 70  # below the lowest voice
REDUCTION_DB = 12  # more is heard as a watery voice
CLEANING = f"high-pass {RUMBLE_HZ} Hz, noise reduction {REDUCTION_DB} dB (FFmpeg highpass, afftdn)"
"""What cleaning is called in the tags of a track, for whoever restores it later."""
MASTER_RECIPE = 6
"""Raised whenever mastering or encoding gives other bytes for the same master."""
TAG_RECIPE = 2
"""Raised whenever the same tags give other bytes."""
REPORT_RECIPE = 3
"""Raised whenever measuring gives other figures for the same file."""

MIX_LIBRARIES = ("numpy", "soundfile", "soxr")
MASTER_LIBRARIES = ("numpy", "soundfile", "soxr")
ENCODERS = {"mp3": "lameenc", "opus": "av", "aac": "av"}
DECODERS = {"mp3": "soundfile", "opus": "av", "aac": "av"}
CLEANER = "av"


def mix_fingerprint(*, cleaning: bool = False) -> Mapping[str, str]:
    """Return the recipe and the libraries' versions that shape a mix; nothing heavy is imported.

    `cleaning` says that recordings are cleaned: then the filters' library counts too.
    """
    shaping = {"mix": str(MIX_RECIPE)} | {name: _version(name) for name in MIX_LIBRARIES}
    return shaping | ({"cleaning": str(CLEANING_RECIPE), CLEANER: _version(CLEANER)} if cleaning else {})


def decoding_fingerprints(files: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """Return the versions of what decodes those of the files that libsndfile cannot read, by file.

    Where there is none, no program is looked for.
    """
    foreign = [file for file in files if needs_ffmpeg(file)]
    shaping = {"pydub": _version("pydub"), "ffmpeg": ffmpeg_version()} if foreign else {}
    return dict.fromkeys(foreign, shaping)


def master_fingerprint(encoding: str = "mp3") -> Mapping[str, str]:
    """Return the recipe and the libraries' versions that shape an encoded track, apart from its mix."""
    libraries = sorted({*MASTER_LIBRARIES, ENCODERS[encoding]})
    return {"master": str(MASTER_RECIPE)} | {name: _version(name) for name in libraries}


def report_fingerprint(encoding: str = "mp3") -> Mapping[str, str]:
    """Return the recipe and the libraries' versions that decode and measure a finished file."""
    libraries = ("numpy", DECODERS[encoding])
    return {"report": str(REPORT_RECIPE)} | {name: _version(name) for name in libraries}


def tag_fingerprint() -> Mapping[str, str]:
    """Return the recipe and the library that shape tags; they are apart from sound."""
    return {"tags": str(TAG_RECIPE), "mutagen": _version("mutagen")}


def fingerprint() -> Mapping[str, str]:
    """Return all of the above."""
    return {**mix_fingerprint(), **master_fingerprint(), **tag_fingerprint()}


@cache
def _version(library: str) -> str:
    """Return a library's version; "" for one of an optional group that is not installed. Asked once in a process."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
