"""The words that numbers are written with, in the languages that have a table of their own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)  # without slots, for the property that is computed once
class Words:
    """A language's number words: `units` add up, `scales` multiply; `loose` ones stand alone; `links` join."""

    units: dict[str, int]
    scales: dict[str, int]
    loose: dict[str, int]
    links: frozenset[str]
    bare: frozenset[str] = frozenset()
    """Scales that are a number by themselves: `cent`, `mille`."""
    articles: frozenset[str] = frozenset()
    """Words that stand for one before a scale: `a hundred`."""
    never_after: frozenset[str] = frozenset()
    """Words after which a hundred is none: `pour cent`."""

    @cached_property
    def all(self) -> frozenset[str]:
        """Every word that a number may begin with, articles aside."""
        return frozenset({*self.units, *self.scales, *self.loose})


def _table(text: str) -> dict[str, int]:
    return {word: int(value) for word, _, value in (pair.partition(":") for pair in text.split())}


FRENCH = Words(
    units=_table(
        "un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 treize:13 "
        "quatorze:14 quinze:15 seize:16 vingt:20 vingts:20 trente:30 quarante:40 cinquante:50 soixante:60 "
        "septante:70 huitante:80 nonante:90"
    ),
    scales=_table(
        "cent:100 cents:100 mille:1000 million:1000000 millions:1000000 milliard:1000000000 milliards:1000000000"
    ),
    loose=_table(
        "dizaine:10 douzaine:12 quinzaine:15 vingtaine:20 trentaine:30 quarantaine:40 cinquantaine:50 soixantaine:60 "
        "centaine:100 millier:1000 premier:1 première:1 deuxième:2 second:2 seconde:2 troisième:3 quatrième:4 "
        "cinquième:5 sixième:6 septième:7 huitième:8 neuvième:9 dixième:10 onzième:11 douzième:12 treizième:13 "
        "quatorzième:14 quinzième:15 seizième:16 vingtième:20"
    ),
    links=frozenset({"et"}),
    bare=frozenset({"cent", "mille"}),
    never_after=frozenset({"pour"}),
)
ENGLISH = Words(
    units=_table(
        "one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 "
        "fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 "
        "sixty:60 seventy:70 eighty:80 ninety:90"
    ),
    scales=_table("hundred:100 thousand:1000 million:1000000 billion:1000000000"),
    loose=_table(
        "dozen:12 score:20 first:1 second:2 third:3 fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 "
        "eleventh:11 twelfth:12 thirteenth:13 fourteenth:14 fifteenth:15 sixteenth:16 twentieth:20 fortnight:15"
    ),
    links=frozenset({"and"}),
    bare=frozenset(),
    articles=frozenset({"a"}),
)
PORTUGUESE = Words(
    units=_table(
        "um:1 uma:1 dois:2 duas:2 três:3 quatro:4 cinco:5 seis:6 sete:7 oito:8 nove:9 dez:10 onze:11 doze:12 treze:13 "
        "catorze:14 quatorze:14 quinze:15 dezasseis:16 dezesseis:16 dezassete:17 dezessete:17 dezoito:18 dezanove:19 "
        "dezenove:19 vinte:20 trinta:30 quarenta:40 cinquenta:50 sessenta:60 setenta:70 oitenta:80 noventa:90 "
        "cem:100 cento:100 duzentos:200 duzentas:200 trezentos:300 trezentas:300 quatrocentos:400 quatrocentas:400 "
        "quinhentos:500 quinhentas:500 seiscentos:600 seiscentas:600 setecentos:700 setecentas:700 oitocentos:800 "
        "oitocentas:800 novecentos:900 novecentas:900"
    ),
    scales=_table("mil:1000 milhão:1000000 milhões:1000000 bilhão:1000000000 bilhões:1000000000"),
    loose=_table(
        "dezena:10 dúzia:12 quinzena:15 vintena:20 trintena:30 centena:100 milhar:1000 primeiro:1 primeira:1 segundo:2 "
        "segunda:2 terceiro:3 terceira:3 quarto:4 quarta:4 quinto:5 quinta:5 sexto:6 sexta:6 sétimo:7 sétima:7 "
        "oitavo:8 oitava:8 nono:9 nona:9 décimo:10 décima:10 vigésimo:20 vigésima:20"
    ),
    links=frozenset({"e"}),
    bare=frozenset({"mil"}),
    never_after=frozenset({"por"}),
)
"""Portugal's words and Brazil's, and the feminine ones that `duzentas e duas obras` needs."""
