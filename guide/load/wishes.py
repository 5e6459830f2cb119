"""What somebody asks of a load."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LoadWish:
    """What is asked for; what is left empty is as the card was loaded before.

    `cards` are the folders at which cards are mounted. `by` is kept in the ledger only if given.
    """

    cards: tuple[Path, ...]
    profile: str = ""
    languages: tuple[str, ...] = ()
    level: str = ""
    tour: str = ""
    label: str = ""
    prune: bool = False
    other_guide: bool = False
    folder: bool = False
    new_player: bool = False
    by: str = ""
    jobs: int = 0
