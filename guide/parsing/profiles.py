"""A player's profile in, values out: TOML in which every key is optional, all faults found at once.

The keys, their kinds and their defaults are those of the values in `guide.model.player`; a profile
may begin from another (`based_on`) and name only what differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from guide.errors import SettingsError
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.nearest import nearest
from guide.model.player import CardRules, FileNaming, Limits, PlayerSound, PlayerTags, PlaylistDialect, Profile
from guide.settings.broken import read_toml

TABLES: Mapping[str, type] = {
    "naming": FileNaming,
    "limits": Limits,
    "sound": PlayerSound,
    "tags": PlayerTags,
    "playlist": PlaylistDialect,
    "card": CardRules,
}
TOP = ("based_on", "title", "rule", *TABLES)

CHOICES: Mapping[tuple[str, str], tuple[str | int, ...]] = {
    ("naming", "contents"): ("tracks", "web"),
    ("naming", "characters"): ("8.3", "ascii", "unicode"),
    ("sound", "format"): ("", "mp3", "wav"),
    ("sound", "channels"): (1, 2),
    ("sound", "rate_hz"): (8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000),
    ("sound", "bitrate_kbps"): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    ("tags", "version"): (0, 3, 4),
    ("tags", "text"): ("utf-16", "latin-1"),
    ("playlist", "encoding"): ("utf-8", "latin-1", "ascii"),
    ("playlist", "line_end"): ("crlf", "lf"),
    ("playlist", "separator"): ("/", "\\"),
    ("playlist", "base"): ("playlist", "root"),
    ("card", "order"): ("names", "directory"),
    ("card", "systems"): ("fat16", "fat32", "exfat"),
}
"""What a setting may be; of a list, what each of its members may be."""

LOW_RATES_HZ = (16_000, 22_050, 24_000)
MOST_OF_LOW_RATES_KBPS = 160
"""MP3 at these rates is MPEG-2 (ISO/IEC 13818-3), which ends there: an encoder would quietly take less."""
ONLY_WAV_HZ = (8_000,)
"""Rates at which no MP3 is made."""

WORDS = (
    *("number", "position", "stop", "title", "section", "section_number"),
    *("language", "language_number", "language_digit", "level"),
)
"""What may stand in braces in a track's folder and file name."""
PLAYLIST_WORDS = ("guide", "tour", "language", "language_number", "language_digit", "level")
NUMERIC = frozenset({"number", "position", "section", "section_number", "language_number", "language_digit"})
"""The words that take a width: `{number:3}` is at least three digits."""
WORD = re.compile(r"\{([^{}:]*)(?::([^{}]*))?\}")

PATTERNS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("naming", "folder"): WORDS,
    ("naming", "file"): WORDS,
    ("playlist", "file"): PLAYLIST_WORDS,
}

_EXAMPLES: Mapping[type, str] = {
    str: '"names"',
    bool: "true",
    int: "64",
    float: "2.5",
    tuple: '["._*", ".DS_Store"]',
    dict: '{ fr = "Carte", en = "Card" }',
}


def parse_profile(text: str, *, name: str, file: str, bases: Mapping[str, Profile]) -> Profile:
    """Return the profile that a TOML text describes; `bases` are those it may begin from.

    Raises SettingsError with every fault, each with its line.
    """
    try:
        data = read_toml(text, file)
    except SettingsError as fault:
        (found,) = fault.findings
        if found.code == "settings-not-toml":
            found = replace(found, message=replace(found.message, code="profile-not-toml"))
        raise SettingsError((found,)) from None
    reader = _Reader(text, file)
    profile = reader.profile(data, name, bases)
    if reader.findings:
        raise SettingsError(tuple(sorted(reader.findings, key=lambda finding: finding.place or Place(file))))
    return profile


