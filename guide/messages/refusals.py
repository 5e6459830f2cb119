"""What an operating system or a library says when it refuses something, in French.

They speak English whatever the reader does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

FRENCH: Mapping[str, str] = {
    "Address already in use": "un autre programme l’utilise déjà",
    "Device or resource busy": "le support est occupé",
    "Directory not empty": "le dossier n’est pas vide",
    "Disk quota exceeded": "il n’y a plus de place pour vous",
    "File exists": "ce nom est déjà pris",
    "File name too long": "ce nom est trop long",
    "File too large": "le fichier est trop grand pour ce support",
    "Input/output error": "le support ne répond pas correctement",
    "Is a directory": "c’est un dossier",
    "Network is unreachable": "le réseau est injoignable",
    "No space left on device": "il n’y a plus de place",
    "No such device": "le support n’est plus là",
    "No such device or address": "le support n’est plus là",
    "No such file or directory": "fichier ou dossier introuvable",
    "Not a directory": "ce n’est pas un dossier",
    "Operation not permitted": "opération interdite",
    "Permission denied": "accès refusé",
    "Read-only file system": "le support est en lecture seule",
    "Transport endpoint is not connected": "la liaison est coupée",
}
"""The sentences of `strerror` (POSIX.1-2017, as glibc and Python's other C libraries write them)."""


LIBRARIES: Mapping[str, str] = {
    r"cannot identify image": "ce n’est pas une image",
    r".*truncated|broken (PNG|data)|unrecognized data stream": "le fichier est incomplet ou abîmé",
    r"not well-formed|mismatched tag|no element found|syntax error|unclosed|.*parsing failed": "ce n’est pas un "
    "dessin SVG valable",
    r"(Expecting|Extra data|Unterminated|Invalid control)": "ce n’est pas du JSON valable",
}
"""How sentences of Pillow, expat, resvg and Python's JSON reader begin; only the fault itself is worth telling."""


def in_french(detail: str) -> str:
    """Return a refusal in French where it is one that is known, else as it is."""
    known = (french for english, french in LIBRARIES.items() if re.match(english, detail, re.IGNORECASE))
    return FRENCH.get(detail) or next(known, detail)
