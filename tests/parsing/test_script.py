"""Whole scripts: size, invisible characters, and time that grows with length alone."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from guide.model.finding import Place, Severity
from guide.parsing.body import read_body
from guide.parsing.script import MOST_WORDS, parse_script
from guide.parsing.source import MOST_FINDINGS, Notes, split_lines
from tests.parsing.trees import FILE, HEAD, codes, parse, script_of


def test_a_script_has_what_its_name_says() -> None:
    """Number, stop and level come from the file's name."""
    script = parse(HEAD + "Un.", file="scripts_fr/201-ascq.children.md").script
    assert script is not None
    assert (script.file, script.number, script.stop, script.level, script.language) == (
        "scripts_fr/201-ascq.children.md",
        "201",
        "ascq",
        "children",
        "fr",
    )


def test_a_file_that_is_no_script_gives_its_finding() -> None:
    """A wrong name is the one finding, and there is no tree."""
    parsed = parse("Un.", file="scripts_fr/Ascq.md")
    assert (parsed.script, codes(parsed.findings)) == (None, ["script-id"])


def test_all_errors_come_at_once_and_in_order() -> None:
    """Findings stand as in the file, from top to bottom."""
    parsed = parse("---\ntruc: x\n---\n# Un\n\n[sic] deux [\n\n[image: a.svg, alt: b, crédit: c]\n\ntrois]")
    assert codes(parsed.findings) == [
        "missing-title",
        "unknown-key",
        "heading",
        "unknown-mark",
        "unclosed-bracket",
        "stray-bracket",
    ]


def test_a_script_with_a_warning_is_usable() -> None:
    """A warning does not keep a script from being built; an error does."""
    warned, broken = parse(HEAD + "un *mot"), parse(HEAD + "un [mot")
    assert [one.severity for one in warned.findings] == [Severity.WARNING]
    assert (warned.usable, broken.usable) == (True, False)


@pytest.mark.parametrize(
    ("character", "code"),
    [
        *[("\x00", "control-character"), ("\x1b", "control-character"), ("\u202e", "control-character")],
        *[("\u2066", "control-character"), ("\x85", "control-character"), ("\ue000", "control-character")],
        ("\ufffd", "replacement-character"),
    ],
)
def test_invisible_characters_are_found(character: str, code: str) -> None:
    """What nobody sees, and what an editor lost, is named where it stands."""
    (finding,) = parse(f"{HEAD}Un\n mot{character} là.").findings
    assert (finding.code, finding.place) == (code, Place(FILE, 6, 5))


def test_a_file_full_of_them_is_not_reported_to_the_end() -> None:
    """A binary file gives twenty findings and not a million."""
    assert len(parse(HEAD + "mot \x00" * 1000).findings) == 20


@pytest.mark.parametrize("words", ["مرحبا", "👩‍🚀", "é\u200dé", "a\u200eb", "\u00adcésure"])
def test_visible_scripts_and_joiners_are_fine(words: str) -> None:
    """Arabic, emoji with their joiners, direction marks and soft hyphens are ordinary."""
    assert parse(HEAD + words).findings == ()


def test_a_file_full_of_faults_is_not_reported_to_the_end() -> None:
    """Whatever else is fed in gives as many findings as a person would read."""
    assert len(parse(HEAD + "un] " * 1000).findings) == MOST_FINDINGS


def test_a_book_is_refused_in_plain_words() -> None:
    """A script beyond the limit gives one finding and no tree."""
    parsed = parse(HEAD + "mot " * 100_000)
    assert (parsed.script, codes(parsed.findings)) == (None, ["script-too-long"])
    assert parsed.findings[0].message.values["words"] == 100_004


def test_a_long_script_is_read() -> None:
    """Just below the limit all is well."""
    assert len(script_of(HEAD + "mot\n\n" * (MOST_WORDS - 4)).paragraphs) == MOST_WORDS - 4


HARD = {
    "words": "mot ",
    "opening brackets": "[",
    "closing brackets": "]",
    "pairs": "[]",
    "nested": "[a | ",
    "stars": "*a ",
    "closing stars": "*a* ",
    "threes": "***a ",
    "comments": "<!-- ",
    "underscores": "_a",
    "angles": "<a",
    "backslashes": "\\",
    "quotes": "> a\n",
    "marks": "[pause] ",
    "captions": "[son: a.wav, légende: a, b, c] ",
    "commas": "[son: a.wav, légende: a" + ", b" * 50 + "] ",
    "line comments": "// a\n",
    "lists": "- a\n",
    "links": "https://",
    "bars": "[a|",
    "blank lines": "a\n\n",
}


def steps(text: str) -> int:
    """Return how many calls reading a body takes: work that no busy machine changes."""
    count = 0

    def called(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        read_body(split_lines(text), Notes(FILE, "fr"))
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.slow
@pytest.mark.parametrize("unit", HARD.values(), ids=HARD)
def test_work_grows_with_length_alone(unit: str) -> None:
    """Four times the text takes about four times the work, for whatever is repeated; six times would be a fault."""
    count = 40_000 // len(unit)
    short, long = steps(unit * (count // 4)), steps(unit * count)
    assert long < 6 * short + 100


def test_fifty_thousand_brackets() -> None:
    """Brackets that never close give one finding, at once."""
    assert codes(parse_script(HEAD + "[" * 50_000, file=FILE, language="fr").findings) == ["unclosed-bracket"]


@pytest.mark.slow
def test_a_hundred_thousand_words() -> None:
    """The scanner itself has no limit: a book of 100,000 words is read within seconds."""
    text = "Un *mot* avec [de: Wort] et [a | b]. " * 12_500
    blocks = read_body(split_lines(text), Notes(FILE, "fr"))
    assert len(blocks) == 1
