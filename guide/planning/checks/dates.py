"""Dates in a sentence: what a listener is asked to keep in mind."""

from __future__ import annotations

import re
from functools import lru_cache

MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro "
    "Janeiro Fevereiro Março Abril Maio Junho Julho Agosto Setembro Outubro Novembro Dezembro",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
"""The months by language, as they stand in a date."""

_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
_TO = "à|au|to|until|bis|tot|t/m|do|al|a|hasta|até"


def dates_in(text: str, language: str) -> list[str]:
    """Return the dates of a text in order, each once: a day with its month, a month with its year, or a year.

    A span of years is one date, and so is a day that was given with its year before.
    """
    pattern = _pattern(language.split("-", 1)[0].lower())
    found: list[str] = []
    for match in pattern.finditer(text):
        if not any(date.startswith(match[0]) for date in found):
            found.append(match[0])
    return found


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str]:
    months = MONTHS.get(language, "").split()
    forms = [rf"\b{_YEAR}(?:\s?[–-]\s?|\s(?:{_TO})\s)(?:{_YEAR}|[0-9]{{2}}\b)", rf"\b{_YEAR}\b"]
    if months:
        month = "(?:" + "|".join(months) + ")"
        day = r"\b[0-9]{1,2}(?:er|st|nd|rd|th|e|\.|º|°)?"
        of = r"(?:\s(?:of|de|del))?"
        forms = [
            rf"{day}{of}\s{month}\b(?:{of},?\s{_YEAR}\b)?",
            rf"\b{month}\s[0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s{_YEAR}\b)?",
            rf"\b{month}{of}\s{_YEAR}\b",
            *forms,
        ]
    return re.compile("|".join(forms))
