"""A script written back in its canonical form: parsing what is printed gives the same script.

One paragraph a line, an empty line between blocks, comments kept. Keywords are printed in the
language that their author used; the words of the text are never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass

from guide.model.finding import Place
from guide.model.script import (
    Alternative,
    BedEnd,
    BedStart,
    Block,
    Comment,
    Emphasis,
    Foreign,
    HeadEntry,
    Image,
    Inline,
    Mark,
    Omission,
    Paragraph,
    Pause,
    Script,
    SoundMark,
    Text,
    VoiceMark,
)
from guide.parsing.body import ATTRIBUTION
from guide.parsing.keywords import MARKS, ROLES, VALUES, primary
from guide.parsing.marks import continues_text
from guide.parsing.script import Parsed, parse_script
from guide.parsing.slips import slips_in

DECIMAL_COMMA = frozenset({"fr", "nl", "de", "pl", "it", "es", "pt"})

_SIGN = re.compile(r"[\\\[\]`*_<|]")
_LINE_START = re.compile(r"(?=[>#|~]|//|[-+•]\s|--(?:>|\s*-)|[=_]{3}|:-{3}|1[.)]\s)")
_ADDRESS = re.compile(r"(?<=http:)/|(?<=https:)/|(?<=www)\.", re.IGNORECASE)
_BEFORE_COLON = re.compile(r"(?=[^:：|]*[^\W\d_])([^:：|]{1,40}?\s*)([:：])")
"""What could be taken for a mark's keyword or a language: it has a letter, so that 22:44 stays as it is."""
_SOURCE_END, _SOURCE_BREAK = re.compile(r"; (?!//)"), ";\n  "
_VALUE_SIGNS = re.compile(r"[\\\[\]]|<(?=!--)")
_SPEAKER_SIGNS = re.compile(r"[\\\[\]*<>|`]")


def print_script(script: Script) -> str:
    """Return a script's canonical text, ending with a line feed."""
    printer = _Printer(script.language)
    head = [_head_line(line) for line in script.head]
    blocks = [printer.block(block) for block in script.body]
    return "\n".join(["---", *head, "---", "", "\n\n".join(blocks)]).rstrip("\n") + "\n"


def reprinted(parsed: Parsed) -> str | None:
    """Return the canonical text of a usable script, None where that would not be read as the same script.

    That covers its findings: a sign that is doubted (a star that nothing closes, a bar among the
    words) is printed with a backslash, which would settle the doubt without anybody's having looked.
    """
    if parsed.script is None or not parsed.usable:
        return None
    printed = print_script(parsed.script)
    again = parse_script(printed, file=parsed.script.file, language=parsed.script.language)
    same = _placeless(again.script) == _placeless(parsed.script)
    return printed if same and _codes(again) == _codes(parsed) else None


def _codes(parsed: Parsed) -> list[str]:
    return sorted(finding.code for finding in parsed.findings)


def _placeless(value: object) -> object:
    """Return a tree as nested tuples, without the places of its nodes."""
    if isinstance(value, tuple):
        return tuple(map(_placeless, value))
    if isinstance(value, Place):
        return None
    if is_dataclass(value):
        return (type(value), *(_placeless(getattr(value, one.name)) for one in fields(value)))
    return value


def _head_line(line: HeadEntry | Comment) -> str:
    if isinstance(line, Comment):
        return f"// {line.text}".rstrip()
    if line.key == "sources":
        return f"{line.written}: {_SOURCE_END.sub(_SOURCE_BREAK, line.value)}"
    return f"{line.written}: {line.value}".rstrip()


