"""What looks like notation and is none: signs that a visitor would see or a voice would read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.model.finding import Severity
from guide.parsing.keywords import MARKS, fold
from guide.parsing.source import Passage
from guide.parsing.values import media_suffix, read_duration

_SLIP = re.compile(
    r"""(?=[({［【|/<-])(?:
      [{［【](?P<braces>[^{}［］【】]{1,200})[}］】]
    | \((?P<round>[^()]{1,200})\)
    | (?P<bar>(?<=[ \t\u00a0\u202f])\||\|(?=[ \t\u00a0\u202f]))
    | (?P<note>(?<=[ \t\u00a0\u202f])//)
    | (?P<comment><!?--(?=\s)|<!-(?=\s)|(?<=\s)-->)
    )""",
    re.VERBOSE,
)
_FIRST_SIGNS = re.compile(r"[({［【|/<-]")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_AT = re.compile(r"(?<=[\w.+-])@(?=[\w-]+\.[\w-])")
_KEYWORD = re.compile(r"\s*([^:：]{1,40}?)\s*[:：]\s*(.*)", re.DOTALL)


def check_slips(passage: Passage, covered: list[tuple[int, int]]) -> None:
    """Report them in a passage, outside of the ranges (in order) that its brackets, comments and escapes cover."""
    text = _uncovered(passage.text, covered)
    for match in _SLIP.finditer(text):
        kind = str(match.lastgroup)
        if kind in ("braces", "round"):
            _check_brackets(passage, match, kind)
        elif kind == "bar" and not _in_table(text, match.start()):
            passage.report("bar-outside", match.start(), match.end(), severity=Severity.WARNING)
        elif kind == "note":
            passage.report("note-in-line", match.start(), match.end())
        elif kind == "comment":
            passage.report("comment-sign", match.start(), match.end(), text=match[0])
    for match in _MAIL.finditer(text) if "@" in text else ():
        passage.report("link", match.start(), match.end(), text=match[0])


def slips_in(words: str) -> Iterator[int]:
    """Yield the offsets at which plain words need a backslash, so that no slip is seen in them."""
    for sign in _FIRST_SIGNS.finditer(words):  # each by itself: behind a backslash, what it held is looked at too
        match = _SLIP.match(words, sign.start())
        if match and (match.lastgroup not in ("braces", "round") or _is_wrong(match[match.lastgroup], match.lastgroup)):
            yield sign.start()
    yield from (match.start() for match in _AT.finditer(words))


def _in_table(text: str, position: int) -> bool:
    """Tell whether a line begins with a bar, which is said by itself."""
    return text.startswith("|", text.rfind("\n", 0, position) + 1)


def _uncovered(text: str, covered: list[tuple[int, int]]) -> str:
    """Return a text of the same length with an unknown sign for each that is covered."""
    parts, position = [], 0
    for start, end in covered:
        parts += [text[position:start], "\ufffc" * (end - start)]
        position = end
    return "".join([*parts, text[position:]])


def _check_brackets(passage: Passage, match: re.Match[str], kind: str) -> None:
    """Report a mark in the wrong brackets; round ones are only doubted."""
    if _is_wrong(match[kind], kind):
        inner = match[kind].strip()
        severity = Severity.ERROR if kind == "braces" else Severity.WARNING
        passage.report(
            "wrong-brackets", match.start(), match.end(), severity=severity, suggestion=f"[{inner}]", text=match[0]
        )


def _is_wrong(words: str, kind: str) -> bool:
    """Tell whether brackets hold a mark; round ones belong to any text, unless nothing but a mark can be meant."""
    inner = words.strip()
    if kind == "braces":
        return _is_mark(inner) or "|" in inner
    return _is_mark(inner) and (_is_pause(inner) or bool(media_suffix(inner)))


def _is_mark(words: str) -> bool:
    match = _KEYWORD.fullmatch(words)
    return MARKS.meaning(match[1]) is not None if match else _is_pause(words) or MARKS.meaning(words) is not None


def _is_pause(words: str) -> bool:
    first, _, rest = words.partition(" ")
    return MARKS.meaning(fold(first)) == "pause" and (not rest or read_duration(rest) is not None)
