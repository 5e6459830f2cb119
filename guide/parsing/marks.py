"""Marks in square brackets: from the words inside a bracket to a value."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from guide.model.finding import Severity
from guide.model.script import BedEnd, BedStart, Image, Mark, Pause, SoundMark, VoiceMark
from guide.parsing.keywords import MARKS, ROLES, VALUES, Table, language_of
from guide.parsing.source import Passage
from guide.parsing.values import (
    LONGEST_PAUSE_S,
    LOUDEST_DB,
    QUIETEST_DB,
    media_fault,
    media_suffix,
    read_duration,
    read_level,
    read_range,
    unescape,
)

_KEYWORD = re.compile(r"\s*([^:：|,\[\]\\*<]{1,40}?)\s*[:：]\s*")
_BARE = re.compile(r"\s*(?P<word>\w+)(?P<rest>\s+[^|]*)?")
_COMMA = re.compile(r"\\.|((?<!\d),|,(?!\d))", re.DOTALL)
_FADE = re.compile(r"([^\W\d_]+)\s+(\d.*)", re.DOTALL)
_EDGES = " \t\n\u00a0\u202f"

TEXTS = ("caption", "alt", "credit")


@dataclass(slots=True)
class Bracket:
    """A bracket as it stands in a passage: `start` and `end` include the brackets, `inner` is between."""

    passage: Passage
    start: int
    end: int

    @property
    def inner(self) -> str:
        """The words between the brackets."""
        return self.passage.text[self.start + 1 : self.end - 1]

    def report(self, code: str, /, *, suggestion: str | None = None, **values: str | float) -> None:
        """Add a finding about the whole bracket."""
        self.passage.report(code, self.start, self.end, severity=Severity.ERROR, suggestion=suggestion, **values)


@dataclass(slots=True)
class _Part:
    """A piece of a mark's value between commas; `start` is its offset in the passage."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class _Values:
    """What a mark's parts say, and the keywords they used."""

    range: tuple[float, float | None] | None = None
    level: float | None = None
    fade: float | None = None
    texts: dict[str, str] = field(default_factory=dict)
    words: list[tuple[str, Table]] = field(default_factory=list)


def keyword_before_colon(text: str) -> tuple[str, int] | None:
    """Return the words before a bracket's first colon and the offset after it, or None."""
    match = _KEYWORD.match(text)
    return (match[1], match.end()) if match else None


def read_mark(bracket: Bracket) -> tuple[bool, Mark | None]:
    """Return whether a bracket is a mark, and the mark (None when a finding says why not)."""
    prefix = keyword_before_colon(bracket.inner)
    if prefix:
        meaning = MARKS.meaning(prefix[0])
        return (True, _with_value(bracket, meaning, *prefix)) if meaning else (False, None)
    end = _bed_end(bracket)
    return (True, end) if end else _bare_mark(bracket)


def _bare_mark(bracket: Bracket) -> tuple[bool, Mark | None]:
    """Read a mark without a colon: `pause`, `pause 2 s`, or a keyword that lacks its value."""
    bare = _BARE.fullmatch(bracket.inner)
    meaning = MARKS.meaning(bare["word"]) if bare else None
    if bare is None or meaning is None:
        return False, None
    if meaning == "pause":
        return True, _pause(bracket, bare["word"], bare["rest"] or "")
    code = "mark-without-colon" if (bare["rest"] or "").strip() else "mark-without-value"
    bracket.report(code, word=bare["word"])
    return True, None


def _with_value(bracket: Bracket, meaning: str, word: str, offset: int) -> Mark | None:
    start = bracket.start + 1 + offset
    value = _Part(bracket.inner[offset:].rstrip(_EDGES), start)
    if meaning == "pause":
        return _pause(bracket, word, value.text)
    if not value.text or meaning == "end-music":
        bracket.report("mark-without-value" if meaning != "end-music" else "mark-with-value", word=word)
        return None
    if meaning == "voice":
        return _voice(bracket, word, value.text)
    return _MADE[meaning](bracket, meaning, word, value)


def _keywords(bracket: Bracket, words: list[tuple[str, Table]]) -> str:
    return language_of(words, bracket.passage.notes.language)


