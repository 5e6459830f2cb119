"""One row a file: what was measured on it, beside what the manifest says of it, and what is wrong."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from guide.audio.examining import TrackReport
from guide.audio.mastering import SHORTEST_S, TOLERANCE_LU
from guide.model.loudness import NO_SPEECH, TOO_SHORT
from guide.model.script import STANDARD
from guide.model.track import FileRecord, Manifest, TourFile, Track
from guide.outputs.tags import who

OFF_TARGET, ABOVE_CEILING = "report-off-target", "report-above-ceiling"
"""The two faults, by the codes of their sentences."""
MAIN = "mp3"
"""The format that every track has."""


@dataclass(frozen=True, slots=True)
class Row:
    """One finished file.

    `name` is a stop's number (else its id) or a tour's id. `exempt` is a code that says why the
    file is not held to its loudness, "" where it is; `faults` are OFF_TARGET and ABOVE_CEILING.
    `limited_db` is the limiter's deepest cut, at most 0; None where no build told it. `encoding` is
    the file's format; a track in further formats has a row for each. `cleaned` names the recordings
    that were filtered in it.
    """

    id: str
    name: str
    title: str
    language: str
    file: str
    engine: str
    voice: str
    words: int
    limited_db: float | None
    outdated: bool
    figures: TrackReport
    exempt: str
    faults: tuple[str, ...]
    is_tour: bool = False
    encoding: str = MAIN
    cleaned: tuple[str, ...] = ()

    @property
    def words_a_minute(self) -> int | None:
        """Return the words a minute of speech, pauses left out; None where nothing is spoken."""
        return round(self.words / self.figures.spoken_s * 60.0) if self.words and self.figures.spoken_s else None


@dataclass(frozen=True, slots=True)
class SoundReport:
    """All rows: tracks in the order of languages and stops, each followed by its further formats, then whole tours."""

    manifest: Manifest
    rows: tuple[Row, ...]

    @property
    def passed(self) -> bool:
        """Return whether no file is off target or above the ceiling."""
        return not any(row.faults for row in self.rows)

    def groups(self) -> list[tuple[str, bool, list[Row]]]:
        """Return the MP3 files' rows by language and kind: the tag, whether they are tours, the rows (none empty)."""
        wanted = [(one.tag, tours) for one in self.manifest.languages for tours in (False, True)]
        main = [row for row in self.rows if row.encoding == MAIN]
        found = [
            (tag, tours, [row for row in main if (row.language, row.is_tour) == (tag, tours)]) for tag, tours in wanted
        ]
        return [group for group in found if group[2]]

    def further(self) -> list[tuple[str, list[str], list[list[Row | None]]]]:
        """Return the tracks in further formats by language: the tag, the formats, for each track a row a format.

        None stands where a track lacks a format.
        """
        found = []
        for one in self.manifest.languages:
            others = [row for row in self.rows if row.language == one.tag and row.encoding != MAIN]
            names = list(dict.fromkeys(row.encoding for row in others))
            by_place = {(row.id, row.encoding): row for row in others}
            ids = dict.fromkeys(row.id for row in others)
            if others:
                found.append((one.tag, names, [[by_place.get((id_, name)) for name in names] for id_ in ids]))
        return found


def track_row(
    track: Track, figures: TrackReport, manifest: Manifest, *, file: FileRecord | None = None, encoding: str = MAIN
) -> Row:
    """Return the row of a track that is heard, with the figures measured on its file.

    `file` and `encoding` are given for one of its further formats; the limiter's cut is told of the MP3 only.
    """
    file = file or track.file
    engines, voices = who(track.heard or (f"{track.engine}/{track.voice}",))
    name = track.number or track.stop
    exempt = exemption(figures)
    return Row(
        id=track.id,
        name=name if track.level == STANDARD else f"{name}.{track.level}",
        title=track.title,
        language=track.language,
        file=file.path if file else "",
        engine=engines,
        voice=voices,
        words=track.words,
        limited_db=track.limited_db if encoding == MAIN else None,
        outdated=track.state != "current",
        figures=figures,
        exempt=exempt,
        faults=faults(figures, manifest, exempt=exempt),
        encoding=encoding,
        cleaned=track.cleaned,
    )


def tour_row(tour: TourFile, figures: TrackReport, manifest: Manifest) -> Row:
    """Return the row of a whole tour's file; its words are its stops'."""
    stops = [manifest.track(one.stop, tour.language, STANDARD) for one in tour.chapters]
    exempt = exemption(figures)
    return Row(
        id=tour.id,
        name=tour.tour,
        title=tour.title,
        language=tour.language,
        file=tour.file.path if tour.file else "",
        engine=tour.engine,
        voice=tour.voice,
        words=sum(track.words for track in stops if track),
        limited_db=tour.limited_db,
        outdated=tour.state != "current",
        figures=figures,
        exempt=exempt,
        faults=faults(figures, manifest, exempt=exempt),
        is_tour=True,
        cleaned=tour.cleaned,
    )


def mean_lufs(moments: Sequence[float | None]) -> float:
    """Return the loudness of the mean power of some moments; minus infinity for silence."""
    power = sum(10.0 ** (moment / 10.0) for moment in moments if moment is not None) / len(moments)
    return 10.0 * math.log10(power) if power else -math.inf


def exemption(figures: TrackReport) -> str:
    """Return why a file cannot be held to a loudness (a message's code), "" where it can."""
    if figures.loudness.integrated_lufs is None:
        return NO_SPEECH
    return TOO_SHORT if figures.seconds < SHORTEST_S else ""


def faults(figures: TrackReport, manifest: Manifest, *, exempt: str) -> tuple[str, ...]:
    """Return what is wrong with a file against the guide's target and ceiling; no file may pass the ceiling."""
    level, found = figures.loudness.integrated_lufs, []
    if not exempt and level is not None and abs(level - manifest.target_lufs) > TOLERANCE_LU:
        found.append(OFF_TARGET)
    if figures.loudness.true_peak_dbtp > manifest.ceiling_dbtp:
        found.append(ABOVE_CEILING)
    return tuple(found)
