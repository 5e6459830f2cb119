"""Values of guide.toml read by kind, each fault with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from guide.model.finding import Finding, Message, Place, Severity
from guide.model.nearest import nearest
from guide.settings.declared import Setting
from guide.settings.locating import locate

LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*\Z")
"""The shape of a BCP 47 tag, as used for folders and settings."""
IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
NUMBER = re.compile(r"[0-9]{1,8}\Z")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")

EXAMPLES: Mapping[str, str] = {
    "text": '"La Coupole"',
    "identifier": '"la-coupole"',
    "address": '"https://museum.org/guide/"',
    "date": "2014-09-05",
    "number": "-16.0",
    "integer": "64",
    "flag": "true",
    "text_or_words": '{ fr = "© Le musée", en = "© The museum" }',
    "texts": '["ascq", "joie"]',
    "languages": '["fr", "en"]',
    "pair": "[90, 220]",
    "words": '{ fr = "Bienvenue", en = "Welcome" }',
    "table": '{ "song.flac" = "2026-12-31" }',
    "words_table": '{ play = { fr = "Écouter", en = "Listen" } }',
    "digits": '"201"',
    "list": "[[tours]]",
    "voice": '{ engine = "pico", voice = "fr-FR", rate = 0.8 }',
}
"""What each kind of value looks like, the same in every language."""


@dataclass(slots=True)
class Reader:
    """Reads values of the kinds settings have; keeps every fault with its place.

    `entry` is which of several tables `[[…]]` is being read (from 1; 0: none); `meant` holds the
    settings for which a misspelt one was probably meant.
    """

    text: str
    file: str
    findings: list[Finding] = field(default_factory=list)
    entry: int = 0
    meant: set[str] = field(default_factory=set)

    def fault(self, code: str, table: str, key: str, suggestion: str | None = None, **values: str | float) -> None:
        """Keep a fault of a setting, at its line."""
        line, column = locate(self.text, table, key, entry=self.entry)
        message = Message(code, {"setting": _called(table, key), **values}, suggestion)
        place = Place(self.file, line, column, max(1, len(key.rpartition(".")[2])))
        self.findings.append(Finding(Severity.ERROR, message, place))

    def unknown(self, data: Mapping[str, Any], known: Sequence[str], table: str, *, within: str = "") -> None:
        """Keep a fault for each key that is not known, with the nearest known one.

        `within` names the inline table of `table` that holds the keys, if one does.
        """
        for key in data:
            if key not in known:
                near = nearest(key, known)
                self.fault("setting-unknown", table, f"{within}.{key}" if within else key, near)
                self.meant |= {_called(table, near)} if near and near not in data else set()

    def faults(self) -> tuple[Finding, ...]:
        """Return all faults in the order of the lines: for a misspelt setting one, not that it is missing as well."""
        missing = {"setting-missing", "setting-language-missing"}
        kept = (
            one for one in self.findings if one.code not in missing or one.message.values["setting"] not in self.meant
        )
        return tuple(sorted(kept, key=lambda one: one.place or Place(self.file)))

    def table(self, value: object, table: str, key: str) -> Mapping[str, Any]:
        """Return a value that must be a table (empty after a fault)."""
        if isinstance(value, dict):
            return value
        self.wrong(table, key, "table")
        return {}

    def read(self, setting: Setting, data: Mapping[str, Any]) -> Any:
        """Return the value of a declared setting, or its default after a fault."""
        if setting.key not in data:
            if setting.required:
                self.fault("setting-missing", setting.table, setting.key)
            return setting.default
        value = _KINDS[setting.kind](data[setting.key])
        if value is None or (setting.required and not value):
            self.wrong(setting.table, setting.key, setting.kind)
            return setting.default
        return self._bounded(setting, value)

    def _bounded(self, setting: Setting, value: Any) -> Any:
        if setting.limits and not setting.limits[0] <= value <= setting.limits[1]:
            low, high = setting.limits
            self.fault("setting-out-of-range", setting.table, setting.key, value=value, low=low, high=high)
            return setting.default
        if setting.kind == "pair" and value[0] > value[1]:
            self.fault("pair-reversed", setting.table, setting.key, first=value[0], second=value[1])
            return setting.default
        if setting.kind == "languages":
            return self.once(setting.table, setting.key, value)
        for one in map(str, value if isinstance(value, tuple) else (value,)):
            if setting.choices and one not in setting.choices:
                self.choice(setting.table, setting.key, one, setting.choices)
                return setting.default
        return value

    def once(self, table: str, key: str, values: Sequence[str]) -> tuple[str, ...]:
        """Return values each once, and keep a fault for each that stands twice."""
        different = tuple(dict.fromkeys(values))
        for value in different:
            if values.count(value) > 1:
                self.fault("setting-doubled", table, key, value=value)
        return different

    def wrong(self, table: str, key: str, kind: str, *, example: str = "") -> None:
        """Keep a fault for a value that is not of its kind, with an example of one."""
        self.fault("setting-wrong-kind", table, key, example=example or EXAMPLES[kind])

    def choice(self, table: str, key: str, value: str, allowed: Sequence[str]) -> None:
        """Keep a fault for a value that is not one of those allowed."""
        near = None if value.isdigit() else nearest(value, allowed)
        self.fault("setting-not-a-choice", table, key, near, value=value, allowed=", ".join(allowed))


def _called(table: str, key: str) -> str:
    return f"[{table}] {key}".strip() if table else key


def as_text(value: object) -> str | None:
    """Return text without blanks at its ends, or None."""
    return value.strip() if isinstance(value, str) else None


def as_matching(pattern: re.Pattern[str]) -> Callable[[Any], str | None]:
    """Return a reader of texts that a pattern matches (or that are empty)."""

    def read(value: object) -> str | None:
        text = as_text(value)
        return text if text is not None and (pattern.match(text) or not text) else None

    return read


def as_date(value: object) -> str | None:
    """Return an ISO 8601 day from a TOML date or a text, or None (for the 31st of February too)."""
    text = value.isoformat() if hasattr(value, "isoformat") else as_text(value)
    return text if text is not None and (not text or _is_day(text)) else None


def _is_day(text: str) -> bool:
    try:
        return DATE.match(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


def as_number(value: object) -> float | None:
    """Return a number as float, or None."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def as_integer(value: object) -> int | None:
    """Return a whole number, or None."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def as_flag(value: object) -> bool | None:
    """Return true or false, or None."""
    return value if isinstance(value, bool) else None


def as_texts(value: object) -> tuple[str, ...] | None:
    """Return a list of texts, or None."""
    return tuple(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else None


def as_languages(value: object) -> tuple[str, ...] | None:
    """Return a list of BCP 47 tags, at least one, or None."""
    tags = as_texts(value)
    return tags if tags and all(LANGUAGE_TAG.match(tag) for tag in tags) else None


def as_pair(value: object) -> tuple[int, int] | None:
    """Return a pair of whole numbers, or None."""
    if not isinstance(value, list) or len(value) != 2 or any((as_integer(one) or 0) < 0 for one in value):
        return None
    return None if any(as_integer(one) is None for one in value) else (value[0], value[1])


def as_words(value: object) -> dict[str, str] | None:
    """Return texts by language, none of them empty, or None."""
    if not isinstance(value, dict) or not all(isinstance(one, str) and one.strip() for one in value.values()):
        return None
    return {key: one.strip() for key, one in value.items()}


def as_text_or_words(value: object) -> str | dict[str, str] | None:
    """Return one text for all languages, or texts by language, or None."""
    return as_text(value) if isinstance(value, str) else as_words(value)


def as_table(value: object) -> dict[str, str] | None:
    """Return a table of texts (dates become ISO 8601), or None."""
    dated = {key: as_date(one) or as_text(one) for key, one in value.items()} if isinstance(value, dict) else None
    return dated if dated is not None and all(dated.values()) else None  # type: ignore[return-value]  # no None is left


def as_words_table(value: object) -> dict[str, dict[str, str]] | None:
    """Return a table of texts by language, or None."""
    if not isinstance(value, dict):
        return None
    read = {key: as_words(one) for key, one in value.items()}
    return read if all(one is not None for one in read.values()) else None  # type: ignore[return-value]  # as above


_KINDS: Mapping[str, Callable[[Any], Any]] = {
    "text": as_text,
    "identifier": as_matching(IDENTIFIER),
    "address": as_matching(re.compile(r"https?://[^\s]+\Z")),
    "date": as_date,
    "number": as_number,
    "integer": as_integer,
    "flag": as_flag,
    "texts": as_texts,
    "languages": as_languages,
    "pair": as_pair,
    "words": as_words,
    "text_or_words": as_text_or_words,
    "table": as_table,
    "words_table": as_words_table,
}