def _pause(bracket: Bracket, word: str, rest: str) -> Pause | None:
    place = bracket.passage.place(bracket.start, bracket.end)
    keywords = _keywords(bracket, [(word, MARKS)])
    if not rest.strip():
        return Pause(None, place, keywords)
    seconds = read_duration(rest)
    if seconds is None:
        bracket.report("unreadable-time", value=rest.strip())
    elif not 0 < seconds <= LONGEST_PAUSE_S:
        bracket.report("pause-length", value=rest.strip(), longest=round(LONGEST_PAUSE_S))
    else:
        return Pause(seconds, place, keywords)
    return None


def _voice(bracket: Bracket, word: str, value: str) -> VoiceMark:
    role = " ".join(unescape(value).split())
    known = ROLES.meaning(role)
    words = [(word, MARKS), (role, ROLES)] if known else [(word, MARKS)]
    place = bracket.passage.place(bracket.start, bracket.end)
    return VoiceMark(known or role, place, _keywords(bracket, words))


def _bed_end(bracket: Bracket) -> BedEnd | None:
    words, comma, rest = bracket.inner.partition(",")
    if MARKS.meaning(words.strip()) != "end-music":
        return None
    values = _Values(words=[(words.strip(), MARKS)])
    if comma:
        part = _Part(rest.strip(_EDGES), bracket.start + 2 + len(words) + len(rest) - len(rest.lstrip(_EDGES)))
        _read_part(bracket, part, values, ("fade",))
    return BedEnd(bracket.passage.place(bracket.start, bracket.end), values.fade, _keywords(bracket, values.words))


def _sound(bracket: Bracket, meaning: str, word: str, value: _Part) -> SoundMark | None:
    file, values = _file_and_values(bracket, word, value, ("range", "level", "fade", "caption"))
    if file is None:
        return None
    start, end = values.range or (0.0, None)
    if end is not None and end <= start:
        bracket.report("times-reversed", start=start, end=end)
    return SoundMark(
        meaning,
        file,
        bracket.passage.place(bracket.start, bracket.end),
        start_s=start,
        end_s=end,
        gain_db=values.level or 0.0,
        fade_s=values.fade,
        caption=values.texts.get("caption", ""),
        keywords=_keywords(bracket, values.words),
    )


def _music(bracket: Bracket, _: str, word: str, value: _Part) -> BedStart | None:
    file, values = _file_and_values(bracket, word, value, ("level", "fade"))
    if file is None:
        return None
    place = bracket.passage.place(bracket.start, bracket.end)
    return BedStart(file, place, values.level, values.fade, _keywords(bracket, values.words))


def _image(bracket: Bracket, _: str, word: str, value: _Part) -> Image | None:
    file, values = _file_and_values(bracket, word, value, ("alt", "credit"))
    if file is None:
        return None
    for text, code in (("alt", "missing-alt"), ("credit", "missing-credit")):
        if not values.texts.get(text):
            bracket.report(code, file=file)
    place = bracket.passage.place(bracket.start, bracket.end)
    texts = values.texts
    return Image(file, place, texts.get("alt", ""), texts.get("credit", ""), _keywords(bracket, values.words))


_MADE: dict[str, Callable[[Bracket, str, str, _Part], Mark | None]] = {
    "sound": _sound,
    "archive": _sound,
    "recording": _sound,
    "music": _music,
    "image": _image,
}


def _file_and_values(bracket: Bracket, word: str, value: _Part, allowed: tuple[str, ...]) -> tuple[str | None, _Values]:
    first, *rest = _parts(value)
    values = _Values(words=[(word, MARKS)])
    for part in _joined(rest, value):
        _read_part(bracket, part, values, allowed)
    file = unescape(first.text)
    if 0 < (end := media_suffix(file)) < len(file):
        bracket.passage.report("media-without-comma", first.start, first.end, file=file[:end], rest=file[end:].strip())
        return None, values
    fault = "media-missing-name" if _named_value(first) else media_fault(file)
    if fault is None:
        return file, values
    suggestion = file.removeprefix("media/") if fault == "media-folder-named" else None
    bracket.passage.report(fault, first.start, max(first.end, first.start + 1), suggestion=suggestion, file=file)
    return None, values


