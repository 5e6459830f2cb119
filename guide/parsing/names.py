"""What the name of a file in a script folder says: `201-ascq.md`, `bienvenue.md`, `201-ascq.children.md`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from guide.model.artifact import RESERVED
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.script import STANDARD
from guide.parsing.keywords import fold

SUFFIX = ".md"
DOCUMENTS = (".docx", ".odt", ".doc", ".rtf", ".pages")
LONGEST_NUMBER = 8

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAME = re.compile(r"(?:([0-9]+)-)?([^.]+)(?:\.([^.]+))?\.md")
_NUMBER = re.compile(r"([0-9]+)(?:\.[^.]+)?\.md")
_DROPPING = re.compile(
    r"""
      \.DS_Store | \._.* | Thumbs\.db | desktop\.ini | \.directory | \.gitignore | \.gitattributes | \.gitkeep
    | ~\$.* | \.~lock\..*\# | .*~ | \#.*\# | \.\#.* | .*\.sw[a-p] | .*\.(?:bak|tmp|orig|rej|crdownload|part)
    | \.(?:idea|vscode|git)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What systems, editors and office programs leave in a folder without being asked."""
_COPY = "copie|copy|kopie|copia|cópia|kopia|kopi"
_COPIED = re.compile(
    rf"""
      \s*\((?:\d+|[^()]*(?:{_COPY}|copied|conflit|conflict)[^()]*)\)
    | \s+-\s+(?i:{_COPY})(?:\s+\(\d+\))?
    | \s+(?:{_COPY})(?:\s+\d+)?
    | [\s.-]+(?:sync-)?(?:conflit|conflict).*
    """,
    re.VERBOSE,
)
"""What systems and shared folders put behind the name of a file's copy."""
_ENDINGS = re.compile(r"(?:\.(?:md|markdown|txt|docx|odt|doc|rtf|pages))+\Z", re.IGNORECASE)
_LETTERED = re.compile(r"(?=[OI]*[0-9])[0-9OI]+(?=-)")
"""A number in which letters stand for figures: `1O1`."""
_LOOSE = re.compile(r"(?:([0-9]+)[^a-z0-9]*)?(.*?)(?:\.([^.]*))?")


@dataclass(frozen=True, slots=True)
class ScriptName:
    """A script file's name, read: `number` is "" for a stop without one."""

    number: str
    stop: str
    level: str = STANDARD


def is_dropping(filename: str) -> bool:
    """Tell whether a file is a system's or an editor's leftover, passed over in silence."""
    return _DROPPING.fullmatch(filename) is not None


def read_name(filename: str) -> ScriptName | Finding:
    """Return what a script's file name says, or the finding that says what is wrong with it.

    `filename` may be a path; its last part is read. The finding's place is the file.
    """
    name = filename.rsplit("/", 1)[-1]
    match = _NAME.fullmatch(name)
    if not match or _NUMBER.fullmatch(name):
        bare = name.removesuffix(".txt")
        meant = bare.removesuffix(SUFFIX) + SUFFIX if bare != name else name
        return _finding(_fault(name), filename, name, suggestion=meant if _NAME.fullmatch(meant) else None)
    number, stop, level = match[1] or "", match[2], match[3] or STANDARD
    for code, words in (("script-id", stop), ("script-level", level)):
        if not _ID.fullmatch(words):
            return _finding(code, filename, words, suggestion=_as_id(_figured(words)))
    if len(number) > LONGEST_NUMBER:
        return _finding("script-number-length", filename, number)
    if not number and stop in RESERVED:
        return _finding("script-id-reserved", filename, stop)
    return ScriptName(number, stop, level)


def language_of(file: str) -> str:
    """Return the language of a script's folder: `fr` of `scripts_fr/201-ascq.md`."""
    return file.partition("/")[0].removeprefix("scripts_")


def meant_name(filename: str) -> ScriptName:
    """Return what the name of a file that is no script's most likely says: whatever its ending, capitals and blanks.

    What it does not say is "".
    """
    bare = fold(_figured(_COPIED.sub("", _ENDINGS.sub("", filename.rsplit("/", 1)[-1]))))
    match = _LOOSE.fullmatch(bare)
    number, stop, level = match.groups() if match else (None, bare, None)
    return ScriptName(number or "", _as_id(stop or "") or "", _as_id(level or "") or STANDARD)


def copied_from(filename: str, others: Iterable[str]) -> str | None:
    """Return which of a folder's `others` a file that is no script looks like a copy of, or None.

    A copy's name begins or ends with the whole of the other's: “101-porte - Copie.md”, “101-porte (1).md”,
    “101-porte-PC-DE-MARIE.md”, “Copie de 101-porte.md”. A word processor's document is none.
    """
    bare = _ENDINGS.sub("", filename).casefold()
    if filename.lower().endswith(DOCUMENTS):
        return None
    found = [name for name in others if _begins_or_ends(bare, name.removesuffix(SUFFIX))]
    return max(found, key=len, default=None)


def _begins_or_ends(bare: str, stem: str) -> bool:
    """Tell whether a name holds a stem at one end; what follows it after a point is a level, not a copy's mark."""
    stem = re.escape(stem)
    return re.match(rf"{stem}(?![a-z0-9]|\.(?!sync|conf))|.*(?<![a-z0-9]){stem}\Z", bare) is not None


def _fault(name: str) -> str:
    if _NUMBER.fullmatch(name):
        return "script-name-without-id"
    if name.endswith(SUFFIX):
        return "script-name"
    if name.lower().endswith(DOCUMENTS):
        return "script-document"
    return "script-name-suffix" if name.lower().endswith(SUFFIX) else "unknown-file"


def _finding(code: str, file: str, name: str, *, suggestion: str | None = None) -> Finding:
    return Finding(Severity.ERROR, Message(code, {"name": name}, suggestion), Place(file))


def _figured(name: str) -> str:
    """Return a name with figures where capitals stand for them in its number."""
    match = _LETTERED.match(name)
    return match[0].translate(_FIGURES) + name[match.end() :] if match else name


_FIGURES = str.maketrans("OI", "01")


def _as_id(words: str) -> str | None:
    """Return the id nearest to what was written, what was put behind it by copying left out."""
    words = _COPIED.sub("", words) or words
    return re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-") or None