class _Printer:
    """Prints the blocks of one script."""

    def __init__(self, language: str) -> None:
        self.language = language

    def block(self, block: Block) -> str:
        """Return a block without the empty line after it."""
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        if isinstance(block, Comment):
            return _comment(block)
        return self._mark(block)

    def _paragraph(self, paragraph: Paragraph) -> str:
        lines = self._inline(paragraph.children, first=True).split("\n")
        if paragraph.quote:
            if paragraph.speaker:
                lines.append(f"— {_SPEAKER_SIGNS.sub(_escaped, paragraph.speaker)}")
            else:
                _keep_last_line(lines)
            return "\n".join(f"> {line}".rstrip(" ") for line in lines)
        return "\n".join(lines)

    def _inline(self, nodes: Iterable[Inline], *, first: bool = False) -> str:
        """Return nodes in a row; `first` at the start of a line."""
        printed = ""
        for node in nodes:
            at_start = (first and not printed) or printed.endswith("\n")
            if isinstance(node, Comment) and node.line:
                printed = f"{printed.rstrip(' ')}\n{_comment(node)}\n".lstrip("\n")
            elif isinstance(node, Text) and at_start:
                printed += _text(node.text.lstrip(" "), first=True)
            else:
                printed += self._node(node)
        return printed.rstrip("\n")

    def _node(self, node: Inline) -> str:
        match node:
            case Text():
                return _text(node.text, first=False)
            case Omission():
                return "[…]"
            case Emphasis():
                stars = "**" if node.strong else "*"
                return f"{stars}{self._inline(node.children)}{stars}"
            case Foreign():
                return f"[{node.language}: {self._inline(node.children)}]"
            case _:
                return self._alternative(node) if isinstance(node, Alternative) else self.block(node)

    def _alternative(self, node: Alternative) -> str:
        shown = self._inline(node.shown)
        if node.shown and isinstance(node.shown[0], Text):
            shown = _BEFORE_COLON.sub(r"\1\\\2", shown, count=1) if _BEFORE_COLON.match(shown) else shown
        if node.ipa is not None:
            return f"[{shown} | /{node.ipa}/]".replace("[ |", "[|", 1)
        spoken = self._inline(node.spoken)
        if spoken.startswith("/") and spoken.endswith("/"):
            spoken = f"\\{spoken}"
        return f"[{shown} | {spoken}]"

    def _mark(self, mark: Mark) -> str:
        language = mark.keywords or self.language
        match mark:
            case Pause():
                word = MARKS.printed("pause", language)
                return f"[{word}]" if mark.seconds is None else f"[{word} {self._number(mark.seconds)} s]"
            case VoiceMark():
                role = ROLES.printed(mark.role, language) if mark.role in ROLES.rows else _value(mark.role)
                return f"[{MARKS.printed('voice', language)}: {role}]"
            case BedEnd():
                return f"[{', '.join([MARKS.printed('end-music', language), *self._fade(mark.fade_s, language)])}]"
            case _:
                return self._media(mark, language)

    def _media(self, mark: SoundMark | BedStart | Image, language: str) -> str:
        parts = [_value(mark.file, extra=",")]
        match mark:
            case SoundMark():
                parts += self._range(mark) + self._level(mark.gain_db or None) + self._fade(mark.fade_s, language)
                parts += _named("caption", mark.caption, language)
                meaning = mark.kind
            case BedStart():
                parts += self._level(mark.gain_db) + self._fade(mark.fade_s, language)
                meaning = "music"
            case Image():
                parts += _named("alt", mark.alt, language) + _named("credit", mark.credit, language)
                meaning = "image"
        return f"[{MARKS.printed(meaning, language)}: {', '.join(parts)}]"

    def _range(self, mark: SoundMark) -> list[str]:
        if not mark.start_s and mark.end_s is None:
            return []
        return [f"{self._clock(mark.start_s)}–{'' if mark.end_s is None else self._clock(mark.end_s)}"]

    def _level(self, gain_db: float | None) -> list[str]:
        return [] if gain_db is None else [f"{self._number(gain_db)} dB"]

    def _fade(self, fade_s: float | None, language: str) -> list[str]:
        return [] if fade_s is None else [f"{VALUES.printed('fade', language)} {self._number(fade_s)} s"]

    def _clock(self, seconds: float) -> str:
        minutes, rest = divmod(round(seconds * 1000), 60_000)
        hours, minutes = divmod(minutes, 60)
        said = self._number(rest / 1000)
        padded = f"0{said}" if rest < 10_000 else said
        return f"{hours}:{minutes:02}:{padded}" if hours else f"{minutes}:{padded}"

    def _number(self, number: float) -> str:
        plain = f"{number:.3f}".rstrip("0").rstrip(".")
        return plain.replace(".", ",") if primary(self.language) in DECIMAL_COMMA else plain


def _named(meaning: str, words: str, language: str) -> list[str]:
    return [f"{VALUES.printed(meaning, language)}: {_value(words, commas=True)}"] if words else []


def _comment(comment: Comment) -> str:
    return f"// {comment.text}".rstrip() if comment.line else f"<!-- {comment.text} -->"


def _keep_last_line(lines: list[str]) -> None:
    """Put a backslash before the dash of a quote's last words: without one it would name the speaker."""
    last = max(number for number, line in enumerate(lines) if line and not line.startswith("//"))
    if ATTRIBUTION.fullmatch(lines[last]):
        lines[last] = f"\\{lines[last]}"


def _text(words: str, *, first: bool) -> str:
    """Return plain words with backslashes where a sign would mean something."""
    signs = {match.start() for match in _SIGN.finditer(words) if _means(match)}
    signs.update(match.start() for match in _ADDRESS.finditer(words))
    signs.update(slips_in(words))
    escaped = "".join(f"\\{letter}" if number in signs else letter for number, letter in enumerate(words))
    if first and _LINE_START.match(escaped):
        escaped = f"1\\{escaped[1:]}" if escaped[0] == "1" else f"\\{escaped}"
    return escaped


def _means(match: re.Match[str]) -> bool:
    """Tell whether a sign in plain words would be read as markup; beyond a text's edges, anything may stand."""
    before = match.string[max(match.start() - 1, 0) : match.start()] or "*"
    after = match.string[match.end() : match.end() + 1] or "*"
    match match[0]:
        case "*":
            return not (before.isspace() and after.isspace())
        case "_":
            return not (before.isalnum() and after.isalnum())
        case "<":
            return after.isalpha() or after in "/!*"
        case _:
            return True


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _value(words: str, *, extra: str = "", commas: bool = False) -> str:
    """Return the words of a mark's value with backslashes where they are needed."""
    escaped = _VALUE_SIGNS.sub(_escaped, words)
    for sign in extra:
        escaped = escaped.replace(sign, f"\\{sign}")
    return _COMMA.sub(_kept_comma, escaped) if commas else escaped


_COMMA = re.compile(r",(?=([^,]*))")


def _kept_comma(match: re.Match[str]) -> str:
    """Escape a comma after which the words would be taken for a value of the mark."""
    return "," if continues_text(match[1].strip()) else r"\,"
