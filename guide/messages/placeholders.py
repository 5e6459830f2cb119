"""The words in capitals that stand in help for what a person types there."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
    f"placeholder-{english.lower()}": Entry(english, french)
    for english, french in {
        "ARGS": "MOTS",
        "COMMAND": "COMMANDE",
        "DIGEST": "EMPREINTE",
        "DIR": "DOSSIER",
        "FILE": "FICHIER",
        "ID": "ID",
        "LEVEL": "NIVEAU",
        "N": "N",
        "NAME": "NOM",
        "NUMBER": "NUMÉRO",
        "OPTIONS": "OPTIONS",
        "PATH": "DOSSIER",
        "PROFILE": "PROFIL",
        "SHELL": "TERMINAL",
        "TAG": "LANGUE",
        "TEXT": "TEXTE",
    }.items()
}
