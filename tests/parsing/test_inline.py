"""Words inside a paragraph: emphasis, brackets, escapes, and what is wrong with them."""

from __future__ import annotations

import pytest

from guide.model.script import Alternative, Comment, Emphasis, Foreign, Inline, Omission, Pause, Text
from tests.parsing.trees import HEAD, NOWHERE, found, inline, parse, where


def text(words: str) -> Text:
    """Return plain words."""
    return Text(words, NOWHERE)


def emphasis(*nodes: Inline, strong: bool = False) -> Emphasis:
    """Return emphasised words."""
    return Emphasis(nodes, NOWHERE, strong)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("un *mot* là", (text("un "), emphasis(text("mot")), text(" là"))),
        ("**mot**", (emphasis(text("mot"), strong=True),)),
        ("***mot***", (emphasis(emphasis(text("mot")), strong=True),)),
        ("***a** b*", (emphasis(emphasis(text("a"), strong=True), text(" b")),)),
        ("***a* b**", (emphasis(emphasis(text("a")), text(" b"), strong=True),)),
        ("**a *b* c**", (emphasis(text("a "), emphasis(text("b")), text(" c"), strong=True),)),
        ("l’*Obersturmführer*", (text("l’"), emphasis(text("Obersturmführer")))),
        ("in*cro*yable", (text("in"), emphasis(text("cro")), text("yable"))),
        ("5 * 3 = 15", (text("5 * 3 = 15"),)),
        ("5*3", (text("5*3"),)),
        ("****", (text("****"),)),
        (r"\*mot\*", (text("*mot*"),)),
        ("*un\nmot*", (emphasis(text("un mot")),)),
        ("*[de: Wort]*", (emphasis(Foreign("de", (text("Wort"),), NOWHERE)),)),
    ],
)
def test_emphasis(written: str, expected: tuple[Inline, ...]) -> None:
    """Stars emphasise as in CommonMark; a star between blanks is a star."""
    assert expected == inline(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[de: Schotterwerk]", Foreign("de", (text("Schotterwerk"),), NOWHERE)),
        ("[FR-be : *septante*]", Foreign("fr-BE", (emphasis(text("septante")),), NOWHERE)),
        ("[de: das [fr: mot]]", Foreign("de", (text("das "), Foreign("fr", (text("mot"),), NOWHERE)), NOWHERE)),
        ("[a | b]", Alternative((text("a"),), (text("b"),), NOWHERE)),
        ("[Negroli | /neˈɡrɔli/]", Alternative((text("Negroli"),), (), NOWHERE, "neˈɡrɔli")),
        ("[(inv. G.117) | ]", Alternative((text("(inv. G.117)"),), (), NOWHERE)),
        ("[ | À gauche.]", Alternative((), (text("À gauche."),), NOWHERE)),
        ("[pause | pause]", Alternative((text("pause"),), (text("pause"),), NOWHERE)),
        ("[*a* | b]", Alternative((emphasis(text("a")),), (text("b"),), NOWHERE)),
        (
            "[de: Wort | ouorte]",
            Alternative((Foreign("de", (text("Wort"),), NOWHERE),), (text("ouorte"),), NOWHERE),
        ),
        (r"[Note\: a | b\|c]", Alternative((text("Note: a"),), (text("b|c"),), NOWHERE)),
        ("[…]", Omission(NOWHERE)),
        ("[...]", Omission(NOWHERE)),
        ("[ | Un. [pause] Deux.]", Alternative((), (text("Un. "), Pause(None, NOWHERE), text(" Deux.")), NOWHERE)),
    ],
)
def test_brackets(written: str, expected: Inline) -> None:
    """A bracket is another language, a choice of shown and spoken, or an omission."""
    assert (text("a "), expected, text(" z")) == inline(f"a {written} z")
    assert found(f"a {written} z") == []


def test_escapes_are_plain_signs() -> None:
    """A backslash makes any ASCII punctuation plain, and is itself elsewhere."""
    assert inline(r"\[sic\] \| \\ C:\dossier \<b\>") == (text(r"[sic] | \ C:\dossier <b>"),)


