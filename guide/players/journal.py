"""What a card says of itself: its manifest in two copies, and the names of the files in work.

GUIDE.JSN and GUIDE.BAK are written in turn; each carries a checksum and a rising serial number,
and the newer sound one counts. GUIDE.JNL is a small file of fixed size that is overwritten in place:
it names the few files whose turn it is. They are put one after another, each whole on the card
before the next is begun, so a pull can spoil one of them at most: the one that is not whole.
"""

from __future__ import annotations

import json
import re
import threading
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from hashlib import sha256
from typing import Any

from guide.errors import ManifestError
from guide.model.card import CARD_VERSION, CardManifest, CardRecord
from guide.players.contract import Card, OpenFile
from guide.players.putting import put_own_file

COPIES = ("GUIDE.JSN", "GUIDE.BAK")
DANGER = "GUIDE.JNL"
OWN = frozenset({*COPIES, DANGER})
"""The names of ours in a card's root, in 8.3 so that no player minds them."""
TEMPORARY = "GUIDE.TMJ"
SLOT_BYTES = 4096
MOST_BYTES = 32 << 20
"""A larger manifest is none: some hundred thousand files would have to be on the card."""
NAMED = 16
"""Most files that the journal names at once: naming is one flush of the card."""
_FIELDS = tuple(one.name for one in fields(CardManifest))
_RECORD_FIELDS = tuple(one.name for one in fields(CardRecord))
_LISTS = frozenset({"languages", "files", "earlier"})
_COUNTS = frozenset({"serial", "size_bytes"})
_TOO_MANY = 1 << 63
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def pack(manifest: CardManifest) -> bytes:
    """Return a card's manifest as JSON with its own checksum."""
    told = {name: getattr(manifest, name) for name in _FIELDS}
    content = {"schema": CARD_VERSION, **told, "files": _records(manifest.files), "earlier": _records(manifest.earlier)}
    text = json.dumps({"checksum": _checksum(content), **content}, separators=(",\n", ": "), ensure_ascii=False)
    return (text + "\n").encode()


def _records(files: Iterable[CardRecord]) -> list[dict[str, str | int]]:
    return [{name: getattr(one, name) for name in _RECORD_FIELDS} for one in files]


def _checksum(content: Mapping[str, Any]) -> str:
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()


