"""How many tracks are made at once here, and how long that takes: by processors, memory, and what engines declare."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from guide.engines import registry
from guide.model.guide import Cast
from guide.model.plan import VoiceFacts
from guide.model.track import Manifest
from guide.model.voice import NARRATOR

RELEASE = "release"
"""The cast that a guide is published with."""
MIX_MB = 150
"""What a worker needs beside its engines: the samples of a track of some minutes, and the libraries that mix them."""
SHARE = 0.5
"""How much of this machine's memory a build may fill: people go on working beside it."""

_CGROUP = Path("/sys/fs/cgroup/memory.max")


def workers(voices: Iterable[VoiceFacts], wished: int) -> int:
    """Return how many processes speak with these voices: one a processor while they fit into memory, or as wished."""
    if wished:
        return wished
    needed_mb = {facts.info.name: facts.info.memory_mb for facts in voices}
    return fitting(processors(), memory_mb(), MIX_MB + sum(needed_mb.values()))


def fitting(count: int, available_mb: int, needed_mb: int) -> int:
    """Return how many of `count` processes fit that need so much each: at least one, all where 0 says “unknown”."""
    return max(1, min(count, int(available_mb * SHARE) // needed_mb)) if available_mb else count


def release_minutes(manifest: Manifest, cast: Cast | None, wished: int) -> float:
    """Return roughly how long a cast would take to speak these tracks on this machine, from nothing; 0 without one."""
    if cast is None:
        return 0.0
    known = {info.name: info for info in registry.describe(voice.engine for voice in cast.voices.values())}
    seconds, engines = 0.0, set()
    for track in manifest.tracks.values():
        voice = cast.voice(track.language, track.level, NARRATOR)
        if voice and voice.engine in known:
            seconds += track.seconds / known[voice.engine].times_real_time
            engines.add(voice.engine)
    needed_mb = sum(known[name].memory_mb for name in engines) + MIX_MB
    return seconds / 60 / (wished or fitting(processors(), memory_mb(), needed_mb))


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def memory_mb() -> int:
    """Return this machine's memory, or this container's where it is allowed less; 0 where nobody tells."""
    if sys.platform == "win32":
        import ctypes

        kilobytes = ctypes.c_ulonglong()
        ctypes.WinDLL("kernel32").GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes))
        return kilobytes.value * 1024 // 10**6
    installed = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 10**6
    try:
        return min(installed, int(_CGROUP.read_text("ascii")) // 10**6)
    except (OSError, ValueError):  # no such limit, or the word "max"
        return installed
