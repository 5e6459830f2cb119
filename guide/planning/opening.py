"""A track's spoken opening: its number and title, for players without a screen."""

from __future__ import annotations

import re
from dataclasses import replace

from guide.model.finding import Place
from guide.model.lexicon import Lexeme, Lexicon
from guide.model.narration import Narration, Silence, SpokenSpan
from guide.model.script import Script
from guide.model.voice import NARRATOR
from guide.planning.narrate import Narrated
from guide.planning.normalise import normalise
from guide.planning.pieces import Piece, Said, spoken_spans

_ENDED = re.compile(r"[.!?…؟。！？]$")


def with_opening(narrated: Narrated, script: Script, *, lexicon: Lexicon, gap_s: float) -> Narrated:
    """Return the script with number and title said before it, and a silence of `gap_s` after them.

    The title is said as it would be in the text: by the lexicon, its figures and abbreviations
    spelt out. It is not shown: the page and the player's list show it already.
    """
    place = Place(script.file)
    used: dict[Lexeme, None] = dict.fromkeys(narrated.lexemes)
    title = script.title if _ENDED.search(script.title) else f"{script.title}."
    said = spoken_spans([Piece(title, (), (Said(title),), place)], script.language, lexicon, used)
    number = SpokenSpan(f"{said_number(script.number, script.language)}. ")
    opening = Narration("", NARRATOR, (), (number, *said), place)
    return replace(narrated, segments=(opening, Silence(gap_s), *narrated.segments), lexemes=tuple(used))


def said_number(number: str, language: str) -> str:
    """Return a stop number as it is said: as a number, or digit by digit where it begins with a nought."""
    return normalise(" ".join(number) if number.startswith("0") else number, language)
