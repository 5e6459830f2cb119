"""What shapes a track's samples besides its script: part of every key, so it must be cheap to ask."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version

MIX_RECIPE = 1
"""Raised whenever reading, levelling, mixing or cleaning gives other samples for the same parts."""
MASTER_RECIPE = 1
"""Raised whenever mastering or encoding gives other bytes for the same master."""
TAG_RECIPE = 1
"""Raised whenever the same tags give other bytes."""

MIX_LIBRARIES = ("numpy", "soundfile", "soxr")
MASTER_LIBRARIES = ("lameenc", "numpy", "soundfile", "soxr")


def mix_fingerprint() -> Mapping[str, str]:
    """Return the recipe and the libraries' versions that shape a mix; nothing heavy is imported."""
    return {"mix": str(MIX_RECIPE)} | {name: version(name) for name in MIX_LIBRARIES}


def master_fingerprint() -> Mapping[str, str]:
    """Return the recipe and the libraries' versions that shape an encoded track, apart from its mix."""
    return {"master": str(MASTER_RECIPE)} | {name: version(name) for name in MASTER_LIBRARIES}


def tag_fingerprint() -> Mapping[str, str]:
    """Return the recipe and the library that shape tags; they are apart from sound."""
    return {"tags": str(TAG_RECIPE), "mutagen": version("mutagen")}


def fingerprint() -> Mapping[str, str]:
    """Return all of the above."""
    return {**mix_fingerprint(), **master_fingerprint(), **tag_fingerprint()}
