"""From finished tracks to the finished guide: manifest, cue sheets, tagged files, all outputs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TypeVar

from guide import __version__
from guide.build.tagging import MP3, tagged_files, tagged_tours
from guide.build.touring import ReadyTour
from guide.model.artifact import Artifact, StoredFile, size_and_digest
from guide.model.finding import Finding
from guide.model.guide import Guide
from guide.model.script import STANDARD, Script
from guide.model.sources import Sources
from guide.model.track import (
    CueSheet,
    FileRecord,
    Manifest,
    ManifestLanguage,
    PictureText,
    Stop,
    TourFile,
    Track,
    track_id,
    track_stem,
)
from guide.outputs.finished import FinishedGuide, PictureCopies
from guide.outputs.lyrics import render_lyrics
from guide.outputs.manifest import render_manifest, with_version
from guide.outputs.playlists import render_playlists
from guide.outputs.web import findings as page_findings
from guide.outputs.web import render as render_web
from guide.store.cache import Cache

T = TypeVar("T")
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture of the guide: its copies for the page, and its cover for tags."""

    copies: PictureCopies
    cover: bytes


@dataclass(frozen=True, slots=True)
class Ready:
    """One track ready to publish: new, kept, or an old one whose stop failed.

    `record` is the track as the manifest will have it, but for its files. `cues` is the cue sheet as it is published.
    `parts` are what shaped the track, as its plan has them; None for an old one, which nothing of today shaped.
    `formats` holds the same sound in further formats, by their names; an old track has none.
    """

    record: Track
    sheet: CueSheet
    cues: bytes
    audio: StoredFile | None
    parts: Mapping[str, str] | None = None
    formats: Mapping[str, StoredFile] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assembled:
    """The finished guide as files by path below audio_out, its manifest, and what a person should know of its page."""

    manifest: Manifest
    artifacts: Mapping[str, Artifact]
    findings: tuple[Finding, ...]


def track_path(language: str, number: str, stop: str, level: str) -> str:
    """Return where a track's file lies below audio_out, its ending left to its format."""
    return f"{language}/{track_stem(number, stop, level)}"


def cues_path(language: str, number: str, stop: str, level: str) -> str:
    """Return where a track's cue file lies below audio_out."""
    return f"cues/{language}/{track_stem(number, stop, level)}.json"


def assemble(
    sources: Sources,
    ready: Sequence[Ready],
    before: Manifest | None,
    *,
    tours: Sequence[ReadyTour] = (),
    pictures: Mapping[str, Pictured],
    cache: Cache,
) -> Assembled:
    """Return every file of the guide, the manifest among them."""
    tracks = {one.record.id: one.record for one in ready}
    finished = FinishedGuide(
        manifest=replace(_manifest(sources, tracks, before), tour_files={one.record.id: one.record for one in tours}),
        sheets={track_id(one.sheet.stop, one.sheet.language, one.sheet.level): one.sheet for one in ready},
        audio={name: one.audio for name, one in zip(tracks, ready, strict=True) if one.audio},
        pictures={file: one.copies for file, one in pictures.items()},
        page=sources.guide.page,
        formats={name: one.formats for name, one in zip(tracks, ready, strict=True) if one.formats},
        tours={one.record.id: one.audio for one in tours},
        read=cache.content,
    )
    cues = {name: one.cues for name, one in zip(tracks, ready, strict=True)}
    manifest, artifacts = render_all(finished, cues, {file: one.cover for file, one in pictures.items()}, cache)
    return Assembled(manifest, artifacts, page_findings(finished))


def render_all(
    finished: FinishedGuide, cues: Mapping[str, bytes], covers: Mapping[str, bytes], cache: Cache
) -> tuple[Manifest, dict[str, Artifact]]:
    """Return the manifest with its list of files, and every file of the guide by path below audio_out.

    Nothing else goes in: manifest, cue sheets, encoded sound, pictures. `cues` are the sheets as they are published,
    by track id; `covers` are JPEG by media file; `cache` keeps tagged files, so that only what changed is tagged again.
    """
    tagged = tagged_files(finished, covers, cache)
    tours = tagged_tours(finished, covers, cache)
    manifest = with_version(_with_files(finished.manifest, cues, tagged, tours))
    finished = replace(finished, manifest=manifest)
    files: dict[str, Artifact] = {manifest.tracks[name].cues.path: content for name, content in cues.items()}
    for name, one in tagged.items():
        files |= {_path(manifest.tracks[name], suffix): stored for suffix, stored in one.items()}
    files |= {one.file.path: tours[name] for name, one in manifest.tour_files.items() if one.file}
    files |= render_lyrics(finished)
    files |= render_playlists(manifest)
    files |= {f"web/{path}": artifact for path, artifact in render_web(finished).items()}
    records = (FileRecord(path, *size_and_digest(artifact)) for path, artifact in sorted(files.items()))
    manifest = replace(manifest, files=tuple(records))
    return manifest, files | {MANIFEST: render_manifest(manifest)}


def _path(track: Track, suffix: str) -> str:
    return track_path(track.language, track.number, track.stop, track.level) + suffix