def _parts(value: _Part) -> list[_Part]:
    """Cut at commas; a comma between two digits is a decimal one."""
    cuts = [match.start(1) for match in _COMMA.finditer(value.text) if match[1]]
    bounds = zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(value.text)], strict=True)
    return [_trimmed(value.text[start:end], value.start + start) for start, end in bounds]


def _trimmed(text: str, start: int) -> _Part:
    left = text.lstrip(_EDGES)
    return _Part(left.rstrip(_EDGES), start + len(text) - len(left))


def _joined(parts: list[_Part], value: _Part) -> list[_Part]:
    """Put back together what commas of a caption or alternative text parted, as it stands in the value."""
    joined: list[_Part] = []
    for part in parts:
        before = _named_value(joined[-1]) if joined else None
        if before and before[0] in TEXTS and not _is_value(part):
            gap = value.text[joined[-1].end - value.start : part.start - value.start].replace("\n", " ")
            joined[-1] = _Part(f"{joined[-1].text}{gap}{part.text}", joined[-1].start)
        else:
            joined.append(part)
    return joined


def continues_text(words: str) -> bool:
    """Tell whether words after a comma of a caption belong to it, and are not another value."""
    return not _is_value(_Part(words, 0))


def _is_value(part: _Part) -> bool:
    return any((_named_value(part), _fade(part), read_level(part.text) is not None, read_range(part.text)))


def _named_value(part: _Part) -> tuple[str, str, str] | None:
    """Return (meaning, written keyword, value) of `caption: words`."""
    found = keyword_before_colon(part.text)
    meaning = VALUES.meaning(found[0]) if found else None
    return (meaning, found[0], part.text[found[1] :]) if found and meaning else None


def _fade(part: _Part) -> tuple[str, str] | None:
    match = _FADE.fullmatch(part.text)
    return (match[1], match[2]) if match and VALUES.meaning(match[1]) == "fade" else None


def _read_part(bracket: Bracket, part: _Part, values: _Values, allowed: tuple[str, ...]) -> None:
    kind, word = _kind_of(part)
    if kind is None:
        _report_unknown(bracket, part)
    elif kind not in allowed:
        bracket.passage.report("value-not-here", part.start, part.end, value=part.text)
    elif not _store(kind, part, values):
        code = "unreadable-time" if kind == "fade" else "doubled-value"
        bracket.passage.report(code, part.start, part.end, value=part.text)
    elif kind == "level" and not QUIETEST_DB <= (values.level or 0.0) <= LOUDEST_DB:
        bracket.passage.report("level-range", part.start, part.end, value=part.text)
    if word:
        values.words.append((word, VALUES))


def _kind_of(part: _Part) -> tuple[str | None, str]:
    named, fade = _named_value(part), _fade(part)
    if named:
        return named[0], named[1]
    if fade:
        return "fade", fade[0]
    if read_level(part.text) is not None:
        return "level", ""
    return ("range", "") if read_range(part.text) else (None, "")


def _store(kind: str, part: _Part, values: _Values) -> bool:
    """Keep a value; False when it cannot be read or was there before."""
    if kind == "range" and values.range is None:
        values.range = read_range(part.text)
        return True
    if kind == "level" and values.level is None:
        values.level = read_level(part.text)
        return True
    named = _named_value(part)
    if kind == "fade" and values.fade is None:
        written = named[2] if named else part.text.split(None, 1)[1]
        values.fade = read_duration(written)
        return values.fade is not None
    if kind in TEXTS and named and kind not in values.texts:
        values.texts[kind] = " ".join(unescape(named[2]).split(" ")).replace("\n", " ")
        return True
    return False


def _report_unknown(bracket: Bracket, part: _Part) -> None:
    language = bracket.passage.notes.language
    end = max(part.end, part.start + 1)
    found = keyword_before_colon(part.text)
    if "db" in part.text.lower():
        bracket.passage.report("unreadable-level", part.start, end, value=part.text)
    elif part.text[:1].isdigit():
        bracket.passage.report("unreadable-time", part.start, end, value=part.text)
    else:
        word = found[0] if found else part.text
        bracket.passage.report(
            "unknown-value", part.start, end, suggestion=VALUES.suggest(word, language), value=part.text
        )
