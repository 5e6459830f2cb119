"""The order of a folder's directory entries, for players that go by it.

Removing and adding files leaves new ones in old gaps, and replacing a file on exFAT moves it to
the end. Files are put in order without copying them: each is moved into a folder of our own and,
in the wanted order, back into the emptied one. One file is on its way at a time, named by
the journal; a pull leaves the others whole in one place or the other, and the next load brings
them home. The one on its way may then be gone, or on exFAT stand in both places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guide.players.contents import ORDERING, Contents, folded, folders_of
from guide.players.contract import Card, joined, parent
from guide.players.gaps import empty_gaps, fill_gaps
from guide.players.journal import OWN, Danger
from guide.players.putting import held, remove_file, remove_tree, replace_file


def by_folder(paths: Iterable[str]) -> dict[str, list[str]]:
    """Return the names in each folder, in the order of the paths."""
    folders: dict[str, list[str]] = {}
    for path in paths:
        folders.setdefault(parent(path), []).append(path.rpartition("/")[2])
    return folders


def in_order(card: Card, folder: str, names: Sequence[str]) -> bool:
    """Return whether a folder's wanted names stand in the wanted order, whatever else is between them."""
    return _present(card, folder, names) == [folded(name) for name in names]


def _present(card: Card, folder: str, names: Sequence[str]) -> list[str]:
    wanted = {folded(name) for name in names}
    return [folded(one.name) for one in card.listing(folder) if folded(one.name) in wanted]


def disordered(card: Card, paths: Iterable[str]) -> list[str]:
    """Return the folders whose files do not stand in the order of the paths. Raises OSError."""
    return [folder for folder, names in by_folder(paths).items() if not in_order(card, folder, names)]


def told_folders(folders: Iterable[str]) -> str:
    """Return folders as a person is told of them."""
    return ", ".join(folder or "/" for folder in folders)


def put_in_order(card: Card, folder: str, names: Sequence[str], danger: Danger) -> None:
    """Bring a folder's files into the order of `names`, gaps in its directory filled where they are in the way.

    Raises OSError.
    """
    aside = joined(ORDERING, folder) if folder else ORDERING
    for path in (*folders_of((joined(aside, "x"),)),):
        _ensure_folder(card, path)
    others = [one.name for one in card.listing(folder) if not one.is_folder and not _ours(folder, one.name)]
    wanted = {folded(name) for name in names}
    strangers = [name for name in others if folded(name) not in wanted]
    order = [*names, *strangers]
    _move_all(card, order, danger, source=folder, target=aside)
    _move_all(card, order, danger, source=aside, target=folder)
    if not in_order(card, folder, names):
        _move_all(card, order, danger, source=folder, target=aside)
        for place, name in enumerate(order):
            fill_gaps(card, folder, name, order[:place])
            move(card, joined(aside, name), joined(folder, name), danger)
        empty_gaps(card, folder)
    remove_ordering(card)


def _move_all(card: Card, names: Iterable[str], danger: Danger, *, source: str, target: str) -> None:
    for name in names:
        move(card, joined(source, name), joined(target, name), danger)


def _ours(folder: str, name: str) -> bool:
    return not folder and name in OWN


def _ensure_folder(card: Card, path: str) -> None:
    name = path.rpartition("/")[2]
    if name not in [one.name for one in card.listing(parent(path))]:
        card.make_folder(path)


def move(card: Card, source: str, target: str, danger: Danger) -> None:
    """Move one file into another folder, its content untouched. Raises OSError.

    The source's entry leaves the card before the target's is complete: two entries over one chain
    of clusters would be worse than a file that the journal names and the next load copies again.
    """
    file = card.hold(source)
    try:
        with danger.of([target]):
            card.replace(file, source, target)
            card.sync_folder(parent(target))
            card.sync_folder(parent(source))
            if file:
                file.sync()
    finally:
        if file:
            file.close()


def bring_home(card: Card, contents: Contents, danger: Danger) -> None:
    """Undo what a pull left in the middle of ordering: files go back to where they belong. Raises OSError."""
    for path in contents.doubled:
        part(card, path, joined(ORDERING, path), danger)
    for path in contents.astray:
        move(card, joined(ORDERING, path), path, danger)
    if contents.ordering:
        remove_ordering(card)


def part(card: Card, path: str, other: str, danger: Danger) -> None:
    """Give a file clusters of its own, and remove the other name that a pull left it. Raises OSError.

    exFAT's entries are whole at once, so both can lead to one chain: removing one alone would free the clusters of
    the other, for the next file to be written over them. They are freed when neither name stands on the card.
    """
    with held(card, path), held(card, other), danger.of([path]):
        replace_file(card, path, map(bytes, card.read_back(path)), danger).close()
        remove_file(card, other)


def remove_ordering(card: Card) -> None:
    """Remove the folder of ordering with whatever is left in it: empty files and second copies. Raises OSError."""
    remove_tree(card, ORDERING)