@dataclass(slots=True)
class _Reader:
    text: str
    file: str
    findings: list[Finding] = field(default_factory=list)

    def profile(self, data: Mapping[str, Any], name: str, bases: Mapping[str, Profile]) -> Profile:
        self._unknown(data, TOP, "")
        base = self._base(data.get("based_on", ""), name, bases)
        words = {key: self._words(data, key) or getattr(base, key) for key in ("title", "rule")}
        for key, said in words.items():
            if not said and key not in data:
                self._fault("profile-words-missing", "", key)
        tables = {table: self._table(data.get(table, {}), table, getattr(base, table)) for table in TABLES}
        self._mp3(tables["sound"])
        return Profile(name, words["title"], words["rule"], **tables)

    def _mp3(self, sound: PlayerSound) -> None:
        """Keep a fault for a sampling rate at which no MP3 is made, or which has not this bit rate."""
        if sound.format != "mp3":
            return
        rates = tuple(one for one in CHOICES["sound", "rate_hz"] if one not in ONLY_WAV_HZ)
        if sound.rate_hz in ONLY_WAV_HZ:
            self._choose((sound.rate_hz,), rates, "sound", "rate_hz")
        if sound.rate_hz in LOW_RATES_HZ and sound.bitrate_kbps > MOST_OF_LOW_RATES_KBPS:
            most = MOST_OF_LOW_RATES_KBPS
            self._fault("profile-mp3-bitrate", "sound", "bitrate_kbps", rate=sound.rate_hz, most=most)

    def _base(self, value: object, name: str, bases: Mapping[str, Profile]) -> Profile:
        if value == "":
            return Profile(name, {}, {})
        if isinstance(value, str) and value in bases:
            return bases[value]
        self._fault("profile-base-unknown", "", "based_on", value=str(value), suggestion=nearest(str(value), bases))
        return Profile(name, {"en": name}, {"en": name})

    def _words(self, data: Mapping[str, Any], key: str) -> dict[str, str]:
        if key not in data:
            return {}
        value = data[key]
        if isinstance(value, dict) and value and all(isinstance(one, str) and one.strip() for one in value.values()):
            return {tag: one.strip() for tag, one in value.items()}
        self._fault("profile-wrong-kind", "", key, example=_EXAMPLES[dict])
        return {}

    def _table(self, value: object, table: str, base: Any) -> Any:  # noqa: ANN401  # one of the classes of TABLES
        if not isinstance(value, dict):
            self._fault("profile-wrong-kind", "", table, example=f"[{table}]")
            return base
        known = {one.name for one in fields(base)}
        self._unknown(value, tuple(known), table)
        changed = {key: self._value(one, table, key, getattr(base, key)) for key, one in value.items() if key in known}
        return replace(base, **changed)

    def _value(self, value: object, table: str, key: str, default: Any) -> Any:  # noqa: ANN401  # a value of TOML
        if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if isinstance(default, tuple) and isinstance(value, list) and all(isinstance(one, str) for one in value):
            value = tuple(value)
        if type(value) is not type(default):
            self._fault("profile-wrong-kind", table, key, example=_EXAMPLES[type(default)])
            return default
        self._check(value, table, key)
        return value

    def _check(self, value: Any, table: str, key: str) -> None:  # noqa: ANN401  # as above
        choices = CHOICES.get((table, key))
        lowest = -1 if key == "cover_pixels" else 0
        if choices:
            self._choose(value if isinstance(value, tuple) else (value,), choices, table, key)
        elif isinstance(value, int | float) and value < lowest:
            self._fault("profile-negative", table, key)
        words = PATTERNS.get((table, key))
        for code, word in pattern_faults(value, words) if words else ():
            self._fault(code, table, key, word=word, suggestion=nearest(word, words or ()))

    def _choose(self, values: Sequence[str | int], choices: Sequence[str | int], table: str, key: str) -> None:
        """Keep a fault for each value that is none of the choices."""
        allowed = ", ".join(str(one) or '""' for one in choices)
        for one in values:
            if one not in choices:
                near = nearest(one, map(str, choices)) if isinstance(one, str) else None
                self._fault("profile-not-a-choice", table, key, suggestion=near, value=str(one), allowed=allowed)

    def _unknown(self, data: Mapping[str, Any], known: tuple[str, ...], table: str) -> None:
        for key in data:
            if key not in known:
                self._fault("profile-unknown-key", table, key, suggestion=nearest(key, known))

    def _fault(self, code: str, table: str, key: str, *, suggestion: str | None = None, **values: str | float) -> None:
        setting = f"[{table}] {key}" if table else key
        message = Message(code, {"setting": setting, **values}, suggestion)
        self.findings.append(Finding(Severity.ERROR, message, Place(self.file, _line(self.text, table, key))))


def pattern_faults(pattern: str, words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield code and word of each fault of a pattern: an unknown word, an impossible width, a stray brace."""
    for found in WORD.finditer(pattern):
        word, width = found[1], found[2]
        if word not in words:
            yield "pattern-word-unknown", word
        elif width is not None and (word not in NUMERIC or not re.fullmatch(r"[1-9]", width)):
            yield "pattern-width", word
    if re.search(r"[{}]", WORD.sub("", pattern)):
        yield "pattern-brace", pattern


def _line(text: str, table: str, key: str) -> int:
    """Return the line (from 1) on which a key of a table stands, 0 where it is not found."""
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[\s*([\w.-]+)\s*\]", line)
        if header:
            current = header[1]
            if (not table and current.split(".")[0] == key) or current == f"{table}.{key}":
                return number
        elif current == table and re.match(rf"\s*{re.escape(key)}\s*[.=]", line):
            return number
    return 0