def _with_files(
    manifest: Manifest,
    cues: Mapping[str, bytes],
    tagged: Mapping[str, Mapping[str, StoredFile]],
    tours: Mapping[str, StoredFile],
) -> Manifest:
    def filed(track: Track) -> Track:
        content = cues[track.id]
        path = cues_path(track.language, track.number, track.stop, track.level)
        shown = FileRecord(path, len(content), sha256(content).hexdigest())
        stored = tagged.get(track.id, {}).items()
        records = [FileRecord(_path(track, suffix), one.size_bytes, one.sha256) for suffix, one in stored]
        return replace(track, cues=shown, file=records[0] if records else None, formats=tuple(records[1:]))

    def tour_filed(tour: TourFile) -> TourFile:
        one = tours.get(tour.id)
        path = f"{tour.language}/{tour.tour}{MP3}"
        return replace(tour, file=FileRecord(path, one.size_bytes, one.sha256) if one else None)

    return replace(
        manifest,
        tracks={key: filed(track) for key, track in manifest.tracks.items()},
        tour_files={key: tour_filed(tour) for key, tour in manifest.tour_files.items()},
    )


def _manifest(sources: Sources, tracks: Mapping[str, Track], before: Manifest | None) -> Manifest:
    guide = sources.guide
    return Manifest(
        guide=guide.id,
        label=guide.label,
        version="",
        title=guide.title,
        museum=guide.museum,
        notice=guide.notice,
        languages=tuple(ManifestLanguage(one.tag, one.audio) for one in guide.languages),
        source_language=guide.source_language,
        default_language=guide.default_language,
        release_date=guide.release_date,
        address=guide.address,
        rights=guide.rights.notice,
        licence=guide.rights.licence,
        sections=guide.sections,
        tours=guide.tours,
        redirects=guide.redirects,
        closed=guide.closed,
        stops=_stops(sources, tracks, before),
        tracks=tracks,
        files=(),
        target_lufs=guide.mastering.target_lufs,
        ceiling_dbtp=guide.mastering.ceiling_dbtp,
        tool_version=__version__,
    )


def _stops(sources: Sources, tracks: Mapping[str, Track], before: Manifest | None) -> tuple[Stop, ...]:
    """Return the stops that have a track, in the order of their numbers, those without one last."""
    numbers = {(track.stop, track.number) for track in tracks.values()}
    standard = [one for one in sources.scripts if one.level == STANDARD]
    standard.sort(key=lambda one: (one.stop, one.number) in numbers)  # of two with one name, the one that is built
    scripts = {(one.stop, one.language): one for one in standard}
    for one in sources.scripts:
        scripts.setdefault((one.stop, one.language), one)
    own: dict[str, list[Track]] = {}
    for track in tracks.values():
        own.setdefault(track.stop, []).append(track)
    old = {one.id: one for one in before.stops} if before else {}
    stops = (_stop(stop, sources.guide, scripts, own[stop], old.get(stop)) for stop in own)
    return tuple(sorted(stops, key=lambda one: (not one.number, len(one.number), one.number, one.id)))


def _stop(
    stop: str, guide: Guide, scripts: Mapping[tuple[str, str], Script], own: Sequence[Track], old: Stop | None
) -> Stop:
    """Return a stop with what is written of it today, and what the last build said where only old tracks are left."""
    number = max(track.number for track in own)
    titles = {track.language: track.title for track in sorted(own, key=lambda one: one.level == STANDARD)}
    written = {tag: scripts[stop, tag] for tag in guide.tags if (stop, tag) in scripts}
    picture, texts = _picture(written, guide)
    if not written and old:
        return replace(old, number=number)
    made = Stop(
        id=stop,
        number=number,
        section=_section(written, guide, number),
        title=titles,
        warning={tag: one.warning for tag, one in written.items() if one.warning},
        picture=picture,
        picture_texts=texts,
        sources={tag: one.sources for tag, one in written.items() if one.sources},
    )
    unwritten = titles.keys() - written.keys()
    return _with_old_words(made, old, unwritten) if old and unwritten else made


def _with_old_words(stop: Stop, old: Stop, languages: Collection[str]) -> Stop:
    """Return a stop with what the last build said of it in languages whose old tracks stay and whose scripts do not."""

    def kept(words: Mapping[str, T]) -> dict[str, T]:
        return {tag: word for tag, word in words.items() if tag in languages}

    texts = kept(old.picture_texts) if old.picture == stop.picture else {}
    return replace(
        stop,
        warning={**stop.warning, **kept(old.warning)},
        picture_texts={**stop.picture_texts, **texts},
        sources={**stop.sources, **kept(old.sources)},
    )


def _section(written: Mapping[str, Script], guide: Guide, number: str) -> str:
    named = [one.value("section") for one in written.values() if one.value("section")]
    return named[0] if named else guide.section_of(number)


def _picture(written: Mapping[str, Script], guide: Guide) -> tuple[str, dict[str, PictureText]]:
    """Return the stop's picture, as the source language has it, with its texts in every language."""
    firsts = {tag: one.images[0] for tag, one in written.items() if one.images}
    if not firsts:
        return "", {}
    chosen = firsts.get(guide.source_language) or next(iter(firsts.values()))
    texts = {tag: PictureText(one.alt, one.credit) for tag, one in firsts.items() if one.file == chosen.file}
    return chosen.file, texts
