"""The finished guide measured, file by file: what `guide report` tells."""

from __future__ import annotations

from collections.abc import Iterator

from guide.audio.examining import measure_track
from guide.build.finished import finished_guide
from guide.model.track import Manifest
from guide.outputs.report import Row, SoundReport, tour_row, track_row
from guide.project import Project


def measure_guide(project: Project) -> SoundReport:
    """Return what every published track and tour is like, measured on its decoded file; nothing is written.

    Raises MixedFolder where the folder is not the whole result of one build, ManifestError for a
    manifest that this program cannot read, MediaError for a track that cannot be decoded.
    """
    manifest = finished_guide(project)
    return SoundReport(manifest, tuple(_rows(project, manifest)))


def _rows(project: Project, manifest: Manifest) -> Iterator[Row]:
    stops = [stop.id for stop in manifest.stops]
    tracks = sorted(manifest.tracks.values(), key=lambda one: (stops.index(one.stop), one.level))
    for language in manifest.languages:
        for track in tracks:
            if track.file and track.language == language.tag:
                yield track_row(track, measure_track((project.out / track.file.path).read_bytes()), manifest)
        for tour in manifest.tour_files.values():
            if tour.file and tour.language == language.tag:
                yield tour_row(tour, measure_track((project.out / tour.file.path).read_bytes()), manifest)
