"""The reference of guide.toml in both languages, made from guide/settings/declared.py."""

from __future__ import annotations

from collections.abc import Mapping

from guide.messages.entry import Entry
from guide.settings.declared import LISTS, SETTINGS, TABLES, VOICE_KEYS, Setting
from guide.settings.reading import EXAMPLES
from tools.french import in_language, told

KINDS = {
    "address": "an address",
    "date": "a day",
    "flag": "`true` or `false`",
    "identifier": "a lasting name",
    "integer": "a whole number",
    "languages": "language tags",
    "number": "a number",
    "pair": "two whole numbers",
    "table": "a table of texts",
    "text": "a text",
    "text_or_words": "a text, or one in each language",
    "texts": "a list of texts",
    "words": "a text in each language",
    "words_table": "a table of texts in each language",
}

SETTINGS_HEAD = Entry(
    """\
# Settings: guide.toml

`guide.toml` stands in the guide's folder and holds everything that is not a script. It is a text file
in the [TOML](glossary.md#formats) format: tables in square brackets, below them one setting a line. A
setting that is left out has the default named here. `guide check` reports every unknown or impossible
setting with its line.

This page is made from the code by `make docs`; change `guide/settings/declared.py` instead.
""",
    """\
# Réglages : guide.toml

`guide.toml` se trouve dans le dossier du guide et contient tout ce qui n’est pas un script. C’est un fichier de texte
au format TOML : des tableaux, dont le nom est entre crochets, et au-dessous un réglage par ligne, `nom = valeur`. Un
réglage absent a la valeur indiquée ici. `guide check` signale tout réglage inconnu ou impossible, avec sa
ligne.

Cette page est faite d’après le code par `make docs` ; changez plutôt `guide/settings/declared.py`, et son français
dans `tools/french.toml`.
""",
)

OPEN_TABLES = Entry(
    """\
## Languages without sound

```toml
[languages.nl]
audio = "none"
```

A language with `audio = "none"` has transcripts, numbers and pictures and no tracks. Every other
language has `audio = "speech"`.

## Casts: who speaks

```toml
[casts.draft.fr]
narrator = { engine = "pico", voice = "fr-FR", rate = 0.8 }
quote = { engine = "pico", voice = "fr-FR", pitch = 0.9 }
```

A cast names a voice for each language and role; `[casts.draft."fr.children"]` does so for one level.
The keys of a voice:

""",
    """\
## Les langues sans son

```toml
[languages.nl]
audio = "none"
```

Une langue où `audio = "none"` a des textes, des numéros et des images, et pas de pistes. Toute autre langue
a `audio = "speech"`.

## Les distributions : qui parle

```toml
[casts.draft.fr]
narrator = { engine = "pico", voice = "fr-FR", rate = 0.8 }
quote = { engine = "pico", voice = "fr-FR", pitch = 0.9 }
```

Une distribution nomme une voix pour chaque langue et chaque rôle ; `[casts.draft."fr.children"]` le fait pour un
niveau. Les mots-clés d’une voix :

""",
)

NUMBERS = Entry(
    """\
## Numbers that changed, stops that are closed

```toml
[redirects]
12 = "201"

[closed]
204 = { fr = "travaux jusqu’au 12 mai.", en = "works until 12 May." }
```

A redirect leads from an old number to today's. Who types a closed number reads that it is closed for now, and the
reason given here: “Number 204 is closed for now: works until 12 May.”
""",
    """\
## Les numéros changés, les étapes fermées

```toml
[redirects]
12 = "201"

[closed]
204 = { fr = "travaux jusqu’au 12 mai.", en = "works until 12 May." }
```

Sous `[redirects]`, un ancien numéro mène à celui d’aujourd’hui. Qui tape un numéro fermé lit
qu’il est fermé pour l’instant, et la raison donnée ici :
« Le numéro 204 est fermé pour l’instant : travaux jusqu’au 12 mai. »
""",
)
CHOICES = Entry(" of: {choices}", " parmi : {choices}")
LIMITS = Entry(" from {low:g} to {high:g}", " de {low:g} à {high:g}")
EXAMPLE = Entry(", such as `{example}`", ", par exemple `{example}`")


def page(language: str) -> str:
    """Return the reference of guide.toml."""
    parts = [in_language(SETTINGS_HEAD, language)]
    parts += [f"## [{table}]\n\n{table_of(table, language)}" for table in TABLES]
    parts += [f"## [[{name}]]\n\n{rows(keys, language)}" for name, keys in LISTS.items()]
    parts += [in_language(OPEN_TABLES, language) + rows(VOICE_KEYS, language), in_language(NUMBERS, language)]
    return "\n".join(parts)


def table_of(table: str, language: str) -> str:
    """Return the settings of one table of guide.toml as a table of the page."""
    heads = (told(head, language) for head in ("Setting", "What it is", "Default", "Meaning"))
    lines = [f"| {' | '.join(heads)} |", "|---|---|---|---|"]
    lines += [row(setting, language) for setting in SETTINGS if setting.table == table]
    return "\n".join(lines) + "\n"


def row(setting: Setting, language: str) -> str:
    """Return one setting as a line of a table."""
    kind = told(KINDS[setting.kind], language)
    if setting.choices:
        choices = ", ".join(f"`{choice}`" for choice in setting.choices)
        kind += in_language(CHOICES, language).format(choices=choices)
    elif setting.limits:
        low, high = setting.limits
        kind += in_language(LIMITS, language).format(low=low, high=high)
    elif setting.kind in EXAMPLES and setting.kind not in {"flag", "pair", "table", "text"}:
        kind += in_language(EXAMPLE, language).format(example=EXAMPLES[setting.kind])
    default = told("**required**", language) if setting.required else written(setting.default)
    return f"| `{setting.key}` | {kind} | {default} | {told(setting.meaning, language)} |"


def written(value: object) -> str:
    """Return a default as one writes it in TOML; nothing for an empty one."""
    if value in ("", (), {}):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return "`[" + ", ".join(map(str, value)) + "]`"
    return f"`{value:g}`" if isinstance(value, int | float) else f'`"{value}"`'


def rows(meanings: Mapping[str, str], language: str) -> str:
    """Return keys and their meanings as a table of the page."""
    lines = [f"| {told('Key', language)} | {told('Meaning', language)} |", "|---|---|"]
    lines += [f"| `{key}` | {told(meaning, language)} |" for key, meaning in meanings.items()]
    return "\n".join(lines) + "\n"
