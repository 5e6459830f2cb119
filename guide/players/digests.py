"""SHA-256 of files, as they lie on a card and on their way to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256

from guide.errors import StoreError
from guide.model.artifact import StoredFile
from guide.model.card import CardFile
from guide.players.contract import Card

BLOCK_BYTES = 1 << 20

Step = Callable[[int], None]
"""Told how many bytes more are done; may raise to stop the work."""


def digest_on_card(card: Card, path: str, step: Step) -> str:
    """Return a file's SHA-256 (hex), read from the card itself; "" where it is not there or cannot be read.

    Raises OSError for a card that does not answer at all.
    """
    digest = sha256()
    try:
        for block in card.read_back(path):
            digest.update(block)
            step(len(block))
    except OSError:
        card.listing("")  # one bad file is a fault of that file; a card that is gone fails here
        return ""
    return digest.hexdigest()


def source_blocks(file: CardFile, step: Step) -> Iterator[bytes]:
    """Yield a file's content as it is to stand on the card.

    Raises StoreError (`card-source-changed`) at the end, when the source is not what was planned;
    the copy is then given up before it gets its name.
    """
    digest = sha256()
    for block in _blocks(file):
        digest.update(block)
        yield block
        step(len(block))
    if digest.hexdigest() != file.sha256:
        raise StoreError("card-source-changed", path=file.path)


def _blocks(file: CardFile) -> Iterator[bytes]:
    if not isinstance(file.artifact, StoredFile):
        yield file.artifact
        return
    try:
        with file.artifact.path.open("rb", buffering=0) as source:
            while block := source.read(min(BLOCK_BYTES, file.size_bytes + 1)):
                yield block
    except OSError as fault:
        detail = fault.strerror or str(fault)
        raise StoreError("card-source-unreadable", path=str(file.artifact.path), detail=detail) from fault
