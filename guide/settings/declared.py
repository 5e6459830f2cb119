"""Every setting of guide.toml, declared once with its meaning: the reference page is made from this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guide.model.guide import Beds, Pacing, Page, Targets
from guide.model.loudness import Encoding, Mastering


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: where it stands, what it may be, what holds without it, what it means.

    `kind` names a reader below; `limits` are the lowest and highest number, `choices` the words
    allowed. `required` settings have no default.
    """

    table: str
    key: str
    kind: str
    default: Any
    meaning: str
    limits: tuple[float, float] | None = None
    choices: tuple[str, ...] = ()
    required: bool = False


def _settings() -> tuple[Setting, ...]:
    pacing, beds, targets, sound, coding, page = Pacing(), Beds(), Targets(), Mastering(), Encoding(), Page()
    seconds = (0.0, 10.0)
    return (
        Setting("guide", "id", "identifier", "", "Lasting name of the guide: lower-case letters, digits, hyphens.", required=True),
        Setting("guide", "label", "text", "", "A name for this state of the guide, such as `opening` or `2014-09`."),
        Setting("guide", "languages", "languages", (), "The languages, in the order they are offered; each has a folder `scripts_<language>`.", required=True),
        Setting("guide", "source_language", "text", "", "The language written first; the others are its translations. Default: the first language."),
        Setting("guide", "default_language", "text", "", "What a phone in none of the languages is shown first. Default: the first language."),
        Setting("guide", "cast", "text", "draft", "The cast that `guide build` uses: one of the `[casts.…]`."),
        Setting("guide", "address", "address", "", "Public address of the visitor's page, `https://…/`; what search engines and link previews are told."),
        Setting("guide", "release_date", "date", "", "Day of publication, `2014-09-05`; written into tags and pages."),
        Setting("guide", "reserved", "texts", (), "Stop numbers that no stop may take (a staff test number, say)."),
        Setting("guide", "title", "words", {}, "The guide's title in each language.", required=True),
        Setting("guide", "museum", "words", {}, "The museum's name in each language.", required=True),
        Setting("guide", "notice", "words", {}, "Who stands behind the guide, shown on the page's help screen."),
        Setting("rights", "notice", "text_or_words", "", "Copyright line, written into every track and shown on the page's help screen."),
        Setting("rights", "licence", "text", "", "Licence of the guide's texts and pictures."),
        Setting("rights", "expires", "table", {}, "Last day a media file may be used: `\"sounds/song.flac\" = \"2026-12-31\"`."),
        Setting("sound", "target_lufs", "number", sound.target_lufs, "Integrated loudness of every track (EBU R128), in LUFS.", (-31.0, -9.0)),
        Setting("sound", "ceiling_dbtp", "number", sound.ceiling_dbtp, "Highest true peak of every track, in dBTP.", (-12.0, -0.3)),
        Setting("sound", "rate_hz", "integer", coding.rate_hz, "Sampling rate of the tracks, in Hz.", choices=("24000", "44100")),
        Setting("sound", "bitrate_kbps", "integer", coding.bitrate_kbps, "Constant bit rate of the tracks, in kbit/s.", choices=("48", "64", "96", "128")),
        Setting("sound", "formats", "texts", (), "Further formats beside MP3.", choices=("opus", "aac")),
        Setting("sound", "spoken_opening", "flag", False, "Whether each track begins with its number and title, for players without a screen."),
        Setting("sound", "clean_recordings", "flag", False, "Whether recordings are filtered and freed of steady noise before they are mixed."),
        Setting("sound", "tour_files", "flag", False, "Whether each tour is also made as one file with a chapter a stop, `<language>/<tour>.mp3`."),
        Setting("pacing", "head_s", "number", pacing.head_s, "Silence before the first word, in seconds.", seconds),
        Setting("pacing", "tail_s", "number", pacing.tail_s, "Silence after the last word, in seconds.", seconds),
        Setting("pacing", "sentence_s", "number", pacing.sentence_s, "Silence between sentences, in seconds.", seconds),
        Setting("pacing", "paragraph_s", "number", pacing.paragraph_s, "Silence between paragraphs, in seconds.", seconds),
        Setting("pacing", "clause_s", "number", pacing.clause_s, "Silence where a change of voice or a mark parts a sentence, in seconds.", seconds),
        Setting("pacing", "pause_s", "number", pacing.pause_s, "Length of `[pause]` without a time, in seconds.", seconds),
        Setting("beds", "gain_db", "number", beds.gain_db, "Level of a bed against the voice, in dB.", (-40.0, 0.0)),
        Setting("beds", "duck_db", "number", beds.duck_db, "How much a bed gives way while the voice speaks, in dB.", (-30.0, 0.0)),
        Setting("beds", "attack_ms", "number", beds.attack_ms, "How fast a bed gives way, in milliseconds.", (5.0, 2000.0)),
        Setting("beds", "release_ms", "number", beds.release_ms, "How slowly a bed comes back, in milliseconds.", (20.0, 5000.0)),
        Setting("beds", "fade_s", "number", beds.fade_s, "Fade of a bed that names none, in seconds.", seconds),
        Setting("targets", "words", "pair", targets.words, "Fewest and most words of a stop."),
        Setting("targets", "seconds", "pair", targets.seconds, "Shortest and longest playing time of a stop, in seconds."),
        Setting("targets", "sentence_words", "integer", targets.sentence_words, "Most words in a sentence.", (5, 200)),
        Setting("targets", "dates", "integer", targets.dates, "Most dates in a stop.", (0, 50)),
        Setting("page", "auto_advance", "flag", page.auto_advance, "Whether the next stop starts by itself."),
        Setting("page", "kiosk_minutes", "integer", page.kiosk_minutes, "For rental phones: back to the choice of language after so many idle minutes; 0: never.", (0, 240)),
        Setting("page", "single_file", "flag", page.single_file, "Whether the page is also made as one HTML file with its sound inside."),
        Setting("page", "colours", "table", {}, "Colours of the page by role, as CSS colours."),
        Setting("page", "logo", "text", "", "The museum's logo: a file in `media/`."),
        Setting("page", "words", "words_table", {}, "The page's own words, replaced: `[page.words.KEY]` with a text in each language."),
    )  # fmt: skip


SETTINGS: tuple[Setting, ...] = _settings()
TABLES = ("guide", "rights", "sound", "pacing", "beds", "targets", "page")
OPEN_TABLES = ("languages", "casts", "redirects", "closed")
LISTS: Mapping[str, Mapping[str, str]] = {
    "sections": {"number": "First digits of its stops' numbers.", "title": "Its title in each language."},
    "tours": {
        "id": "Lasting name of the tour.",
        "title": "Its title in each language.",
        "stops": "Stop ids in walking order; none: all stops in the order of their numbers.",
        "minutes": "How long the visit takes, in minutes, as promised to visitors.",
    },
    "settled": {
        "code": "The warning's code.",
        "file": "Only in this file (optional).",
        "reason": "Why the museum accepts it.",
    },
}
VOICE_KEYS: Mapping[str, str] = {
    "engine": "The speech engine: see `guide voices`.",
    "voice": "Its voice; none: the engine's first voice for the language.",
    "rate": "Speed, as a factor of the engine's normal rate (0.5 to 2).",
    "pitch": "Pitch, as a factor (0.5 to 2).",
}
