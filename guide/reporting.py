"""The finished guide measured, file by file: what `guide report` tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from guide.build.finished import finished_guide
from guide.build.measuring import encoding_of, heard_files, is_measured, measured
from guide.model.track import Manifest
from guide.outputs.report import Row, SoundReport, tour_row, track_row
from guide.project import Project
from guide.store.cache import Cache


def measure_guide(project: Project, *, announce: Callable[[int], None] = lambda _: None) -> SoundReport:
    """Return what every published track, in all its formats, and every tour is like, measured on its decoded file.

    What was measured is kept in the cache by each file's content, and nothing else is written. Where
    files are still to be measured, `announce` is told how many before that begins.
    Raises MixedFolder where the folder is not the whole result of one build, ManifestError for a
    manifest that this program cannot read, MediaError for a track that cannot be decoded.
    """
    manifest = finished_guide(project)
    cache = Cache(project.cache)
    waiting = sum(not is_measured(file, cache) for file in heard_files(manifest))
    if waiting:
        announce(waiting)
    return SoundReport(manifest, tuple(_rows(project, manifest)))


def _rows(project: Project, manifest: Manifest) -> Iterator[Row]:
    figures = partial(measured, folder=project.out, cache=Cache(project.cache))
    tracks = sorted(manifest.tracks.values(), key=lambda one: (manifest.place(one.stop), one.level))
    for language in manifest.languages:
        for track in tracks:
            if track.file and track.language == language.tag:
                yield track_row(track, figures(track.file), manifest)
                for file in track.formats:
                    yield track_row(track, figures(file), manifest, file=file, encoding=encoding_of(file))
        for tour in manifest.tour_files.values():
            if tour.file and tour.language == language.tag:
                yield tour_row(tour, figures(tour.file), manifest)
