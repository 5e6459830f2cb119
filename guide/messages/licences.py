"""What engines say of their licences, in French: names of licences are the same in every language."""

from __future__ import annotations

from collections.abc import Mapping

FRENCH: Mapping[str, str] = {
    "(library)": "(bibliothèque)",
    "(program)": "(programme)",
    "; each voice has its own": " ; chaque voix a la sienne",
    "; the service's own terms": " ; les conditions du service",
    "the service's own terms": "les conditions du service",
}
"""The words beside the names, longer ones first where one holds another."""


def licence_in(language: str, licence: str) -> str:
    """Return an engine's licence in the reader's language."""
    if language == "fr":
        for english, french in FRENCH.items():
            licence = licence.replace(english, french)
    return licence
