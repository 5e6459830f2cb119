"""Signs that labels use and no language has a rule of its own for: what each is called, in the eight languages.

Where a language's own tables have a sign, these are not asked.
"""

from __future__ import annotations

from collections.abc import Mapping

from guide.planning.normalise.rules import BLANK, Rule, either, rule

_ORDER = ("fr", "en", "nl", "de", "pl", "it", "es", "pt")

_ROWS: Mapping[str, str] = {
    "©": "copyright|copyright|copyright|Copyright|copyright|copyright|copyright|copyright",
    "№": "numéro|number|nummer|Nummer|numer|numero|número|número",
    "‰": "pour mille|per thousand|promille|Promille|promili|per mille|por mil|por mil",
    "−": "moins|minus|min|minus|minus|meno|menos|menos",
    "≈": "environ|about|ongeveer|etwa|w przybliżeniu|circa|aproximadamente|cerca de",
    "≤": "au plus|at most|hoogstens|höchstens|najwyżej|al massimo|como máximo|no máximo",
    "≥": "au moins|at least|minstens|mindestens|co najmniej|almeno|al menos|pelo menos",
    "≠": "différent de|is not|is niet|ungleich|nie równa się|diverso da|distinto de|diferente de",
    "∞": "infini|infinity|oneindig|unendlich|nieskończoność|infinito|infinito|infinito",
    "√": "racine de|square root of|wortel uit|Wurzel aus|pierwiastek z|radice di|raíz de|raiz de",
    "⌀": "diamètre|diameter|diameter|Durchmesser|średnica|diametro|diámetro|diâmetro",
    "¢": "cents|cents|cent|Cent|centów|centesimi|centavos|cêntimos",
    "¥": "yens|yen|yen|Yen|jenów|yen|yenes|ienes",
    "₣": "francs|francs|frank|Franc|franków|franchi|francos|francos",
    "₽": "roubles|roubles|roebel|Rubel|rubli|rubli|rublos|rublos",
}
_BEFORE_FIGURES: Mapping[str, str] = {
    "<": "moins de|less than|minder dan|weniger als|mniej niż|meno di|menos de|menos de",
    ">": "plus de|more than|meer dan|mehr als|więcej niż|più di|más de|mais de",
    "~": _ROWS["≈"],
    "Ø": _ROWS["⌀"],
    **{sign: _ROWS[sign] for sign in "≈≤≥⌀"},
}


def common_signs(tag: str) -> dict[str, str]:
    """Return what each sign is called in a language."""
    at = _ORDER.index(tag)
    return {sign: words.split("|")[at] for sign, words in _ROWS.items()}


def signs_before_figures(tag: str) -> tuple[Rule, ...]:
    """Return the rules for what stands before a figure: `< 5 kg`, `~ 1940`, `Ø 12 cm`, `nº 5`."""
    at = _ORDER.index(tag)
    words = {sign: names.split("|")[at] for sign, names in _BEFORE_FIGURES.items()}
    number = _ROWS["№"].split("|")[at]
    return (
        rule(
            "sign before a figure",
            rf"(?<![\w<>~≈=.,-])({either(words)}){BLANK}?(?=[.,]?\d)",
            lambda match: f"{words[match[1]]} ",
            needs="".join(words),
        ),
        rule("numero", rf"(?<!\w)[nN]\.?[°º]{BLANK}?(?=\d)", lambda _: f"{number} ", needs="°º"),
    )
