"""Help on typing: the words in capitals that stand for what is typed, and how a terminal completes commands."""

from __future__ import annotations

from guide.messages.entry import Entry

_PLACEHOLDERS = {
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

ENTRIES: dict[str, Entry] = {
    **_PLACEHOLDERS,
    "help-completion": Entry(
        "Print lines that let a shell complete commands: bash, zsh, fish, powershell.\n\n"
        "Once: guide completion bash >> ~/.bashrc (zsh: ~/.zshrc; PowerShell: $PROFILE; fish: a file guide.fish in "
        "~/.config/fish/completions), then open a new terminal.",
        "Donne les lignes qui permettent au terminal de compléter les commandes : bash, zsh, fish, powershell.\n\n"
        "Une fois pour toutes : guide completion bash >> ~/.bashrc (zsh : ~/.zshrc ; PowerShell : $PROFILE ; fish : un "
        "fichier guide.fish dans ~/.config/fish/completions), puis ouvrez un nouveau terminal.",
    ),
}
