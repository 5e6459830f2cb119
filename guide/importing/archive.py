"""Strangers' archives and XML, within limits that are checked before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Collection, Mapping
from xml.etree import ElementTree as ET

MOST_BYTES = 50_000_000
"""Of the file, and of what is unpacked of it: the longest guide's text is below one million."""
MOST_RATIO = 200
"""How much larger than packed a part may be: office programs' own XML reaches 20 to 60."""
MOST_PARTS = 5_000
DEEPEST = 250
"""Elements inside one another: a table in a table in a table has some 40."""


class Refused(Exception):
    """A file that is not read, with the code of the sentence that says why."""

    def __init__(self, code: str, **values: str | float) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def unpack(content: bytes, wanted: Collection[str]) -> tuple[Mapping[str, bytes], frozenset[str]]:
    """Return those of the wanted parts that an archive has, and the names of all its parts.

    Raises Refused (`import-broken`, `import-locked`, `import-bomb`). A part is never larger than
    the archive declares: zipfile stops there.
    """
    if len(content) > MOST_BYTES:
        raise Refused("import-bomb")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _check(parts, wanted)
            found = {part.filename: archive.read(part) for part in parts if part.filename in wanted}
            return found, frozenset(part.filename for part in parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as fault:
        raise Refused("import-broken") from fault


def _check(parts: list[zipfile.ZipInfo], wanted: Collection[str]) -> None:
    used = [part for part in parts if part.filename in wanted]
    if any(part.flag_bits & 1 for part in used):
        raise Refused("import-locked")
    heavy = sum(part.file_size for part in used) > MOST_BYTES
    dense = any(part.file_size > MOST_RATIO * max(part.compress_size, 1) for part in used)
    if heavy or dense or len(parts) > MOST_PARTS:
        raise Refused("import-bomb")


def parse_xml(content: bytes) -> ET.Element:
    """Return the root of an XML part.

    Raises Refused: `import-entities` for a document type (so that no entity is ever defined or
    fetched), `import-bomb` for nesting beyond reason, `import-broken` for XML that is none.
    """
    parser = ET.XMLParser(target=_Guarded())  # noqa: S314  # guarded: no document type gets past its first word
    try:
        parser.feed(content)
        root: ET.Element = parser.close()
    except (ET.ParseError, ValueError, LookupError) as fault:
        raise Refused("import-broken") from fault
    return root


class _Guarded(ET.TreeBuilder):
    """A builder of trees that stops at a document type and at a bottomless one."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0

    def doctype(self, *_: object) -> None:
        """Refuse the document when its type is declared, before what it declares is read."""
        raise Refused("import-entities")

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        """Open an element, unless the tree is too deep."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Refused("import-bomb")
        return super().start(tag, attrs)

    def end(self, tag: str) -> ET.Element:
        """Close an element."""
        self.depth -= 1
        return super().end(tag)
