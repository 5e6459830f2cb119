"""Words to look out for, by language: directions of the body, and what a warning should go before.

A word ending in `*` stands for all words that begin so. Lists, not grammar: they find what a
person should look at again, and a museum settles what is meant as it stands.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")

DIRECTIONS = {
    "fr": (
        r"(?:à|sur|vers)\s(?:votre|ta|la|notre)\s(?:gauche|droite)|à\s(?:gauche|droite)\b(?!\sde\s)"
        r"|derrière\svous|retournez-vous|retourne-toi|tournez(?:-vous)?\s(?:à|vers|sur)|faites\sdemi-tour"
    ),
    "en": (
        r"(?:on|to|at)\s(?:your|the)\s(?:left|right)\b|(?:look|turn|step|go)\s(?:left|right|around|round|back)\b"
        r"|behind\syou|left-hand\sside|right-hand\sside"
    ),
    "nl": r"(?:aan|op)\suw\s(?:linker|rechter)\w*|links\svan\su|rechts\svan\su|achter\su\b|draait?\su\som",
    "de": (
        r"(?:zu|auf)\sIhrer\s(?:Linken|Rechten|linken|rechten)|links\svon\sIhnen|rechts\svon\sIhnen|hinter\sIhnen"
        r"|drehen\sSie\ssich"
    ),
    "pl": (
        r"(?:po|na|w)\s(?:lewej|prawej|lewo|prawo)\b|za\s(?:tobą|państwem|plecami)|odwróć\w*\ssię"
        r"|proszę\ssię\sodwrócić"
    ),
    "it": r"(?:alla|sulla)\s(?:vostra|tua|sua)\s(?:sinistra|destra)|a\s(?:sinistra|destra)\b|dietro\s(?:di\s)?voi",
    "es": r"a\s(?:su|tu|la)\s(?:izquierda|derecha)|detrás\sde\s(?:usted|ustedes|ti|vosotros)|dese\sla\svuelta",
    "pt": (
        r"(?:à|na|para\sa)\s(?:sua|tua|vossa|nossa)\s(?:esquerda|direita)|à\s(?:esquerda|direita)\b(?!\sd[aeo]s?\s)"
        r"|atrás\sde\s(?:si|ti|vós|você|vocês)|vire-se|volte-se|vira-te|dê\smeia-volta"
    ),
}
"""Where a visitor is told to turn: true for one who stands as the author did, wrong for all others."""

GRAVE = {
    "fr": "massacr* assassin* tortur* viols violé* violée* exterminat* gazé* gazées cadavre* suicid* pendu* lynch*",
    "en": "massacre* murder* tortur* rape raped rapes exterminat* gassed corpse* suicide* hanged lynch*",
    "nl": "bloedbad* vermoord* moord marteld* gemarteld* verkracht* vergast* lijken zelfmoord*",
    "de": "massaker* ermord* mord gefoltert* folter* vergewaltig* vergast* leichen selbstmord*",
    "pl": "masakr* zamordowa* morderstw* tortur* zgwałc* gwałt* zagazowa* zwłoki samobójstw*",
    "it": "massacr* assassin* tortur* stupr* violentat* gasat* cadaver* suicid* impiccat*",
    "es": "masacr* asesin* tortur* violad* violación* gaseado* cadáver* suicid* ahorcad*",
    "pt": "massacr* assassin* tortur* violada* violaç* estupr* gaseado* gaseada* cadáver* suicid* enforcad* linch*",
}
"""One such word calls for a warning."""

HARD = {
    "fr": "fusill* abatt* exécut* tué* tuer tuent déport* morts corps tombe tombes violences",
    "en": "shot executed execution* killed killing* kill deport* dead bodies graves violence",
    "nl": "doodgeschoten geëxecuteerd* gedood* gedeporteerd* doden graven geweld",
    "de": "erschoss* hingericht* getötet* deport* tote toten gräber gewalt",
    "pl": "rozstrzela* zabit* zabic* deportowa* zmarłych ciała groby przemoc",
    "it": "fucilat* giustiziat* uccis* deportat* morti corpi tombe violenz*",
    "es": "fusilad* ejecutad* matad* muert* deportad* cuerpos tumbas violencia*",
    "pt": "fuzilad* executad* matad* mort* deportad* corpos túmulo* violência*",
}
"""Four different ones in one stop call for a warning; a museum of war has one or two at every stop."""
MOST_HARD = 4

ALARMING = re.compile(
    r"sir[eè]n|siren|alarm|alerte|explo[sz]|bomb|shot|gun|tir[_-]|coup|canon|motor|moteur|engine|avion|plane|scream|cri[_-]",
    re.IGNORECASE,
)
"""What the name of a sound may say of it: sirens, engines and shots startle, or wake memories."""


def directions_in(text: str, language: str) -> re.Match[str] | None:
    """Return where a text tells visitors to turn, or None."""
    pattern = _directions(language.split("-", 1)[0].lower())
    return pattern.search(text) if pattern else None


def grave_words(text: str, language: str) -> list[str]:
    """Return the words that call for a warning: the grave ones, or hard ones where there are many."""
    tag = language.split("-", 1)[0].lower()
    grave = _found(text, GRAVE.get(tag, ""))
    hard = _found(text, HARD.get(tag, ""))
    return [*grave, *hard] if grave or len(hard) >= MOST_HARD else []


def _found(text: str, words: str) -> list[str]:
    """Return the words of a text that a list has, one for each entry of the list, in its order."""
    whole, beginnings = _entries(words)
    written = dict.fromkeys(_WORD.findall(text.casefold()))
    if not beginnings or not any(word in whole or word.startswith(beginnings) for word in written):
        return []
    firsts = (next((word for word in written if _fits(word, entry)), "") for entry in words.split())
    return [word for word in firsts if word]


def _fits(word: str, entry: str) -> bool:
    return word == entry or (entry.endswith("*") and word.startswith(entry[:-1]))


@lru_cache(maxsize=32)
def _directions(tag: str) -> re.Pattern[str] | None:
    return re.compile(DIRECTIONS[tag], re.IGNORECASE) if tag in DIRECTIONS else None


@lru_cache(maxsize=32)
def _entries(words: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return a list's whole words, and the beginnings of its others."""
    entries = words.split()
    whole = frozenset(entry for entry in entries if not entry.endswith("*"))
    return whole, tuple(entry[:-1] for entry in entries if entry.endswith("*"))
