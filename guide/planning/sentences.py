"""Where sentences end: the units that are voiced, timed and shown.

A sentence ends with its stop and the quotation mark or bracket that closes it, before a blank
and something that can begin a sentence. Abbreviations are a table a language, below. What
stands in quotation marks or parentheses stays whole unless it is long.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

LONGEST_WHOLE = 240
"""Characters up to which a quotation or parenthesis is not cut."""

NEVER: dict[str, str] = {
    "fr": "m mm mme mmes mlle mlles dr pr mgr st ste sts stes cf éd env ap apr av gén lt cdt bd réf tél trad dir "
    "coll dép arr s.-lt adj sgt cne ex janv févr avr juil sept oct nov déc lt-col inv ph bât Col Ch Ph Th",
    "en": "mr mrs ms dr st sts prof gen col capt lt sgt maj cpl pte adm brig rev hon fr vs c ca cf e.g i.e viz approx "
    "jan feb apr aug sept sep oct nov dec inf div regt ed eds transl dept mt gov sen rep u.s u.k pvt mk inv "
    "messrs lieut acc Ft",
    "nl": "dhr mevr mw dr drs ir ing prof ds st ca bijv d.w.z m.a.w o.a t.w gen kol kapt lt maj sgt afb vgl zgn evt "
    "resp incl inv.nr v n mgr jhr jkvr mr",
    "de": "hr hrn fr frl fam gebr hl hll oblt uffz joh seb friedr wilh heinr inv kat "
    "dr prof st vgl ca bzw z.b d.h u.a u.ä evtl ggf sog geb gest gen lt hptm maj ing dipl v.a i.d.r inkl "
    "z d h u a o i e mio mrd tsd inv.-nr kat.-nr tel v n oberstlt ofw olt inf mo di mi do",
    "pl": "dr prof inż mgr ks św o gen płk mjr kpt por ppor sierż tzw np m.in tj ok godz ul al pl im ww zob ur zm hr "
    "p pp s rtm plut kpr chor adm marsz br bł śp os przeł "
    "r w n.e p.n.e kard inw dn pt tzn tel",
    "it": "sig sig.ra sig.na sigg dott dott.ssa prof avv ing ss gen cap ten magg cfr ca es mons on sta inv tel col mod "
    "febbr sett ott nov dic",
    "es": "sr sra srta sres dr dra prof d dña sto sta gral cnel cap tte cf ca ej av avda ud uds vd fr mons inv ee ss "
    "aa tel excmo excma ilmo ilma arq ing lic",
    "pt": "sr sra srs sras snr dr dra drs prof profa d eng arq gen cel cap ten sgt maj alm brig cmdt cmte sta sto "
    "fr pe mons card rev revmo sor exmo exma ilmo ilma cons visc cf ca c av lg lgo pç pça trav tv calç estr "
    "qta séc secs sécs inv tel telef telem dep ex ed trad org coord fot il esc aprox ss Al Col Cor Com Gov Jr",
}
"""Written with a full stop that does not end the sentence, whatever follows; with a capital, only as they stand."""

BEFORE_FIGURE: dict[str, str] = {
    "fr": "c v al cal p pp n no nos art chap vol fig t ph ill pl fol op cat mod mle h l haut larg long prof diam ép "
    "lun ven sam dim",
    "en": "b d r est mon tue tues thu thurs fri fl fol ff no nos p pp vol vols fig figs ch art mar op tel diam pl",
    "nl": "c br dl hs max min plm nr nrs blz p pp art afb hfst cat tel fl h b l diam jan feb febr aug sept okt nov dec",
    "de": "sign dat inv str nr nrn s bd bde abb abs kap kat art jh taf op dm",
    "pl": "kat k poz dat l nr s str t p pt art ryc rys il tabl rozdz op wys szer dł śr gł",
    "it": "c f cat lit n nn p pp pag pagg fig vol art s sec secc figg tav op h alt largh lungh diam",
    "es": "c h f cat núms n núm p pp pág págs fig vol art s ss t nos lám op alt anch diám "
    "ene feb abr ago sept oct nov dic",
    "pt": "n nº nos p pp pág págs fig figs vol vols cap caps art arts s t cat est op alt larg comp diâm prof esp doc "
    "ref reg fl fls fol f liv cx mç jan fev mar abr mai jun jul ago set out nov dez",
}
"""The same before a figure only, Arabic or Roman: `art. 5`, `vol. II`, but `Il aime l’art. Il peint.`"""

PERHAPS: dict[str, str] = {
    "fr": "etc j.-c j-c j.c suiv sq hab",
    "en": "etc jr sr co inc ltd a.m p.m b.c a.d u.s.a bros esq",
    "nl": "etc enz v.chr n.chr jl a.s",
    "de": "etc usw usf v.chr n.chr u.s.w jr",
    "pl": "itd itp etc zł tys mln mld",
    "it": "ecc etc a.c d.c",
    "es": "etc a.c d.c j.c ee.uu",
    "pt": "etc a.c d.c jr hab cia lda ltda s.a e.u.a s.d",
}
"""The full stop ends the sentence if a capital letter follows."""

ORDINAL_STOP = frozenset({"de", "pl", "cs", "da", "nb", "fi", "hu", "hr", "sl", "sk"})
"""Languages that write ordinals as a number with a full stop: `5. September`."""

SPACED_CLOSE = frozenset({"fr", "it", "es", "pt", "ru"})
"""Languages in which » closes, also after a blank; in German it opens."""

INWARD = frozenset({"de", "da"})
"""Languages whose quotation marks point inward: »so«."""

SHOWN_ONLY = "\ufffc"
"""Stands for words that are only shown: they end no sentence, and stay with the one before them."""

_STOP = re.compile(r"[.!?…؟।]+|[。！？]+")
_CLOSERS = re.compile(r"[»«”“\"’')\]]+")
_SPACED_CLOSER = re.compile(r"[ \u00a0\u202f]?»[)\]]?")
_TRAILING = re.compile(f"(?:[ \u00a0\u202f]*{SHOWN_ONLY})+")
_OPENERS = "«»“„\"‘'(["
_FIGURE = re.compile(r"\+?\d|(?:[IVXLCDM]{2,}|[VX])(?!\w)")
"""Figures, Roman ones too; a single I is rather a word."""
_ROMAN = re.compile(r"(?<!\w)[IVX]+$")
_GOES_ON = ";,:)]"
"""What never begins a sentence: `XVIIe s. ;` goes on."""
_TOGETHER = (
    (
        re.compile(r"(?<![\w.,])\d{1,2}$"),
        re.compile(r"(?:SS-|Panzer|Infanterie|Fallschirm|Volksgrenadier|Armee(?!\w))"),
    ),
    (re.compile(r"\d{1,2}s$"), re.compile(r"\d{1,2}d(?!\w)")),
    (re.compile(r"\d ?(?:in|ft|lb|oz)$"), re.compile(r"\d[\d.,]* ?(?:in|cm|mm|m|kg|g|oz)(?!\w)")),
    (re.compile(r"(?<!\w)[ad]$"), re.compile(r"C\.")),
)
"""What stands before and after a full stop inside a name or a sum: `12. SS-Division`, `4s. 6d.`, `44 a. C.`"""
_REIGN = re.compile(
    r"(?:D\.|Dom|Dona|[Rr]ei|[Rr]ainha|[Pp]apa|[Ii]mperador|[Ss]éculo|[Ss]éc\.)\s(?:[A-ZÀ-Þ]\w+\s)?[IVX]$"
)
"""Portuguese: a single letter that is a number, and may end a sentence: `no reinado de D. João V.`"""
_ERA = re.compile(r"(?<!\w)[ad]\. (?:de )?C$")
_OF_YEARS = frozenset({"r", "w", "n.e", "p.n.e"})
_FIGURED = re.compile(r"(?:\d{1,4}|(?<!\w)[IVX]+)[ \u00a0\u202f](?:[rw]|(?:[rw]\.[ \u00a0\u202f])?(?:p\.)?n\.e)$")
_POLISH_BEGINS = re.compile(
    r"(?:Potem|Później|Następnie|Wtedy|Wówczas|Dopiero|Dziś|Dzisiaj|Teraz|Już|Nie|To|Ten|Ta|Tę|Te|Ci|Tu|Tutaj|Tam|Tak"
    r"|Taki|Takie|On|Ona|Ono|Oni|One|Jego|Jej|Ich|Jest|Są|Był[aoy]?|Byli|Został[aoy]?|Zostali|Miał[aoy]?|Mieli|Zmarł[ao]?"
    r"|Zginął|Zginęła|Zginęli|Urodził|Powstał[aoy]?|Zbudowan\w+|Wybudowan\w+|Po|Przed|Przez|Podczas|Pod|Nad|Przy|Dla|Bez"
    r"|Do|Od|Ode|Na|W|We|Z|Ze|Za|O|U|Ku|Między|A|I|Ale|Lecz|Jednak|Więc|Gdy|Kiedy|Kto|Co|Jak|Choć|Aby|Także|Również|Rok"
    r"|Wiosną|Latem|Jesienią|Zimą|Zobacz|Obok|Każd\w+|Wszystk\w+|Wiel[ue]|Niektórzy|Niektóre|Jeden|Jedna|Dwaj|Dwa|Dwie"
    r"|Trzy)(?![\w.])"
)
"""Words that begin a sentence after `w 1944 r.`; any other with a capital is rather a name: `W 1944 r. Polacy`."""
_ROMAN_RANKED = re.compile(r"Weltkrieg|Reich|Republik|Internationale|Armee|Korps|Akt|Teil|Klasse")
"""What a German Roman numeral with a full stop ranks: `der II. Weltkrieg`."""
_RANK = re.compile(r"(?:\d{1,2}\.?[/–-])?\d{1,2}")
"""What is an ordinal where ordinals have a full stop: `12.`, `1./2. September`."""
_BLANKS = " \t\n\u00a0\u202f"
_TOKEN = re.compile(r"[^\s«»“”„\"()\[\]’]+$")


def _whole(*pairs: tuple[str, str]) -> re.Pattern[str]:
    """Return what finds a short text between any of these pairs."""
    inside = f"{{0,{LONGEST_WHOLE}}}"
    return re.compile("|".join(rf"\{left}[^\{left}\{right}]{inside}\{right}" for left, right in pairs))


_PAIRS = (("“", "”"), ("„", "”"), ("„", "“"), ("(", ")"), ("[", "]"))
_OUTWARD, _INWARD = _whole(("«", "»"), *_PAIRS), _whole(("»", "«"), *_PAIRS)
_MEASURE = re.compile(r"\d[ \u00a0\u202f]?(?:[ckm]?m|t|k?g|s|h|l|ha|min)$")
"""A unit after a figure is no abbreviation: `5,5 m.` ends a sentence, `M.` does not."""

_FULL_WIDTH = "。！？"


def sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence, without the blanks between them."""
    tag = language.split("-", 1)[0].lower()
    held = _held(text, tag)
    spans = []
    start = 0
    for match in _STOP.finditer(text):
        end = _with_closers(text, match.end(), tag)
        if start < end and _is_end(text, match, end, tag) and not _is_held(end, held):
            spans.append((start, end))
            start = end
    spans.append((start, len(text)))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _held(text: str, tag: str) -> list[tuple[int, int]]:
    """Return the stretches that are not cut, in order."""
    if not any(opener in text for opener in "«»“„(["):
        return []
    return [match.span() for match in (_INWARD if tag in INWARD else _OUTWARD).finditer(text)]


