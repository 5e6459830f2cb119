"""guide.toml in, a Guide out.

Pure: the text comes in as an argument. All faults are found at once, each with its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guide.errors import SettingsError
from guide.model.artifact import RESERVED
from guide.model.guide import Beds, Cast, Guide, Language, Pacing, Page, Rights, Section, Settled, Targets, Tour
from guide.model.loudness import Encoding, Mastering
from guide.model.nearest import nearest
from guide.model.script import STANDARD
from guide.model.voice import NARRATOR, QUOTE, Delivery, Voice
from guide.settings.broken import read_toml
from guide.settings.declared import LISTS, OPEN_TABLES, SETTINGS, TABLES, VOICE_KEYS
from guide.settings.reading import IDENTIFIER, NUMBER, Reader, as_integer, as_number, as_text, as_texts, as_words

FILE = "guide.toml"
DRAFT = "draft"
PLAYLIST = "playlist"
"""The name of each language's list of the whole guide: a tour's own list lies beside it."""
PICO_LANGUAGES = frozenset({"fr", "en", "de", "es", "it"})
"""What the built-in voice Pico speaks."""


def parse_settings(text: str, *, file: str = FILE) -> Guide:
    """Return the guide that the text of a guide.toml describes.

    Raises SettingsError with all faults found, each with file and line.
    """
    data = read_toml(text, file)
    reader = Reader(text, file, [])
    guide = _guide(data, reader)
    if reader.findings or guide is None:
        raise SettingsError(reader.faults())
    return guide


def _guide(data: Mapping[str, Any], reader: Reader) -> Guide | None:
    reader.unknown(data, (*TABLES, *OPEN_TABLES, *LISTS), "")
    values = {table: _plain_table(data, table, reader) for table in TABLES}
    head, sound, page = values["guide"], values["sound"], values["page"]
    tags: tuple[str, ...] = head["languages"]
    if not tags:
        return None
    for key in ("title", "museum"):
        if head[key]:
            _all_languages(head[key], tags, ("guide", key), reader)
    if isinstance(values["rights"]["notice"], Mapping):
        _all_languages(values["rights"]["notice"], tags, ("rights", "notice"), reader)
    source, default = head["source_language"] or tags[0], head["default_language"] or tags[0]
    for key, tag in (("source_language", source), ("default_language", default)):
        if tag not in tags:
            reader.choice("guide", key, tag, tags)
    casts = _casts(data, tags, reader)
    if head["cast"] not in casts:
        allowed = ", ".join(casts)
        reader.fault("cast-unknown", "guide", "cast", nearest(head["cast"], casts), value=head["cast"], allowed=allowed)
    return Guide(
        id=head["id"],
        title=head["title"],
        museum=head["museum"],
        notice=head["notice"],
        languages=_language_settings(data, tags, reader),
        source_language=source,
        default_language=default,
        casts=casts,
        cast=head["cast"],
        label=head["label"],
        address=_with_slash(head["address"]),
        release_date=head["release_date"],
        reserved=head["reserved"],
        sections=_sections(data, tags, reader),
        tours=_tours(data, tags, reader),
        redirects=_redirects(data, reader),
        closed=_closed(data, tags, reader),
        mastering=Mastering(sound["target_lufs"], sound["ceiling_dbtp"]),
        encoding=Encoding("mp3", sound["rate_hz"], sound["bitrate_kbps"]),
        extra_formats=sound["formats"],
        spoken_opening=sound["spoken_opening"],
        clean_recordings=sound["clean_recordings"],
        tour_files=sound["tour_files"],
        pacing=Pacing(**values["pacing"]),
        beds=Beds(**values["beds"]),
        targets=Targets(**values["targets"]),
        settled=_settled(data, reader),
        page=Page(**page),
        rights=Rights(**values["rights"]),
    )


def _with_slash(address: str) -> str:
    return address if not address or address.endswith("/") else address + "/"


def _plain_table(data: Mapping[str, Any], table: str, reader: Reader) -> dict[str, Any]:
    found = reader.table(data.get(table, {}), "", table)
    declared = [setting for setting in SETTINGS if setting.table == table]
    reader.unknown(found, [setting.key for setting in declared], table)
    return {setting.key: reader.read(setting, found) for setting in declared}


def _all_languages(words: Mapping[str, str], tags: Sequence[str], where: tuple[str, str], reader: Reader) -> None:
    for tag in tags:
        if tag not in words:
            reader.fault("setting-language-missing", *where, language=tag)


def _language_settings(data: Mapping[str, Any], tags: Sequence[str], reader: Reader) -> tuple[Language, ...]:
    found = reader.table(data.get("languages", {}), "", "languages")
    for tag in (tag for tag in found if tag not in tags):
        reader.fault("language-not-listed", "languages", tag, nearest(tag, tags), language=tag)
    audio = {}
    for tag, table in found.items():
        known = reader.table(table, "languages", tag)
        reader.unknown(known, ("audio",), f"languages.{tag}")
        audio[tag] = known.get("audio", "speech")
        if audio[tag] not in ("speech", "none"):  # a tuple: what TOML holds may have no hash
            reader.choice(f"languages.{tag}", "audio", str(audio[tag]), ("speech", "none"))
    return tuple(Language(tag, audio.get(tag, "speech")) for tag in tags)


def usual_cast(tags: Sequence[str]) -> Cast:
    """Return the cast of a guide that names none: voices that are built in and need no network.

    Pico where it speaks the language, espeak-ng elsewhere; a quote is the same voice, lower.
    """
    voices = {}
    for tag in tags:
        voices[tag, STANDARD, NARRATOR] = usual_voice(tag)
        voices[tag, STANDARD, QUOTE] = usual_voice(tag, pitch=0.9)
    return Cast(DRAFT, voices)


def usual_voice(tag: str, *, pitch: float = 1.0) -> Voice:
    """Return the built-in voice for a language."""
    engine = "pico" if tag.partition("-")[0] in PICO_LANGUAGES else "espeak"
    return Voice(engine, "", tag, Delivery(rate=0.9, pitch=pitch))


def _casts(data: Mapping[str, Any], tags: Sequence[str], reader: Reader) -> dict[str, Cast]:
    casts = {}
    if "casts" not in data:
        return {DRAFT: usual_cast(tags)}
    for name, by_language in reader.table(data["casts"], "", "casts").items():
        voices: dict[tuple[str, str, str], Voice] = {}
        for place, roles in reader.table(by_language, "casts", name).items():
            tag, _, level = place.partition(".")
            where = f"casts.{name}.{place}"
            if tag not in tags:
                reader.fault("language-not-listed", f"casts.{name}", place, nearest(tag, tags), language=tag)
                continue
            for role, voice in reader.table(roles, f"casts.{name}", place).items():
                voices[tag, level or STANDARD, role] = _voice(voice, tag, where, role, reader)
        casts[name] = Cast(name, voices)
    return casts


def _voice(value: object, tag: str, where: str, role: str, reader: Reader) -> Voice:
    table = reader.table(value, where, role)
    reader.unknown(table, list(VOICE_KEYS), where, within=role)
    engine = as_text(table.get("engine", ""))
    if not engine:
        reader.fault("setting-missing", where, f"{role}.engine")
    factors = {}
    for key in ("rate", "pitch"):
        factor = as_number(table.get(key, 1.0))
        if factor is None:
            reader.wrong(where, f"{role}.{key}", "voice")
        elif not 0.5 <= factor <= 2.0:
            reader.fault("setting-out-of-range", where, f"{role}.{key}", value=factor, low=0.5, high=2.0)
        factors[key] = factor or 1.0
    return Voice(engine or "", as_text(table.get("voice", "")) or "", tag, Delivery(**factors))


def _entries(data: Mapping[str, Any], name: str, reader: Reader) -> Iterator[Mapping[str, Any]]:
    """Yield the tables `[[name]]`; while one is out, the reader's faults are placed in it."""
    value = data.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        reader.wrong("", name, "list")
        return
    for number, one in enumerate(value, 1):
        reader.entry = number
        reader.unknown(one, list(LISTS[name]), name)
        yield one
    reader.entry = 0


