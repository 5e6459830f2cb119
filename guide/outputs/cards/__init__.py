"""A card's layout: from the manifest and a profile to every file with its name, its order and its playlists.

`lay_out` is pure and finds everything that is wrong with names and numbers before any card is
looked at. What the card itself can hold is judged where cards are touched (`guide.players`).
"""

from __future__ import annotations

from guide.outputs.cards.layout import lay_out, usable_languages

__all__ = ["lay_out", "usable_languages"]
