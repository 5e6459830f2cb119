"""A lexicon as its museum writes it: `word: how it is said`, one a line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from guide.model.finding import Finding, Place
from guide.model.lexicon import Lexeme, Lexicon
from guide.parsing.source import Line, Notes, split_lines

_ENTRY = re.compile(r"([^:：]*?)\s*[:：]\s*(.*)")
_IPA = re.compile(r"/([^/]*)/\s*$")
_STRESS_AND_LENGTH = "ˈˌːˑ.‿͡ |‖-' "


@dataclass(frozen=True, slots=True)
class ParsedLexicon:
    """What reading gave: every usable entry, and what is wrong with the others."""

    lexicon: Lexicon
    findings: tuple[Finding, ...]


def parse_lexicon(text: str, *, file: str, language: str) -> ParsedLexicon:
    """Read a lexicon: lines `word: respelling /ipa/`, either half may be missing; `//` begins a comment."""
    notes = Notes(file, language)
    lexemes: dict[str, Lexeme] = {}
    for line in split_lines(text):
        words = line.stripped()
        if not words.text or words.text.startswith("//"):
            continue
        lexeme = _lexeme(words, notes)
        if lexeme is None:
            continue
        if lexeme.word in lexemes:
            notes.report("lexicon-double", lexeme.place, word=lexeme.word, line=lexemes[lexeme.word].place.line)
        else:
            lexemes[lexeme.word] = lexeme
    return ParsedLexicon(Lexicon(language, tuple(lexemes.values())), notes.in_order())


def print_lexicon(lexicon: Lexicon) -> str:
    """Return a lexicon's text, one entry a line."""
    lines = (f"{one.word}: {_said(one)}\n" for one in lexicon.lexemes)
    return "".join(lines)


def _said(lexeme: Lexeme) -> str:
    ipa = f"/{lexeme.ipa}/" if lexeme.ipa else ""
    return f"{lexeme.respelling} {ipa}".strip()


def _lexeme(line: Line, notes: Notes) -> Lexeme | None:
    match = _ENTRY.fullmatch(line.text)
    place = Place(notes.file, line.number, line.column, len(line.text))
    if not match or not any(map(str.isalnum, match[1])):
        notes.report("lexicon-line", place)
        return None
    word = unicodedata.normalize("NFC", " ".join(match[1].split()))
    said = match[2]
    ipa = _IPA.search(said)
    respelling = " ".join((said[: ipa.start()] if ipa else said).split())
    sounds = unicodedata.normalize("NFC", " ".join(ipa[1].split())) if ipa else ""
    if not respelling and not sounds:
        notes.report("lexicon-empty", place, word=word)
        return None
    strange = next((letter for letter in sounds if not _is_ipa(letter)), None)
    if strange or "/" in respelling:
        notes.report("lexicon-ipa", place, word=word, sign=strange or "/")
        return None
    return Lexeme(word, respelling, sounds, Place(notes.file, line.number, line.column, len(match[1])))


def _is_ipa(letter: str) -> bool:
    """Tell whether a character can be IPA: small letters, modifiers, diacritics, stress and length."""
    return letter in _STRESS_AND_LENGTH or unicodedata.category(letter) in ("Ll", "Lo", "Lm", "Mn", "Sk")
