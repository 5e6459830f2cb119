"""Whether a museum's SVG is safe to show and to render: no script, nothing from outside, no entities.

The visitor's page shows it as `<img>` only, where browsers run no script and fetch nothing; but the
build renders it too, and a renderer reads whatever file of this computer a drawing names. So what
a drawing refers to must lie inside it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

_FORBIDDEN = {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "set"}
_REFERENCES = {"href", "src", "base"}
"""Attributes that name something to load, whatever prefix stands before them."""
_PICTURES = {"image", "feimage"}
_OWN_PICTURES = ("data:image/png", "data:image/jpeg", "data:image/jpg")
_OUTSIDE_URL = re.compile(r"url\((?!\s*['\"]?\s*#)|image-set\(|@import", re.IGNORECASE)
_BLANK = re.compile(r"[\x00-\x20]+")
"""What browsers leave out of an address before they follow it."""
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_DECLARED = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_ENCODINGS = {"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "latin1", "windows-1252", "cp1252"}
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in|em|ex|%)?\s*")
_PIXELS = {"px": 1.0, "": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_PIXELS |= {"em": 16.0, "ex": 8.0}  # of a type as large as browsers begin with
MAX_SVG_BYTES = 4 << 20
TALLEST = 20.0
"""How many times higher than wide a drawing may be: at the copies' width, what is higher fills the memory."""
MOST_ELEMENTS = 200_000
"""What a drawing may come to when everything that it uses again is drawn: ten levels of ten would never end."""
DEEPEST_USE = 50
DEEPEST = 100
"""How many elements may lie one in the other: the renderer goes down a step of its stack for each, until it breaks."""
_MOST_OF = {"numoctaves": 16.0, "order": 15.0}
"""The most that filters may ask for: what is beyond cannot be seen in a picture, and takes minutes to hours."""


@dataclass(frozen=True, slots=True)
class SvgFault:
    """Why an SVG is refused: a catalogue code, what was found, and its line."""

    code: str
    detail: str
    line: int


@dataclass(slots=True)
class _Element:
    """One that is open: its id, its line, and the text that stands in it and in none of its children."""

    name: str
    line: int
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    faults: list[SvgFault] = field(default_factory=list)
    root: str = ""
    line: Callable[[], int] = lambda: 0
    within: list[_Element] = field(default_factory=list)
    deepest: int = 0
    pixels: int = 0
    elements: Counter[str] = field(default_factory=Counter)
    totals: dict[str, int] = field(default_factory=dict)
    used: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def fault(self, code: str, detail: str, line: int = 0) -> None:
        self.faults.append(SvgFault(code, detail, line or self.line()))

    def doctype(self, name: str, system: str | None, _public: str | None, has_subset: int) -> None:
        if has_subset or system:
            self.fault("svg-entities", name)

    def instruction(self, target: str, data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self.fault("svg-outside", data[:80])

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2].lower()
        if not self.root:
            self.root = local
            self._check_shape(attributes)
        if local in _FORBIDDEN:
            self.fault("svg-active", f"<{name}>")
        self.within.append(_Element(attributes.get("id", "") if self.within else "", self.line()))
        self._measure_depth()
        if len(self.within) <= DEEPEST:
            self._count(local, attributes)
        for key, value in attributes.items():
            self._attribute(key.lower(), value, local)

    def end(self, _name: str) -> None:
        """Look at an element's own text as a whole: parts of a style sheet may stand on both sides of a child."""
        element = self.within.pop()
        content = "".join(element.texts)
        found = _outside(content)
        if found:
            line = content.count("\n", 0, found.start())
            self.fault("svg-outside", content[found.start() :].strip()[:80], element.line + line)

    def text(self, content: str) -> None:
        """Keep a piece of text: long ones come in several."""
        self.within[-1].texts.append(content)

    def _measure_depth(self) -> None:
        if self.deepest < len(self.within):
            self.deepest = len(self.within)
            if self.deepest == DEEPEST + 1:
                self.fault("svg-nested", str(DEEPEST))

    def _count(self, local: str, attributes: dict[str, str]) -> None:
        """Count an element for the drawing (whose name is "") and for each named element that it lies in."""
        again = [value.strip()[1:] for key, value in attributes.items() if key.rpartition(":")[2] == "href"]
        for name in {one.name for one in self.within}:
            self.elements[name] += 1
            self.used[name].update(again if local == "use" else ())

    def drawn(self, name: str = "", depth: int = 0) -> int:
        """Return how many elements a named one comes to with all that it uses, or one more than is allowed."""
        if depth > DEEPEST_USE:  # something that uses itself ends here too
            return MOST_ELEMENTS + 1
        if name not in self.totals:
            total = self.elements[name]
            for other, times in self.used[name].items():
                total += times * self.drawn(other, depth + 1)
            self.totals[name] = min(total, MOST_ELEMENTS + 1)
        return self.totals[name]

    def _check_shape(self, attributes: dict[str, str]) -> None:
        width, height = _size(attributes)
        if height > width * TALLEST:
            self.fault("picture-too-large", f"{width:g} x {height:g}")

    def _attribute(self, key: str, value: str, element: str) -> None:
        local = key.rpartition(":")[2]
        refers = local in _REFERENCES
        if key.startswith("on"):
            self.fault("svg-active", key)
        elif local == "attributename" and _is_active(value):
            self.fault("svg-active", f"{element} {value}"[:80])
        elif (refers and not _stays(value, element)) or _outside(value):
            self.fault("svg-outside", value[:80])
        elif refers and element in _PICTURES and not value.strip().startswith("#"):
            self._add_picture(value)
        elif local in _MOST_OF and _largest(value) > _MOST_OF[local]:
            self.fault("svg-filter", f"{element} {value}"[:80])

    def _add_picture(self, address: str) -> None:
        """Add the pixels of a picture inside the drawing: from a few kilobytes a renderer may unpack gigabytes."""
        from guide.pictures.embedded import MAX_PIXELS, size_of

        size = size_of(address)
        if size is None:
            self.fault("picture-broken", address[:30])
            return
        width, height = size
        fitted, self.pixels = self.pixels <= MAX_PIXELS, self.pixels + width * height
        if fitted and self.pixels > MAX_PIXELS:
            self.fault("picture-too-large", f"{width} x {height}")


