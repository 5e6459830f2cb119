"""Cards of rental players: what goes on one, what it says of itself, what is done to it, and what is kept of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from guide.model.artifact import Artifact
from guide.model.finding import Finding

LOADING, READY = "loading", "ready"
"""The two states of a card. `ready` is written only when every file was read back and found right."""

CARD_VERSION = 1
"""The version of the manifest on a card."""


@dataclass(frozen=True, slots=True)
class CardSelection:
    """What of a guide goes on a card: language tags in their order, a level, a tour ("" is every stop)."""

    languages: tuple[str, ...]
    level: str
    tour: str = ""


@dataclass(frozen=True, slots=True)
class CardEntry:
    """A file of a layout: its path on the card with forward slashes, and what it holds.

    `track` is the track's id; `source` is a path below audio_out; a playlist has `content`.
    """

    path: str
    track: str = ""
    source: str = ""
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class CardLayout:
    """All files of a card in the order in which a player in directory order is to find them."""

    entries: tuple[CardEntry, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class CardFile:
    """A file as it is wanted on a card: path, content, size, SHA-256 (hex)."""

    path: str
    artifact: Artifact
    size_bytes: int
    sha256: str
    track: str = ""


@dataclass(frozen=True, slots=True)
class CardRecord:
    """A file that a load wrote, as the card's manifest lists it."""

    path: str
    size_bytes: int
    sha256: str
    track: str = ""


@dataclass(frozen=True, slots=True)
class CardManifest:
    """What a card says of itself.

    `player` is a lasting UUID, `label` a name for people. In state `loading`, `files` is what will
    be there and `earlier` what older loads wrote; in state `ready`, `earlier` is what they left.
    `serial` rises with every writing, so that of two copies the newer is known. `languages`, `level`
    and `tour` are what was asked for (no languages: all of them), and hold for the next load too.
    """

    serial: int
    player: str
    label: str
    guide: str
    version: str
    before: str
    profile: str
    languages: tuple[str, ...]
    state: str
    files: tuple[CardRecord, ...]
    earlier: tuple[CardRecord, ...] = ()
    level: str = ""
    tour: str = ""
    volume: str = ""
    tool_version: str = ""

    @property
    def owned(self) -> Mapping[str, CardRecord]:
        """Return every file that a load of ours wrote or may have written, by path."""
        return {one.path: one for one in (*self.earlier, *self.files)}


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What the operating system says of a mounted card; sizes in bytes.

    `system` is `fat16`, `fat32`, `exfat`, or another file system's name; `root_entries` is how many
    directory entries the root can hold (0: no limit). `flush` mounts write at once and make each
    closing of a file wait. `mounted` is False for an ordinary folder of this computer.
    """

    system: str
    cluster_bytes: int
    free_bytes: int
    total_bytes: int
    read_only: bool = False
    flush: bool = False
    mounted: bool = True
    root_entries: int = 0
    volume: str = ""

    @property
    def is_fat(self) -> bool:
        """Return whether this is a file system of cards, whose directories keep an order."""
        return self.system in {"fat16", "fat32", "exfat"}


class Deed(Enum):
    """What a load does with one file of a card."""

    CHECK = "check"
    NEW = "new"
    REPLACE = "replace"
    REMOVE = "remove"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class CardStep:
    """One file of a card and what is done with it. CLEAR removes another system's harmful file.

    `owned` is False for a file of the right size that no known load wrote: it is ours only if it
    proves to be equal.
    """

    deed: Deed
    path: str
    size_bytes: int
    file: CardFile | None = None
    owned: bool = True


@dataclass(frozen=True, slots=True)
class CardPlan:
    """What a load will do to one card, before its first byte is written.

    `left` are files of earlier loads that stay because pruning was not asked for. `needed_bytes`
    is what must be free, whole clusters counted. `folders` stand in the order of their making.
    `clear_first` says that there is room only after the removals, which else come last.
    """

    steps: tuple[CardStep, ...]
    folders: tuple[str, ...]
    left: tuple[CardRecord, ...]
    needed_bytes: int
    findings: tuple[Finding, ...]
    clear_first: bool = False

    def of(self, *deeds: Deed) -> tuple[CardStep, ...]:
        """Return the steps of these kinds, in order."""
        return tuple(step for step in self.steps if step.deed in deeds)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of the museum's ledger. `at` is ISO 8601 in UTC; `action` is `load`, `verify` or `forget`.

    `result` is `ready`, `failed` or `faults` ("" where a player is forgotten); `bad` are paths on the card;
    `by` is "" unless asked for. `level` and `tour` are what was chosen of the guide ("": the standard
    level, every stop).
    """

    id: str
    at: str
    action: str
    player: str
    label: str
    guide: str
    profile: str
    languages: tuple[str, ...]
    from_version: str
    to_version: str
    result: str
    files: int = 0
    copied: int = 0
    size_bytes: int = 0
    seconds: float = 0.0
    bad: tuple[str, ...] = ()
    reason: str = ""
    by: str = ""
    level: str = ""
    tour: str = ""
