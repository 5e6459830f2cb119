"""The one catalogue of everything `guide` says to a person, in French and English.

One module a topic, both languages side by side, so that a translator sees what a sentence
stands for. A sentence says what is wrong in plain words; its help says the next step.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from guide.messages.entry import Entry
from guide.messages.refusals import in_french
from guide.model.finding import Message

LANGUAGES = ("en", "fr")
TOPICS = (
    *(
        "scripts",
        "marks",
        "lexicons",
        "numbers",
        "checks",
        "importing",
        "settings",
        "speech",
        "sound",
        "building",
        "reporting",
        "commands",
    ),
    *("page", "profiles", "cards", "loading"),
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message in one language: the sentence, and the next step (may be empty)."""

    text: str
    help: str


_BEFORE_SIGNS = re.compile(r" (?=[:;!?»%])|(?<=«) ")
_NO_BREAK = "\u00a0"
_entries: dict[str, Entry] = {}


def entries() -> dict[str, Entry]:
    """Return the whole catalogue by code; modules are read on first use."""
    if not _entries:
        for topic in TOPICS:
            _entries.update(import_module(f"guide.messages.{topic}").ENTRIES)
    return _entries


def render(message: Message, language: str) -> Rendered:
    """Return the sentence and help of a message in `language` (another than fr: English).

    Raises KeyError for a code that the catalogue lacks or a value that its sentence needs:
    a test renders every code, so neither reaches a user.
    """
    entry = entries()[message.code]
    french = language == "fr"
    values = _french_values(message.values) if french else message.values
    text = (_unbroken(entry.fr) if french else entry.en).format(**values)
    step = (_unbroken(entry.help_fr) if french else entry.help_en).format(**values)
    if message.suggestion is not None:
        asked = _unbroken("vouliez-vous dire « {} » ?") if french else "did you mean “{}”?"
        step = f"{asked.format(message.suggestion)} {step}".rstrip()
    return Rendered(text, step)


def _french_values(values: Mapping[str, str | int | float]) -> Mapping[str, str | int | float]:
    detail = values.get("detail")
    return {**values, "detail": in_french(detail)} if isinstance(detail, str) else values


def _unbroken(text: str) -> str:
    """Return a French sentence with its no-break spaces: a line never begins with a colon."""
    return _BEFORE_SIGNS.sub(_NO_BREAK, text)


def say(code: str, language: str, **values: str | float) -> str:
    """Return a plain sentence of the catalogue, for reports and help."""
    return render(Message(code, values), language).text
