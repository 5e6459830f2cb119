"""The page's own words, from gettext catalogues in `locales/`, one file a language.

A message id is a short key; `en.po` is the reference. Another language is added by one more
catalogue file. A plural's forms are handed to the page by CLDR category (UTS 35), because that is
what a browser's `Intl.PluralRules` answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from guide.model.guide import Words
from guide.outputs.web.typography import unbroken

if TYPE_CHECKING:
    from babel import Locale
    from babel.messages.catalog import Message

Plural = Mapping[str, str]
Word = str | Plural

REFERENCE = "en"
_READING = "_reading"
_LIST = "_list"
_SAMPLES = (*range(200), 1_000, 1_000_000)
"""Counts in which every integer category of CLDR 46 occurs."""


_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})
"""Scripts in use today that run from right to left (ISO 15924)."""


_NAMES = {
    "gcf": "Kréyòl gwadloupéyen",
    "li": "Limburgs",
    "rcf": "Kréol rényoné",
    "ty": "Reo Tahiti",
    "vls": "West-Vlams",
}
"""Names that CLDR 46 lacks, of languages in and around France, Belgium and the Netherlands."""


def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue, sorted."""
    names = (entry.name for entry in _folder().iterdir())
    return tuple(sorted(name.removesuffix(".po") for name in names if name.endswith(".po")))


def catalogue_for(tag: str) -> str:
    """Return the catalogue that serves a language: its own, its base language's, else the reference."""
    known = languages()
    base = tag.split("-", 1)[0]
    return next((name for name in (tag, base) if name in known), REFERENCE)


def words_language(tag: str) -> str:
    """Return the language in which the page says its own words: the tag itself where a catalogue serves it."""
    found = catalogue_for(tag)
    return tag if found.split("-", 1)[0] == tag.split("-", 1)[0] else found


def page_words(tag: str, own: Mapping[str, Words], *, sound: bool = True, numbered: bool = True) -> dict[str, Word]:
    """Return every word of the page in a language, the museum's own wording put over it, its spaces unbroken.

    A language without `sound` is told to read where others are told to listen: its words stand under `<key>_reading`.
    A guide that is not `numbered` offers its list where others ask for a number: `<key>_list`, `<key>_list_reading`.
    """
    known = _catalogue(REFERENCE) | _catalogue(catalogue_for(tag))
    known.update({key: texts[tag] for key, texts in own.items() if tag in texts and key in known})
    words = {key: word for key, word in known.items() if not key.endswith((_READING, _LIST))}
    endings = [] if numbered else [_LIST]
    if not sound:
        endings += [_READING] if numbered else [_READING, _LIST + _READING]
    for ending in endings:
        words |= {key: known[key + ending] for key in words if key + ending in known}
    return {key: _unbroken(word, tag) for key, word in words.items()}


def level_name(level: str, tag: str) -> str:
    """Return what visitors call a level in a language; one of the museum's own keeps its name."""
    name = page_words(tag, {}).get(f"level_{level}", level)
    return name if isinstance(name, str) else level


def _unbroken(word: Word, tag: str) -> Word:
    if isinstance(word, str):
        return unbroken(word, tag)
    return {category: unbroken(text, tag) for category, text in word.items()}


@cache
def _catalogue(name: str) -> dict[str, Word]:
    from babel import Locale
    from babel.messages.plurals import get_plural
    from babel.messages.pofile import read_po

    with (_folder() / f"{name}.po").open("rb") as file:
        catalogue = read_po(file, locale=name)
    forms = _forms_by_category(Locale.parse(name, sep="-"), get_plural(name).plural_expr)
    return {
        name_of: word for message in catalogue if (name_of := _name_of(message)) and (word := _word(message, forms))
    }


def _name_of(message: Message) -> str:
    return str(message.id) if isinstance(message.id, str) else str(message.id[0])


def _word(message: Message, forms: Mapping[str, int]) -> Word:
    """Return a message's text, or its texts by category; empty where it is not translated yet."""
    if isinstance(message.string, str):
        return message.string
    texts = message.string or ()
    return {category: texts[form] for category, form in forms.items()} if all(texts) else ""


def _forms_by_category(locale: Locale, expression: str) -> dict[str, int]:
    from gettext import c2py

    form_of = c2py(expression)
    forms: dict[str, int] = {}
    for count in _SAMPLES:
        forms.setdefault(locale.plural_form(count), form_of(count))
    forms.setdefault("other", form_of(_SAMPLES[-1]))
    return forms


def _folder() -> Traversable:
    return files("guide.outputs.web") / "locales"


def autonym(tag: str, beside: Iterable[str] = ()) -> str:
    """Return a language's name in itself, with a capital where its script begins names with them.

    The region is named only where another of the languages `beside` it is the same one: a guide in fr-CA and
    en-CA offers Français and English. A language of which neither CLDR nor `_NAMES` knows the name is called by
    its English one (Picard), else by its tag; what follows `x-` in a tag stands behind the name.
    """
    from babel import Locale

    locale, rest = _locale(tag)
    language = tag.split("-", 1)[0]
    if locale and not any(other != tag and other.split("-", 1)[0] == language for other in beside):
        locale = Locale(locale.language, script=locale.script)
    known = locale.get_display_name(locale) if locale else Locale("en").languages.get(language)
    name = _NAMES.get(language) or known or tag
    return name[0].title() + name[1:] + (f" ({rest})" if locale and rest else "")


def direction(tag: str) -> str:
    """Return `rtl` or `ltr`, as CLDR says of the language's script, or of the one that it is likely written in."""
    from babel.core import get_global

    locale, _ = _locale(tag)
    if locale:
        return locale.text_direction
    likely = get_global("likely_subtags").get(tag.split("-", 1)[0], "")
    scripts = [part for part in (*tag.split("-")[1:], *likely.split("_")[1:]) if len(part) == 4]
    return "rtl" if scripts and scripts[0].title() in _RIGHT_TO_LEFT else "ltr"


def _locale(tag: str) -> tuple[Locale | None, str]:
    """Return the longest beginning of a tag that CLDR knows, and the rest."""
    from babel import Locale, UnknownLocaleError

    parts = tag.split("-")
    for count in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:count]), sep="-"), "-".join(parts[count:]).removeprefix("x-")
        except (UnknownLocaleError, ValueError):
            continue
    return None, tag
