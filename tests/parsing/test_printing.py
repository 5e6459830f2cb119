"""Printing: what is printed parses to the same script, and comes out the same again."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guide.model.finding import Finding
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
from guide.parsing.printing import print_script
from guide.parsing.script import parse_script
from tests.parsing.trees import FILE, HEAD, NOWHERE, parse, placeless, script_of

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


SIGNS = "aé1 ,.;:!?*_|<>#/\\[]()`«»’-"
words = st.text(SIGNS, max_size=12).map(lambda middle: f"A{' '.join(middle.split())}z")
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
lines = st.lists(brackets | emphasised, min_size=1, max_size=4).map(
    lambda nodes: (*(part for node in nodes for part in (Text("un ", NOWHERE), node)), Text(" fin.", NOWHERE))
)


def spaced(nodes: tuple[object, ...]) -> tuple[object, ...]:
    """Put a blank before every word after the first, as between two brackets."""
    first, *rest = nodes
    return (first, *(Text(" et ", NOWHERE) if isinstance(node, Text) and node.text == "un " else node for node in rest))


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """Return any canonical script."""
    blocks: list[object] = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        blocks += draw(st.lists(sounds | images | voices | comments | pauses, max_size=2))
        quote = draw(st.booleans())
        speaker = draw(words.filter(lambda text: not set(text) & set("*[]<>|`\\_"))) if quote else ""
        blocks.append(Paragraph(f"p{number}", spaced(draw(lines)), NOWHERE, quote, speaker))  # type: ignore[arg-type] # nodes
    blocks += draw(beds)
    head = (HeadEntry("title", "titre", draw(words).strip(), NOWHERE), *draw(st.lists(st.just(Comment("a", NOWHERE)))))
    return Script(FILE, "ascq", "201", "fr", "standard", head, tuple(blocks))  # type: ignore[arg-type] # blocks


@settings(max_examples=50)
@given(scripts())
def test_any_script_survives_printing(script: Script) -> None:
    """Parsing what is printed gives the same tree, but for its places, and no fault."""
    printed = print_script(script)
    parsed = parse(printed)
    assert placeless(script) == placeless(parsed.script)
    assert [
        finding for finding in parsed.findings if finding.code != "link" and not stands_at_a_bar(finding, printed)
    ] == []


def stands_at_a_bar(finding: Finding, printed: str) -> bool:
    """Tell whether it is the warning of a bar among plain words, at a bar: these are read as words all the same."""
    if finding.code != "bar-outside" or finding.place is None:
        return False
    return printed.splitlines()[finding.place.line - 1][finding.place.column - 1] == "|"


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
            "\u00a0",
        ),
    ]
)


@given(st.lists(SNIPPETS | st.text(max_size=3), max_size=30).map("".join))
@example("*a [pause] b*")
@example("\\")
@example("> a\n// b\n> — c")
def test_any_text_prints_to_a_fixed_point(text: str) -> None:
    """Whatever was typed: what is printed from it prints to itself, and says the same."""
    script = parse(HEAD + text).script
    assert script is not None
    printed = print_script(script)
    again = script_of(printed)
    assert placeless(again) == placeless(script)
    assert print_script(again) == printed


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
