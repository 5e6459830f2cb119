"""The one catalogue of everything `guide` says to a person, in French and English.

One module a topic, both languages side by side, so that a translator sees what a sentence
stands for. A sentence says what is wrong in plain words; its help says the next step.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from guide.messages.entry import Entry
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
    *("page", "players"),
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message in one language: the sentence, and the next step (may be empty)."""

    text: str
    help: str


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
    text = (entry.fr if french else entry.en).format(**message.values)
    step = (entry.help_fr if french else entry.help_en).format(**message.values)
    if message.suggestion is not None:
        asked = f"vouliez-vous dire « {message.suggestion} » ?" if french else f"did you mean “{message.suggestion}”?"
        step = f"{asked} {step}".rstrip()
    return Rendered(text, step)


def say(code: str, language: str, **values: str | float) -> str:
    """Return a plain sentence of the catalogue, for reports and help."""
    return render(Message(code, values), language).text
