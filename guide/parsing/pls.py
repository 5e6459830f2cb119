"""Lexicons in exchange with other programs: W3C Pronunciation Lexicon Specification 1.0.

https://www.w3.org/TR/2008/REC-pronunciation-lexicon-20081014/ : a `lexeme` has one or more
`grapheme`, and `phoneme` (IPA here) or `alias` (a respelling). A document type is refused, so
that no entity can be defined: a lexicon needs none, and hostile ones grow without bound.
"""

from __future__ import annotations

import unicodedata
from xml.etree import ElementTree as ET

from guide.model.finding import Place
from guide.model.lexicon import Lexeme, Lexicon
from guide.parsing.lexicon import ParsedLexicon
from guide.parsing.source import Notes

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def parse_pls(data: bytes, *, file: str, language: str) -> ParsedLexicon:
    """Read a PLS document. One that is not well formed, not UTF-8, or declares a document type, gives a finding."""
    notes = Notes(file, language)
    root = _root(data, notes)
    lexemes: dict[str, Lexeme] = {}
    for element in root.iter(f"{{{NAMESPACE}}}lexeme") if root is not None else ():
        for lexeme in _lexemes(element, root, notes):
            lexemes.setdefault(lexeme.word, lexeme)
    return ParsedLexicon(Lexicon(language, tuple(lexemes.values())), notes.in_order())


def print_pls(lexicon: Lexicon) -> bytes:
    """Return a lexicon as a PLS document in UTF-8."""
    ET.register_namespace("", NAMESPACE)
    attributes = {"version": "1.0", "alphabet": "ipa", _LANGUAGE: lexicon.language}
    root = ET.Element(f"{{{NAMESPACE}}}lexicon", attributes)
    for one in lexicon.lexemes:
        lexeme = ET.SubElement(root, f"{{{NAMESPACE}}}lexeme")
        for tag, words in (("grapheme", one.word), ("phoneme", one.ipa), ("alias", one.respelling)):
            if words:
                ET.SubElement(lexeme, f"{{{NAMESPACE}}}{tag}").text = words
    ET.indent(root)
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _root(data: bytes, notes: Notes) -> ET.Element | None:
    place = Place(notes.file)
    text = _utf8(data)
    if text is None:
        notes.report("pls-encoding", place)
        return None
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        notes.report("pls-document-type", place)
        return None
    try:
        root = ET.fromstring(data)  # noqa: S314 - no document type, so no entities; see the module's docstring
    except (LookupError, ValueError):  # an encoding is declared that nobody knows, or that expat cannot read
        notes.report("pls-encoding", place)
        return None
    except ET.ParseError as error:
        line, column = error.position
        notes.report("pls-broken", Place(notes.file, line, column + 1))
        return None
    if root.tag != f"{{{NAMESPACE}}}lexicon":
        notes.report("pls-other", place, name=root.tag.rpartition("}")[2])
        return None
    _check_language(root, notes)
    return root


def _utf8(data: bytes) -> str | None:
    """Return the document's text, or None: another encoding could hide a document type from a look at it."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else text


def _check_language(root: ET.Element, notes: Notes) -> None:
    written = root.get(_LANGUAGE, notes.language)
    if written.split("-")[0].lower() != notes.language.split("-")[0].lower():
        notes.report("pls-language", Place(notes.file), value=written, named=notes.language)


def _lexemes(element: ET.Element, root: ET.Element | None, notes: Notes) -> list[Lexeme]:
    words = [_text(one) for one in element.iter(f"{{{NAMESPACE}}}grapheme")]
    phoneme = element.find(f"{{{NAMESPACE}}}phoneme")
    alphabet = root.get("alphabet", "ipa") if root is not None else "ipa"
    if phoneme is not None:
        alphabet = phoneme.get("alphabet", alphabet)
    ipa = _text(phoneme) if alphabet == "ipa" else ""
    respelling = _text(element.find(f"{{{NAMESPACE}}}alias"))
    place = Place(notes.file)
    if not any(words) or not (ipa or respelling):
        notes.report("pls-lexeme", place, word=words[0] if words else "—")
        return []
    return [Lexeme(word, respelling, ipa, place) for word in words if word]


def _text(element: ET.Element | None) -> str:
    words = "".join(element.itertext()) if element is not None else ""
    return unicodedata.normalize("NFC", " ".join(words.split()))