def unpack(data: bytes) -> CardManifest | None:
    """Return the manifest that the bytes hold, or None where they are not sound.

    Raises ManifestError (`card-newer`) for a sound one that a later version of this program wrote.
    """
    try:
        content = json.loads(data)
        checksum = content.pop("checksum")
        schema = content.pop("schema")
        if checksum != _checksum({"schema": schema, **content}):
            return None
        if schema > CARD_VERSION:
            raise ManifestError("card-newer", found=schema, known=CARD_VERSION)
        lists: dict[str, tuple[Any, ...]] = {"languages": tuple(_typed(content)["languages"])}
        for key in ("files", "earlier"):
            lists[key] = tuple(CardRecord(**_typed(one)) for one in content[key])
        manifest = CardManifest(**{**content, **lists})
        return manifest if _harmless(manifest) else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _typed(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a card tells of itself or of one file, each value being of its kind. Raises TypeError."""
    for name, value in content.items():
        if name in _COUNTS:
            fits = type(value) is int and 0 <= value < _TOO_MANY
        else:
            fits = isinstance(value, list if name in _LISTS else str)
        if not fits:
            raise TypeError(name)
    return content


def _harmless(manifest: CardManifest) -> bool:
    """Return whether a manifest can be believed: a card comes from anywhere, its paths must stay on it.

    Control characters in a name or label would reach the terminal.
    """
    records = (*manifest.files, *manifest.earlier)
    texts = [manifest.player, manifest.label, manifest.guide, manifest.version, manifest.before, manifest.profile]
    texts += [manifest.level, manifest.tour, *manifest.languages, *(one.track for one in records)]
    paths = [one.path for one in records]
    return all(map(_stays, paths)) and all(map(_plain, (*texts, *paths)))


def _stays(path: str) -> bool:
    """Return whether a path leads to a place on the card."""
    return all(part not in {"", ".", ".."} for part in path.split("/"))


def _plain(text: str) -> bool:
    return not _CONTROL.search(text) and "\\" not in text


def read_manifest(card: Card) -> CardManifest | None:
    """Return the newer sound copy of a card's manifest, or None. Raises OSError for a card that does not answer."""
    found = [manifest for manifest in map(unpack, _copies(card)) if manifest]
    return max(found, key=lambda manifest: manifest.serial, default=None)


def _copies(card: Card) -> list[bytes]:
    sizes = {one.name: one.size_bytes for one in card.listing("") if not one.is_folder}
    return [card.read(name) for name in COPIES if sizes.get(name, MOST_BYTES + 1) <= MOST_BYTES]


def write_manifest(card: Card, manifest: CardManifest) -> CardManifest:
    """Write the manifest over its older copy and return it with its new serial number. Raises OSError."""
    serial = manifest.serial + 1
    written = replace(manifest, serial=serial)
    put_own_file(card, COPIES[serial % 2], pack(written), TEMPORARY)
    return written


def read_danger(card: Card) -> tuple[str, ...]:
    """Return the paths that a card's journal names, in their order. Raises OSError."""
    try:
        return named_danger(card.read(DANGER))
    except FileNotFoundError:
        return ()


def named_danger(data: bytes) -> tuple[str, ...]:
    """Return the paths that a journal's content names; none where nothing in it is sound."""
    records = [_unslotted(data[start : start + SLOT_BYTES]) for start in (0, SLOT_BYTES)]
    return max((one for one in records if one), default=(0, ()))[1]


def _unslotted(data: bytes) -> tuple[int, tuple[str, ...]] | None:
    """Return a record of the journal, or None for none that is sound.

    Strangers' files have their turn as well: their names may hold any sign.
    """
    checksum, _, text = data.rstrip().partition(b" ")
    try:
        if int(checksum, 16) != zlib.crc32(text):
            return None
        number, paths = json.loads(text)
        return (number, tuple(paths)) if type(number) is int and all(map(_stays, paths)) else None
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _slotted(number: int, paths: Sequence[str]) -> bytes:
    """Return a record of the journal. Strangers' names may hold surrogates: bytes that are no text to this system."""
    text = json.dumps([number, paths], ensure_ascii=False).encode("utf-8", "surrogatepass")
    return b"%08x %s" % (zlib.crc32(text), text)


def batches(paths: Sequence[str]) -> list[Sequence[str]]:
    """Return paths in the groups, as large as the journal takes, in which it names them."""
    groups: list[list[str]] = [[]]
    for path in paths:
        if len(groups[-1]) == NAMED or len(_slotted(1 << 31, [*groups[-1], path])) > SLOT_BYTES:
            groups.append([])
        groups[-1].append(path)
    return [group for group in groups if group]


class Danger:
    """The journal of one load. Inside `with danger.of(paths):` the card names them, and nobody else's."""

    def __init__(self, card: Card) -> None:
        """Lay an empty journal on the card. Raises OSError."""
        put_own_file(card, DANGER, b" " * (2 * SLOT_BYTES), TEMPORARY)
        self._file: OpenFile = card.overwrite(DANGER)
        self._number = 0
        self._lock = threading.Lock()

    @contextmanager
    def of(self, paths: Sequence[str]) -> Iterator[None]:
        """Have the card name `paths` (one of `batches`) for the block; others wait. Raises OSError."""
        with self._lock:
            self._number += 1
            record = _slotted(self._number, paths).ljust(SLOT_BYTES)
            self._file.write_at(self._number % 2 * SLOT_BYTES, record)
            self.flush()
            yield

    def flush(self) -> None:
        """Return when the journal is on the card, and with it FAT's table of clusters. Raises OSError."""
        self._file.sync(content_only=True)

    def close(self) -> None:
        """Let go of the journal's file."""
        self._file.close()
