"""A track's transcript as LRC, for players that show words while a file of the same name plays.

LRC has no standard. This is the form that all its readers know: a head of `[key: value]` lines, then
a line a cue, each with one time in minutes, seconds and hundredths.
"""

from __future__ import annotations

from guide.model.artifact import Artifact
from guide.model.guide import words_in
from guide.model.track import Cue, CueSheet, Track
from guide.outputs.finished import FinishedGuide

SUFFIX = ".lrc"
_ROUND = str.maketrans("[]", "()")
"""A square bracket would end a value of the head, or be taken for a time."""


def render_lyrics(finished: FinishedGuide) -> dict[str, Artifact]:
    """Return an LRC file beside each track that is heard, by path below audio_out."""
    manifest = finished.manifest
    files: dict[str, Artifact] = {}
    for track in manifest.tracks.values():
        if track.file:
            album, artist = (words_in(words, track.language) for words in (manifest.title, manifest.museum))
            text = lrc(finished.sheets[track.id], track, album=album, artist=artist)
            files[track.file.path.rpartition(".")[0] + SUFFIX] = text.encode()
    return files


def lrc(sheet: CueSheet, track: Track, *, album: str, artist: str) -> str:
    """Return the timed lines of a track; what is only shown (it has no time of its own) or only said is left out."""
    head = {"ti": track.title, "ar": artist, "al": album, "length": _length(track.seconds)}
    lines = [f"[{key}: {_line(value).translate(_ROUND)}]" for key, value in head.items() if value]
    lines += [f"[{_time(cue.start)}]{_words(cue)}" for cue in sheet.cues if cue.shown and cue.end > cue.start]
    return "\n".join(lines) + "\n"


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
