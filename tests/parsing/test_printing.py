"""Printing: what is printed parses to the same script, and comes out the same again."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guide.model.script import (
    Alternative,
    BedEnd,
    BedStart,
    Comment,
    Emphasis,
    Foreign,
    HeadEntry,
    Image,
    Omission,
    Paragraph,
    Pause,
    Script,
    SoundMark,
    Text,
    VoiceMark,
)
from guide.parsing.printing import print_script, reprinted
from guide.parsing.script import parse_script
from tests.parsing.trees import FILE, HEAD, NOWHERE, codes, parse, placeless, script_of

WRITTEN = """titre : L’armure : histoire
// à relire
Numéro: 201
sources: maitron.fr ;
   herodote.net (a ; b)
---
Un *mot*, **deux *trois* quatre**, 5 * 3 = 15, a_b, _x, « oui » \\[sic\\] [de: das *Wort*] et [inv. | ].
// note
[Negroli | /neˈɡrɔli/] <!-- relire --> fin [pause] [pauze 1,5 s]

> Je la portais *là*.
> — François Ier

[sound: a/b.wav, 0:12–1:02:03,5, -6,5 dB, fade 1 s, caption: Un, deux\\, fade 2 s, trois : quatre]
[Musik: x.flac, -18 dB] [ende musik, Blende 3 s]

<!-- plusieurs

lignes -->
\\# pas un titre
"""

PRINTED = """---
titre: L’armure : histoire
// à relire
Numéro: 201
sources: maitron.fr ;
  herodote.net (a ;
  b)
---

Un *mot*, **deux *trois* quatre**, 5 * 3 = 15, a_b, \\_x, « oui » \\[sic\\] [de: das *Wort*] et [inv. | ].
// note
[Negroli | /neˈɡrɔli/] <!-- relire --> fin [pause] [pauze 1,5 s]

> Je la portais *là*.
> — François Ier

[sound: a/b.wav, 0:12–1:02:03,5, -6,5 dB, fade 1 s, caption: Un, deux\\, fade 2 s, trois : quatre]

[Musik: x.flac, -18 dB]

[Ende Musik, Blende 3 s]

<!-- plusieurs

lignes -->

