"""A report of invented figures."""

from __future__ import annotations

from guide.audio.examining import TrackReport
from guide.model.guide import Tour
from guide.model.loudness import Loudness
from guide.model.track import FileRecord, Manifest, ManifestLanguage, Stop, TourChapter, TourFile, Track
from guide.outputs.report import SoundReport, tour_row, track_row

RECORD = FileRecord("cues/x.json", 1, "0" * 64)


def measured(
    level: float | None = -16.0, peak: float = -2.5, *, seconds: float = 60.0, clipped: int = 0
) -> TrackReport:
    """Return the figures of a track that is loud, silent for its sixth part, and loud again."""
    quiet = (seconds * 0.4, seconds * 0.6)
    moments = tuple(None if quiet[0] <= tenth / 10 < quiet[1] else -16.0 for tenth in range(round(seconds * 10)))
    spoken_s = seconds - (quiet[1] - quiet[0])
    return TrackReport(seconds, Loudness(level, peak, 3.25), (quiet,), spoken_s, clipped, moments)


def track(number: str, *, language: str = "fr", state: str = "current", limited_db: float | None = -1.24) -> Track:
    """Return a published track."""
    file = FileRecord(f"{language}/{number}-stop.mp3", 1, "1" * 64)
    return Track(
        stop=f"stop-{number}",
        number=number,
        language=language,
        level="standard",
        title=f"Titre <{number}>",
        cues=RECORD,
        key="k",
        words=96,
        file=file,
        engine="pico",
        voice="fr-FR",
        state=state,
        limited_db=limited_db,
    )


def manifest(*tracks: Track) -> Manifest:
    """Return the manifest of a guide with these tracks."""
    return Manifest(
        guide="sample",
        label="",
        version="0123456789ab",
        title={"fr": "De l’ombre à la lumière", "en": "From shadow to light"},
        museum={},
        notice={},
        languages=(ManifestLanguage("fr", "speech"), ManifestLanguage("en", "speech")),
        source_language="fr",
        default_language="fr",
        release_date="",
        address="",
        rights="",
        licence="",
        sections=(),
        tours=(Tour("court", {"fr": "Court"}),),
        redirects={},
        closed={},
        stops=tuple(Stop(one.stop, one.number, "", {}) for one in tracks),
        tracks={one.id: one for one in tracks},
        files=(),
        target_lufs=-16.0,
        ceiling_dbtp=-1.0,
        tool_version="1",
    )


def report(
    *figures: TrackReport, tour: TrackReport | None = None, opus: TrackReport | None = None, **changes: str
) -> SoundReport:
    """Return a report of one French track for each of the figures, and of a tour of them all.

    `opus` are the figures of the first track in that format.
    """
    tracks = [track(str(101 + index), **changes) for index in range(len(figures))]  # type: ignore[arg-type]  # its own names
    held = manifest(*tracks)
    rows = [track_row(one, found, held) for one, found in zip(tracks, figures, strict=True)]
    if opus:
        file = FileRecord("fr/101-stop.opus", 1, "3" * 64)
        rows.insert(1, track_row(tracks[0], opus, held, file=file, encoding="opus"))
    if tour:
        rows.append(tour_row(tour_file(tracks), tour, held))
    return SoundReport(held, tuple(rows))


def tour_file(tracks: list[Track]) -> TourFile:
    """Return a tour's file of these tracks."""
    chapters = tuple(TourChapter(one.stop, one.title, 0.0, 1.0) for one in tracks)
    return TourFile(
        "court", "fr", "Court", "k", "2" * 64, 60.0, -16.0, 3.0, -2.0, 0.0, chapters, "pico", "fr-FR", file=RECORD
    )
