"""Names on cards: patterns filled, letters that a player cannot read replaced, Windows' own names avoided."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from guide.model.player import FileNaming
from guide.parsing.profiles import WORD

_PLAIN = {
    "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "’": "'", "‘": "'", "“": "'", "”": "'", "«": "'", "»": "'",
    "–": "-", "—": "-", "…": "", "\u00a0": " ", "\u202f": " ", "·": ".", "№": "No",
}  # fmt: skip
"""Letters and marks that Unicode's own decomposition does not make plain."""
LETTERS = 2
"""Raised whenever a text becomes other letters: files whose tags hold them are kept."""
ILLEGAL = re.compile(r'[\x00-\x1f\x7f"*/:<>?\\|]')
"""What FAT and exFAT refuse in names (exFAT specification, table 35; the same list holds for Windows)."""
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
"""Names of devices in Windows, with any ending: Linux writes such files, Windows cannot open them."""
_NOT_SHORT = re.compile(r"[^A-Z0-9_\-~!#$%&'()@^`{}]")
"""What may not stand in an 8.3 name (fatgen103, page 24); blanks are legal there and read by few players."""


def filled(pattern: str, words: Mapping[str, str]) -> str:
    """Return a pattern with its words; `{number:3}` is filled with zeros to three digits."""
    return WORD.sub(lambda found: words[found[1]].zfill(int(found[2] or 0)), pattern)


def legal(text: str, naming: FileNaming) -> str:
    """Return one name (a folder, or a file without its ending) in the characters of a profile."""
    text = unicodedata.normalize("NFC", text)
    if naming.characters != "unicode":
        text = ascii_of(text)
    text = " ".join(ILLEGAL.sub(" ", text).split()).rstrip(". ")
    if naming.characters == "8.3":
        return _NOT_SHORT.sub("", text.upper())
    return text.upper() if naming.capitals else text


def ascii_of(text: str) -> str:
    """Return text in plain letters: accents dropped, ligatures opened, what is left over left out."""
    plain = "".join(_PLAIN.get(letter, letter) for letter in text)
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()


def in_latin(text: str) -> str:
    """Return a text in Latin-1, letters beyond it made plain; nothing of one that would be mostly lost."""
    if mostly_lost(text, "latin-1"):
        return ""
    return "".join(letter if ord(letter) < 0x100 else ascii_of(letter) for letter in text)


def mostly_lost(text: str, encoding: str) -> bool:
    """Tell whether an encoding leaves less than half of a text's letters, their plain forms counted."""
    letters = [letter for letter in text if letter.isalnum()]
    kept = [letter for letter in letters if ascii_of(letter) or letter.encode(encoding, "ignore")]
    return len(kept) * 2 < len(letters)


def file_name(naming: FileNaming, words: Mapping[str, str], ending: str) -> str:
    """Return a track's file name; a title in it is cut so that the name is not too long.

    Where the player cannot read a title (Arabic, say, in plain letters), the stop's id stands for it.
    """
    ending = ending.upper() if naming.capitals or naming.characters == "8.3" else ending
    title = words["title"]
    if naming.characters != "unicode" and mostly_lost(title, "ascii"):
        title = words["stop"]
    name = legal(filled(naming.file, {**words, "title": title}), naming)
    while title and len(name) + len(ending) > naming.longest_name:
        title = title[:-1]
        name = legal(filled(naming.file, {**words, "title": title}), naming)
    return name + ending


def folder_name(naming: FileNaming, words: Mapping[str, str]) -> str:
    """Return a track's folder, each of its parts in legal characters; "" for the root."""
    return path_of(naming.folder, words, naming)


def path_of(pattern: str, words: Mapping[str, str], naming: FileNaming) -> str:
    """Return a path pattern filled, each of its parts in legal characters (endings as written)."""
    parts = []
    for part in pattern.split("/"):
        stem, dot, ending = part.rpartition(".")
        name = legal(filled(stem if dot else part, words), naming)
        parts.append(f"{name}.{ending}" if dot else name)
    return "/".join(part for part in parts if part)
