"""Where something stands in guide.toml or in a paragraph: the words are looked for in the text."""

from __future__ import annotations

import re

from guide.model.finding import Place
from guide.parsing.source import split_lines
from guide.settings import FILE

_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")


def in_settings(text: str, table: str, word: str = "", *, after: str = "") -> Place:
    """Return the place of a word in a table of guide.toml, else of the table, else of the file.

    `after` is a word of the table (a tour's id, say) behind which the search begins.
    """
    found = header = Place(FILE)
    named: Place | None = None  # a word of a table's name counts only where nothing below it has the word
    waiting = after
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        match = _HEADER.match(line)
        if match:
            name = match[1].replace('"', "").replace("'", "")
            inside = name == table or name.startswith(f"{table}.")
            if inside and header is found:
                header = Place(FILE, number, 1, len(line.strip()))
            if inside and named is None:
                named = _at(word, line, number)
            continue
        if not inside:
            continue
        if waiting:
            waiting = "" if _find(waiting, line) else waiting
            continue
        at = _at(word, line, number)
        if at:
            return at
    return named or header


def in_paragraph(text: str, paragraph: Place, word: str) -> Place:
    """Return where a word stands in a paragraph of a script's text, else the paragraph's place."""
    for line in split_lines(text)[paragraph.line - 1 :]:
        column = line.text.find(word, paragraph.column - 1 if line.number == paragraph.line else 0)
        if column >= 0:
            return Place(paragraph.file, line.number, column + 1, len(word))
        if not line.text.strip():
            break
    return paragraph


def in_script(text: str, first: Place, word: str) -> Place:
    """Return where a word first stands in a script's text from its first paragraph on, else the file."""
    for line in split_lines(text)[first.line - 1 :]:
        column = line.text.find(word)
        if column >= 0:
            return Place(first.file, line.number, column + 1, len(word))
    return Place(first.file)


def in_sentence(text: str, sentence: Place, words: str) -> Place:
    """Return where words stand in the first line of a sentence, else the sentence's place."""
    line = split_lines(text)[sentence.line - 1 : sentence.line]
    column = line[0].text.find(words, sentence.column - 1) if line else -1
    return Place(sentence.file, sentence.line, column + 1, len(words)) if column >= 0 else sentence


def _at(word: str, line: str, number: int) -> Place | None:
    found = _find(word, line) if word else None
    return Place(FILE, number, found.start() + 1, len(word)) if found else None


def _find(word: str, line: str) -> re.Match[str] | None:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", line)