def test_lines_are_joined_by_a_blank() -> None:
    """A line break inside a paragraph is a blank, whatever stands around it."""
    assert inline("un  \n   deux\ttrois") == (text("un deux trois"),)


def test_fixed_blanks_stay() -> None:
    """French blanks before signs are kept as typed."""
    assert inline("quoi\u202f? «\u00a0oui\u00a0»") == (text("quoi\u202f? «\u00a0oui\u00a0»"),)


def test_decomposed_letters_are_composed() -> None:
    """A text typed on a Mac reads like any other (Unicode NFC)."""
    assert inline("e\u0301te\u0301") == (text("été"),)


@pytest.mark.parametrize("words", ["مرحبا بكم", "👩‍🚀 fusée", "Ω 中文", "a|b", "x_y_z", "i < 3 > 2", "2^10^"])
def test_other_scripts_and_signs_are_words(words: str) -> None:
    """Arabic, emoji and loose signs are ordinary text."""
    assert (text(words),) == inline(words)
    assert found(words) == []


def test_comments_stay_in_the_tree() -> None:
    """Both kinds of comment are kept where they stand, and are no words."""
    assert inline("un <!-- a\nb --> deux\n// note\ntrois") == (
        text("un "),
        Comment("a b", NOWHERE, line=False),
        text(" deux "),
        Comment("note", NOWHERE, line=True),
        text(" trois"),
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("un [crochet", [("unclosed-bracket", 5, 4, 1)]),
        ("un [a [pause] b", [("unclosed-bracket", 5, 4, 1)]),
        ("un] mot", [("stray-bracket", 5, 3, 1)]),
        ("un [] mot", [("empty-bracket", 5, 4, 2)]),
        ("un [ | ] mot", [("empty-bracket", 5, 4, 5)]),
        ("un [de: ] mot", [("empty-bracket", 5, 4, 6)]),
        ("un [sic] mot", [("unknown-mark", 5, 4, 5)]),
        ("un [xx: mot] là", [("unknown-mark", 5, 4, 9)]),
        ("a\n\nun\n[a | b | c]", [("two-bars", 8, 8, 1)]),
        ("un [a [b | c] | d] mot", [("nested-alternative", 5, 7, 7)]),
        ("un [de: a [image: x.svg, alt: a, crédit: b]] mot", [("mark-inside", 5, 11, 33)]),
        ("un *[voix: Anne]* mot", [("mark-inside", 5, 5, 12)]),
        ("voir [ici](page.html)", [("link", 5, 6, 5)]),
        ("voir https://exemple.fr.", [("link", 5, 6, 19)]),
        ("un <b>mot</b>", [("html-tag", 5, 4, 3), ("html-tag", 5, 10, 4)]),
        ("un `mot`", [("code", 5, 4, 1), ("code", 5, 8, 1)]),
        ("un _mot_ là", [("underscore-emphasis", 5, 4, 5)]),
        ("un *mot là", [("unclosed-emphasis", 5, 4, 1)]),
        ("a [image: x.svg, alt: [b], crédit: c] z", [("bracket-in-mark", 5, 3, 35)]),
    ],
)
def test_faults_and_their_places(written: str, expected: list[tuple[str, int, int, int]]) -> None:
    """Each fault has its code, and is underlined where it stands."""
    assert expected == where(written)


def test_columns_count_in_the_original() -> None:
    """Indents, quotes' signs and lines before do not move a place."""
    assert where("> un\n>   deux [sic]\n> — Nom") == [("unknown-mark", 6, 10, 5)]


def test_unclosed_emphasis_is_a_warning() -> None:
    """A lone star is shown as it is; nothing is lost."""
    assert inline("un *mot là") == (text("un *mot là"),)


def test_brackets_nest_only_so_deep() -> None:
    """Brackets beyond the limit are refused with one finding."""
    assert found("un " + "[de: " * 12 + "x" + "]" * 12) == ["nested-too-deep"]


def test_a_misspelt_mark_is_suggested() -> None:
    """`[musqiue: ...]` is probably music."""
    (finding,) = parse(f"{HEAD}Un mot. [musqiue: luth.flac]").findings
    assert finding.message.suggestion == "musique"