def _is_held(end: int, held: list[tuple[int, int]]) -> bool:
    index = bisect_left(held, (end, 0)) - 1
    return index >= 0 and end < held[index][1]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in _BLANKS:
        start += 1
    while start < end and text[end - 1] in _BLANKS:
        end -= 1
    return (start, end) if start < end else None


def _with_closers(text: str, end: int, tag: str) -> int:
    """Return where a stop ends with the quotation marks and brackets that close after it."""
    match = _CLOSERS.match(text, end)
    end = match.end() if match else end
    if tag in SPACED_CLOSE:
        match = _SPACED_CLOSER.match(text, end)
        end = match.end() if match else end
    match = _TRAILING.match(text, end)
    return match.end() if match else end


def _is_end(text: str, stop: re.Match[str], end: int, tag: str) -> bool:
    """Tell whether a stop ends a sentence."""
    if stop[0][0] in _FULL_WIDTH or end >= len(text):
        return True
    if text[end] not in _BLANKS:
        return False
    following = text[end : end + 24].lstrip(_BLANKS + _OPENERS + "—–-")
    if not following or following[0].islower() or following[0] in _GOES_ON:
        return not following
    before = text[max(0, stop.start() - 24) : stop.start()]
    if (
        tag == "de"
        and _ROMAN.search(before)
        and (_ROMAN_RANKED.match(following) or text[end : end + 3].lstrip()[:1] == "(")
    ):
        return False
    if any(first.search(before) and second.match(following) for first, second in _TOGETHER):
        return False
    opened = text[end : end + 3].lstrip(_BLANKS)[:1] == "("
    return stop[0] != "." or _full_stop_ends(before, tag, following=following, opened=opened)