def _sections(data: Mapping[str, Any], tags: Sequence[str], reader: Reader) -> tuple[Section, ...]:
    sections = []
    for one in _entries(data, "sections", reader):
        title = as_words(one.get("title")) or {}
        _all_languages(title, tags, ("sections", "title"), reader)
        number = one.get("number")
        if not isinstance(number, str) or not NUMBER.match(number):
            example = f'"{number}"' if as_integer(number) is not None else '"2"'
            reader.wrong("sections", "number", "digits", example=example)
            continue
        sections.append(Section(number, title))
    return tuple(sections)


def _tours(data: Mapping[str, Any], tags: Sequence[str], reader: Reader) -> tuple[Tour, ...]:
    tours: list[Tour] = []
    for one in _entries(data, "tours", reader):
        title = as_words(one.get("title")) or {}
        _all_languages(title, tags, ("tours", "title"), reader)
        name, stops, minutes = as_text(one.get("id")) or "", as_texts(one.get("stops", [])), one.get("minutes")
        if not IDENTIFIER.match(name):
            reader.wrong("tours", "id", "identifier", example='"short"')
        elif any(tour.id == name for tour in tours):
            reader.fault("setting-doubled", "tours", "id", value=name)
        if name == PLAYLIST:
            reader.fault("tour-id-taken", "tours", "id", value=name)
        elif name in RESERVED:
            reader.fault("tour-id-reserved", "tours", "id", value=name)
        if stops is None:
            reader.wrong("tours", "stops", "texts")
        if minutes is not None and as_integer(minutes) is None:
            reader.wrong("tours", "minutes", "integer")
        tours.append(Tour(name, title, stops or (), minutes))
    return tuple(tours)


def _redirects(data: Mapping[str, Any], reader: Reader) -> dict[str, str]:
    redirects = {}
    for old, new in reader.table(data.get("redirects", {}), "", "redirects").items():
        if not NUMBER.match(old) or not isinstance(new, str) or not NUMBER.match(new):
            reader.wrong("redirects", old, "digits")
            continue
        redirects[old] = new
    return redirects


def _closed(data: Mapping[str, Any], tags: Sequence[str], reader: Reader) -> dict[str, dict[str, str]]:
    closed = {}
    for number, value in reader.table(data.get("closed", {}), "", "closed").items():
        words = as_words(value)
        if not NUMBER.match(number) or words is None:
            reader.wrong("closed", number, "words")
            continue
        _all_languages(words, tags, ("closed", number), reader)
        closed[number] = words
    return closed


def _settled(data: Mapping[str, Any], reader: Reader) -> tuple[Settled, ...]:
    settled = []
    for one in _entries(data, "settled", reader):
        code, reason, file = (as_text(one.get(key, "")) or "" for key in ("code", "reason", "file"))
        if not code or not reason:
            reader.fault("settled-without-reason", "settled", "code" if not code else "reason")
            continue
        settled.append(Settled(code, reason, file))
    return tuple(settled)
