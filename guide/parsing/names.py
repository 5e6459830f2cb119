"""What the name of a file in a script folder says: `201-ascq.md`, `bienvenue.md`, `201-ascq.children.md`."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
            return _finding(code, filename, words, suggestion=_as_id(words))
    if len(number) > LONGEST_NUMBER:
        return _finding("script-number-length", filename, number)
    return ScriptName(number, stop, level)


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


def _as_id(words: str) -> str | None:
    """Return the id nearest to what was written."""
    return re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-") or None
