"""Write the reference pages that are made from the code, in both languages, or check that they are fresh.

python -m tools.reference            write checks, settings and commands into docs/ and docs/fr/
python -m tools.reference --check    exit 1 where a page differs from what would be written

The French pages that people write get their no-break blanks in the same run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from io import StringIO

import click

from guide.messages.entry import Entry
from tools import checks, settings
from tools.environment import ROOT
from tools.french import in_language, typeset

COMMANDS_HEAD = Entry(
    """\
# Commands

What `guide COMMAND --help` says, on one page. Exit codes: 0 done; 1 something failed or a check found a
fault; 2 wrong use or wrong settings; 130 interrupted.

This page is made from the code by `make docs`.
""",
    """\
# Commandes

Ce que dit `guide COMMANDE --help`, sur une page. Codes de sortie : 0, c’est fait ; 1, quelque chose a échoué ou une
vérification a trouvé une faute ; 2, mauvais emploi ou mauvais réglages ; 130, interrompu.

Cette page est faite d’après le code par `make docs`.
""",
)


def commands_page(language: str) -> str:
    """Return the reference of the commands: what each says with --help, in 80 columns."""
    from guide.__main__ import root

    parts = [in_language(COMMANDS_HEAD, language), f"## guide\n\n{fenced(help_of([], language))}"]
    parts += [f"## guide {' '.join(path)}\n\n{fenced(help_of(path, language))}" for path in paths(root(), [])]
    return "\n".join(parts)


def paths(group: click.Group, above: list[str]) -> Iterator[list[str]]:
    """Yield the words of every command below a group, groups before their own commands."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield [*above, name]
        if isinstance(command, click.Group):
            yield from paths(command, [*above, name])


def help_of(path: list[str], language: str) -> str:
    """Return what a command says with --help."""
    from guide.__main__ import root
    from guide.cli.door import run

    said, columns = StringIO(), os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    try:
        with redirect_stdout(said):
            run(root(), [*path, "--lang", language, "--help"])
    finally:
        os.environ.pop("COLUMNS")
        if columns is not None:
            os.environ["COLUMNS"] = columns
    return said.getvalue()


def fenced(text: str) -> str:
    """Return text as a block that Markdown leaves alone."""
    return f"```text\n{text.rstrip()}\n```\n"


PAGES: Mapping[str, tuple[Callable[[str], str], str]] = {
    "docs/checks.md": (checks.page, "en"),
    "docs/settings.md": (settings.page, "en"),
    "docs/commands.md": (commands_page, "en"),
    "docs/fr/verifications.md": (checks.page, "fr"),
    "docs/fr/reglages.md": (settings.page, "fr"),
    "docs/fr/commandes.md": (commands_page, "fr"),
}
"""What makes each generated page, and in which language."""


def pages() -> dict[str, str]:
    """Return every page by its path: those made here, and the French ones that people write, typeset."""
    made = {name: made_in(page, language) for name, (page, language) in PAGES.items()}
    return made | {name: typeset((ROOT / name).read_text(encoding="utf-8")) for name in hand_written()}


def made_in(page: Callable[[str], str], language: str) -> str:
    """Return a page in a language, the French one typeset."""
    return typeset(page("fr")) if language == "fr" else page(language)


def hand_written() -> list[str]:
    """Return the paths of the French pages that people write."""
    french = (page.relative_to(ROOT).as_posix() for page in sorted((ROOT / "docs" / "fr").glob("*.md")))
    return ["LISEZMOI.md", *(name for name in french if name not in PAGES)]


def stale() -> list[str]:
    """Return the paths of the pages that differ from what would be written."""
    return [name for name, text in pages().items() if not fresh(name, text)]


def fresh(name: str, text: str) -> bool:
    """Whether a page is there with this text."""
    page = ROOT / name
    return page.exists() and page.read_text(encoding="utf-8") == text


def main() -> None:
    """Write the pages, or with --check name the stale ones."""
    if "--check" in sys.argv:
        if names := stale():
            sys.exit(f"not fresh: {', '.join(names)}; type: make docs")
        return
    for name, text in pages().items():
        (ROOT / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
