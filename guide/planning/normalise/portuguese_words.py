"""Portuguese: what stands before names, and signs that stand for one another."""

from __future__ import annotations

import re

from guide.planning.normalise.portuguese_names import FEMALE_SAINTS, MALE_SAINTS, MEN_IN_A, WOMEN
from guide.planning.normalise.rules import BLANK, CAPITAL, either, rule

_SETTLED = "\U000f0000-\U000ffffd"
_NAME = rf"([{_SETTLED}]|[{CAPITAL}][\w-]+)"
_LADY = r"(?i:rainha|infanta|princesa|imperatriz|duquesa|condessa|marquesa|viscondessa|baronesa|senhora|madre|abadessa)"
_STREETS = {
    "Al.": "alameda",
    "Av.": "avenida",
    "Avª": "avenida",
    "Lg.": "largo",
    "Lgo.": "largo",
    "Pç.": "praça",
    "Pça.": "praça",
    "Trav.": "travessa",
    "Tv.": "travessa",
    "Calç.": "calçada",
    "Estr.": "estrada",
    "Qta.": "quinta",
}
_MAJESTIES = {
    "M": "Sua Majestade",
    "AR": "Sua Alteza Real",
    "AI": "Sua Alteza Imperial",
    "A": "Sua Alteza",
    "S": "Sua Santidade",
}
_STOREYS = r"andar|piso|lugar|pr[éê]mio|batalhão|regimento|exército|conde|duque|marquês|visconde|barão|ato|acto|dia|ano"
_TURNED = r"(?i:ângulo|inclinação|inclinado|rotação|temperatura|volta|viragem|abertura|máxima|mínima)s?"
_PLACED = r"norte|sul|leste|este|oeste|Celsius|centígrados|de (?:latitude|longitude|inclinação)"


def _dom(match: re.Match[str]) -> str:
    """`D. João` is `Dom João`, `D. Maria` `Dona Maria`; a settled name tells nothing, the word before it may."""
    before, mark, name = match.groups()
    lady = before or mark or name in WOMEN or (name.endswith("a") and name not in MEN_IN_A)
    return f"{before or ''}{'Dona' if lady else 'Dom'} {name}"


def _saint(match: re.Match[str]) -> str:
    name = match[1]
    if re.fullmatch(FEMALE_SAINTS, name):
        return f"Santa {name}"
    if re.fullmatch(MALE_SAINTS, name):
        return f"{'Santo' if re.match('[AEIOUÁÉÍÓÚÂÊÔH]|Tirso|Cristo', name) else 'São'} {name}"
    return f"São {name}" if re.match(f"[{_SETTLED}]", name) else match[0]


def _majesty(match: re.Match[str]) -> str:
    return _MAJESTIES[re.sub(r"\W", "", match[1])]


WORDS = (
    rule(
        "our lady",
        rf"(?<!\w)N(?:\.ª|ª\.?|\.){BLANK}?(?:senhora|S(?:r|nr)?\.?ª|Sra\.|S\.(?={BLANK}d[aoe]s?{BLANK}))",
        lambda _: "Nossa Senhora",
        needs="N",
    ),
    rule("our lord", rf"(?<!\w)N\.{BLANK}?S\.(?={BLANK}Jesus)", lambda _: "Nosso Senhor", needs="N"),
    rule("dom", rf"({_LADY}{BLANK})?(?<![\w.])D\.(ª)?{BLANK}?{_NAME}", _dom, needs="D"),
    rule(
        "majesty",
        rf"(?<![\w.])S\.{BLANK}?(M|A\.{BLANK}?[RI]|A|S)\.(?=,?{BLANK}(?:[oa]s?|[Ee]l-[Rr]ei|Dom|Dona)(?!\w))",
        _majesty,
        needs="S",
    ),
    rule(
        "most holy",
        rf"(?<!\w)SS\.(?:m[oa])?{BLANK}(?=Sacramento|Trindade)",
        lambda m: "Santíssima " if m.string[m.end()] == "T" else "Santíssimo ",
        needs="S",
    ),
    rule("saints", rf"(?<!\w)SS\.{BLANK}(?=[{CAPITAL}]\w* e )", lambda _: "São ", needs="S"),
    rule("saint", rf"(?<![\w.])(?<![A-Z]\.{BLANK})S\.{BLANK}?([{CAPITAL}]\w*)", _saint, needs="S"),
    rule(
        "street",
        rf"(?<![\w.])(?<![A-Z]\.{BLANK})({either(_STREETS)})(?={BLANK}(?:d[aoe]s?{BLANK}[{CAPITAL}\d]|Dom|Dona|São|Sant[ao]))",
        lambda match: _STREETS[match[1]],
        needs=".ª",
    ),
    rule(
        "street after its preposition",
        rf"(?<!\w)([NnDd]a|[Àà]|[Pp]ela)({BLANK})R\.(?={BLANK}[\w{CAPITAL}])",
        lambda match: f"{match[1]}{match[2]}rua",
        needs=("R.",),
    ),
    rule(
        "street and house",
        rf"(?<![\w.])R\.(?={BLANK}[^,.;\d]{{3,40}},{BLANK}(?:n(?:\.º|º|úmero){BLANK})?\d)",
        lambda _: "rua",
        needs=("R.",),
    ),
    rule("century", rf"(?<![\w.])s\.{BLANK}?(?=[IVX]+(?![\w.]))", lambda _: "século ", needs="s"),
    rule("volume", rf"(?<![\w.])(?<!\d{BLANK})t\.{BLANK}?(?=[IVX]+(?!\w))", lambda _: "tomo ", needs="t"),
    rule(
        "half",
        rf"(?<![\d/])(?:½|(?<!\d )1/2){BLANK}(?=(?:hora|dúzia|légua|libra)(?!\w))",
        lambda _: "meia ",
        needs="½/",
    ),
    rule("about", r"(?<![\w.])c\. ?(?=\d{3,4}(?!\d))", lambda _: "cerca de ", needs="c"),
    rule("died", r"†\s?(?=\d)", lambda _: "morreu em ", needs="†"),
    rule("born in parentheses", r"(?<=\()n\. ?(?=\d{4}(?!\d))", lambda _: "nasceu em ", needs=("n.",)),
    rule("born", r"\*\s?(?=\d{3,4}(?!\d))", lambda _: "nasceu em ", needs="*"),
    rule("dollars", r"(?<!\w)US(?=\$)", lambda _: "", needs="$"),
    rule("rank for a degree", rf"(?<=\d)°(?={BLANK}(?:{_STOREYS})(?!\w))", lambda _: "º", needs="°"),
    rule(
        "degree for a rank",
        rf"(?<=\d)º(?={BLANK}?(?:[NSEOLWC](?![\w.])|\d{{1,2}}[′'’]|(?:{_PLACED})(?!\w)))",
        lambda _: "°",
        needs="º",
    ),
    rule("degree of turning", rf"({_TURNED}{BLANK}(?:d[ae]{BLANK})?[-−]?\d+)º", lambda m: f"{m[1]}°", needs="º"),
)
"""What stands before names and figures; the signs º and ° are typed for one another."""
