"""Word documents (Office Open XML, ECMA-376 part 1): paragraphs, styles, what reviewers left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from guide.importing.archive import Refused, parse_xml, unpack
from guide.importing.document import Block, Document, Remarks, Run

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EITHER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_BODY, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_STYLES, _COMMENTS, _NOTES, _ENDNOTES = (
    "word/styles.xml",
    "word/comments.xml",
    "word/footnotes.xml",
    "word/endnotes.xml",
)
_TRACKED = {f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")}
_THROUGH = {f"{_W}{name}" for name in ("hyperlink", "smartTag", "fldSimple", "sdt", "sdtContent", "dir", "bdo")}
_LOST = {
    f"{_W}drawing": "import-picture",
    f"{_W}pict": "import-picture",
    f"{_W}object": "import-picture",
    f"{_W}sym": "import-symbol",
}
_SIGNS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "\u2011"}
_OFF = {"0", "false", "off", "none"}
_DEEPEST_STYLE = 20


def read_word(content: bytes, file: str) -> Document:
    """Return a Word document's blocks. Raises Refused for a file that is not safe or not whole."""
    parts, names = unpack(content, {_BODY, _RELATIONS, _STYLES, _COMMENTS, _NOTES, _ENDNOTES})
    if _BODY not in parts:
        raise Refused("import-other-kind")
    remarks = Remarks(file)
    if any(name.endswith("vbaProject.bin") for name in names):
        remarks.warn("import-macros")
    if _RELATIONS in parts:
        _check_relations(parse_xml(parts[_RELATIONS]))
    reader = _Reader(
        remarks,
        _styles(parse_xml(parts[_STYLES])) if _STYLES in parts else {},
        {
            **_texts(parts, _COMMENTS, "comment"),
            **_texts(parts, _NOTES, "footnote"),
            **_texts(parts, _ENDNOTES, "endnote"),
        },
    )
    body = parse_xml(parts[_BODY]).find(f"{_W}body")
    blocks = tuple(reader.blocks(body)) if body is not None else ()
    return Document(blocks, remarks.closed(refusing={"import-tracked"}))


def _check_relations(root: ET.Element) -> None:
    """Refuse a document that would fetch something from elsewhere; an ordinary link fetches nothing."""
    for relation in root:
        if relation.get("TargetMode") == "External" and not relation.get("Type", "").endswith("/hyperlink"):
            raise Refused("import-outside", target=relation.get("Target", "")[:80])


def _texts(parts: Mapping[str, bytes], part: str, kind: str) -> dict[tuple[str, str], str]:
    """Return comments or notes by (kind, id)."""
    found = {}
    for element in parse_xml(parts[part]) if part in parts else ():
        if element.tag == f"{_W}{kind}" and element.get(f"{_W}type") is None:
            words = " ".join("".join(one.text or "" for one in element.iter(f"{_W}t")).split())
            author = element.get(f"{_W}author", "")
            found[kind, element.get(f"{_W}id", "")] = f"{author}: {words}" if author else words
    return found


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style is: a heading's level, a quote, a point of a list."""

    heading: int = 0
    quote: bool = False
    listed: bool = False


def _styles(root: ET.Element) -> dict[str, _Style]:
    """Return the styles by id. Built-in styles have English names in every language of Word."""
    named = {one.get(f"{_W}styleId", ""): one for one in root.iter(f"{_W}style")}
    return {name: _style(name, named) for name in named}


def _style(name: str, named: Mapping[str, ET.Element], depth: int = 0) -> _Style:
    element = named.get(name)
    if element is None or depth > _DEEPEST_STYLE:
        return _Style()
    words = _value(element.find(f"{_W}name")).lower()
    if words.startswith("heading ") and words[8:].isdigit():
        return _Style(heading=int(words[8:]))
    if words in ("quote", "intense quote", "block text"):
        return _Style(quote=True)
    level = element.find(f"{_W}pPr/{_W}outlineLvl")
    if level is not None and _value(level).isdigit() and int(_value(level)) < 9:
        return _Style(heading=int(_value(level)) + 1)
    if element.find(f"{_W}pPr/{_W}numPr") is not None:
        return _Style(listed=True)
    return _style(_value(element.find(f"{_W}basedOn")), named, depth + 1)


def _is_contents(element: ET.Element) -> bool:
    """Tell whether an element is a table of contents, which repeats the headings."""
    return _value(element.find(f"{_W}sdtPr/{_W}docPartObj/{_W}docPartGallery")) == "Table of Contents"


def _value(element: ET.Element | None) -> str:
    return element.get(f"{_W}val", "") if element is not None else ""


def _is_on(element: ET.Element | None) -> bool:
    return element is not None and element.get(f"{_W}val", "1") not in _OFF


