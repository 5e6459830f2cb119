"""In which language the tool speaks to the person at the terminal."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping, Sequence

LANGUAGES = ("en", "fr")
OPTION = "--lang"


def tongue(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """Return `fr` or `en`: by `--lang` if given, else by the user's locale, else English.

    Read before anything else is, because a misspelt option must be told in the right language.
    """
    asked = _asked(arguments)
    if asked in LANGUAGES:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        if environment.get(name):
            return "fr" if environment[name].lower().startswith("fr") else "en"
    system = locale.getlocale()[0] or ""
    return "fr" if system.lower().startswith("fr") else "en"


def _asked(arguments: Sequence[str]) -> str:
    for index, word in enumerate(arguments):
        if word == OPTION and index + 1 < len(arguments):
            return arguments[index + 1]
        if word.startswith(f"{OPTION}="):
            return word.partition("=")[2]
    return ""
