"""The documentation in French keeps step with the English one: pages, sections, commands, tables, typography."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from guide.__main__ import root
from guide.messages import entries
from tools import reference
from tools.environment import ROOT
from tools.french import typeset, words

FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]*)`")
TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
SECTION = re.compile(r"^## +(.+)$", re.MULTILINE)
NAMED_PAGE = re.compile(r"docs/[a-z/-]+\.md")
PROGRAMS = ("guide", "make", "cd", "pip")


@dataclass(frozen=True, slots=True)
class Pair:
    """An English page, the French one, and the English sections that only programmers need."""

    english: str
    french: str
    left_out: tuple[str, ...] = ()


PAIRS = (
    Pair("README.md", "LISEZMOI.md"),
    Pair("docs/tutorial.md", "docs/fr/tutoriel.md"),
    Pair("docs/script.md", "docs/fr/textes.md"),
    Pair("docs/voices.md", "docs/fr/voix.md", ("Figures",)),
    Pair("docs/exhibition.md", "docs/fr/exposition.md"),
    Pair("docs/import.md", "docs/fr/importer.md", ("Why it reads the formats itself",)),
    Pair("docs/devices-checklist.md", "docs/fr/essais.md"),
    Pair("docs/profiles.md", "docs/fr/profils.md"),
    Pair("docs/load.md", "docs/fr/lecteurs.md", ("How that is done",)),
    Pair(
        "docs/web.md", "docs/fr/mise-en-ligne.md", ("Languages of the page itself", "How it is made", "Figures")
    ),
)  # fmt: skip
NO_PAIR = ("docs/fr/index.md",)
"""Its sections are the French reader's own: it also says which pages are in English only."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a section must have in both languages: its blocks' kinds and commands, its tables' rows, what it names."""

    blocks: tuple[tuple[str, tuple[str, ...]], ...]
    rows: tuple[int, ...]
    named: frozenset[str]


def sections(page: str) -> dict[str, Shape]:
    """Return the shape of what stands above the first heading of level 2, and below each, by heading."""
    text = (ROOT / page).read_text(encoding="utf-8")
    pieces = SECTION.split(text)
    return {"": shape(pieces[0]), **{head: shape(body) for head, body in zip(pieces[1::2], pieces[2::2], strict=True)}}


def shape(text: str) -> Shape:
    """Return the shape of a section."""
    blocks = tuple((kind, tuple(commands(body))) for kind, body in FENCE.findall(text))
    prose = FENCE.sub("", text)
    rows = tuple(table.count("\n") for table in TABLE.findall(prose))
    return Shape(blocks, rows, frozenset(named(prose)))


def commands(block: str) -> Iterator[str]:
    """Yield the commands of a block, in order."""
    for line in block.splitlines():
        if line.split(" ")[0] in PROGRAMS:
            yield command(line.partition("#")[0])


def named(prose: str) -> Iterator[str]:
    """Yield the commands and options that prose names."""
    for code in CODE.findall(prose):
        program, _, rest = code.partition(" ")
        if (program in PROGRAMS and rest) or code.startswith("--"):
            yield command(code)


def command(line: str) -> str:
    """Return what a command has in common in both languages: not the names that a reader chooses."""
    program, *others = line.split()
    if program == "make":
        return f"make {others[0]}"
    return " ".join([program, *(word for word in others if word in command_names() or word.startswith("-"))])


@cache
def command_names() -> frozenset[str]:
    """Return every word that is a command of guide."""
    return frozenset(word for path in reference.paths(root(), []) for word in path)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.french)
def test_pages_keep_step(pair: Pair) -> None:
    """A French page has the sections of the English one in their order, each with the same commands and tables."""
    english = sections(pair.english)
    assert [head for head in pair.left_out if head not in english] == []
    wanted = {head: found for head, found in english.items() if head not in pair.left_out}
    french = sections(pair.french)
    assert len(wanted) == len(french), f"{[*wanted]} beside {[*french]}"
    both = zip(wanted.items(), french.items(), strict=True)
    assert [(one, other) for one, other in both if one[1] != other[1]] == []


def test_every_french_page_has_a_pair() -> None:
    """A page that people write in French is held against an English one."""
    assert sorted(reference.hand_written()) == sorted([*NO_PAIR, *(pair.french for pair in PAIRS)])


def test_a_lost_option_is_seen() -> None:
    """The comparison itself sees an option, a row and a block that one page lacks; chosen names do not count."""
    whole = "Type `guide load --prune`.\n\n| a |\n|---|\n| b |\n\n```sh\nguide new mill\n```\n"
    assert shape(whole) == shape(whole.replace("mill", "moulin"))
    losses = (" --prune", "| b |\n", "guide new mill\n")
    assert [loss for loss in losses if shape(whole.replace(loss, "")) == shape(whole)] == []


def test_french_messages_name_french_pages() -> None:
    """A message in French sends nobody to an English page that has a French one; each page named is there."""
    whole = {pair.english for pair in PAIRS if not pair.left_out} | set(reference.PAGES)
    told = [f"{entry.fr} {entry.help_fr}" for entry in entries().values()]
    pages = {page for sentence in told for page in NAMED_PAGE.findall(sentence)}
    assert [page for page in sorted(pages) if not (ROOT / page).is_file()] == []
    assert sorted(page for page in pages & whole if "/fr/" not in page) == []


def test_french_short_texts_are_used() -> None:
    """Each text of tools/french.toml still stands on an English page that a tool makes."""
    made = "\n".join((ROOT / page).read_text(encoding="utf-8") for page in reference.PAGES if "/fr/" not in page)
    assert [text for text in words() if text not in made] == []


def test_french_is_typeset_outside_code() -> None:
    """Signs and guillemets get no-break blanks and apostrophes are curved, except in code and in addresses."""
    before = "Voici : l'« heure » ?\n\n```sh\nguide : l'x\n```\n\n`a : b` [c](d'e.md) !\n\n![image](f.png)\n"
    after = "Voici_: l’«_heure_»_?\n\n```sh\nguide : l'x\n```\n\n`a : b` [c](d'e.md)_!\n\n![image](f.png)\n"
    assert typeset(before) == after.replace("_", "\u00a0")
