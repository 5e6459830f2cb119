"""TOML read, and what is wrong with a text that is none, in words for whoever wrote it.

The parser's own sentences are English and speak of its grammar; what people mistype is a handful of things.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from guide.errors import SettingsError
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

_ASIDE = re.compile(
    r'''
      """(?:\\.|[^\\])*?"{3,5} | "(?:\\.|[^"\\\n])*"
    | \'{3}.*?\'{3,5} | \'[^\'\n]*\'
    | \#[^\n]*''',
    re.DOTALL | re.VERBOSE,
)
"""A text between quotation marks of any kind, or a comment."""
_INTEGER = re.compile(
    r"""(?<![\w.-])[+-]?(?:
      0x[\da-f]+(?:_[\da-f]+)* | 0o[0-7]+(?:_[0-7]+)* | 0b[01]+(?:_[01]+)* | (?P<decimal>\d+(?:_\d+)*)
    )(?![\w.-]|\s*=)""",
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
"""A whole number, but no part of a date or of a setting's name."""
_INTEGERS = range(-(2**63), 2**63)
"""What TOML 1.0 has a program understand; Python's own are without end."""
_MOST_PARTS = 200
"""Up to this the parser is done with a name of dotted parts at once; it takes time by the square of them."""
_MOST_DIGITS = sys.int_info.str_digits_check_threshold
"""Up to this Python turns digits into a number, whatever limit was set (`sys.set_int_max_str_digits`)."""


def read_toml(text: str, file: str) -> dict[str, Any]:
    """Return what a TOML text says. Raises SettingsError with the one fault that made it unreadable."""
    dotted = _dotted(text)
    if dotted:
        raise SettingsError((Finding(Severity.ERROR, Message("toml-nested"), Place(file, dotted)),))
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise SettingsError((_broken(fault, text, file),)) from None
    except ValueError:  # Python refuses a number of some thousand digits
        raise SettingsError((_too_large(text, file),)) from None
    except RecursionError:
        raise SettingsError((Finding(Severity.ERROR, Message("toml-nested"), _deepest(text, file)),)) from None
    if any(isinstance(value, int) and value not in _INTEGERS for value in _values(data)):
        raise SettingsError((_too_large(text, file),))
    return data


def _dotted(text: str) -> int:
    """Return the line (from 1) of a name of hundreds of parts, 0 for none: the parser would take minutes over it."""
    if not any(line.count(".") > _MOST_PARTS for line in text.splitlines()):
        return 0
    lines = enumerate(_bare(text).splitlines(), 1)
    parted = ((number, part) for number, line in lines for part in re.split("[=,]", line))
    return next((number for number, part in parted if part.count(".") > _MOST_PARTS), 0)


def _values(data: object) -> Iterator[object]:
    """Yield everything that stands in a table, however deep."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        yield value
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _too_large(text: str, file: str) -> Finding:
    found = next((match for match in _INTEGER.finditer(_bare(text)) if not _is_usual(match)), None)
    place = Place(file, 1)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        place = Place(file, line, found.start() - text.rfind("\n", 0, found.start()), len(found[0]))
    return Finding(Severity.ERROR, Message("toml-number"), place)


def _bare(text: str) -> str:
    """Return the text with blanks for quoted texts and comments, every other sign and line end at its place."""
    return _ASIDE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _is_usual(match: re.Match[str]) -> bool:
    return len(match[0]) <= _MOST_DIGITS and int(match[0], 10 if match["decimal"] else 0) in _INTEGERS


def _deepest(text: str, file: str) -> Place:
    """Return the line in which most brackets are open at once."""
    depths, depth = [0], 0
    for line in _bare(text).splitlines():
        opened = line.count("[") + line.count("{")
        depths.append(depth + opened)
        depth += opened - line.count("]") - line.count("}")
    return Place(file, depths.index(max(depths)))


def _broken(fault: tomllib.TOMLDecodeError, text: str, file: str) -> Finding:
    """Return what is wrong and where; a fault found at the end is placed in the last line."""
    lines = text.splitlines() or [""]
    found = re.search(r"\(at line (\d+), column (\d+)\)", str(fault))
    place = Place(file, int(found[1]), int(found[2])) if found else Place(file, len(lines), 1)
    detail = re.sub(r" \(at .*\)", "", str(fault))
    code = next((code for known, code in _KNOWN.items() if re.match(known, detail)), "settings-not-toml")
    if comma := _COMMA.search(lines[place.line - 1]):
        code, place = "toml-comma", Place(file, place.line, comma.end() - 1)
    return Finding(Severity.ERROR, Message(code, {"detail": detail}), place)
