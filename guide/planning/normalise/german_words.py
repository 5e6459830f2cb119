"""German: saints, with `hl.` in the ending that its article and the saint's name ask for."""

from __future__ import annotations

import re

from guide.planning.normalise.rules import BLANK, CAPITAL, rule

_INFLECTING = "dem|den|des|vom|zum|zur|beim|am|im|einem|einer|eines|einen|seinem|seiner|ihrem|ihrer"
"""After these `heilig` ends in -en, whoever follows."""

_WOMEN = re.compile(
    r"(?:Elisabeth|Agnes|Gertrud|Hildegard|Margarete|Margarethe|Adelheid|Kunigunde|Walpurgis|Brigitte|Irmgard|Edith"
    r"|Ottilie|Mechthild|Radegund|Judith|Christine|Therese|Familie|Jungfrau|Messe|Nacht|Schrift|Stadt|Stiege"
    r"|(?!Nikola|Luka|Elia|Andrea|Barnaba|Juda)\w+a)(?!\w)"
)
_THINGS = re.compile(r"(?:Grab|Land|Kreuz|Jahr|Haus|Blut|Herz|Abendmahl)(?!\w)")
"""Names and things that are feminine, and things that are neuter; any other name is a man's."""


def _holy(match: re.Match[str]) -> str:
    """`der hl. Martin` is `der heilige Martin`, `vom hl. Martin` `vom heiligen`, `Hl. Martin` `Heiliger Martin`."""
    article, name = match[1] or "", match[3]
    several, woman = match[2].lower() == "hll", bool(_WOMEN.match(name))
    if article.lower() in ("der", "die", "das"):
        ending = "en" if several or (woman and article.lower() == "der") else "e"
    elif article:
        ending = "en"
    else:
        ending = "e" if several or woman else "es" if _THINGS.match(name) else "er"
    return f"{article}{' ' if article else ''}{match[2][0]}eilig{ending} "


WORDS = (
    rule(
        "holy",
        rf"(?:(?<!\w)((?i:{_INFLECTING}|der|die|das)){BLANK})?(?<!\w)(?<!\d{BLANK})([Hh]ll?)\.{BLANK}?(?=((?:\w|[{CAPITAL}])[\w-]*))",
        _holy,
        needs=("hl.", "Hl.", "hll.", "Hll."),
    ),
)
"""What stands before saints' names."""
