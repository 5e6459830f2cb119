"""The page's own words, from gettext catalogues in `locales/`, one file a language.

A message id is a short key; `en.po` is the reference. Another language is added by one more
catalogue file. A plural's forms are handed to the page by CLDR category (UTS 35), because that is
what a browser's `Intl.PluralRules` answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from guide.model.guide import Words

if TYPE_CHECKING:
    from babel import Locale
    from babel.messages.catalog import Message

Plural = Mapping[str, str]
Word = str | Plural

REFERENCE = "en"
_SAMPLES = (*range(200), 1_000, 1_000_000)
"""Counts in which every integer category of CLDR 46 occurs."""


def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue, sorted."""
    names = (entry.name for entry in _folder().iterdir())
    return tuple(sorted(name.removesuffix(".po") for name in names if name.endswith(".po")))


def catalogue_for(tag: str) -> str:
    """Return the catalogue that serves a language: its own, its base language's, else the reference."""
    known = languages()
    base = tag.split("-", 1)[0]
    return next((name for name in (tag, base) if name in known), REFERENCE)


def page_words(tag: str, own: Mapping[str, Words]) -> dict[str, Word]:
    """Return every word of the page in a language, the museum's own wording put over it."""
    words = _catalogue(REFERENCE) | _catalogue(catalogue_for(tag))
    words.update({key: texts[tag] for key, texts in own.items() if tag in texts and key in words})
    return words


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


def autonym(tag: str) -> str:
    """Return a language's name in itself, with a capital where its script has them."""
    from babel import Locale

    locale = Locale.parse(tag, sep="-")
    name = locale.get_display_name(locale) or tag
    return name[0].upper() + name[1:]


def direction(tag: str) -> str:
    """Return `rtl` or `ltr`, as CLDR says of the language's script."""
    from babel import Locale

    return Locale.parse(tag, sep="-").text_direction
