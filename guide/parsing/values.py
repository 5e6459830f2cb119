"""What stands inside marks: times, levels, media paths, language tags. Each reader gives None for the unreadable."""

from __future__ import annotations

import re

from guide.parsing.keywords import MILLISECONDS, MINUTES, SECONDS

LONGEST_PAUSE_S = 60.0
LOUDEST_DB, QUIETEST_DB = 20.0, -80.0

ESCAPABLE = r"!-/:-@\[-`{-~–—•"
"""What a backslash makes plain: ASCII punctuation (CommonMark 0.31, section 2.4) and what else may begin a line."""

_ESCAPE = re.compile(rf"\\([{ESCAPABLE}])")
_DURATION = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)\s*([^\W\d_]*)")
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2}(?:[.,]\d{1,3})?)")
_LEVEL = re.compile(r"([+\-−–]?)\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*dB", re.IGNORECASE)
_RANGE = re.compile(r"([\d:.,]+(?:\s*[^\W\d_]+)?)\s*[-–—−]\s*([\d:.,]+(?:\s*[^\W\d_]+)?)?")
_TAG = re.compile(
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*(?:-x(?:-[A-Za-z0-9]{1,8})+)?"
)
_DRIVE = re.compile(r"[A-Za-z]:")

_CODES = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
    en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
    ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
    nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so
    sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
ISO_639_1 = frozenset(_CODES.split())
"""The two-letter language codes; three-letter codes are too many to list, their shape is enough."""


def unescape(text: str) -> str:
    """Return a text without the backslashes that make punctuation plain."""
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def read_number(text: str) -> float:
    """Return a number written with a decimal comma or point."""
    return float(text.replace(",", "."))


def read_duration(text: str) -> float | None:
    """Return seconds: `2 s`, `1,5 s`, `500 ms`, `1 min`, `2`."""
    match = _DURATION.fullmatch(text.strip())
    if not match:
        return None
    number, unit = read_number(match[1]), match[2].lower()
    if not unit or unit in SECONDS:
        return number
    if unit in MILLISECONDS:
        return number / 1000
    return number * 60 if unit in MINUTES else None


def read_clock(text: str) -> float | None:
    """Return the seconds of a point in a recording: `0:12`, `1:02:03`, `0:12,5`, `12 s`."""
    match = _CLOCK.fullmatch(text.strip())
    if not match:
        return read_duration(text)
    hours, minutes, seconds = int(match[1] or 0), int(match[2]), read_number(match[3])
    return None if seconds >= 60 else hours * 3600 + minutes * 60 + seconds


def read_range(text: str) -> tuple[float, float | None] | None:
    """Return in and out points in seconds, `0:12–0:31`; without the second, to the end."""
    match = _RANGE.fullmatch(text.strip())
    if not match:
        return None
    start, end = read_clock(match[1]), read_clock(match[2]) if match[2] else None
    if start is None or (match[2] and end is None):
        return None
    return start, end


def read_level(text: str) -> float | None:
    """Return decibels: `-18 dB`, also with a typographic minus or dash."""
    match = _LEVEL.fullmatch(text.strip())
    if not match:
        return None
    level = read_number(match[2])
    return level if match[1] in ("", "+") else -level


def language_tag(text: str) -> str | None:
    """Return a BCP 47 tag in its usual case, or None: `de`, `fr-CH`, `zh-Hant-TW`, `fr-x-easy`."""
    if not _TAG.fullmatch(text):
        return None
    first, *rest = text.split("-")
    if len(first) == 2 and first.lower() not in ISO_639_1:
        return None
    private = [part.lower() for part in rest].index("x") if "x" in (part.lower() for part in rest) else len(rest)
    return "-".join([first.lower(), *map(_cased, rest[:private]), *(part.lower() for part in rest[private:])])


def _cased(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 else part.lower()


_MEDIA = re.compile(r".*?\.(?:svg|png|jpe?g|webp|wav|flac|mp3|ogg|opus|m4a|aac)(?![^\s,;])", re.IGNORECASE | re.DOTALL)


def media_suffix(text: str) -> int:
    """Return where the name of a picture or sound ends in a text, 0 where there is none."""
    match = _MEDIA.match(text)
    return match.end() if match else 0


def media_fault(path: str) -> str | None:
    """Return the code of what makes a media path unusable, or None.

    A path is relative to `media/`, parted by forward slashes, and stays inside that folder.
    """
    if not path:
        return "media-missing-name"
    if "\\" in path:
        return "media-backslash"
    if path.startswith("/") or _DRIVE.match(path) or "://" in path:
        return "media-absolute"
    if any(part in ("", ".", "..") for part in path.split("/")):
        return "media-outside"
    return "media-folder-named" if path.startswith("media/") else None
