"""What is said: each rule with its sentence, language by language."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import CONVERTER_CLASSES

from guide.planning.normalise import MODULES, normalise, rules_of
from guide.planning.normalise.numbers import cardinal, ordinal, year
from guide.planning.normalise.regional import REGIONS

FRENCH = [
    ("le 1er septembre 1944", "le premier septembre mille neuf cent quarante-quatre"),
    ("la 1re armée et la 1ère division", "la première armée et la première division"),
    ("la 12e division, la 2e DB, le 2nd bataillon", "la douzième division, la deuxième dé bé, le second bataillon"),
    ("au XXe siècle", "au vingtième siècle"),
    ("les XIXe et XXes siècles", "les dix-neuvième et vingtièmes siècles"),
    ("François Ier, Louis XIV et Charles V", "François premier, Louis quatorze et Charles cinq"),
    ("la Ire armée, le IInd Reich", "la première armée, le second Reich"),
    ("Guerre II", "Guerre deux"),
    ("Vers 1940", "Vers mille neuf cent quarante"),
    ("5,5 mètres", "cinq virgule cinq mètres"),
    ("0,05 et 3,14", "zéro virgule zéro cinq et trois virgule quatorze"),
    ("55 000 hommes", "cinquante-cinq mille hommes"),
    ("1\u202f250\u202f000 hommes", "un million deux cent cinquante mille hommes"),
    ("1\u00a0250 hommes", "mille deux cent cinquante hommes"),
    ("de 1940-1945", "de mille neuf cent quarante à mille neuf cent quarante-cinq"),
    ("15–74 ans", "quinze à soixante-quatorze ans"),
    ("la guerre de 14-18", "la guerre de quatorze dix-huit"),
    ("1914-18", "mille neuf cent quatorze à dix-huit"),
    ("en 39-45", "en trente-neuf quarante-cinq"),
    ("71 m et 21 t", "soixante et onze mètres et vingt et une tonnes"),
    ("1 km, 1,5 km, 2 km", "un kilomètre, un virgule cinq kilomètre, deux kilomètres"),
    ("120 km/h", "cent vingt kilomètres à l'heure"),
    ("12 m² et 3 m³", "douze mètres carrés et trois mètres cubes"),
    ("94 % et 380 mm", "quatre-vingt-quatorze pour cent et trois cent quatre-vingts millimètres"),
    ("-5 °C", "moins cinq degrés Celsius"),
    ("22 h 44", "vingt-deux heures quarante-quatre"),
    (
        "22h44, 17:30, 17 h, 1 h, 0 h 40",
        "vingt-deux heures quarante-quatre, dix-sept heures trente, dix-sept heures, une heure, zéro heure quarante",
    ),
    ("le 12/05/1940", "le douze mai mille neuf cent quarante"),
    ("le 01.09.1944", "le premier septembre mille neuf cent quarante-quatre"),
    ("la nuit du 1-2 avril", "la nuit du premier au deux avril"),
    ("M. et Mme Dupont, Mlle Noir, MM. X et Y", "Monsieur et Madame Dupont, Mademoiselle Noir, Messieurs X et Y"),
    ("le Dr Blanc", "le docteur Blanc"),
    ("St-Omer, Ste-Marie, St. Omer", "Saint-Omer, Sainte-Marie, Saint Omer"),
    ("n° 12, p. 5, pp. 6", "numéro douze, page cinq, pages six"),
    ("en 52 av. J.-C.", "en cinquante-deux avant Jésus-Christ."),
    ("le 11 nov. 1918", "le onze novembre mille neuf cent dix-huit"),
    ("au XVIIIe s. déjà, au XIXe s.", "au dix-huitième siècle déjà, au dix-neuvième siècle."),
    ("100 000 F", "cent mille francs"),
    ("des pains, etc.", "des pains, et cetera."),
    ("les V1, V2 et V3", "les vé un, vé deux et vé trois"),
    ("le B-17 et l’A26", "le bé dix-sept et l’a vingt-six"),
    (
        "les SS, la RAF, les FFI, le STO, l’OCM",
        "les esse esse, la erre a effe, les effe effe i, le esse té o, l’o cé emme",
    ),
    ("les Waffen-SS", "les Waffen-esse esse"),
    ("la R.A.F. et la BBC", "la erre a effe et la bé bé cé"),
    ("5 €, 3,50 €, 10 $", "cinq euros, trois euros cinquante, dix dollars"),
    ("1/2 et 3/4", "un demi et trois quarts"),
    ("A & B", "A et B"),
    ("21 femmes et 31 personnes", "vingt et une femmes et trente et une personnes"),
    ("80 hommes, 200 morts, 280 blessés", "quatre-vingts hommes, deux cents morts, deux cent quatre-vingts blessés"),
    ("le 007 et la 2CV", "le zéro zéro sept et la deux chevaux"),
    ("Samedi 2.", "Samedi deux."),
    ("Nord–Pas-de-Calais", "Nord-Pas-de-Calais"),
    ("la ville – détruite – renaît", "la ville, détruite, renaît"),
]

ENGLISH = [
    ("on 5 September 1944", "on the fifth of September, nineteen forty-four"),
    ("on 5 September 1944 the city", "on the fifth of September, nineteen forty-four, the city"),
    ("on the 5 September", "on the fifth of September"),
    ("the 1st of September", "the first of September"),
    ("from 1 to 5 September 1944", "from the first to the fifth of September, nineteen forty-four"),
    ("the night of 1-2 April", "the night of the first to the second of April"),
    ("September 5, 1944", "September the fifth, nineteen forty-four"),
    ("May 1944", "May nineteen forty-four"),
    ("12/05/1940", "the twelfth of May nineteen forty"),
    ("in 1905, 2000 and 2014", "in nineteen oh-five, two thousand and twenty fourteen"),
    ("the 1940s and the ’40s", "the nineteen forties and the forties"),
    ("1940-1945 and 1940–45", "nineteen forty to nineteen forty-five and nineteen forty to forty-five"),
    ("aged 15–74", "aged fifteen to seventy-four"),
    ("1,944 men", "one thousand nine hundred and forty-four men"),
    ("55,000 tonnes", "fifty-five thousand tonnes"),
    ("5.5 m and 3.14", "five point five metres and three point one four"),
    ("1 km, 2 km, 94 %", "one kilometre, two kilometres, ninety-four per cent"),
    ("10.44 pm and 10.05 p.m.", "ten forty-four pee em and ten oh five pee em."),
    ("17:30 and 8 am", "seventeen thirty and eight ay em"),
    ("the 20th century", "the twentieth century"),
    ("the 2nd, 3rd and 31st", "the second, third and thirty-first"),
    ("World War II and World War I", "World War Two and World War One"),
    ("Elizabeth II and Louis XIV", "Elizabeth the Second and Louis the Fourteenth"),
    ("XXX Corps", "Thirty Corps"),
    ("I am. V for victory.", "I am. V for victory."),
    ("the V1, V2s and B-17s", "the vee one, vee twos and bee seventeens"),
    ("the RAF, the SS, US GIs", "the ar ay eff, the ess ess, you ess jee eyes"),
    ("the BBC’s service", "the bee bee see’s service"),
    ("Mr Smith, Mrs. Jones, Dr Who", "Mister Smith, Missis Jones, Doctor Who"),
    ("St Omer, St. Omer, St-Omer", "Saint Omer, Saint Omer, Saint-Omer"),
    ("No. 12, p. 5, c. 1940", "number twelve, page five, around nineteen forty"),
    ("e.g. bread, i.e. food, etc.", "for example bread, that is food, et cetera."),
    ("£5, $3.50", "five pounds, three dollars fifty"),
    ("£1.5m and $2 billion", "one point five million pounds and two billion dollars"),
    ("bread & butter", "bread and butter"),
    ("on 9 April, 87 died", "on the ninth of April, eighty-seven died"),
]

OTHERS = {
    "nl": [
        ("op 5 september 1944", "op vijf september negentienhonderd vierenveertig"),
        ("om 22.44 uur", "om tweeëntwintig uur vierenveertig"),
        ("de 20e eeuw, Willem II", "de twintigste eeuw, Willem de Tweede"),
        ("1.250 mannen, 5,5 m", "duizendtweehonderdvijftig mannen, vijf komma vijf meter"),
        ("dhr. Jansen, enz.", "de heer Jansen, enzovoort."),
        ("de V2 en de SS", "de vee twee en de es es"),
    ],
    "de": [
        ("am 5. September 1944", "am fünften September neunzehnhundertvierundvierzig"),
        ("vom 12.05.1940 bis zum 1. Mai", "vom zwölften Mai neunzehnhundertvierzig bis zum ersten Mai"),
        ("die 12. SS-Division, im 20. Jahrhundert", "die zwölfte ess ess-Division, im zwanzigsten Jahrhundert"),
        ("um 22:44 Uhr", "um zweiundzwanzig Uhr vierundvierzig"),
        ("Ludwig XIV. kam", "Ludwig der Vierzehnte kam"),
        ("1 t, 1 km, 5,5 m", "eine Tonne, ein Kilometer, fünf Komma fünf Meter"),
        ("z. B. Dr. Müller", "zum Beispiel Doktor Müller"),
        ("1.250 Mann, die V2", "eintausendzweihundertfünfzig Mann, die fau zwei"),
        ("der hl. Martin, vom hl. Martin, Hl. Martin", "der heilige Martin, vom heiligen Martin, Heiliger Martin"),
        ("hl. Anna, der hl. Anna, die hll. Drei Könige", "heilige Anna, der heiligen Anna, die heiligen Drei Könige"),
        ("das Hl. Grab, Hl. Grab", "das Heilige Grab, Heiliges Grab"),
    ],
    "pl": [
        (
            "1 września 1944 r. przyszli",
            "pierwszego września tysiąc dziewięćset czterdziestego czwartego roku przyszli",
        ),
        ("w 1944 roku", "w tysiąc dziewięćset czterdziestym czwartym roku"),
        ("XX wiek, w XX wieku", "dwudziesty wiek, w dwudziestym wieku"),
        ("II wojna światowa", "druga wojna światowa"),
        ("1 km, 2 km, 5 km, 22 t", "jeden kilometr, dwa kilometry, pięć kilometrów, dwadzieścia dwie tony"),
        ("o 22:44", "o dwudziestej drugiej czterdzieści cztery"),
        ("1 Dywizja Pancerna", "pierwsza Dywizja Pancerna"),
        ("gen. Maczek, ok. 1250", "generał Maczek, około tysiąc dwieście pięćdziesiąt"),
    ],
    "it": [
        ("il 1° settembre 1944", "il primo settembre millenovecentoquarantaquattro"),
        ("alle ore 22.44", "alle ore ventidue e quarantaquattro"),
        ("il XX secolo, Luigi XIV", "il ventesimo secolo, Luigi quattordicesimo"),
        ("la 1ª divisione, 1 t", "la prima divisione, una tonnellata"),
        ("1.250 uomini, 94 %", "milleduecentocinquanta uomini, novantaquattro per cento"),
        ("le V2, le SS, ecc.", "le vu due, le esse esse, eccetera."),
    ],
    "es": [
        ("el 5 de septiembre de 1944", "el cinco de septiembre de mil novecientos cuarenta y cuatro"),
        ("a las 22:44", "a las veintidós y cuarenta y cuatro"),
        ("siglo XX, Luis XIV, Carlos V", "siglo veinte, Luis catorce, Carlos quinto"),
        ("21 km, 1 t", "veintiún kilómetros, una tonelada"),
        ("1.250 hombres, el 1.º", "mil doscientos cincuenta hombres, el primero"),
        ("Sr. García, EE. UU.", "señor García, Estados Unidos."),
        ("21 000, 31 000, 121 000", "veintiún mil, treinta y un mil, ciento veintiún mil"),
        ("21 000 hombres, 21 000 obras", "veintiún mil hombres, veintiún mil obras"),
        (
            "44 a. C., 44 a.\u00a0C. y 44 a. de C.",
            "cuarenta y cuatro antes de Cristo, cuarenta y cuatro antes de Cristo y cuarenta y cuatro antes de Cristo.",
        ),
    ],
    "pt": [
        ("a 5 de setembro de 1944", "a cinco de setembro de mil novecentos e quarenta e quatro"),
        ("às 22h44", "às vinte e duas e quarenta e quatro"),
        ("séc. XX, D. João V, D. Maria II", "século vinte, Dom João quinto, Dona Maria segunda"),
        ("21 km, 1 t, 2 t", "vinte e um quilómetros, uma tonelada, duas toneladas"),
        ("1.250 homens, 1.250 obras", "mil duzentos e cinquenta homens, mil duzentas e cinquenta obras"),
        ("o Sr. Silva, os E.U.A.", "o senhor Silva, os Estados Unidos."),
    ],
}
RULES = [
    *(("fr", *case) for case in FRENCH),
    *(("en", *case) for case in ENGLISH),
    *((language, *case) for language, cases in OTHERS.items() for case in cases),
]


@pytest.mark.parametrize(("language", "written", "said"), RULES)
def test_what_is_said(language: str, written: str, said: str) -> None:
    """What is written is said in words, as a reader of the language would say it."""
    assert said == normalise(written, language)


PLAIN = {
    "fr": "Avant le béton, il y a eu la craie. Vers midi, « on » creuse près de Saint-Omer ; Me voici, I.",
    "en": "Before the concrete there was chalk. I saw a flag over Vimy, and a mix of men. No, he said.",
    "de": "Vor dem Beton war Kreide. Die Frau, der Herr und das Vieh.",
    "pl": "Przed betonem była kreda. I wojna, i pokój.",
    "pt": "Antes do betão havia giz. A mão e o pão; mas, às vezes, um só. Vi, e fui eu. D. E. F.",
}


@pytest.mark.parametrize("language", PLAIN)
def test_plain_words_pass_unchanged(language: str) -> None:
    """A text that needs nothing comes out as it was."""
    assert normalise(PLAIN[language], language) == PLAIN[language]


@pytest.mark.parametrize("language", MODULES)
@settings(max_examples=40)
@given(text=st.text("0123456789 .,:/-–h%°€kmtVXIe²½&°\u00a0", max_size=25))
def test_no_figure_is_left(language: str, text: str) -> None:
    """Whatever stands around them, no figures reach a voice."""
    assert not re.search(r"[\d²½]", normalise(text, language))


@pytest.mark.parametrize("language", MODULES)
@settings(max_examples=40)
@given(text=st.text(max_size=30))
def test_any_text_is_accepted(language: str, text: str) -> None:
    """No text makes a rule fail."""
    assert isinstance(normalise(text, language), str)


def test_other_languages_get_their_numbers() -> None:
    """A language without rules of its own has its whole numbers spelt where that is known."""
    assert normalise("anul 44", "ro") == "anul patruzeci și patru"
    assert normalise("2 mot", "pcd") == "2 mot"


@pytest.mark.parametrize("language", sorted(CONVERTER_CLASSES))
def test_no_number_of_a_known_language_fails(language: str) -> None:
    """What num2words cannot say, or only after minutes, stays in figures: no plan ends for it."""
    for number in [0, 1, 40, 100, 1001, 1900, 1944, 123_456, 1_000_000, 1_234_567, 123_456_789, 10**10, 10**12 - 1]:
        assert normalise(f"{number}", language)
        assert all([cardinal(number, language), ordinal(number, language), year(number, language)])


def test_a_number_that_is_unknown_in_its_language_stays_in_figures() -> None:
    """Amharic lacks nineteen hundred, and takes its time for millions."""
    assert (normalise("1944", "am"), normalise("1234567", "am")) == ("1944", "1234567")
    assert normalise("44", "am") == "አርባ አራት"


@pytest.mark.parametrize("language", [*MODULES, "ro", "pcd"])
@pytest.mark.parametrize("written", ["{}", "{} km", "{}e", "{}th", "{} %", "{},5", "{}:{}"])
def test_an_endless_number_is_said(language: str, written: str) -> None:
    """Five thousand figures in a row, as a slip of the hand leaves them, are said one by one."""
    assert normalise(written.replace("{}", "7" * 5000), language)


def test_regional_tags_use_their_language() -> None:
    """`fr-CH` is French."""
    assert normalise("2 km", "fr-CH") == "deux kilomètres"


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["1", "1 ", "V", "XX ", "1-", "1.", "M. ", "a", "1,000", "St ", "the 5 "])
@pytest.mark.parametrize("language", MODULES)
def test_endless_sentence_comes_to_an_end(language: str, unit: str) -> None:
    """A sentence of twenty thousand signs is normalised (the run's own limit ends one that is not), no figure left."""
    said = normalise(unit * (20_000 // len(unit)), language)
    assert said
    assert not any(character.isdigit() for character in said)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("71 m, 70, 77, 72 tonnes", "septante et un mètres, septante, septante-sept, septante-deux tonnes"),
        (
            "en 1990, 1991 et 1998",
            "en mille neuf cent nonante, mille neuf cent nonante et un et mille neuf cent nonante-huit",
        ),
        ("80, 81, 60, 61", "quatre-vingts, quatre-vingt-un, soixante, soixante et un"),
        (
            "le 70e, le 71e, le 92e, le 79e",
            "le septantième, le septante et unième, le nonante-deuxième, le septante-neuvième",
        ),
        ("soixante-dix", "soixante-dix"),
    ],
)
@pytest.mark.parametrize("language", ["fr-BE", "fr-CH"])
def test_belgium_and_switzerland_say_septante(language: str, written: str, said: str) -> None:
    """Figures are said as the region says them; words that the author wrote stay."""
    assert said == normalise(written, language)


def test_other_french_says_soixante_dix() -> None:
    """Only Belgium and Switzerland count otherwise."""
    assert normalise("71 et 92", "fr-FR") == "soixante et onze et quatre-vingt-douze"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("16, 17, 19 e 14", "dezesseis, dezessete, dezenove e quatorze"),
        ("séc. XVI, Luís XIV", "século dezesseis, Luís quatorze"),
        ("em 1916", "em mil novecentos e dezesseis"),
        ("1 de maio, 1º de maio, 21 de maio", "primeiro de maio, primeiro de maio, vinte e um de maio"),
        ("em 1/1/1916", "em primeiro de janeiro de mil novecentos e dezesseis"),
        ("1 000 000 000, 2 000 000 000", "um bilhão, dois bilhões"),
        ("3 500 000 000 e 1 001 000 000", "três bilhões e quinhentos milhões e um bilhão e um milhão"),
        ("1 234 000 000 de anos", "um bilhão duzentos e trinta e quatro milhões de anos"),
        ("120 km/h, 5 km, 10 µm", "cento e vinte quilômetros por hora, cinco quilômetros, dez micrômetros"),
        ("R$ 0,50, R$ 14,16", "cinquenta centavos, quatorze reais e dezesseis"),
        ("reg. 12, telem. 9", "registro doze, celular nove"),
        ("catorze mil milhões e dezasseis", "catorze mil milhões e dezasseis"),
    ],
)
@pytest.mark.parametrize("language", ["pt-BR", "pt-br"])
def test_brazil_says_dezesseis_and_bilhoes(language: str, written: str, said: str) -> None:
    """Figures and units are said as in Brazil; words that the author wrote stay."""
    assert said == normalise(written, language)


