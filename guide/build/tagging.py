"""Finished sound with its tags: each track's file in all its formats, tagged anew only where something changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, fields
from hashlib import sha256

from guide.audio.tagging import Tags, tag
from guide.audio.versions import tag_fingerprint
from guide.model.artifact import StoredFile
from guide.model.track import Manifest, Track
from guide.outputs.finished import FinishedGuide
from guide.outputs.tags import tour_tags, track_tags
from guide.planning.keys import digest
from guide.store.cache import Cache

MP3 = ".mp3"


def tagged_files(
    finished: FinishedGuide, covers: Mapping[str, bytes], cache: Cache
) -> dict[str, dict[str, StoredFile]]:
    """Return every heard track's files with their tags: by track id, then by the file's ending, the MP3 first.

    `covers` are JPEG by media file; `cache` keeps what was tagged. Raises MediaError (`tags-broken`), StoreError
    (`cache-damaged`) for sound that is not what was kept.
    """
    heard = (track for name, track in finished.manifest.tracks.items() if name in finished.audio)
    return {track.id: _tagged(finished, track, covers, cache) for track in heard}


def _tagged(finished: FinishedGuide, track: Track, covers: Mapping[str, bytes], cache: Cache) -> dict[str, StoredFile]:
    cover = _cover(track.stop, finished.manifest, covers)
    tags = track_tags(finished.manifest, track, finished.sheets[track.id], cover)
    files = {MP3: _tagged_mp3(finished.audio[track.id], tags, cache)}
    for name, sound in finished.formats.get(track.id, {}).items():
        from guide.audio.formats import FORMATS

        files[FORMATS[name].suffix] = _labelled(sound, tags, name, cache)
    return files


def tagged_tours(finished: FinishedGuide, covers: Mapping[str, bytes], cache: Cache) -> dict[str, StoredFile]:
    """Return every tour's file with its tags, by `tour.language`; its cover is its first stop's."""
    tours = (tour for name, tour in finished.manifest.tour_files.items() if name in finished.tours)
    tagged = {}
    for tour in tours:
        cover = _cover(tour.chapters[0].stop, finished.manifest, covers)
        tagged[tour.id] = _tagged_mp3(
            finished.tours[tour.id], tour_tags(finished.manifest, tour, cover, finished.sheets), cache
        )
    return tagged


def _cover(stop_id: str, manifest: Manifest, covers: Mapping[str, bytes]) -> bytes:
    stop = manifest.stop(stop_id)
    return covers.get(stop.picture, b"") if stop else b""


def _tagged_mp3(sound: StoredFile, tags: Tags, cache: Cache) -> StoredFile:
    key = digest([dict(tag_fingerprint()), sound.sha256, _plain(tags)])
    return cache.stored("file", key) or cache.put("file", key, tag(cache.content(sound), tags))


def _labelled(sound: StoredFile, tags: Tags, name: str, cache: Cache) -> StoredFile:
    key = digest([dict(tag_fingerprint()), name, sound.sha256, _plain(tags)])
    from guide.audio.labelling import label

    kept = cache.stored("file", key)
    return kept or cache.put("file", key, label(cache.content(sound), tags, encoding=name))


def _plain(tags: Tags) -> dict[str, object]:
    """Return tags as JSON takes them; `asdict` would copy each of some dozen lines first."""
    told = {name: getattr(tags, name) for name in _FIELDS}
    lines, chapters = (list(map(astuple, one)) for one in (tags.lines, tags.chapters))
    return {**told, "picture": sha256(tags.picture).hexdigest(), "lines": lines, "chapters": chapters}


_FIELDS = tuple(one.name for one in fields(Tags))
