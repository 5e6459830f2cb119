"""The report for people: the place, the line, carets under what is meant, the next step, the counts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model.finding import Finding, Message, Place, Severity
from guide.model.guide import Settled
from guide.outputs.findings import Checked, as_text

FILE = "scripts_fr/201-ascq.md"


def finding(line: int = 0, column: int = 0, length: int = 1) -> Finding:
    """Return a warning at a place."""
    return Finding(Severity.WARNING, Message("direction", {"words": "à gauche"}), Place(FILE, line, column, length))


def excerpt(text: str, one: Finding, columns: int = 80) -> list[str]:
    """Return the lines of a report below its first."""
    return as_text(Checked([one], texts={FILE: text}, columns=columns)).splitlines()[1:-3]


def test_a_finding_is_told_like_a_good_compiler_does() -> None:
    """Place, severity and code; the line with carets; help; and the counts at the end."""
    text = "Une ligne.\nRegardez à gauche.\n"
    assert as_text(Checked([finding(2, 10, 8)], texts={FILE: text}, language="fr")) == (
        "scripts_fr/201-ascq.md:2:10: avertissement[direction]: "
        "«\u00a0à gauche\u00a0» n’est vrai que pour qui se tient comme l’auteur\n"
        "    2 | Regardez à gauche.\n"
        "      |          ^^^^^^^^\n"
        "      = aide\u00a0: Nommez plutôt ce qu’il faut voir\u00a0: «\u00a0la carte au trait rouge\u00a0».\n"
        "\n"
        "Erreurs\u00a0: 0. Avertissements\u00a0: 1. Remarques\u00a0: 0. Acceptés\u00a0: 0.\n"
    )


@pytest.mark.parametrize(
    ("line", "column", "length", "expected"),
    [
        ("\tà gauche", 2, 8, ["    1 |     à gauche", "      |     ^^^^^^^^"]),
        ("日本 à gauche", 4, 8, ["    1 | 日本 à gauche", "      |      ^^^^^^^^"]),
        ("e\u0301te\u0301 là", 7, 2, ["    1 | e\u0301te\u0301 là", "      |     ^^"]),
        ("à \u200bgauche", 3, 1, ["    1 | à ·gauche", "      |   ^"]),
        ("日本", 1, 2, ["    1 | 日本", "      | ^^^^"]),
        ("می\u200cخوانم تو", 10, 2, ["    1 | می\u200cخوانم تو", "      |         ^^"]),
    ],
    ids=["tab", "wide", "combining", "invisible", "wide-span", "joiner"],
)
def test_carets_stand_under_what_is_meant(line: str, column: int, length: int, expected: list[str]) -> None:
    """Tabs, wide letters and marks without width are counted as they are drawn."""
    assert excerpt(line, finding(1, column, length)) == expected


def test_nothing_steers_the_terminal() -> None:
    """Names and words of files are shown, and not obeyed: neither place nor sentence nor offer holds an escape."""
    odd = Finding(
        Severity.ERROR, Message("script-name", {"name": "\x1b[2J"}, "\x9b2J"), Place("scripts_fr/\x1b[2J\u202e.md")
    )
    told = as_text(Checked([odd]))
    assert told.startswith("scripts_fr/·[2J·.md: error[script-name]: “·[2J” is not the name of a script\n")
    assert "did you mean “·2J”?" in told


def test_a_long_line_is_cut_to_the_window() -> None:
    """A paragraph is one long line: what is shown holds the place and fits the terminal."""
    line = "mot " * 100 + "à gauche" + " mot" * 100
    shown, carets = excerpt(line, finding(1, 401, 8), columns=60)
    assert (len(shown) <= 60, shown[8], shown[-1]) == (True, "…", "…")
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "à gauche"


def test_a_line_that_is_gone_is_not_shown() -> None:
    """A place beyond the text, or in a file whose text is not known, has its sentence alone."""
    assert excerpt("Une ligne.\n", finding(9, 1)) == []


def test_a_finding_about_a_file_names_the_file() -> None:
    """Without a line there are no carets."""
    assert excerpt("Une ligne.\n", finding()) == []


def test_settled_warnings_are_counted_and_not_shown() -> None:
    """The museum has looked at them."""
    checked = Checked([], settled=[(finding(1), Settled("direction", "Meant."))])
    assert as_text(checked) == "Errors: 0. Warnings: 0. Notes: 0. Settled: 1.\n"


@given(
    st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), min_size=1, max_size=300),
    st.integers(0, 299),
    st.integers(1, 40),
    st.integers(10, 200),
)
def test_any_line_fits_the_window(line: str, start: int, length: int, columns: int) -> None:
    """Whatever stands in a line, what is drawn is never wider than the window, and the carets lie in it."""
    start = min(start, len(line) - 1)
    shown, carets = excerpt(line, finding(1, start + 1, min(length, len(line) - start)), columns=columns)
    widths = {"W": 2, "F": 2}
    drawn = sum(0 if unicodedata.combining(c) else widths.get(unicodedata.east_asian_width(c), 1) for c in shown)
    assert drawn <= max(40, columns)
    assert "^" in carets
    assert len(carets.rstrip()) <= max(40, columns)
