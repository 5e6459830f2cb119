"""The reading copy that a voice actor holds."""

from __future__ import annotations

from guide.model.finding import Place
from guide.model.narration import Narration, Segment, ShownSpan, Silence, SpokenSpan
from guide.model.script import Script
from guide.model.voice import NARRATOR, QUOTE
from guide.outputs.reading import ReadingCopy, render_reading

PLACE = Place("scripts/101-salle.md", 1)


def said(text: str, *, role: str = NARRATOR, spoken: str = "") -> Narration:
    """Return a sentence, with what is said of it where that is not plain."""
    return Narration("p1", role, (ShownSpan(text),), (SpokenSpan(spoken or text),), PLACE)


def copy(language: str, *segments: Segment) -> str:
    """Return the page of a stop in a language."""
    script = Script(PLACE.file, "salle", "101", language, "standard", (), ())
    return render_reading(script, segments, ReadingCopy("", (), "", NARRATOR)).decode()


def test_arabic_is_set_from_right_to_left() -> None:
    """The page runs in the script's direction, and so does the arrow before what is said."""
    page = copy("ar", said("القاعة 2", spoken="القاعة اثنان"))
    assert '<html lang="ar" dir="rtl">' in page
    assert "← القاعة اثنان" in page


def test_french_is_set_from_left_to_right() -> None:
    """Any other language keeps its direction and its arrow."""
    page = copy("fr", said("Salle 2", spoken="Salle deux"))
    assert '<html lang="fr" dir="ltr">' in page
    assert "→ Salle deux" in page


def test_nothing_is_placed_by_left_and_right() -> None:
    """Numbers of lines and columns stand where a line begins, wherever that is."""
    assert "left" not in copy("ar", said("القاعة"))


def test_a_quote_without_a_name_is_called_so_in_the_scripts_language() -> None:
    """The role's inner name is English; a French reader finds the word that scripts use."""
    assert "citation\u00a0: </span>Le jour." in copy("fr", said("Le jour.", role=QUOTE))
    assert "Zitat: </span>Der Tag." in copy("de", said("Der Tag.", role=QUOTE))


def test_a_role_of_the_museums_own_keeps_its_name() -> None:
    """What guide.toml calls a role is what stands on paper."""
    assert "mayor: </span>Good day." in copy("en", said("Good day.", role="mayor"))


def test_a_level_is_named_where_it_is_not_the_standard_one() -> None:
    """Two copies of a stop are told apart on the studio's desk."""
    script = Script(PLACE.file, "salle", "101", "fr", "children", (), ())
    page = render_reading(script, (), ReadingCopy("", (), "", NARRATOR)).decode()
    assert "<h1>101 · Enfants</h1>" in page
    assert "<h1>101</h1>" in copy("fr")


def test_a_pause_has_the_languages_decimal_sign() -> None:
    """1.5 s is 1,5 s in French, with what stands behind `x-` in a tag too; plain where figures are not known."""
    assert "1,5 s" in copy("fr", Silence(1.5))
    assert "1,5 s" in copy("fr-x-facile", Silence(1.5))
    assert "1.5 s" in copy("en", Silence(1.5))
    assert "1.5 s" in copy("vls", Silence(1.5))
