"""The guide as the page's scripts read it: one file a language, one a transcript.

Each is a classic script that hands one value to `guideData`: that works from a folder opened as
file, where a page may not fetch, and under the page's policy.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby

from guide.model.guide import text_in, words_in
from guide.model.narration import ShownSpan
from guide.model.script import STANDARD
from guide.model.track import Cue, CueSheet, Picture, Stop, Track, TranscriptParagraph, track_id
from guide.outputs.finished import FinishedGuide, PictureCopies
from guide.outputs.web.shelf import Shelf
from guide.outputs.web.vtt import webvtt

EMPHASIS = 1
STRONG = 2
RASTER, DRAWN = ".webp", ".png"
"""What the build's raster copies are; of drawings the large one."""
_IN_ADDRESSES = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture's published copies: `large` is what the stop shows, `thumb` what the list shows.

    `preview` is a raster for link previews, which show no SVG; only where the guide has a public address.
    """

    large: str
    thumb: str
    width: int
    height: int
    preview: str = ""


@dataclass(slots=True)
class Media:
    """Where everything was put, by track id or media file."""

    pictures: dict[str, PlacedPicture] = field(default_factory=dict)
    audio: dict[str, str] = field(default_factory=dict)
    subtitles: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


def place_media(finished: FinishedGuide, shelf: Shelf) -> Media:
    """Put sound, pictures, subtitles and transcripts on the shelf and return where they stand."""
    media = Media()
    for name, copies in sorted(finished.pictures.items()):
        media.pictures[name] = _place_picture(name, copies, shelf, preview=bool(finished.manifest.address))
    tracks = [track for _, track in sorted(finished.manifest.tracks.items())]
    for track in tracks:
        _place_sound(finished, track, media, shelf)
    for track in tracks:
        value = _transcript(finished, track, media)
        media.texts[track.id] = shelf.place(f"texts/{_stem(track)}", ".js", script_of("text", value))
    return media


def _place_picture(name: str, copies: PictureCopies, shelf: Shelf, *, preview: bool) -> PlacedPicture:
    own, _, suffix = name.rsplit("/", 1)[-1].rpartition(".")
    stem = f"pictures/{_plain(own)}"
    raster = DRAWN if copies.original else RASTER
    if copies.original:
        large = shelf.place(stem, f".{suffix.lower()}", copies.original)
    else:
        large = shelf.place(stem, raster, copies.large)
    thumb = shelf.place(f"{stem}.small", RASTER, copies.thumb)
    shown = shelf.place(stem, raster, copies.large) if preview else ""
    return PlacedPicture(large, thumb, copies.width, copies.height, shown)


def _plain(name: str) -> str:
    """Return a museum's file name in letters that mean nothing in an address: `plan #2` would end at its `#`."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _IN_ADDRESSES.sub("-", letters).strip("-.") or "picture"


def _place_sound(finished: FinishedGuide, track: Track, media: Media, shelf: Shelf) -> None:
    sound = finished.audio.get(track.id)
    if sound is None:
        return
    media.audio[track.id] = shelf.place(f"audio/{_stem(track)}", ".mp3", sound)
    subtitles = webvtt(finished.sheets[track.id]).encode()
    media.subtitles[track.id] = shelf.place(f"subtitles/{_stem(track)}", ".vtt", subtitles)


def script_of(kind: str, value: object) -> bytes:
    """Return a classic script that hands a value to the page.

    `<` and the two line separators of JSON that old JavaScript refuses are escaped, so that the
    text is safe inside an HTML page as well.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f'guideData("{kind}",{escape_json(text)});\n'.encode()


def escape_json(text: str) -> str:
    """Return JSON text that no HTML parser can mistake for markup."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def stop_key(stop: Stop) -> str:
    """Return what stands for a stop in an address: its number, or its id where it has none."""
    return stop.number or stop.id


def _stem(track: Track) -> str:
    level = "" if track.level == STANDARD else f".{track.level}"
    number = f"{track.number}-" if track.number else ""
    return f"{number}{track.stop}.{track.language}{level}"


def _transcript(finished: FinishedGuide, track: Track, media: Media) -> dict[str, object]:
    sheet = finished.sheets[track.id]
    return {
        "id": track.id,
        "audio": media.audio.get(track.id, ""),
        "seconds": _time(sheet.seconds),
        "paragraphs": paragraphs(sheet),
        "pictures": [placed_picture(picture, media) for picture in sheet.pictures if picture.file in media.pictures],
        "others": _others(finished, track, media),
    }


def paragraphs(sheet: CueSheet) -> list[dict[str, object]]:
    """Return what is shown, by paragraph in order: cues are `[start, end, spans]`, times in seconds.

    Lines of no paragraph are a clip's caption; lines that show nothing are left out.
    """
    known = {paragraph.id: paragraph for paragraph in sheet.paragraphs}
    found: list[dict[str, object]] = []
    for name, cues in groupby((cue for cue in sheet.cues if cue.shown), key=lambda cue: cue.paragraph):
        paragraph = known.get(name, TranscriptParagraph(name, "clip"))
        found.append(
            {
                "id": name,
                "kind": paragraph.kind,
                "speaker": paragraph.speaker,
                "cues": [_cue(cue) for cue in cues],
            }
        )
    return found


