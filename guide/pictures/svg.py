"""Whether a museum's SVG is safe to show: no script, nothing from outside, no entities.

The visitor's page shows it as `<img>` only, where browsers run no script anyway; a file that
tries is refused all the same, because it will be opened elsewhere too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

_FORBIDDEN = {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "set"}
_REFERENCES = {"href", "src", "xlink:href", "data", "from", "to", "values"}
_OUTSIDE_URL = re.compile(r"url\(\s*['\"]?(?!#)|@import", re.IGNORECASE)
MAX_SVG_BYTES = 4 << 20


@dataclass(frozen=True, slots=True)
class SvgFault:
    """Why an SVG is refused: a catalogue code, what was found, and its line."""

    code: str
    detail: str
    line: int


@dataclass(slots=True)
class _Reader:
    faults: list[SvgFault] = field(default_factory=list)
    root: str = ""
    line: Callable[[], int] = lambda: 0

    def fault(self, code: str, detail: str) -> None:
        self.faults.append(SvgFault(code, detail, self.line()))

    def doctype(self, name: str, system: str | None, _public: str | None, has_subset: int) -> None:
        if has_subset or system:
            self.fault("svg-entities", name)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2].lower()
        self.root = self.root or local
        if local in _FORBIDDEN:
            self.fault("svg-active", f"<{name}>")
        for key, value in attributes.items():
            self._attribute(key.lower(), value, local)

    def _attribute(self, key: str, value: str, element: str) -> None:
        if key.startswith("on"):
            self.fault("svg-active", key)
        elif (key in _REFERENCES and _leaves(value, element)) or _OUTSIDE_URL.search(value):
            self.fault("svg-outside", value[:80])

    def text(self, content: str) -> None:
        if _OUTSIDE_URL.search(content):
            self.fault("svg-outside", content.strip()[:80])


def _leaves(value: str, element: str) -> bool:
    """Return whether a reference leads out of the file; pictures inside may be data of their own."""
    value = value.strip().lower()
    if element == "image":
        return not value.startswith(("data:image/png", "data:image/jpeg", "#"))
    return value.startswith(("http:", "https:", "//", "file:", "javascript:", "data:", "ftp:"))


def check_svg(content: bytes) -> tuple[SvgFault, ...]:
    """Return every reason to refuse an SVG; an empty tuple means that it is safe and well formed."""
    if len(content) > MAX_SVG_BYTES:
        return (SvgFault("picture-too-large", str(len(content)), 0),)
    parser = expat.ParserCreate()
    reader = _Reader(line=lambda: parser.CurrentLineNumber)
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.StartElementHandler = reader.start
    parser.CharacterDataHandler = reader.text
    parser.buffer_text = True
    try:
        parser.Parse(content, True)
    except expat.ExpatError as fault:
        return (*reader.faults, SvgFault("picture-broken", expat.errors.messages[fault.code], fault.lineno))
    if reader.root != "svg":
        reader.faults.append(SvgFault("picture-broken", f"<{reader.root}>", 1))
    return tuple(reader.faults)
