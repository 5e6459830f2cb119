"""The head of a script."""

from __future__ import annotations

import pytest

from guide.model.finding import Place
from guide.model.script import Comment, HeadEntry
from tests.parsing.trees import codes, parse, placeless, script_of

BODY = "\nUn mot.\n"


def test_values_are_text_split_at_the_first_colon() -> None:
    """French typography is plain text: a colon in a title is part of it."""
    script = script_of("---\ntitre : L’armure : histoire\n---\n" + BODY)
    assert script.title == "L’armure : histoire"


def test_a_head_in_any_language() -> None:
    """Keys may be written in any of the seven languages, mixed."""
    script = script_of("---\nTitel: Ascq\nsources: a ; b\nostrzeżenie: Uwaga\nVOIX: narratrice\n---\n" + BODY)
    assert (script.title, script.warning, script.sources) == ("Ascq", "Uwaga", ("a", "b"))


def test_keys_keep_what_was_written() -> None:
    """The author's own word stays beside the canonical key."""
    script = script_of("---\nNuméro: 201\ntitre: Ascq\n---\n" + BODY)
    assert script.head[0] == HeadEntry("number", "Numéro", "201", Place("scripts_fr/201-ascq.md", 2, 1, 6))


def test_indented_lines_continue_a_value() -> None:
    """Sources may stand on lines of their own, indented."""
    script = script_of("---\ntitre: Ascq\nsources: maitron.fr ;\n  herodote.net ;\n\tystory.fr\n---\n" + BODY)
    assert script.sources == ("maitron.fr", "herodote.net", "ystory.fr")


def test_comments_in_the_head_are_kept() -> None:
    """A line that begins with // is a note."""
    script = script_of("---\n// à relire\ntitre: Ascq\n---\n" + BODY)
    assert placeless(script.head[0]) == placeless(Comment("à relire", Place("x"), line=True))


@pytest.mark.parametrize(
    "text",
    [
        "titre: Ascq\n---\n\nUn mot.\n",
        "\n\ntitre: Ascq\n---\nUn mot.\n",
        "\ufeff---\r\ntitre: Ascq\r\n---\r\n\r\nUn mot.\r\n",
        "---\ntitre\u00a0: Ascq\n---\nUn mot.",
        "---\ntitre：Ascq\n---\nUn mot.",
        "---   \n  titre: Ascq\n—\nUn mot.",
        "-----\ntitre: Ascq\n\n-----\nUn mot.",
        "---\rtitre: Ascq\r---\rUn mot.\r",
    ],
    ids=["no opening", "blank lines", "Windows and mark", "fixed blank", "full width", "Word", "long", "old Mac"],
)
def test_heads_are_taken_as_people_write_them(text: str) -> None:
    """Whatever an editor does to line ends, blanks and hyphens, the head is read."""
    parsed = parse(text)
    assert parsed.findings == ()
    assert parsed.script is not None
    assert (parsed.script.title, len(parsed.script.paragraphs)) == ("Ascq", 1)


def test_a_text_that_begins_like_a_key_is_no_head() -> None:
    """A first paragraph with a colon is words, when no line of hyphens follows."""
    parsed = parse("Remarque : ceci est un texte.\n")
    assert codes(parsed.findings) == ["missing-title"]
    assert parsed.script is not None
    assert len(parsed.script.paragraphs) == 1


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("titre: Ascq\ntittre: Ascq", "unknown-key"),
        ("titre: Ascq\ntitle: Ascq", "doubled-key"),
        ("avertissement: x", "missing-title"),
        ("tire: Ascq", "unknown-key"),
        ("titre:", "empty-title"),
        ("titre: Ascq\navertissement:", "empty-key"),
        ("titre: Ascq\nnuméro: 202", "number-differs"),
        ("titre: Ascq\nid: bondues", "id-differs"),
        ("titre: Ascq\nlangue: en", "language-differs"),
        ("titre: Ascq\nétat: presque", "unknown-status"),
    ],
)
def test_faults_of_a_head(head: str, code: str) -> None:
    """Each fault of a head has its own code."""
    assert codes(parse(f"---\n{head}\n---\n{BODY}").findings) == [code]


@pytest.mark.parametrize(
    "head", ["numéro: 201", "id: ascq", "langue: fr-FR", "état: validé", "status: draft", "section: 2", "voix: Anne"]
)
def test_lines_that_agree_are_accepted(head: str) -> None:
    """A head may repeat what the file's name says."""
    assert codes(parse(f"---\ntitre: Ascq\n{head}\n---\n{BODY}").findings) == []


def test_a_misspelt_key_is_suggested_in_the_scripts_language() -> None:
    """`tittre` is probably `titre`; the place is the word."""
    (finding,) = parse(f"---\ntitre: Ascq\navertisement: x\n---\n{BODY}").findings
    assert finding.message.suggestion == "avertissement"
    assert finding.place == Place("scripts_fr/201-ascq.md", 3, 1, 12)


def test_a_head_without_end() -> None:
    """The first line that cannot be of a head begins the body."""
    parsed = parse("---\ntitre: Ascq\n\nUn premier paragraphe.\n")
    assert [(one.code, one.place and one.place.line) for one in parsed.findings] == [("head-unclosed", 4)]
    assert parsed.script is not None
    assert len(parsed.script.paragraphs) == 1


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "---\n---\n", "   \n\t\n"])
def test_an_empty_file(text: str) -> None:
    """Nothing at all is an error, and no script."""
    parsed = parse(text)
    assert codes(parsed.findings) == ["empty-script"]
    assert parsed.script is None


@pytest.mark.parametrize("body", ["", "// rien encore", "[image: a.svg, alt: b, crédit: c]", "[pause]"])
def test_a_script_without_words(body: str) -> None:
    """A head alone, or with nothing to hear, is an empty script."""
    assert codes(parse(f"---\ntitre: Ascq\n---\n{body}").findings) == ["empty-script"]


def test_markup_in_a_title_is_plain_text() -> None:
    """A title is text: whoever shows it escapes it."""
    script = script_of("---\ntitre: <script>{{ x }}</script> *a*\n---\n" + BODY)
    assert script.title == "<script>{{ x }}</script> *a*"


def test_quotation_marks_around_a_value_are_doubted() -> None:
    """They are text like any other, so a title would be shown with them; inside a value they belong there."""
    assert codes(parse('---\ntitre: "La porte"\n---\n\nUn.\n').findings) == ["quoted-value"]
    assert codes(parse('---\ntitre: La "porte"\n---\n\nUn.\n').findings) == []
