"""Letters and signs as Word, PDFs and telephones leave them: said like the plain ones, shown as they were written."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model.guide import Beds, Pacing
from guide.model.lexicon import Lexicon
from guide.model.narration import Narration
from guide.parsing.lexicon import parse_lexicon
from guide.parsing.script import parse_script
from guide.planning.lettering import readable
from guide.planning.narrate import narrate
from guide.planning.normalise import MODULES


def sentences(text: str, language: str = "fr", lexicon: str = "") -> list[Narration]:
    """Return the sentences of a script of one paragraph."""
    script = parse_script(f"---\ntitle: X\n---\n\n{text}\n", file="scripts_fr/101-x.md", language=language).script
    assert script is not None
    known = parse_lexicon(lexicon, file="lexicon_fr.txt", language=language).lexicon if lexicon else Lexicon(language)
    segments = narrate(script, lexicon=known, pacing=Pacing(), beds=Beds()).segments
    return [one for one in segments if isinstance(one, Narration)]


def said(text: str, language: str = "fr", lexicon: str = "") -> str:
    """Return what is said of a script of one paragraph."""
    return " ".join(one.spoken_text for one in sentences(text, language, lexicon))


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Voici la ﬁn du ﬁlm, l’oﬃce, l’eﬀet, le ﬂot.", "Voici la fin du film, l'office, l'effet, le flot."),
        ("Le Congreſs, la ﬆèle.", "Le Congress, la stèle."),
        ("Ｃｏｕｐｏｌｅ ! 𝐂𝐨𝐮𝐩𝐨𝐥𝐞", "Coupole! Coupole"),
        ("mot\u2028suivant\u2029fini\x0bet\x0cfin", "mot suivant fini et fin"),
        ("L´heure d´été, l‘eau, l′air, lʼombre, les amis´", "L'heure d'été, l'eau, l'air, l'ombre, les amis'"),
        ("L´*heure*", "L'heure"),
        ("cé\u00adsu\u200bre, a\u200d\u2060vec, \ufeffmot", "césure, avec, mot"),
        ("e\u0301te\u0301", "été"),
        ("10\u2009000 hommes, 10\u2007000 obus", "dix mille hommes, dix mille obus"),
        ("Louis Ⅻ, salle ③, vitrine ❷, salle③", "Louis douze, salle trois, vitrine deux, salle trois"),
        ("le 1ᵉʳ mai, Mᵐᵉ Dupont", "le premier mai, Madame Dupont"),
        ("12 ㎡, 5 ㎞, 5 ℃", "douze mètres carrés, cinq kilomètres, cinq degrés Celsius"),
        ("5 ˚C, 5 ºC", "cinq degrés Celsius, cinq degrés Celsius"),
        ("3⅛ pouces, 1⁄2 page", "trois un huitième pouces, une demi-page"),
        ("20 μm et 20 µm", "vingt micromètres et vingt micromètres"),
        ("−5 °C, 10−12 obus, Lille−Calais", "moins cinq degrés Celsius, dix à douze obus, Lille-Calais"),
        ("Lille → Paris, 1940 → 1944", "Lille, Paris, mille neuf cent quarante à mille neuf cent quarante-quatre"),
        ("Coca® et Bic™, ¶ fin", "Coca et Bic, fin"),
        ("e‐mail, ‘mot’", "e-mail, mot'"),
        ("5️⃣ 🌊 ★ ☎ vagues", "cinq vagues"),
    ],
)  # fmt: skip
def test_a_letter_in_another_form_is_that_letter(written: str, spoken: str) -> None:
    """What a PDF, Word or a telephone makes of letters and signs is said like the plain ones."""
    assert spoken == said(written)


def test_shown_text_stays_as_it_is_written() -> None:
    """Only what is said changes: ligatures, soft hyphens and accents are shown; a break that no font has is a blank."""
    (one,) = sentences("La ﬁn\u2028du cé\u00adsar, d´été.")
    assert one.shown_text == "La ﬁn du cé\u00adsar, d´été."


def test_invisible_signs_do_not_hide_a_sentences_end() -> None:
    """A sentence ends before a blank, whatever nobody sees stands between; the sentence keeps what was written."""
    assert [one.shown_text for one in sentences("La fin.\u200b Le début.")] == ["La fin.\u200b", "Le début."]


def test_the_lexicon_knows_a_word_in_any_form() -> None:
    """A name is found whatever apostrophe, ligature or hidden hyphen it is written with, on either side."""
    assert said("À Villeneuve-d´Ascq.", lexicon="Villeneuve-d’Ascq: villeneuve dasque\n") == "À villeneuve dasque."
    assert said("Aux Éparges, Fla\u00adfey.", lexicon="Flafey: flafé\n") == "Aux Éparges, flafé."
    assert said("À Fléville.", lexicon="ﬂéville: fléville\nFle\u0301ville: flévil\n") == "À flévil."
    assert said("À Flers.", lexicon="ﬂers: fl\nFlers: ﬂère\n") == "À flère."


@pytest.mark.parametrize("language", sorted(MODULES))
def test_no_language_leaves_a_labels_sign_to_its_voice(language: str) -> None:
    """What labels are full of is words in each language, or left out on purpose, before a voice sees it."""
    text = "20 µm © ¶ 5 ‰ X® Y™ • un… 5 ° № 5, n° 6, Nº 7, nº 8, ≈ 5, < 5 kg, > 5 kg, ~ 1940, ⌀ 5 cm, Ø 5 cm, ≤ 5"
    text += ", ≥ 5, 5 ≠ 6, ∞, √2, 5 ¥, 5 ¢, 5 ₽, 5 ₣, 5 − 3, 7 × 8, 6 ÷ 2, ± 2, § 3, a & b, a @ b, 5 %, 5 €, 5 £, 5 $"
    text += ", ½, 10⁶, m², ᵃ, ‡ †"
    left = [sign for sign in said(f"a {text}", language) if not re.match(r"(?![µªº_\d])[\w .,'-]", sign)]
    assert left == []


@given(st.text(max_size=60), st.sampled_from(["fr", "en", "pt-BR", "uk", "ja"]))
def test_any_text_is_read_to_the_same_end(text: str, language: str) -> None:
    """Whatever is written, reading it once more changes nothing."""
    once = readable(text, language)
    assert readable(once, language) == once


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=60))
def test_plain_letters_pass_unchanged(text: str) -> None:
    """Letters of European languages are themselves."""
    plain = "".join(one for one in text if one.isalpha() and "LIGATURE" not in unicodedata.name(one, ""))
    composed = "".join(one for one in plain if unicodedata.decomposition(one)[:1] != "<" and one != "º")
    assert readable(composed, "fr") == composed
