"""The last build's sound, taken up again where nothing newer is there: only what is what was made."""

from __future__ import annotations

from pathlib import Path

from guide.audio.tagging import untagged
from guide.errors import MediaError
from guide.model.artifact import StoredFile, size_and_digest
from guide.model.track import TourFile, Track
from guide.store.cache import Cache


def old_sound(old: Track | TourFile, folder: Path, cache: Cache) -> StoredFile | None:
    """Return the sound of one of the last build's files, from the cache or else from the published file.

    None where there is none any more that is what was made: a file that somebody edited is not ours.
    """
    kept = cache.stored("audio", old.key)
    if kept and kept.sha256 == old.audio_sha256:
        return kept
    try:
        sound = untagged((folder / old.file.path).read_bytes()) if old.file else b""
    except (OSError, MediaError):
        return None
    return cache.put("audio", old.key, sound) if size_and_digest(sound)[1] == old.audio_sha256 else None
