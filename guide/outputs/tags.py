"""What is written into a track: who made it, what it says, and how it came to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide.audio.tagging import Chapter, Tags, TimedLine
from guide.audio.versions import CLEANING
from guide.model.guide import words_in
from guide.model.script import STANDARD
from guide.model.track import CueSheet, Manifest, TourChapter, TourFile, Track, track_id

_ISO_639_2 = {
    "ar": "ara", "bg": "bul", "br": "bre", "ca": "cat", "co": "cos", "cs": "ces", "cy": "cym", "da": "dan",
    "de": "deu", "el": "ell", "en": "eng", "es": "spa", "et": "est", "eu": "eus", "fa": "fas", "fi": "fin",
    "fr": "fra", "ga": "gle", "gl": "glg", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "is": "isl",
    "it": "ita", "ja": "jpn", "ko": "kor", "lb": "ltz", "lt": "lit", "lv": "lav", "mt": "mlt", "nb": "nob",
    "nl": "nld", "nn": "nno", "no": "nor", "oc": "oci", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus",
    "sk": "slk", "sl": "slv", "sq": "sqi", "sr": "srp", "sv": "swe", "tr": "tur", "uk": "ukr", "vi": "vie",
    "zh": "zho",
}  # fmt: skip
"""ISO 639-1 to ISO 639-2/T, which ID3 asks for."""


def three_letters(tag: str) -> str:
    """Return the ISO 639-2 code of a BCP 47 tag; `und` (undetermined) for one that has none here."""
    primary = tag.partition("-")[0]
    return primary if len(primary) == 3 else _ISO_639_2.get(primary, "und")


def track_tags(manifest: Manifest, track: Track, sheet: CueSheet, cover: bytes) -> Tags:
    """Return a track's tags. `cover` is a JPEG of at most 50 kB, or empty."""
    order = [stop.id for stop in manifest.stops]
    album = words_in(manifest.title, track.language)
    engines, voices = who(track.heard or (f"{track.engine}/{track.voice}",))
    return Tags(
        title=track.title,
        album=album if track.level == STANDARD else f"{album} ({track.level})",
        artist=words_in(manifest.museum, track.language),
        number=order.index(track.stop) + 1,
        total=len(order),
        language=three_letters(track.language),
        stop_number=track.number,
        year=manifest.release_date[:4],
        copyright=manifest.rights,
        comment=track.stop,
        lyrics=transcript(sheet),
        lines=timed_lines(sheet),
        picture=cover,
        voice=voices,
        engine=engines,
        engine_version=track.engine_version,
        script_sha256=track.script_sha256,
        cleaning=_cleaning(track.cleaned),
    )


def tour_tags(manifest: Manifest, tour: TourFile, cover: bytes, sheets: Mapping[str, CueSheet]) -> Tags:
    """Return the tags of a whole tour's file: a chapter a stop, and the words of all (`sheets` by track id)."""
    parts = chapters_with_words(tour, sheets)
    return Tags(
        title=tour.title,
        album=words_in(manifest.title, tour.language),
        artist=words_in(manifest.museum, tour.language),
        language=three_letters(tour.language),
        year=manifest.release_date[:4],
        copyright=manifest.rights,
        comment=tour.tour,
        lyrics="\n\n".join(f"{chapter.title}\n\n{transcript(sheet)}" for chapter, sheet in parts),
        lines=tuple(line for chapter, sheet in parts for line in timed_lines(sheet, chapter.start_s)),
        picture=cover,
        voice=tour.voice,
        engine=tour.engine,
        engine_version=tour.engine_version,
        script_sha256=tour.script_sha256,
        cleaning=_cleaning(tour.cleaned),
        chapters=tuple(Chapter(one.title, one.start_s, one.end_s) for one in tour.chapters),
    )


def who(heard: Iterable[str]) -> tuple[str, str]:
    """Return the engines and the voices of all that is heard (`engine/voice`), each once, parted by commas."""
    both = [one.partition("/") for one in heard]
    engines, voices = (dict.fromkeys(names) for names in ([one[0] for one in both], [one[2] for one in both]))
    return ", ".join(engines), ", ".join(voices)


def _cleaning(files: tuple[str, ...]) -> str:
    return f"{', '.join(files)}: {CLEANING}" if files else ""


def chapters_with_words(tour: TourFile, sheets: Mapping[str, CueSheet]) -> list[tuple[TourChapter, CueSheet]]:
    """Return a tour's chapters with their stops' transcripts; none where the file is older than they are."""
    if tour.state != "current":
        return []
    found = ((one, sheets.get(track_id(one.stop, tour.language, STANDARD))) for one in tour.chapters)
    return [(chapter, sheet) for chapter, sheet in found if sheet]


def timed_lines(sheet: CueSheet, start_s: float = 0.0) -> tuple[TimedLine, ...]:
    """Return what a track shows, line by line, each with its time in a file in which the track begins at `start_s`."""
    shown = ((cue.start, "".join(span.text for span in cue.shown)) for cue in sheet.cues if cue.shown)
    return tuple(TimedLine(round(start_s + at, 3), text) for at, text in shown)


def transcript(sheet: CueSheet) -> str:
    """Return a track's text for reading: a paragraph a line pair, a quote with its speaker."""
    lines = []
    for paragraph in sheet.paragraphs:
        words = [
            "".join(span.text for span in cue.shown).strip() for cue in sheet.cues if cue.paragraph == paragraph.id
        ]
        text = " ".join(word for word in words if word)
        if text:
            lines.append(text + (f"\n— {paragraph.speaker}" if paragraph.speaker else ""))
    return "\n\n".join(lines)
