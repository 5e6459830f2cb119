"""What all documents become: blocks of runs, in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from guide.model.finding import Finding, Message, Place, Severity

SHORT = 50
"""Characters of a paragraph that a finding quotes, to let its author find it: documents have no lines."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style. `notation` words may hold marks and Markdown and are taken as they are."""

    text: str
    emphasis: bool = False
    strong: bool = False
    notation: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a quote, a heading (`heading` is its level from 1) or a colleague's note."""

    runs: tuple[Run, ...]
    heading: int = 0
    quote: bool = False
    is_note: bool = False

    @property
    def text(self) -> str:
        """The words without styles, blanks made single."""
        return " ".join("".join(run.text for run in self.runs).split())


@dataclass(frozen=True, slots=True)
class Document:
    """A document's blocks in order, and what was met in reading it; with an error it is refused."""

    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether an error forbids using it."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(slots=True)
class Remarks:
    """What reading one file meets; a kind of loss is told once, with how often and where first."""

    file: str
    findings: list[Finding] = field(default_factory=list)
    _losses: dict[str, list[str]] = field(default_factory=dict)

    def refuse(self, code: str, **values: str | float) -> None:
        """Add an error."""
        self.findings.append(Finding(Severity.ERROR, Message(code, values), Place(self.file)))

    def warn(self, code: str, **values: str | float) -> None:
        """Add a warning."""
        self.findings.append(Finding(Severity.WARNING, Message(code, values), Place(self.file)))

    def lose(self, code: str, text: str) -> None:
        """Count something of a kind that a script has no place for."""
        self._losses.setdefault(code, []).append(text)

    def closed(self, refusing: Iterable[str] = ()) -> tuple[Finding, ...]:
        """Return all findings, the losses counted; those of `refusing` codes are errors."""
        for code, texts in self._losses.items():
            add = self.refuse if code in refusing else self.warn
            add(code, count=len(texts), first=short(texts[0]))
        return tuple(self.findings)


def short(text: str) -> str:
    """Return the beginning of a text."""
    words = " ".join(text.split())
    return words if len(words) <= SHORT else f"{words[: SHORT - 1]}…"
