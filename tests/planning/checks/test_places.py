"""What is wrong in guide.toml is shown at its line."""

from __future__ import annotations

import pytest

from guide.model.finding import Place
from guide.planning.checks.places import in_paragraph, in_sentence, in_settings

TEXT = """\
[redirects]
12 = "112"
112 = "201"

[[tours]]
id = "long"
stops = ["door", "room"]

[[tours]]
id = "short"
stops = [
  "room",
]
"""


@pytest.mark.parametrize(
    ("table", "word", "after", "expected"),
    [
        ("redirects", "12", "", Place("guide.toml", 2, 1, 2)),
        ("redirects", "112", "", Place("guide.toml", 2, 7, 3)),
        ("tours", "room", "", Place("guide.toml", 7, 19, 4)),
        ("tours", "room", "short", Place("guide.toml", 12, 4, 4)),
        ("tours", "attic", "", Place("guide.toml", 5, 1, 9)),
        ("closed", "12", "", Place("guide.toml")),
    ],
)
def test_a_word_is_found_in_its_table(table: str, word: str, after: str, expected: Place) -> None:
    """Else the table's head is shown, else the file."""
    assert in_settings(TEXT, table, word, after=after) == expected


def test_a_word_of_a_paragraph_is_found_on_its_own_line() -> None:
    """A paragraph may have several lines; the next one is not looked into."""
    text = "a\nb 12\nc 13\n\n14\n"
    paragraph = Place("x.md", 2, 1, 4)
    assert in_paragraph(text, paragraph, "13") == Place("x.md", 3, 3, 2)
    assert in_paragraph(text, paragraph, "14") == paragraph


def test_words_of_a_sentence_are_found_on_its_line() -> None:
    """A separator of lines that is none in a script does not shift the count."""
    text = "a\u2028b\nLook left.\n"
    assert in_sentence(text, Place("x.md", 2, 1, 10), "left") == Place("x.md", 2, 6, 4)
    assert in_sentence(text, Place("x.md", 9, 1, 10), "left") == Place("x.md", 9, 1, 10)


def test_a_word_of_a_tables_name_gives_way_to_one_below_it() -> None:
    """`fr` is looked for among the settings before it is found in `[casts.draft.fr]`."""
    text = '[casts.draft.fr]\nnarrator = { engine = "espeak", voice = "fr" }\n'
    assert in_settings(text, "casts.draft.fr", "fr") == Place("guide.toml", 2, 42, 2)
    assert in_settings(text, "casts.draft", "draft") == Place("guide.toml", 1, 8, 5)
