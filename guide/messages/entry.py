"""The shape of one entry of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence and its next step in both languages; `{name}` is filled from the message's values."""

    en: str
    fr: str
    help_en: str = ""
    help_fr: str = ""
