"""Playlists: one a language, one a level, and one a tour, in extended M3U (UTF-8, relative paths)."""

from __future__ import annotations

from guide.model.artifact import Artifact
from guide.model.guide import words_in
from guide.model.script import STANDARD
from guide.model.track import Manifest, Track
from guide.outputs.web.words import level_name


def render_playlists(manifest: Manifest) -> dict[str, Artifact]:
    """Return the playlists of every language with audio, by path below audio_out.

    They are `<language>/playlist.m3u8`, `<language>/playlist.<level>.m3u8` for each further level that the language
    has, and `<language>/<tour>.m3u8`. A tour without stops of its own is the whole guide under the tour's name.
    """
    files: dict[str, Artifact] = {}
    whole = [stop.id for stop in manifest.stops]
    for language in manifest.languages:
        if language.audio == "none":
            continue
        tag = language.tag
        title = words_in(manifest.title, tag)
        files[f"{tag}/playlist.m3u8"] = _playlist(manifest, tag, title, whole)
        for level in _levels(manifest, tag):
            name = f"{title} ({level_name(level, tag)})"
            files[f"{tag}/playlist.{level}.m3u8"] = _playlist(manifest, tag, name, whole, level)
        for tour in manifest.tours:
            name = words_in(tour.title, tag)
            files[f"{tag}/{tour.id}.m3u8"] = _playlist(manifest, tag, name, list(tour.stops) or whole)
    return files


def _levels(manifest: Manifest, tag: str) -> list[str]:
    heard = {track.level for track in manifest.tracks.values() if track.file and track.language == tag}
    return sorted(heard - {STANDARD})


def _playlist(manifest: Manifest, tag: str, title: str, stops: list[str], level: str = STANDARD) -> bytes:
    """Return a list of stops at a level; a stop that lacks it is there with its standard track."""
    lines = ["#EXTM3U", f"#PLAYLIST:{_one_line(title)}"]
    for stop in stops:
        track = manifest.heard(stop, tag, level)
        if track and track.file:
            lines += [f"#EXTINF:{track.seconds:.3f},{_entry(track)}", track.file.path.removeprefix(f"{tag}/")]
    return ("\n".join(lines) + "\n").encode()


def _entry(track: Track) -> str:
    """Return the line a player shows; M3U has no escape for a line break, so none may stand in it."""
    return _one_line(f"{track.number} {track.title}")


def _one_line(text: str) -> str:
    return " ".join(text.split())
