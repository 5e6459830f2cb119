"""OpenDocument texts (OASIS OpenDocument 1.3): paragraphs, styles, what reviewers left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree as ET

from guide.importing.archive import Refused, parse_xml, unpack
from guide.importing.document import Block, Document, Remarks, Run

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_BODY, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_ASIDE = {f"{_TEXT}table-of-content", f"{_TEXT}alphabetical-index", f"{_OFFICE}forms"}
"""What repeats the text or is none."""
_QUOTES = {"Quotations", "Quote"}
_DEEPEST_STYLE = 20


def read_odt(content: bytes, file: str) -> Document:
    """Return an OpenDocument text's blocks. Raises Refused for a file that is not safe or not whole."""
    parts, _ = unpack(content, {_BODY, _STYLES, _MANIFEST})
    if _BODY not in parts:
        raise Refused("import-other-kind")
    if b"encryption-data" in parts.get(_MANIFEST, b""):
        raise Refused("import-locked")
    root = parse_xml(parts[_BODY])
    text = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if text is None:
        raise Refused("import-other-kind")
    styles = {**(_styles(parse_xml(parts[_STYLES])) if _STYLES in parts else {}), **_styles(root)}
    remarks = Remarks(file)
    reader = _Reader(remarks, styles)
    blocks = tuple(reader.blocks(text))
    return Document(blocks, remarks.closed(refusing={"import-tracked"}))


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str = ""
    emphasis: bool | None = None
    strong: bool | None = None
    hidden: bool = False


def _styles(root: ET.Element) -> dict[str, _Style]:
    found = {}
    for element in root.iter(f"{_STYLE}style"):
        words = element.find(f"{_STYLE}text-properties")
        given = dict(words.items()) if words is not None else {}
        slant, weight = given.get(f"{_FO}font-style"), given.get(f"{_FO}font-weight")
        found[element.get(f"{_STYLE}name", "")] = _Style(
            element.get(f"{_STYLE}parent-style-name", ""),
            None if slant is None else slant in ("italic", "oblique"),
            None if weight is None else weight == "bold",
            given.get(f"{_TEXT}display") == "none",
        )
    return found


@dataclass(slots=True)
class _Reader:
    remarks: Remarks
    styles: Mapping[str, _Style]
    waiting: list[str] = field(default_factory=list)

    def blocks(self, parent: ET.Element, *, listed: bool = False) -> Iterator[Block]:
        """Yield the blocks below an element, in order."""
        for element in parent:
            if element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                yield from self._paragraph(element, listed=listed)
            elif element.tag == f"{_TEXT}tracked-changes":
                for change in element:
                    self.remarks.lose("import-tracked", " ".join("".join(change.itertext()).split()))
            elif element.tag == f"{_TABLE}table":
                self.remarks.lose("import-table", "".join(element.itertext()))
                for cell in element.iter(f"{_TABLE}table-cell"):
                    yield from self.blocks(cell)
            elif element.tag.startswith(_DRAW):
                self._drawing(element)
            elif element.tag not in _ASIDE:
                yield from self.blocks(element, listed=listed or element.tag == f"{_TEXT}list")

    def _paragraph(self, element: ET.Element, *, listed: bool) -> Iterator[Block]:
        level = element.get(f"{_TEXT}outline-level", "1")
        heading = int(level) if element.tag == f"{_TEXT}h" and level.isdigit() else 0
        runs = tuple(self._runs(element, Run("")))
        block = Block(runs, heading, self._is_quote(element.get(f"{_TEXT}style-name", "")))
        if block.text:
            if listed and not heading:
                self.remarks.lose("import-list", block.text)
            yield block
        yield from (Block((Run(text),), is_note=True) for text in self.waiting)
        self.waiting.clear()

    def _is_quote(self, name: str) -> bool:
        for _ in range(_DEEPEST_STYLE):
            if name in _QUOTES:
                return True
            name = self.styles.get(name, _Style()).parent
        return False

    def _runs(self, element: ET.Element, style: Run) -> Iterator[Run]:
        if element.text:
            yield replace(style, text=" ".join(element.text.split("\n")))
        for child in element:
            yield from self._inline(child, style)
            if child.tail:
                yield replace(style, text=" ".join(child.tail.split("\n")))

    def _inline(self, child: ET.Element, style: Run) -> Iterator[Run]:
        name = child.tag.removeprefix(_TEXT)
        if name in ("s", "tab", "line-break"):
            yield replace(style, text=" ")
        elif name == "span":
            styled = self.styles.get(child.get(f"{_TEXT}style-name", ""), _Style())
            if styled.hidden:
                self.remarks.lose("import-hidden", "".join(child.itertext()))
                return
            yield from self._runs(child, _styled(style, styled))
        elif name == "note":
            body = child.find(f"{_TEXT}note-body")
            self._keep("import-footnote", "".join(body.itertext()) if body is not None else "")
        elif child.tag == f"{_OFFICE}annotation":
            self._keep("import-comment", _annotation(child))
        elif child.tag.startswith(_DRAW):
            self._drawing(child)
        elif name == "a":
            self.remarks.lose("import-link", "".join(child.itertext()))
            yield from self._runs(child, style)
        elif child.tag.startswith(_TEXT):
            yield from self._runs(child, style)

    def _keep(self, code: str, text: str) -> None:
        words = " ".join(text.split())
        self.waiting.append(words)
        self.remarks.lose(code, words)

    def _drawing(self, element: ET.Element) -> None:
        """Name a picture or text box that is left out; one that would be fetched from elsewhere refuses the file."""
        for one in element.iter():
            target = one.get(_HREF, "")
            if "://" in target or target.startswith(("/", "\\", "..")):
                raise Refused("import-outside", target=target[:80])
        words = " ".join("".join(element.itertext()).split())
        self.remarks.lose("import-text-box" if words else "import-picture", words or "…")


def _styled(run: Run, style: _Style) -> Run:
    emphasis = run.emphasis if style.emphasis is None else style.emphasis
    return replace(run, emphasis=emphasis, strong=run.strong if style.strong is None else style.strong)


def _annotation(element: ET.Element) -> str:
    author = element.findtext(f"{_DC}creator", "")
    words = " ".join("".join(one.itertext()) for one in element.findall(f"{_TEXT}p"))
    return f"{author}: {words}" if author else words