def placed_picture(picture: Picture, media: Media) -> dict[str, object]:
    """Return one picture of a transcript with its published copy."""
    placed = media.pictures[picture.file]
    return {
        "src": placed.large,
        "width": placed.width,
        "height": placed.height,
        "alt": picture.alt,
        "credit": picture.credit,
        "before": picture.before,
    }


def _cue(cue: Cue) -> list[object]:
    return [_time(cue.start), _time(cue.end), [_span(span) for span in cue.shown]]


def _span(span: ShownSpan) -> object:
    weight = EMPHASIS * span.emphasis + STRONG * span.strong
    return [span.text, span.language, weight] if span.language or weight else span.text


def _others(finished: FinishedGuide, track: Track, media: Media) -> dict[str, object]:
    """Return, for each other language, its sound and the times of its sentences by paragraph.

    The page needs them inside the tap that changes language: a phone lets sound begin only there.
    """
    found: dict[str, object] = {}
    for language in finished.manifest.languages:
        if language.tag == track.language:
            continue
        same = finished.manifest.track(track.stop, language.tag, track.level)
        other = same or finished.manifest.track(track.stop, language.tag, STANDARD)
        if other is not None and other.id in media.audio:
            # Another level has other paragraphs: there the stop begins anew.
            times = _times(finished.sheets[other.id]) if same else {}
            found[language.tag] = {"audio": media.audio[other.id], "times": times}
    return found


def _times(sheet: CueSheet) -> Mapping[str, list[list[float]]]:
    times: dict[str, list[list[float]]] = {}
    for cue in sheet.cues:
        if cue.shown:
            times.setdefault(cue.paragraph, []).append([_time(cue.start), _time(cue.end)])
    return times


def _time(seconds: float) -> float:
    return round(seconds, 2)


def language_value(finished: FinishedGuide, language: str, media: Media) -> dict[str, object]:
    """Return what the page needs to know of one language before any stop is opened."""
    manifest = finished.manifest
    return {
        "stops": [
            entry for stop in manifest.stops if (entry := stop_entry(finished, stop, language, media)) is not None
        ],
        "sections": {section.number: words_in(section.title, language) for section in manifest.sections},
        "tours": [
            {"id": tour.id, "title": words_in(tour.title, language), "stops": tour.stops, "minutes": tour.minutes}
            for tour in manifest.tours
            if words_in(tour.title, language)
        ],
        "closed": {number: words_in(words, language) for number, words in manifest.closed.items()},
        "title": words_in(manifest.title, language),
        "museum": words_in(manifest.museum, language),
        "notice": words_in(manifest.notice, language),
        "rights": text_in(manifest.rights, language),
    }


def stop_entry(finished: FinishedGuide, stop: Stop, language: str, media: Media) -> dict[str, object] | None:
    """Return a stop's line in the list, or None where the language lacks it."""
    levels = finished.levels(stop.id, language)
    if not levels:
        return None
    track = finished.manifest.tracks[track_id(stop.id, language, levels[0])]
    return {
        "id": stop.id,
        "number": stop.number,
        "section": stop.section,
        "title": track.title or words_in(stop.title, language),
        "seconds": round(track.seconds),
        "tracks": {level: _sound(finished, track_id(stop.id, language, level), media) for level in levels},
        "warning": track.warning or words_in(stop.warning, language),
        "thumb": media.pictures[stop.picture].thumb if stop.picture in media.pictures else "",
    }


def _sound(finished: FinishedGuide, name: str, media: Media) -> tuple[str, str, float]:
    """Return where a track's text and sound stand, and its length in seconds."""
    return media.texts[name], media.audio.get(name, ""), _time(finished.manifest.tracks[name].seconds)


def download_list(
    finished: FinishedGuide, language: str, media: Media, shelf: Shelf
) -> list[list[tuple[str, str, int]]]:
    """Return the files of each stop in a language as `(path, beginning of its sha256, bytes)`, stops in order.

    A picture that two stops show stands in both lists; whoever downloads fetches it once.
    """
    return [
        [shelf.record(path) for path in _files_of(finished, stop, language, media)]
        for stop in finished.manifest.stops
        if finished.levels(stop.id, language)
    ]


def _files_of(finished: FinishedGuide, stop: Stop, language: str, media: Media) -> list[str]:
    paths: list[str] = []
    names = [track_id(stop.id, language, level) for level in finished.levels(stop.id, language)]
    for name in names:
        paths += [media.texts[name], *([media.audio[name]] if name in media.audio else [])]
    pictures = [stop.picture, *(picture.file for name in names for picture in finished.sheets[name].pictures)]
    for file in dict.fromkeys(pictures):
        if file in media.pictures:
            paths += [media.pictures[file].large, media.pictures[file].thumb]
    return paths
