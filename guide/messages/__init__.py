"""The one catalogue of everything `guide` says to a person, in French and English.

One module a topic, both languages side by side, so that a translator sees what a sentence
stands for. A sentence says what is wrong in plain words; its help says the next step.

A count with its noun is written `{words:word|words}`: one for a single thing, the other for more; French counts
none as one. A figure that is read and never typed is marked by a comma in its format, `{size:,.1f}`: French
then writes 1 234,5 where English has 1,234.5. Values of guide.toml keep their point, as TOML asks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from guide.messages.entry import Entry
from guide.messages.refusals import in_french
from guide.model.drawn import drawn
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
        "placeholders",
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
_FRENCH_MARKS = str.maketrans({",": "\u202f", ".": ","})
"""From English thousands and decimals to French ones; the narrow blank does not break."""
_entries: dict[str, Entry] = {}


def entries() -> dict[str, Entry]:
    """Return the whole catalogue by code; modules are read on first use."""
    if not _entries:
        topics = [import_module(f"guide.messages.{topic}").ENTRIES for topic in TOPICS]
        _entries.update({code: entry for topic in topics for code, entry in topic.items()})  # all or, at Ctrl-C, none
    return _entries


def render(message: Message, language: str) -> Rendered:
    """Return the sentence and help of a message in `language` (another than fr: English), each on one line.

    Values come from files and their names: they are put in as a terminal may draw them.
    Raises KeyError for a code that the catalogue lacks or a value that its sentence needs:
    a test renders every code, so neither reaches a user.
    """
    entry = entries()[message.code]
    french = language == "fr"
    values = _french_values(message.values) if french else _english_values(message.values)
    text = (_unbroken(entry.fr) if french else entry.en).format(**values)
    step = (_unbroken(entry.help_fr) if french else entry.help_en).format(**values)
    if message.suggestion is not None:
        asked = _unbroken("vouliez-vous dire « {} » ?") if french else "did you mean “{}”?"
        step = f"{asked.format(drawn(message.suggestion))} {step}".rstrip()
    return Rendered(text, step)


class _FrenchFigure(float):
    """A number that a format with a comma writes as French does; any other format is left as it is."""

    def __format__(self, form: str) -> str:
        return super().__format__(form).translate(_FRENCH_MARKS if "," in form else {})


class _Count(int):
    """A whole number that a format of two nouns writes with the one that fits."""

    def __format__(self, form: str) -> str:
        one, many, _ = (*form.split("|"), "", "")[:3]
        return f"{int(self)} {one if self.is_one() else many}" if many else super().__format__(form)

    def is_one(self) -> bool:
        return self == 1


class _FrenchCount(_Count):
    def is_one(self) -> bool:
        return abs(self) < 2


def _english_values(values: Mapping[str, str | int | float]) -> Mapping[str, object]:
    return {name: _english_value(value) for name, value in values.items()}


def _english_value(value: str | float) -> object:
    match value:
        case int():
            return _Count(value)
        case str():
            return drawn(value)
    return value


def _french_value(value: str | float) -> object:
    match value:
        case int():
            return _FrenchCount(value)
        case float():
            return _FrenchFigure(value)
    return drawn(value)


def _french_values(values: Mapping[str, str | int | float]) -> Mapping[str, object]:
    told: dict[str, object] = {name: _french_value(value) for name, value in values.items()}
    detail = values.get("detail")
    return {**told, "detail": drawn(in_french(detail))} if isinstance(detail, str) else told


def _unbroken(text: str) -> str:
    """Return a French sentence with its no-break spaces: a line never begins with a colon."""
    return _BEFORE_SIGNS.sub(_NO_BREAK, text)


def say(code: str, language: str, **values: str | float) -> str:
    """Return a plain sentence of the catalogue, for reports and help."""
    return render(Message(code, values), language).text
