"""Every word that a script's head and marks understand, in seven languages, in one place.

The first word of a row is the one that is printed; the others are understood too. Words are
compared folded (see `fold`): case, accents, and the choice between a blank, a hyphen and an
underscore do not matter. A word may stand in several languages; it never has two meanings in
one table. Marks win over language codes: `[son: ...]` is a sound, not the Songhai language.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from guide.model.nearest import nearest

LANGUAGES = ("fr", "en", "nl", "de", "pl", "it", "es")

_ACCENTLESS = str.maketrans({"ł": "l", "ß": "ss", "ø": "o", "œ": "oe", "æ": "ae", "’": "'"})
_JOINS = str.maketrans({" ": "-", "_": "-"})


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a keyword as it is compared: no case, no accents, hyphens for blanks."""
    plain = " ".join(word.split()).casefold().translate(_ACCENTLESS)
    letters = (letter for letter in unicodedata.normalize("NFD", plain) if not unicodedata.combining(letter))
    return "".join(letters).translate(_JOINS)


def primary(language: str) -> str:
    """Return a BCP 47 tag's first part: `fr` of `fr-CH`."""
    return language.split("-", 1)[0].lower()


class Table:
    """Words by meaning and language, with the ways to look one up."""

    def __init__(self, rows: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
        self.rows = rows
        self._meanings = {fold(word): meaning for meaning, _, word in self.words()}
        self._known = {
            language: frozenset(fold(word) for _, tag, word in self.words() if tag == language)
            for language in LANGUAGES
        }

    def words(self) -> Iterator[tuple[str, str, str]]:
        """Yield every (meaning, language, word)."""
        for meaning, row in self.rows.items():
            for language, words in row.items():
                for word in words:
                    yield meaning, language, word

    def meaning(self, word: str) -> str | None:
        """Return what a word means, or None."""
        return self._meanings.get(fold(word))

    def has(self, word: str, language: str) -> bool:
        """Tell whether a word is in the table of one language."""
        return fold(word) in self._known.get(language, frozenset())

    def suggest(self, word: str, language: str) -> str | None:
        """Return the known word most like an unknown one, as it is spelt; the script's language comes first."""
        for tags in ((primary(language),), LANGUAGES):
            spelt = {fold(each): each for _, tag, each in self.words() if tag in tags}
            near = difflib.get_close_matches(fold(word), spelt, n=1, cutoff=0.7 if len(word) > 3 else 0.8)
            begun = [each for each in spelt if each.startswith(f"{fold(word)}-")]
            if near or begun:
                return spelt[(near or begun)[0]]
        return None

    def printed(self, meaning: str, language: str) -> str:
        """Return the word for a meaning in a language; one without words of its own uses English."""
        row = self.rows[meaning]
        return row.get(primary(language), row["en"])[0]


def language_of(words: Iterable[tuple[str, Table]], script_language: str) -> str:
    """Return the language that has all these words: "" for the script's own, or when none has them all."""
    used = tuple(words)
    own = primary(script_language)
    for tag in (own, *LANGUAGES):
        if all(table.has(word, tag) for word, table in used):
            return "" if tag == own else tag
    return ""


HEAD = Table(
    {
        "title": {
            "fr": ("titre",),
            "en": ("title",),
            "nl": ("titel",),
            "de": ("Titel",),
            "pl": ("tytuł",),
            "it": ("titolo",),
            "es": ("título",),
        },
        "number": {
            "fr": ("numéro", "n°"),
            "en": ("number",),
            "nl": ("nummer",),
            "de": ("Nummer",),
            "pl": ("numer",),
            "it": ("numero",),
            "es": ("número",),
        },
        "id": {
            "fr": ("id", "identifiant"),
            "en": ("id", "identifier"),
            "nl": ("id",),
            "de": ("id", "Kennung"),
            "pl": ("id",),
            "it": ("id",),
            "es": ("id",),
        },
        "language": {
            "fr": ("langue",),
            "en": ("language",),
            "nl": ("taal",),
            "de": ("Sprache",),
            "pl": ("język",),
            "it": ("lingua",),
            "es": ("idioma",),
        },
        "section": {
            "fr": ("section", "salle"),
            "en": ("section", "room"),
            "nl": ("afdeling", "zaal"),
            "de": ("Abschnitt", "Saal"),
            "pl": ("dział", "sala"),
            "it": ("sezione", "sala"),
            "es": ("sección", "sala"),
        },
        "warning": {
            "fr": ("avertissement",),
            "en": ("warning",),
            "nl": ("waarschuwing",),
            "de": ("Warnung", "Warnhinweis"),
            "pl": ("ostrzeżenie",),
            "it": ("avvertenza",),
            "es": ("advertencia",),
        },
        "sources": {
            "fr": ("sources", "source"),
            "en": ("sources", "source"),
            "nl": ("bronnen", "bron"),
            "de": ("Quellen", "Quelle"),
            "pl": ("źródła", "źródło"),
            "it": ("fonti", "fonte"),
            "es": ("fuentes", "fuente"),
        },
        "voice": {
            "fr": ("voix",),
            "en": ("voice",),
            "nl": ("stem",),
            "de": ("Stimme",),
            "pl": ("głos",),
            "it": ("voce",),
            "es": ("voz",),
        },
        "status": {
            "fr": ("état", "statut"),
            "en": ("status",),
            "nl": ("status",),
            "de": ("Status",),
            "pl": ("stan", "status"),
            "it": ("stato",),
            "es": ("estado",),
        },
    }
)
"""Keys of the head."""

STATUS = Table(
    {
        "draft": {
            "fr": ("brouillon",),
            "en": ("draft",),
            "nl": ("ontwerp", "concept"),
            "de": ("Entwurf",),
            "pl": ("szkic",),
            "it": ("bozza",),
            "es": ("borrador",),
        },
        "approved": {
            "fr": ("validé", "approuvé"),
            "en": ("approved",),
            "nl": ("goedgekeurd",),
            "de": ("freigegeben",),
            "pl": ("zatwierdzony",),
            "it": ("approvato",),
            "es": ("aprobado",),
        },
    }
)
"""What the head's status may say."""

MARKS = Table(
    {
        "pause": {
            "fr": ("pause",),
            "en": ("pause",),
            "nl": ("pauze",),
            "de": ("Pause",),
            "pl": ("pauza",),
            "it": ("pausa",),
            "es": ("pausa",),
        },
        "voice": HEAD.rows["voice"],
        "sound": {
            "fr": ("son", "bruitage"),
            "en": ("sound",),
            "nl": ("geluid",),
            "de": ("Ton", "Geräusch"),
            "pl": ("dźwięk",),
            "it": ("suono",),
            "es": ("sonido",),
        },
        "archive": {
            "fr": ("archive", "archives"),
            "en": ("archive",),
            "nl": ("archief",),
            "de": ("Archiv",),
            "pl": ("archiwum",),
            "it": ("archivio",),
            "es": ("archivo",),
        },
        "recording": {
            "fr": ("enregistrement",),
            "en": ("recording",),
            "nl": ("opname",),
            "de": ("Aufnahme",),
            "pl": ("nagranie",),
            "it": ("registrazione",),
            "es": ("grabación",),
        },
        "music": {
            "fr": ("musique", "ambiance"),
            "en": ("music", "ambience"),
            "nl": ("muziek",),
            "de": ("Musik",),
            "pl": ("muzyka",),
            "it": ("musica",),
            "es": ("música",),
        },
        "end-music": {
            "fr": ("fin musique", "fin de la musique", "fin de musique", "fin ambiance", "fin de l'ambiance"),
            "en": ("end music", "end of music", "end of the music", "end ambience", "end of ambience"),
            "nl": ("einde muziek",),
            "de": ("Ende Musik", "Musik Ende", "Ende der Musik"),
            "pl": ("koniec muzyki",),
            "it": ("fine musica", "fine della musica"),
            "es": ("fin música", "fin de la música"),
        },
        "image": {
            "fr": ("image",),
            "en": ("image", "picture"),
            "nl": ("afbeelding", "beeld"),
            "de": ("Bild",),
            "pl": ("obraz",),
            "it": ("immagine",),
            "es": ("imagen",),
        },
    }
)
"""The word that a mark begins with."""

VALUES = Table(
    {
        "fade": {
            "fr": ("fondu",),
            "en": ("fade",),
            "nl": ("fade", "overgang"),
            "de": ("Blende",),
            "pl": ("przejście",),
            "it": ("dissolvenza",),
            "es": ("fundido",),
        },
        "caption": {
            "fr": ("légende",),
            "en": ("caption",),
            "nl": ("bijschrift",),
            "de": ("Bildunterschrift", "Legende"),
            "pl": ("podpis",),
            "it": ("didascalia",),
            "es": ("leyenda",),
        },
        "alt": {
            "fr": ("alt", "description"),
            "en": ("alt", "description"),
            "nl": ("alt", "beschrijving"),
            "de": ("alt", "Beschreibung"),
            "pl": ("alt", "opis"),
            "it": ("alt", "descrizione"),
            "es": ("alt", "descripción"),
        },
        "credit": {
            "fr": ("crédit", "crédits"),
            "en": ("credit", "credits"),
            "nl": ("credit", "fotograaf"),
            "de": ("Nachweis", "Bildnachweis"),
            "pl": ("autor",),
            "it": ("credito", "crediti"),
            "es": ("crédito", "créditos"),
        },
    }
)
"""The words inside a mark."""

ROLES = Table(
    {
        "narrator": {
            "fr": ("narrateur", "narratrice"),
            "en": ("narrator",),
            "nl": ("verteller",),
            "de": ("Erzähler", "Erzählerin"),
            "pl": ("narrator", "lektor"),
            "it": ("narratore", "narratrice"),
            "es": ("narrador", "narradora"),
        },
        "quote": {
            "fr": ("citation",),
            "en": ("quote",),
            "nl": ("citaat",),
            "de": ("Zitat",),
            "pl": ("cytat",),
            "it": ("citazione",),
            "es": ("cita",),
        },
    }
)
"""Roles that have a name in every language; a museum's own roles are written as in guide.toml."""

_LANGUAGE_NAMES = {
    "de": "allemand german deutsch duits niemiecki tedesco alemán alemão",
    "en": "anglais english engels englisch angielski inglese inglés inglês",
    "es": "espagnol spanish spaans spanisch hiszpański spagnolo español espanhol",
    "fr": "français french frans französisch francuski francese francés francês",
    "it": "italien italian italiaans italienisch włoski italiano",
    "la": "latin latijn latein łacina latino latín latim",
    "nl": "néerlandais dutch nederlands niederländisch niderlandzki olandese neerlandés neerlandês flamand flemish",
    "pl": "polonais polish pools polnisch polski polacco polaco polonês",
    "pt": "portugais portuguese portugees portugiesisch portugalski portoghese portugués português",
    "ru": "russe russian russisch rosyjski russo ruso",
    "uk": "ukrainien ukrainian oekraïens ukrainisch ukraiński ucraino ucraniano",
}
_TAGS = {fold(name): tag for tag, names in _LANGUAGE_NAMES.items() for name in names.split()}


def tag_of(name: str) -> str | None:
    """Return the language code that is meant by a language's name: `de` by “allemand”."""
    return _TAGS.get(fold(name))


def language_meant(word: str, tags: Sequence[str]) -> str | None:
    """Return which of a guide's languages was meant by what is none of them: `english`, `fr_FR`, `EN`; or None."""
    plain = word.strip().replace("_", "-").casefold()
    first = tag_of(word) or primary(plain)
    alike = [tag for tag in tags if tag.casefold() == plain] or [tag for tag in tags if primary(tag) == first]
    return alike[0] if alike else nearest(word, tags)


SECONDS = frozenset(
    {
        *("s", "sec", "secs", "second", "seconds", "seconde", "secondes", "seconden"),
        *("sek", "sekunde", "sekunden", "sekunda", "sekundy", "sekund"),
        *("seg", "secondo", "secondi", "segundo", "segundos"),
    }
)
MILLISECONDS = frozenset({"ms"})
MINUTES = frozenset(
    {"min", "minute", "minutes", "minuut", "minuten", "minuta", "minuty", "minut", "minuto", "minuti", "minutos"}
)
"""Units of a time, compared in lower case."""
