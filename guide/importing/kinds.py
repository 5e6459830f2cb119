"""Which documents can be read, by the ending of their name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from guide.importing.archive import Refused
from guide.importing.document import Document, Remarks
from guide.importing.odt import read_odt
from guide.importing.plain import read_markdown, read_text
from guide.importing.word import read_word

KINDS: Mapping[str, Callable[[bytes, str], Document]] = {
    ".docx": read_word,
    ".odt": read_odt,
    ".md": read_markdown,
    ".txt": read_text,
}
"""The reader of each kind."""


def read_document(content: bytes, file: str) -> Document:
    """Return a document's blocks; one that must not or cannot be read has an error among its findings."""
    read = KINDS.get(PurePath(file).suffix.lower())
    remarks = Remarks(file)
    if read is None:
        remarks.refuse("import-kind", known=", ".join(KINDS))
        return Document((), remarks.closed())
    try:
        return read(content, file)
    except Refused as fault:
        remarks.refuse(fault.code, **fault.values)
        return Document((), remarks.closed())
