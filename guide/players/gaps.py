"""Gaps in a directory, which a file that is put in order must not fall into.

A file gets the first run of free entries that has room for its name. Between entries that stay (our own in the
root, folders) runs of several lengths may be free; a short name, moved after a long one, can so come to stand before
it. Empty files fill such gaps while the folder is put in order.
"""

from __future__ import annotations

from collections.abc import Collection

from guide.players.contents import FILLER, folded, units
from guide.players.contract import Card, joined
from guide.players.planning import slots
from guide.players.putting import remove_files

MOST = 512
"""Most files that are laid into a folder; where they do not do, its directory goes by another order than is known."""


def fill_gaps(card: Card, folder: str, name: str, placed: Collection[str]) -> None:
    """Lay empty files into a folder until a new file called `name` would stand behind those of `placed`.

    Raises OSError.
    """
    before = {folded(one) for one in placed}
    for number in range(len(_fillers(card, folder)), MOST):
        filler = _filler(name, number)
        path = joined(folder, filler)
        card.create(path, fresh=True).close()
        found = [folded(one.name) for one in card.listing(folder)]
        if before.isdisjoint(found[found.index(folded(filler)) :]):
            card.remove(path)
            return


def empty_gaps(card: Card, folder: str) -> None:
    """Remove the empty files. Raises OSError."""
    remove_files(card, folder, _fillers(card, folder))


def _fillers(card: Card, folder: str) -> list[str]:
    return [one.name for one in card.listing(folder) if FILLER.fullmatch(one.name) and not one.size_bytes]


def _filler(name: str, number: int) -> str:
    """Return a name that takes as many entries as another on FAT, and on exFAT."""
    short = f"GUIDE.{number:03}"
    return short if slots(name) == 1 else f"{short}x".ljust(units(name), "x")