def test_portugal_says_dezasseis_and_mil_milhoes() -> None:
    """Only Brazil counts otherwise."""
    assert normalise("16 e 1 000 000 000", "pt-PT") == "dezasseis e mil milhões"
    assert normalise("5 km", "pt") == "cinco quilómetros"


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("fr", "le 12-IV-1944", "le douze avril mille neuf cent quarante-quatre"),
        ("en", "on 12.IV.1944", "on the twelfth of April nineteen forty-four"),
        ("nl", "op 12-IV-1944", "op twaalf april negentienhonderd vierenveertig"),
        ("de", "am 05-X-1944", "am fünften Oktober neunzehnhundertvierundvierzig"),
        ("pl", "dnia 12.IV.1944 r.", "dnia dwunastego kwietnia tysiąc dziewięćset czterdziestego czwartego"),
        ("it", "l'8/IX/1943", "l'otto settembre millenovecentoquarantatré"),
        ("es", "el 1.I.2000", "el primero de enero de dos mil"),
        ("pt", "a 1-XII-1640", "a um de dezembro de mil seiscentos e quarenta"),
    ],
)
def test_a_roman_month_makes_a_date(language: str, written: str, said: str) -> None:
    """A day, a Roman month and a year between the same signs are a date in every language."""
    assert said == normalise(written, language)


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("fr", "inv. 5.I.1899", "inventaire cinq point un point mille huit cent quatre-vingt-dix-neuf"),
        ("en", "inv. no. 5.I.1899", "inventory number five point one point eighteen ninety-nine"),
        ("de", "Inv.-Nr. 5.I.1899", "Inventarnummer fünf Punkt eins Punkt achtzehnhundertneunundneunzig"),
        ("it", "inv. n. 5.I.1899", "inventario numero cinque punto uno punto milleottocentonovantanove"),
        ("pt", "inv. n.º 5.I.1899", "inventário número cinco ponto um ponto mil oitocentos e noventa e nove"),
        (
            "en",
            "18-B-1944, 5-VX-1944",
            "eighteen-bee one thousand nine hundred and forty-four, five-Vx-nineteen forty-four",
        ),
        (
            "es",
            "de 9.30 a 14.00 h, 32-X-1944",
            "de nueve y treinta a catorce horas, treinta y dos-equis mil novecientos cuarenta y cuatro",
        ),
    ],
)
def test_what_only_looks_like_a_roman_month_is_no_date(language: str, written: str, said: str) -> None:
    """A mark of the inventory, times, and letters that are no month stay what they are."""
    assert said == normalise(written, language)


@pytest.mark.parametrize("tag", [*MODULES, *REGIONS])
def test_every_rule_has_a_pattern_that_can_be_read(tag: str) -> None:
    """Patterns are compiled when a text first calls for them: a broken one must not wait for that text."""
    rules = rules_of(tag)
    every = [*rules.words, *rules.capitals, *rules.figures, *rules.signs]
    assert every
    assert [one.name for one in every if not isinstance(one.pattern, re.Pattern)] == []


@pytest.mark.parametrize("tag", MODULES)
def test_no_pattern_is_read_from_nothing(tag: str) -> None:
    """A rule whose pattern fits an empty text would speak between all letters."""
    rules = rules_of(tag)
    every = [*rules.words, *rules.capitals, *rules.figures, *rules.signs]
    assert [one.name for one in every if one.pattern.fullmatch("")] == []
