"""Everything that a museum wrote, read and still unjudged: what checks and the planner work on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guide.model.finding import Finding
from guide.model.guide import Guide
from guide.model.lexicon import Lexicon
from guide.model.script import Script


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file of `media/`: its path below that folder, size, SHA-256, and what is wrong with it."""

    file: str
    size_bytes: int
    sha256: str
    problems: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """A whole project as read. `texts` holds the files' texts by path, `findings` what reading met.

    `digests` maps each script's path to the SHA-256 of its bytes. `media` holds only files that
    some script or setting names and that exist; `unreadable` names scripts that gave no tree, `folders` the folders
    that lie among scripts, each with the paths of the files in it.
    """

    guide: Guide
    scripts: tuple[Script, ...]
    lexicons: Mapping[str, Lexicon]
    media: Mapping[str, MediaFile]
    texts: Mapping[str, str]
    digests: Mapping[str, str]
    findings: tuple[Finding, ...] = ()
    unreadable: tuple[str, ...] = ()
    present: frozenset[str] = field(default_factory=frozenset)
    """All files below `media/`, named or not."""
    folders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