@dataclass(slots=True)
class _Reader:
    remarks: Remarks
    styles: Mapping[str, _Style]
    notes: Mapping[tuple[str, str], str]
    waiting: list[str] = field(default_factory=list)
    told: set[tuple[str, str]] = field(default_factory=set)

    def blocks(self, parent: ET.Element) -> Iterator[Block]:
        """Yield the blocks below an element, in order; a note follows the paragraph that it hangs on."""
        for element in parent:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                self.remarks.lose("import-table", "".join(one.text or "" for one in element.iter(f"{_W}t")))
                for cell in element.iter(f"{_W}tc"):
                    yield from self.blocks(cell)
            elif element.tag in _TRACKED:
                self._track(element)
                yield from self.blocks(element)
            elif element.tag == _EITHER:
                self._leave_out(element)
            elif not _is_contents(element):
                yield from self.blocks(element)

    def _paragraph(self, element: ET.Element) -> Iterator[Block]:
        properties = element.find(f"{_W}pPr")
        style, listed = _Style(), False
        if properties is not None:
            style = self.styles.get(_value(properties.find(f"{_W}pStyle")), _Style())
            listed = style.listed or properties.find(f"{_W}numPr") is not None
            for name in ("ins", "del"):
                if properties.find(f"{_W}rPr/{_W}{name}") is not None:
                    self.remarks.lose("import-tracked", "¶")
        runs = tuple(self._runs(element))
        block = Block(runs, style.heading, style.quote)
        if block.text:
            if listed and not style.heading:
                self.remarks.lose("import-list", block.text)
            yield block
        yield from (Block((Run(text),), is_note=True) for text in self.waiting)
        self.waiting.clear()

    def _runs(self, parent: ET.Element) -> Iterator[Run]:
        for element in parent:
            if element.tag == f"{_W}r":
                yield from self._run(element)
            elif element.tag in _TRACKED:
                self._track(element)
                yield from self._runs(element)
            elif element.tag in _THROUGH:
                if element.tag == f"{_W}hyperlink" and element.get(f"{_W}anchor") is None:
                    self.remarks.lose("import-link", "".join(one.text or "" for one in element.iter(f"{_W}t")))
                yield from self._runs(element)
            elif element.tag.endswith(("}oMath", "}oMathPara")):
                self.remarks.lose("import-symbol", "".join(element.itertext()))
            elif element.tag == f"{_W}commentRangeStart":
                self._note("comment", element.get(f"{_W}id", ""))
            elif element.tag == _EITHER or element.tag in _LOST:
                self._leave_out(element)
            elif element.tag != f"{_W}pPr":
                yield from self._runs(element)

    def _track(self, element: ET.Element) -> None:
        words = [one.text or "" for tag in ("t", "delText") for one in element.iter(f"{_W}{tag}")]
        self.remarks.lose("import-tracked", "".join(words) or "¶")

    def _run(self, element: ET.Element) -> Iterator[Run]:
        properties = element.find(f"{_W}rPr")
        text = "".join(self._words(element))
        if properties is None:
            yield Run(text)
            return
        if _is_on(properties.find(f"{_W}vanish")):
            if text.strip():
                self.remarks.lose("import-hidden", text)
            return
        emphasis, strong = (_is_on(properties.find(f"{_W}{name}")) for name in ("i", "b"))
        yield Run(text, emphasis, strong)

    def _words(self, element: ET.Element) -> Iterator[str]:
        for child in element:
            if child.tag == f"{_W}t":
                yield child.text or ""
            elif child.tag in _SIGNS:
                yield _SIGNS[child.tag]
            elif child.tag == _EITHER or child.tag in _LOST:
                self._leave_out(child)
            elif child.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference", f"{_W}commentReference"):
                self._note(child.tag.removeprefix(_W).removesuffix("Reference"), child.get(f"{_W}id", ""))

    def _leave_out(self, element: ET.Element) -> None:
        """Name a picture, a symbol, or a text box, whose words stand there twice for old and new programs."""
        box = next(element.iter(f"{_W}txbxContent"), None)
        words = "".join(one.text or "" for one in box.iter(f"{_W}t")) if box is not None else ""
        self.remarks.lose(
            "import-text-box" if words.strip() else _LOST.get(element.tag, "import-picture"), words or "…"
        )

    def _note(self, kind: str, name: str) -> None:
        """Keep a comment or a footnote for the place after its paragraph, once."""
        text = self.notes.get((kind, name))
        if text and (kind, name) not in self.told:
            self.told.add((kind, name))
            self.waiting.append(text)
            self.remarks.lose("import-comment" if kind == "comment" else "import-footnote", text)
