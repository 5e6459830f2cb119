"""A track's transcript as LRC, for players that show words while a file of the same name plays.

LRC has no standard. This is the form that all its readers know: a head of `[key: value]` lines, then
a line a cue, each with one time in minutes, seconds and hundredths.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide.model.artifact import Artifact
from guide.model.guide import words_in
from guide.model.track import Cue, CueSheet, FileRecord, Manifest, TourChapter, TourFile, Track
from guide.outputs.finished import FinishedGuide
from guide.outputs.tags import chapters_with_words

SUFFIX = ".lrc"
_ROUND = str.maketrans("[]", "()")
"""A square bracket would end a value of the head, or be taken for a time."""


def render_lyrics(finished: FinishedGuide) -> dict[str, Artifact]:
    """Return an LRC file beside each track and each tour's file that is heard, by path below audio_out."""
    manifest = finished.manifest
    files: dict[str, Artifact] = {}
    for track in manifest.tracks.values():
        if track.file:
            album, artist = (words_in(words, track.language) for words in (manifest.title, manifest.museum))
            text = lrc(finished.sheets[track.id], track, album=album, artist=artist)
            files[_beside(track.file)] = text.encode()
    for tour in manifest.tour_files.values():
        parts = chapters_with_words(tour, finished.sheets)
        if tour.file and parts:
            files[_beside(tour.file)] = _tour_lrc(tour, parts, manifest).encode()
    return files


def _beside(file: FileRecord) -> str:
    return file.path.rpartition(".")[0] + SUFFIX


def _tour_lrc(tour: TourFile, parts: Sequence[tuple[TourChapter, CueSheet]], manifest: Manifest) -> str:
    """Return a tour's lines: each stop's title where it begins, then its own with their times in the tour."""
    album, artist = (words_in(words, tour.language) for words in (manifest.title, manifest.museum))
    lines: list[str] = []
    for chapter, sheet in parts:
        lines += [
            f"[{_time(chapter.start_s)}]{_line(chapter.title).translate(_ROUND)}",
            *_lines(sheet, chapter.start_s),
        ]
    return "\n".join([*_head(tour.title, album, artist, tour.seconds), *lines]) + "\n"


def lrc(sheet: CueSheet, track: Track, *, album: str, artist: str) -> str:
    """Return the timed lines of a track; what is only shown (it has no time of its own) or only said is left out."""
    return "\n".join([*_head(track.title, album, artist, track.seconds), *_lines(sheet)]) + "\n"


def _head(title: str, album: str, artist: str, seconds: float) -> list[str]:
    head = {"ti": title, "ar": artist, "al": album, "length": _length(seconds)}
    return [f"[{key}: {_line(value).translate(_ROUND)}]" for key, value in head.items() if value]


def _lines(sheet: CueSheet, start_s: float = 0.0) -> list[str]:
    heard = (cue for cue in sheet.cues if cue.shown and cue.end > cue.start)
    return [f"[{_time(start_s + cue.start)}]{_words(cue)}" for cue in heard]


def _words(cue: Cue) -> str:
    """Return a cue's words; a blank keeps a bracket at their beginning from being read as a time."""
    text = _line("".join(span.text for span in cue.shown))
    return f" {text}" if text.startswith("[") else text


def _line(text: str) -> str:
    return " ".join(text.split())


def _time(seconds: float) -> str:
    minutes, hundredths = divmod(round(seconds * 100), 6000)
    return f"{minutes:02}:{hundredths // 100:02}.{hundredths % 100:02}"


def _length(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes:02}:{rest:02}"
