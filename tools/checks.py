"""The page of everything that `guide check` can say, in both languages: examples.toml as the program answers it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from guide.messages import say
from guide.messages.entry import Entry
from guide.outputs.findings import Checked, as_text
from guide.settings import FILE
from tools.examples import SOUNDS, Example, Files, Tried, examples, try_out
from tools.french import in_language, told

HEAD = Entry(
    """\
# Checks

`guide check` says everything at once that is wrong or doubtful in a guide, with file, line and column, and the
next step. An **error** is mended before a guide is built; a **warning** is looked at; a **note** is good to know.
Exit code 1 when there is an error; with `--strict` also when there is a warning.

A warning that the museum has looked at and accepts is settled in `guide.toml`, with its reason. It is counted from
then on and no longer shown; when it is met no more, a note says so.

```toml
[[settled]]
code = "dates-too-many"
file = "scripts_en/501-coast.md"     # without a file: everywhere
reason = "This stop is the calendar of the coast."
```

`--release` says also what keeps a guide from being published: drafts, and tracks that today's release cast has not
spoken. `--format` takes `json` (one object: `version`, `counts`, `findings` with `code severity file line column length
message help suggestion values`, and `settled`, the same with the `reason`), `gcc` for editors, `github` for its
annotations, and `sarif` (2.1.0) for code review.

Each finding is shown here with a small example, what is said of it, and its cure. A test tries every one. This page
is made from `tools/examples.toml` by `make docs`.

""",
    """\
# Vérifications

`guide check` dit d’un coup tout ce qui est faux ou douteux dans un guide, avec le fichier, la ligne, la colonne et ce
qu’il faut faire. Une **erreur** se corrige avant que le guide ne soit construit ; un **avertissement** se regarde ;
une **remarque** est bonne à savoir. Le code de sortie est 1 quand il y a une erreur ; avec `--strict`, aussi quand il
y a un avertissement.

Un avertissement que le musée a regardé et accepte s’écrit dans `guide.toml`, avec sa raison. Il est dès lors compté
et n’est plus montré ; quand il ne se présente plus, une remarque le dit.

```toml
[[settled]]
code = "dates-too-many"
file = "scripts_fr/501-cote.md"     # sans fichier : partout
reason = "Cette étape est le calendrier de la côte."
```

`--release` dit aussi ce qui empêche de publier : les brouillons, et les pistes que la distribution de publication
d’aujourd’hui n’a pas dites. `--format` choisit une autre forme du rapport, pour d’autres programmes :
[la page anglaise](../checks.md) les décrit.

Chaque constat est montré ici avec un petit exemple, ce qui en est dit, et son remède. Les exemples viennent d’un petit
guide en deux langues, et le script en cause y est d’ordinaire l’anglais ; un test les essaie tous. Cette page est
faite par `make docs` d’après `tools/examples.toml`.

""",
)
OTHERS = Entry(
    """\
## Files, sounds and voices

What else a check or a build may say. These faults lie outside the scripts: in a sound, a voice, a disk.
""",
    """\
## Fichiers, sons et voix

Ce qu’une vérification ou une construction peut dire d’autre. Ces défauts sont hors des scripts : dans un son, une
voix, un disque.
""",
)
STANDING_FOR = {"remove": "not there", "drawing": "a drawing", "repeat: words": "twenty thousand words and one"}
"""What a word of examples.toml that stands for a file is called on the page."""


def page(language: str) -> str:
    """Return the page: each finding with its example, what `guide check` says of it, and its cure."""
    sections = []
    rows = [f"| Code | | {told('What is said', language)} |", "|---|---|---|"]
    for one, tried in _all_tried():
        finding = next(found for found in tried.findings if found.code == one.code)
        said = as_text(Checked([finding], texts=tried.texts, language=language, columns=100)).rpartition("\n\n")[0]
        sentence = said.partition("\n")[0].partition("]: ")[2]
        severity = say(f"severity-{finding.severity.value}", language)
        rows.append(f"| [{one.code}](#{one.code}) | {severity} | {_cell(sentence)} |")
        sections.append("\n".join(_section(one, said, language)))
    body = [*sections, in_language(OTHERS, language), *_others(language)]
    return in_language(HEAD, language) + "\n".join(rows) + "\n\n" + "\n".join(body)


@cache
def _all_tried() -> tuple[tuple[Example, Tried], ...]:
    """Return every example with what a check says of it; kept, for two pages are made of it."""
    return tuple((one, _tried(one)) for one in examples())


def _tried(example: Example) -> Tried:
    with tempfile.TemporaryDirectory() as folder:
        return try_out(example, Path(folder))


def _others(language: str) -> Iterator[str]:
    """Yield a table of the faults that have no example here: of disks, engines, sounds, the state of a build."""
    shown = {one.code for one in examples()}
    yield f"| Code | {told('What is said', language)} | {told('Next step', language)} |"
    yield "|---|---|---|"
    for topic in ("speech", "sound", "building", "settings"):
        for code, entry in sorted(import_module(f"guide.messages.{topic}").ENTRIES.items()):
            if entry.help_en and code not in shown:
                step = entry.help_fr if language == "fr" else entry.help_en
                yield f"| `{code}` | {_open(in_language(entry, language))} | {_open(step)} |"
    yield ""


def _open(sentence: str) -> str:
    """Return a sentence of the catalogue with an ellipsis for each value."""
    counted = re.sub(r"\{\w+:[^{}|]*\|([^{}]*)\}", r"… \1", sentence)
    return _cell(re.sub(r"\{[^{}]*\}", "…", counted))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("[", "\\[")


def _section(example: Example, said: str, language: str) -> Iterator[str]:
    yield f"## {example.code}\n"
    if example.before:
        yield f"{told('Built before:', language)}\n"
        yield from _shown(example.before, language)
    yield from _shown(example.example, language)
    yield f"```text\n{said}\n```\n"
    if example.built:
        yield f"{told('Cure:', language)} `guide build --cast release`\n"
        return
    yield f"{told('Cure:', language)}\n"
    yield from _shown(example.cure, language)


def _shown(files: Files, language: str) -> Iterator[str]:
    colon = " :" if language == "fr" else ":"
    for path, text in files.items():
        body = text.removeprefix("latin-1: ").rstrip("\n").replace("\a", "␇")  # A page shows what nobody sees.
        if what := _stand_in(path, text):
            yield f"`{path}`{colon} {told(what, language)}\n"
        elif path.startswith("media/") and not path.endswith(".svg"):
            yield f"`{path}`{colon} {text}\n"
        else:
            fence = "~~~" if "`" in body else "```"
            yield f"`{path}`\n\n{fence}{'toml' if path == FILE else 'text'}\n{body}\n{fence}\n"


def _stand_in(path: str, text: str) -> str:
    """Return in words what a file is that is not shown; nothing for one whose text is."""
    if not text and path != FILE:
        return "an empty file"
    if path.startswith("media/") and text in SOUNDS:
        return f"a {text}"
    return STANDING_FOR.get(text, "")
