"""What is wrong with a guide.toml that is no TOML, in words for whoever wrote it.

The parser's own sentences are English and speak of its grammar; what people mistype is a handful of things.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from guide.model.finding import Finding, Message, Place, Severity

_COMMA = re.compile(r"=\s*-?\d+,\d(?=\d*\s*(?:[,}#]|$))")
"""A number after an equals sign that goes on behind a comma; the parser trips over it in several ways."""
_KNOWN: Mapping[str, str] = {
    r"Illegal character '\\[nr]|Unterminated|Expected ['\"]{3}|Expected '\"": "toml-text-open",
    r"Invalid value": "toml-value",
    r"Invalid date": "toml-date",
    r"Expected newline": "toml-rest",
    r"Cannot (overwrite|declare|mutate)|Duplicate": "toml-twice",
    r"Unclosed|Expected '\]": "toml-bracket",
    r"Expected '='|Invalid (statement|initial)": "toml-line",
    r"Unescaped": "toml-backslash",
}
"""How tomllib's sentences begin, and the message for each."""


def broken_toml(fault: tomllib.TOMLDecodeError, text: str, file: str) -> Finding:
    """Return what is wrong and where; a fault found at the end is placed in the last line."""
    lines = text.splitlines() or [""]
    found = re.search(r"\(at line (\d+), column (\d+)\)", str(fault))
    place = Place(file, int(found[1]), int(found[2])) if found else Place(file, len(lines), 1)
    detail = re.sub(r" \(at .*\)", "", str(fault))
    code = next((code for known, code in _KNOWN.items() if re.match(known, detail)), "settings-not-toml")
    if comma := _COMMA.search(lines[place.line - 1]):
        code, place = "toml-comma", Place(file, place.line, comma.end() - 1)
    return Finding(Severity.ERROR, Message(code, {"detail": detail}), place)
