"""Playlists: one a language, and one a tour, in extended M3U (UTF-8, relative paths)."""

from __future__ import annotations

from guide.model.artifact import Artifact
from guide.model.guide import Words, words_in
from guide.model.script import STANDARD
from guide.model.track import Manifest, Track


def render_playlists(manifest: Manifest) -> dict[str, Artifact]:
    """Return `<language>/playlist.m3u8` and `<language>/<tour>.m3u8` for every language with audio.

    A tour without stops of its own is the playlist itself and gets no file.
    """
    files: dict[str, Artifact] = {}
    for language in manifest.languages:
        if language.audio == "none":
            continue
        whole = [stop.id for stop in manifest.stops]
        files[f"{language.tag}/playlist.m3u8"] = _playlist(manifest, language.tag, manifest.title, whole)
        for tour in manifest.tours:
            if tour.stops:
                files[f"{language.tag}/{tour.id}.m3u8"] = _playlist(
                    manifest, language.tag, tour.title, list(tour.stops)
                )
    return files


def _playlist(manifest: Manifest, tag: str, title: Words, stops: list[str]) -> bytes:
    name = words_in(title, tag)
    lines = ["#EXTM3U", f"#PLAYLIST:{name}"]
    for stop in stops:
        track = manifest.track(stop, tag, STANDARD)
        if track and track.file:
            lines += [f"#EXTINF:{track.seconds:.3f},{_entry(track)}", track.file.path.removeprefix(f"{tag}/")]
    return ("\n".join(lines) + "\n").encode()


def _entry(track: Track) -> str:
    """Return the line a player shows; M3U has no escape for a line break, so none may stand in it."""
    return " ".join(f"{track.number} {track.title}".split())
