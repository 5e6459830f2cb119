"""What is wrong, where, and how bad: one value for checks, errors and reports.

A message is a code and its parameters, never a sentence: the sentence, in the reader's
language, is made by `guide.messages` at the door.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from guide.model.drawn import drawn


class Severity(Enum):
    """How much a finding matters; errors make `guide check` and `guide build` exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in one of the museum's files.

    `file` is relative to the project with forward slashes; `line` and `column` count from 1
    (0: the file as a whole); `length` is how many characters the carets underline.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        """Return `file:line:column`, as far as they are known, as a terminal may draw it."""
        file = drawn(self.file)
        if not self.line:
            return file
        if not self.column:
            return f"{file}:{self.line}"
        return f"{file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of the catalogue with the values that fill it.

    `code` is a lasting, readable name such as `unclosed-bracket`. Values are text or numbers;
    `suggestion`, where present, is the nearest known word and is shown as "did you mean".
    """

    code: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)
    suggestion: str | None = None

    def __hash__(self) -> int:
        """Hash by content, so that findings can stand in sets."""
        return hash((self.code, tuple(sorted(self.values.items())), self.suggestion))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found: how bad, where, and what.

    `trace` is a traceback, for the makers of this program, where it may have failed itself: two findings are the same
    whatever it is.
    """

    severity: Severity
    message: Message
    place: Place | None = None
    trace: str = field(default="", compare=False, repr=False)

    @property
    def code(self) -> str:
        """Return the message's code, by which a finding is settled or looked up."""
        return self.message.code