\\# pas un titre
"""


def test_the_canonical_form() -> None:
    """Blocks are parted by one empty line, a paragraph is one line, comments and keywords stay."""
    assert print_script(script_of(WRITTEN)) == PRINTED


def test_a_time_needs_no_backslash() -> None:
    """Figures before a colon can be no mark, so a time left of a bar stays as it was written."""
    text = "---\ntitle: A\n---\n\nAt [22:44 | a quarter to eleven], a charge went off.\n"
    script = parse_script(text, file="scripts_en/201-a.md", language="en").script
    assert script is not None
    assert print_script(script) == text


def test_the_canonical_form_is_its_own() -> None:
    """Printing what was printed changes nothing."""
    assert print_script(script_of(PRINTED)) == PRINTED


def test_printing_changes_no_meaning() -> None:
    """The tree is the same before and after."""
    assert placeless(script_of(WRITTEN)) == placeless(script_of(PRINTED))


SIGNS = "aé1 ,.;:!?*_|<>#/\\[](){}`«»’-—•@"
PIECES = [
    "//",
    " // ",
    " -->",
    "<!-- ",
    "<-- ",
    "{pause}",
    "(pause 2 s)",
    " | ",
    "www.a",
    "https://a.b",
    "a@b.fr",
    "— ",
]
words = st.lists(st.text(SIGNS, max_size=6) | st.sampled_from(PIECES), max_size=4).map(
    lambda middle: f"A{' '.join(''.join(middle).split())}z"
)
texts = words.map(lambda text: Text(text, NOWHERE))
emphasised = st.builds(Emphasis, st.tuples(texts), st.just(NOWHERE), strong=st.booleans())
foreign = st.builds(Foreign, st.sampled_from(["de", "pl", "fr-BE"]), st.tuples(texts | emphasised), st.just(NOWHERE))
sides = st.tuples(texts | emphasised | foreign) | st.just(())
alternatives = st.builds(Alternative, sides, sides, st.just(NOWHERE)).filter(lambda one: bool(one.shown or one.spoken))
respelt = st.builds(Alternative, st.tuples(texts), st.just(()), st.just(NOWHERE), st.sampled_from(["lɔs", "a b"]))
seconds = st.integers(1, 60_000).map(lambda milliseconds: milliseconds / 1000)
keywords = st.sampled_from(["", "de", "pl"])
pauses = st.builds(Pause, st.none() | seconds, st.just(NOWHERE), st.sampled_from(["", "nl", "pl"]))
# Between its signs a comment never holds the sign that ends it: no text gives such a tree.
comments = st.builds(Comment, words, st.just(NOWHERE), line=st.just(True)) | st.builds(
    Comment, words.filter(lambda text: "-->" not in text), st.just(NOWHERE), line=st.just(False)
)
files = st.sampled_from(["a.wav", "sons/b c.flac", "x,y.svg", "a[1].wav"])
levels = st.integers(-80, 20).map(lambda tenths: tenths / 2)
captions = words | st.sampled_from(["", "a, b", "a, fondu 2 s", "a, -6 dB", "a, alt: b", "[sic]", "a, 0:12–0:31, b"])
sounds = st.builds(
    SoundMark,
    st.sampled_from(["sound", "archive", "recording"]),
    files,
    st.just(NOWHERE),
    start_s=st.integers(0, 4000).map(float),
    end_s=st.none() | st.integers(4001, 9000).map(float),
    gain_db=levels,
    fade_s=st.none() | seconds,
    caption=captions,
    keywords=keywords,
)
images = st.builds(Image, files, st.just(NOWHERE), captions.filter(bool), captions.filter(bool), keywords)
voices = st.builds(VoiceMark, st.sampled_from(["quote", "narrator", "Anne 2"]), st.just(NOWHERE))
beds = st.builds(
    lambda start, end: (start, end),
    st.builds(BedStart, files, st.just(NOWHERE), st.none() | levels, st.none() | seconds, keywords),
    st.builds(BedEnd, st.just(NOWHERE), st.none() | seconds, keywords),
)
brackets = st.one_of(foreign, alternatives, respelt, pauses, st.just(Omission(NOWHERE)))
beginnings = st.sampled_from(
    [
        "un ",
        "— Non, ",
        "– ",
        "-x ",
        "• ",
        "// ",
        "--> ",
        "-- - ",
        "--- ",
        "1. ",
        "# ",
        "> ",
        "| ",
        "a // b ",
        "a --> ",
        "www. ",
    ]
)


def line(beginning: str, nodes: list[object]) -> tuple[object, ...]:
    """Return the words of a paragraph: words, then brackets with words between them."""
    after = [part for node in nodes for part in (node, Text(" et ", NOWHERE))]
    return (Text(beginning, NOWHERE), *after[:-1], Text(" fin.", NOWHERE))


lines = st.builds(line, beginnings, st.lists(brackets | emphasised, min_size=1, max_size=4))


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """Return any canonical script."""
    blocks: list[object] = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        blocks += draw(st.lists(sounds | images | voices | comments | pauses, max_size=2))
        quote = draw(st.booleans())
        speaker = draw(words.filter(lambda text: not set(text) & set("*[]<>|`\\_"))) if quote else ""
        blocks.append(Paragraph(f"p{number}", draw(lines), NOWHERE, quote, speaker))  # type: ignore[arg-type] # nodes
    blocks += draw(beds)
    head = (HeadEntry("title", "titre", draw(words).strip(), NOWHERE), *draw(st.lists(st.just(Comment("a", NOWHERE)))))
    return Script(FILE, "ascq", "201", "fr", "standard", head, tuple(blocks))  # type: ignore[arg-type] # blocks


@settings(max_examples=50)
@given(scripts())
def test_any_script_survives_printing(script: Script) -> None:
    """Parsing what is printed gives the same tree, but for its places, and no fault."""
    parsed = parse(print_script(script))
    assert placeless(script) == placeless(parsed.script)
    assert codes(parsed.findings) == []


def test_blanks_before_a_comma_of_a_text_are_kept() -> None:
    """What stands in a picture's text is the author's: nothing is moved over a comma."""
    text = "---\ntitre: Az\n---\n\n[image : a.svg, alt : un ,deux , trois, crédit : Nous]\n\nUn.\n"
    assert [block.alt for block in script_of(text).body if isinstance(block, Image)] == ["un ,deux , trois"]


SNIPPETS = st.sampled_from(
    [
        *(
            "mot ",
            "*",
            "**",
            "[",
            "]",
            " | ",
            "\\",
            "\n",
            "\n\n",
            "> ",
            "// ",
            "<!-- ",
            "-->",
            "—",
            "`",
            "_",
            "<b>",
            ":",
        ),
        *("[pause]", "[pause 1,5 s] ", "[de: x]", "[a | b]", "[…]", "[son: a.wav, 0:12–0:31, légende: b, c]", "[de:"),
        *("[image: a.svg, alt: b, crédit: c]", "[fin musique]", "[musique: a.flac]", "# ", "- ", "1. ", "---", "é"),
        *(
            "https://a.b",
            "\r\n",
            "\t",
            "🎧",
            "ا",
            "\x00",
            "\u202e",
            "/ɔ/",
            "|",
            "[sic]",
            "...",
            "&",
            "=",
            "~~~",
            "{",
            "}",
            "(",
            ")",
            "pause",
            "@",
            "a@b.c",
            "www.",
            "https:",
            " //",
            " -->",
            "<--",
            "--",
            "• ",
            "\\—",
            "> — ",
            "fin.",
            "\u00a0",
        ),
    ]
)


DOUBTED = {"unclosed-emphasis", "bar-outside", "wrong-brackets"}
"""Warnings of signs that are printed with a backslash."""


@given(st.lists(SNIPPETS | st.text(max_size=3), max_size=30).map("".join))
@example("*a [pause] b*")
@example("*[son: a.wav]*")
@example("\\")
@example("> a\n// b\n> — c")
@example("> — Non, dit-il.\n> Il faut partir.")
@example("> Un\n> // note\n> — trois\n> quatre")
@example(">\n> • un")
@example("> un\u2003")
@example("a \\// b \\--> c \\| d \\(pause 2 s) \\{pause} e\\@f.fr https:\\//g")
def test_any_text_prints_to_a_fixed_point(text: str) -> None:
    """Whatever was typed: what is printed from it prints to itself, says the same, and has no new fault."""
    parsed = parse(HEAD + text)
    assert parsed.script is not None
    printed = print_script(parsed.script)
    again = parse(printed)
    assert again.script is not None
    assert placeless(again.script) == placeless(parsed.script)
    assert print_script(again.script) == printed
    if parsed.usable:
        assert sorted(codes(again.findings)) == sorted(code for code in codes(parsed.findings) if code not in DOUBTED)


@pytest.mark.parametrize(
    ("language", "written"), [("pt", "[pausa 1,5 s]"), ("fr", "[pause 1,5 s]"), ("en", "[pause 1.5 s]")]
)
def test_decimals_are_printed_as_their_language_writes_them(language: str, written: str) -> None:
    """Portuguese has its comma as French has; either is understood."""
    script = parse_script(
        f"---\ntitle: A\n---\n\nA. {written} B.\n", file=f"scripts_{language}/201-a.md", language=language
    )
    assert script.script is not None
    assert written in print_script(script.script)


def test_dialogue_stays_dialogue() -> None:
    """A dash that would name the speaker of a quote gets a backslash, and is said without it."""
    printed = print_script(script_of(f"{HEAD}> — Non, dit-il.\n> Il faut partir.\n"))
    assert printed == f"{HEAD}> \\— Non, dit-il. Il faut partir.\n"


@pytest.mark.parametrize("doubted", ["5 *3", "22 h 44 | dix heures", "Silence (pause)."])
def test_what_is_doubted_is_not_settled_by_printing(doubted: str) -> None:
    """A backslash would hide the sign that a person is to look at: there is no canonical text before they have."""
    assert reprinted(parse(HEAD + doubted)) is None


def test_a_script_with_errors_is_not_printed_anew() -> None:
    """What it means is not known."""
    assert reprinted(parse(f"{HEAD}[paus]")) is None


def test_a_usable_script_is_printed_anew() -> None:
    """One with nothing to look at has its canonical text."""
    assert reprinted(parse(f"{HEAD}un\nmot")) == f"{HEAD}un mot\n"
