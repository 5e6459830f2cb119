"""Write the reference pages that are made from the code, or check that they are fresh.

python -m tools.reference            write docs/checks.md, docs/settings.md and docs/commands.md
python -m tools.reference --check    exit 1 where a page differs from what would be written
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from io import StringIO

import click

from guide.settings.declared import LISTS, SETTINGS, TABLES, VOICE_KEYS, Setting
from guide.settings.reading import EXAMPLES
from tools import examples
from tools.environment import ROOT

DOCS = ROOT / "docs"

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
    "texts": "a list of texts",
    "words": "a text in each language",
    "words_table": "a table of texts in each language",
}

SETTINGS_HEAD = """\
# Settings: guide.toml

`guide.toml` stands in the guide's folder and holds everything that is not a script. It is a text file
in the [TOML](glossary.md#formats) format: tables in square brackets, below them one setting a line. A
setting that is left out has the default named here. `guide check` reports every unknown or impossible
setting with its line.

This page is made from the code by `make docs`; change `guide/settings/declared.py` instead.
"""

OPEN_TABLES = """\
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

"""

NUMBERS = """\
## Numbers that changed, stops that are closed

```toml
[redirects]
12 = "201"

[closed]
204 = { fr = "Cette salle est fermée.", en = "This room is closed." }
```

A redirect leads from an old number to today's; a closed number answers with the sentence given here.
"""


def settings_page() -> str:
    """Return the reference of guide.toml."""
    parts = [SETTINGS_HEAD]
    parts += [f"## [{table}]\n\n{table_of(table)}" for table in TABLES]
    parts += [f"## [[{name}]]\n\n{rows('Key', keys)}" for name, keys in LISTS.items()]
    parts += [OPEN_TABLES + rows("Key", VOICE_KEYS), NUMBERS]
    return "\n".join(parts)


def table_of(table: str) -> str:
    """Return the settings of one table of guide.toml as a table of the page."""
    lines = ["| Setting | What it is | Default | Meaning |", "|---|---|---|---|"]
    lines += [row(setting) for setting in SETTINGS if setting.table == table]
    return "\n".join(lines) + "\n"


def row(setting: Setting) -> str:
    """Return one setting as a line of a table."""
    kind = KINDS[setting.kind]
    if setting.choices:
        kind += " of: " + ", ".join(f"`{choice}`" for choice in setting.choices)
    elif setting.limits:
        low, high = setting.limits
        kind += f" from {low:g} to {high:g}"
    elif setting.kind in EXAMPLES and setting.kind not in {"flag", "pair", "table", "text"}:
        kind += f", such as `{EXAMPLES[setting.kind]}`"
    default = "**required**" if setting.required else written(setting.default)
    return f"| `{setting.key}` | {kind} | {default} | {setting.meaning} |"


def written(value: object) -> str:
    """Return a default as one writes it in TOML; nothing for an empty one."""
    if value in ("", (), {}):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return "`[" + ", ".join(map(str, value)) + "]`"
    return f"`{value:g}`" if isinstance(value, int | float) else f'`"{value}"`'


def rows(head: str, meanings: Mapping[str, str]) -> str:
    """Return keys and their meanings as a table of the page."""
    lines = [f"| {head} | Meaning |", "|---|---|"]
    return "\n".join([*lines, *(f"| `{key}` | {meaning} |" for key, meaning in meanings.items())]) + "\n"


COMMANDS_HEAD = """\
# Commands

What `guide COMMAND --help` says, on one page. Exit codes: 0 done; 1 something failed or a check found a
fault; 2 wrong use or wrong settings; 130 interrupted.

This page is made from the code by `make docs`.
"""


def commands_page() -> str:
    """Return the reference of the commands: what each says with --help, in English and 80 columns."""
    from guide.__main__ import root

    parts = [COMMANDS_HEAD, f"## guide\n\n{fenced(help_of([]))}"]
    parts += [f"## guide {' '.join(path)}\n\n{fenced(help_of(path))}" for path in paths(root(), [])]
    return "\n".join(parts)


def paths(group: click.Group, above: list[str]) -> Iterator[list[str]]:
    """Yield the words of every command below a group, groups before their own commands."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield [*above, name]
        if isinstance(command, click.Group):
            yield from paths(command, [*above, name])


def help_of(path: list[str]) -> str:
    """Return what a command says with --help."""
    from guide.__main__ import root
    from guide.cli.door import run

    said, columns = StringIO(), os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    try:
        with redirect_stdout(said):
            run(root(), [*path, "--lang", "en", "--help"])
    finally:
        os.environ.pop("COLUMNS")
        if columns is not None:
            os.environ["COLUMNS"] = columns
    return said.getvalue()


def fenced(text: str) -> str:
    """Return text as a block that Markdown leaves alone."""
    return f"```text\n{text.rstrip()}\n```\n"


def pages() -> dict[str, str]:
    """Return every generated page by its name in docs/."""
    made = {"checks.md": examples.page(), "settings.md": settings_page()}
    if (ROOT / "guide" / "cli" / "commands" / "clean.py").exists():
        made["commands.md"] = commands_page()
    return made


def stale() -> list[str]:
    """Return the names of the pages that differ from what would be written."""
    return [name for name, text in pages().items() if not fresh(name, text)]


def fresh(name: str, text: str) -> bool:
    """Whether a page is there with this text."""
    page = DOCS / name
    return page.exists() and page.read_text(encoding="utf-8") == text


def main() -> None:
    """Write the pages, or with --check name the stale ones."""
    if "--check" in sys.argv:
        if stale():
            sys.exit(f"not fresh: {', '.join(stale())}; type: make docs")
        return
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