def _stays(value: str, element: str) -> bool:
    """Tell whether a reference stays inside the file; pictures inside may be data of their own."""
    value = _BLANK.sub("", value).lower()
    return not value or value.startswith("#") or (element in _PICTURES and value.startswith(_OWN_PICTURES))


def _is_active(attribute: str) -> bool:
    """Tell whether an animation of this attribute could make a link or a handler of what was none."""
    local = _BLANK.sub("", attribute).rpartition(":")[2].lower()
    return local in _REFERENCES or local.startswith("on")


def _largest(value: str) -> float:
    """Return the largest of an attribute's one or two numbers; 0 where it has none."""
    try:
        return max(map(float, re.split(r"[\s,]+", value.strip())))
    except ValueError:
        return 0.0


def _outside(style: str) -> re.Match[str] | None:
    """Return where words of a style sheet load something; escaped letters are undone first."""
    return _OUTSIDE_URL.search(_CSS_ESCAPE.sub(_unescaped, style) if "\\" in style else style)


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else 0
    return match[2] if match[2] is not None else chr(code) if 0 < code < 0x110000 else "\ufffd"


def _size(attributes: dict[str, str]) -> tuple[float, float]:
    """Return width and height as the root tells them, from its own or its view box; 1 and 1 where it does not."""
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    try:
        _, _, width, height = (abs(float(one)) for one in box)
    except ValueError:
        width = height = 1.0
    return _length(attributes.get("width", ""), width), _length(attributes.get("height", ""), height)


def _length(text: str, box: float) -> float:
    """Return a length in pixels: a share of the view box's, or that itself where it is none."""
    match = _LENGTH.fullmatch(text)
    return float(match[1]) * (box / 100 if match[2] == "%" else _PIXELS[match[2] or ""]) if match else box


def svg_text(content: bytes) -> str:
    """Return an SVG's text by its byte order mark or declared encoding; UTF-8 without either.

    Raises ValueError for an encoding that drawings do not have, and for bytes that are none of it.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16")
    declared = _DECLARED.match(content)
    encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
    if encoding not in _ENCODINGS:
        raise ValueError(encoding)
    return content.decode("utf-8-sig" if encoding in ("utf-8", "utf8") else encoding)


def check_svg(content: bytes) -> tuple[SvgFault, ...]:
    """Return every reason to refuse an SVG; an empty tuple means that it is safe and well formed."""
    if len(content) > MAX_SVG_BYTES:
        return (SvgFault("picture-too-large", str(len(content)), 0),)
    try:
        text = svg_text(content)
    except ValueError as fault:
        return (SvgFault("picture-broken", str(fault)[:80], 0),)
    return _checked(text)


def _checked(text: str) -> tuple[SvgFault, ...]:
    parser = expat.ParserCreate("utf-8")  # over whatever the text declares: what is checked is what is rendered
    reader = _Reader(line=lambda: parser.CurrentLineNumber)
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.ProcessingInstructionHandler = reader.instruction
    parser.buffer_text = True
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as fault:
        return (*reader.faults, SvgFault("picture-broken", expat.errors.messages[fault.code], fault.lineno))
    if reader.root != "svg":
        reader.faults.append(SvgFault("picture-broken", f"<{reader.root}>", 1))
    if reader.drawn() > MOST_ELEMENTS:
        reader.faults.append(SvgFault("svg-repeats", str(MOST_ELEMENTS), 1))
    return tuple(reader.faults)