def _full_stop_ends(before: str, tag: str, *, following: str, opened: bool) -> bool:
    """Tell whether a full stop ends the sentence, from the words before it; a capital or figure follows."""
    match = _TOKEN.search(before)
    token = match[0] if match else ""
    lower = token.casefold()
    never, figure, perhaps = _abbreviations(tag)
    if tag == "pl" and lower in _OF_YEARS and _FIGURED.search(before):
        return bool(_POLISH_BEGINS.match(following))
    if lower in perhaps or _MEASURE.search(before) or _ERA.search(before):
        return not (opened and lower in perhaps)
    last = re.split("[-–]", lower)[-1]
    if not never.isdisjoint((lower, token, last)) or (
        not figure.isdisjoint((lower, last)) and _FIGURE.match(following)
    ):
        return False
    if _RANK.fullmatch(token):
        return tag not in ORDINAL_STOP
    if len(token) == 1 and token.isupper():
        return before.endswith(("War I", "War V", "guerre I")) or (tag == "pt" and bool(_REIGN.search(before)))
    return token[-1:] in ("º", "ª") or not re.fullmatch(r"(?:\w\.[-–]?)+\w", token)


@lru_cache(maxsize=64)
def _abbreviations(tag: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    never, figure, perhaps = (frozenset(table.get(tag, "").split()) for table in (NEVER, BEFORE_FIGURE, PERHAPS))
    return never, figure, perhaps
