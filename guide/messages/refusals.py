"""What an operating system says when it refuses something, in French: most speak English whatever the reader does."""

from __future__ import annotations

from collections.abc import Mapping

FRENCH: Mapping[str, str] = {
    "Address already in use": "un autre programme l’utilise déjà",
    "File exists": "ce nom est déjà pris",
    "File name too long": "ce nom est trop long",
    "Input/output error": "le support ne répond pas correctement",
    "Is a directory": "c’est un dossier",
    "Network is unreachable": "le réseau est injoignable",
    "No space left on device": "il n’y a plus de place",
    "No such file or directory": "fichier ou dossier introuvable",
    "Not a directory": "ce n’est pas un dossier",
    "Operation not permitted": "opération interdite",
    "Permission denied": "accès refusé",
    "Read-only file system": "le support est en lecture seule",
}
"""The sentences of `strerror` (POSIX.1-2017, as glibc and Python's other C libraries write them)."""


def in_french(detail: str) -> str:
    """Return a refusal in French where it is one that is known, else as it is."""
    return FRENCH.get(detail, detail)
