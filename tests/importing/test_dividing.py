"""A document is divided at its headings into scripts that can be read at once."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.importing import Division, divide, read_document
from guide.model.script import Paragraph, Text
from guide.parsing.script import parse_script
from tests.importing.papers import p, word

LETTERS = st.characters(
    min_codepoint=32, max_codepoint=0x2FF, exclude_characters="[]|", exclude_categories=("Cc", "Cf")
)


def divided(*blocks: str, language: str = "fr", heading: int = 0, known: dict[str, str] | None = None) -> Division:
    """Divide a Word document of these blocks."""
    document = read_document(word(*blocks), "a.docx")
    return divide(document, file="a.docx", language=language, heading=heading, known=known)


def names(division: Division) -> list[str]:
    """Return the scripts' file names."""
    return [path.rpartition("/")[2] for path in division.scripts]


def test_a_script_has_title_status_and_text() -> None:
    """The head is written in the language of the text; an import is a draft."""
    division = divided(p("201. Ascq", "Titre1"), p("Une phrase. [pause 2 s]"))
    assert dict(division.scripts) == {
        "scripts_fr/201-ascq.md": "---\ntitre: Ascq\nétat: brouillon\n---\n\nUne phrase. [pause 2 s]\n"
    }


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("201. Ascq, la nuit des Rameaux", "201-ascq-nuit-rameaux.md"),
        ("Arrêt 201 : Ascq", "201-ascq.md"),
        ("N° 12 – L’été à Éperlecques", "12-ete-eperlecques.md"),
        ("Bienvenue à La Coupole", "bienvenue-coupole.md"),
        ("201", "201-stop.md"),
        ("Łódź", "lodz.md"),
        ("東京", "stop.md"),
    ],
)
def test_a_heading_gives_number_and_id(heading: str, name: str) -> None:
    """The number stands first, the id is made of the telling words, without accents."""
    assert names(divided(p(heading, "Titre1"), p("Texte."))) == [name]


def test_an_id_is_never_longer_than_a_file_name_can_be() -> None:
    """A word of three hundred letters, typed by a cat, still gives a script that a disk takes."""
    (path,) = divided(p(f"7 {'a' * 300} {'b' * 300}", "Titre1"), p("x")).scripts
    assert len(path) < 100


def test_a_document_that_cannot_be_read_is_told_once() -> None:
    """That it has no headings either is no second fault."""
    division = divide(read_document(b"no document", "a.docx"), file="a.docx", language="fr")
    assert [one.code for one in division.findings] == ["import-broken"]


def test_rooms_that_are_called_alike_are_several_stops() -> None:
    """One id has one number: the second room of the same name gets its number behind it."""
    plain = divided(p("Salle 1", "Titre1"), p("x"), p("Salle 2", "Titre1"), p("y"))
    words = divided(p("101. L’escalier", "Titre1"), p("x"), p("102. L’escalier", "Titre1"), p("y"))
    other = divided(p("102. Ascq", "Titre1"), p("x"), known={"201": "ascq"})
    assert [names(one) for one in (plain, words, other)] == [
        ["1-salle.md", "2-salle-2.md"],
        ["101-escalier.md", "102-escalier-102.md"],
        ["102-ascq-102.md"],
    ]


def test_a_translation_takes_the_ids_of_the_other_languages() -> None:
    """A stop has one identity: its id in the languages that are there already."""
    assert names(divided(p("201. Palm Sunday", "Titre1"), p("x"), known={"201": "ascq"})) == ["201-ascq.md"]


def test_stops_begin_at_the_level_that_has_numbers() -> None:
    """Sections stand above the stops; the level with most numbers is the stops'."""
    division = divided(p("Partie A", "Titre1"), p("101. Un", "Titre2"), p("x"), p("102. Deux", "Titre2"), p("y"))
    assert names(division) == ["101-un.md", "102-deux.md"]


def test_a_title_above_several_headings_is_no_stop() -> None:
    """Without numbers, stops begin at the first level with several headings."""
    assert names(divided(p("Tout", "Titre1"), p("Un", "Titre2"), p("x"), p("Deux", "Titre2"), p("y"))) == [
        "un.md",
        "deux.md",
    ]


def test_the_level_can_be_said() -> None:
    """A person who knows better is followed."""
    division = divided(p("Un", "Titre1"), p("101. Deux", "Titre2"), p("x"), heading=1)
    assert names(division) == ["un.md"]
    assert [finding.code for finding in division.findings] == ["import-subheading"]


def test_what_belongs_to_no_stop_is_named() -> None:
    """An introduction before the first heading is left out by name."""
    division = divided(p("Avant-propos"), p("Un", "Titre1"), p("x"))
    assert [(one.code, one.message.values["first"]) for one in division.findings] == [("import-before", "Avant-propos")]


def test_a_document_without_headings_is_refused() -> None:
    """Nobody can say where its stops begin."""
    assert [finding.code for finding in divided(p("Texte.")).findings] == ["import-no-heading"]


def test_two_stops_of_one_name_are_an_error() -> None:
    """The second would take the first one's place."""
    division = divided(p("Un", "Titre1"), p("x"), p("Un", "Titre1"), p("y"))
    assert [finding.code for finding in division.findings] == ["import-doubled"]


def test_faults_of_the_notation_are_named_with_the_new_file() -> None:
    """A bracket that is not closed is as wrong in a document as in a script."""
    division = divided(p("1. Un", "Titre1"), p("Une [pause sans fin."))
    assert [(one.code, one.place.file if one.place else "") for one in division.findings] == [
        ("unclosed-bracket", "scripts_fr/1-un.md")
    ]


def test_styles_become_stars_outside_blanks() -> None:
    """Stars stand close to their words, whatever blanks the runs carry."""
    runs = "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space='preserve'> mot </w:t></w:r><w:r><w:t>fin.</w:t></w:r>"
    (text,) = divided(p("1. Un", "Titre1"), p("Le", inner=runs)).scripts.values()
    assert text.splitlines()[-1] == "Le *mot* fin."


@given(st.text(LETTERS, min_size=1).filter(lambda text: any(map(str.isalnum, text))))
def test_no_word_is_lost_and_none_becomes_markup(words: str) -> None:
    """Whatever a paragraph says in a document, the script says the same, as plain words."""
    division = divided(p("1. Un", "Titre1"), p(escape(words)))
    (text,) = division.scripts.values()
    parsed = parse_script(text, file="scripts_fr/1-un.md", language="fr")
    assert parsed.script is not None
    (paragraph,) = parsed.script.body
    assert isinstance(paragraph, Paragraph)
    shown = "".join(node.text for node in paragraph.children if isinstance(node, Text))
    assert " ".join(shown.split()) == " ".join(words.split())
