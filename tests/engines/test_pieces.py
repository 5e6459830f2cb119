"""Long narrations are cut where a reader would breathe."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guide.engines.pieces import CLAUSE_GAP_S, SENTENCE_GAP_S, cut
from guide.model.narration import SpokenSpan

WORDS = st.text("abcé .,;!?»’ \n", max_size=200)


def texts(text: str, limit: int) -> list[str]:
    """Return the pieces' texts."""
    return [piece.text for piece in cut((SpokenSpan(text),), limit)]


def test_a_short_narration_stays_whole() -> None:
    """Nothing is cut below the limit, or without one."""
    spans = (SpokenSpan("Un mot."),)
    assert [(spans,), (spans,)] == [tuple(piece.spans for piece in cut(spans, limit)) for limit in (7, None)]


def test_a_sentence_ends_a_piece() -> None:
    """A sentence's end is the first choice, even when more words would fit."""
    assert texts("Un deux. Trois quatre, cinq.", 20) == ["Un deux. ", "Trois quatre, cinq."]


def test_a_clause_ends_a_piece_when_no_sentence_does() -> None:
    """A comma is the second choice."""
    assert texts("Un deux, trois quatre cinq.", 18) == ["Un deux, ", "trois quatre cinq."]


def test_a_word_ends_a_piece_when_nothing_else_does() -> None:
    """A blank is the third choice."""
    assert texts("un deux trois", 10) == ["un deux ", "trois"]


def test_a_word_longer_than_the_limit_is_cut_inside() -> None:
    """Nothing is left out for being long."""
    assert texts("a" * 10, 4) == ["aaaa", "aaaa", "aa"]


def test_a_decimal_number_is_not_a_sentence_end() -> None:
    """A point inside a number or a name ends nothing."""
    assert texts("Il y a 3.5 km de quais.", 15) == ["Il y a 3.5 km ", "de quais."]


def test_a_gap_is_as_long_as_its_border_asks() -> None:
    """After a sentence there is more silence than after a clause; after the last piece none."""
    pieces = cut((SpokenSpan("Un deux. Trois, quatre."),), 10)
    assert [piece.gap_s for piece in pieces] == [SENTENCE_GAP_S, CLAUSE_GAP_S, 0.0]


def test_words_with_phonemes_stay_together() -> None:
    """A border inside a span with IPA is not taken."""
    spans = (SpokenSpan("Voici "), SpokenSpan("La Coupole", ipa="la kupɔl"), SpokenSpan("."))
    assert [tuple(span.text for span in piece.spans) for piece in cut(spans, 12)] == [("Voici ",), ("La Coupole", ".")]


def test_a_span_cut_in_two_loses_its_phonemes() -> None:
    """Half a word is not said with the whole word's phonemes."""
    assert [piece.spans[0].ipa for piece in cut((SpokenSpan("abcdef", ipa="x"),), 3)] == ["", ""]


@given(WORDS, st.integers(1, 40))
def test_no_word_is_lost_and_no_piece_too_long(text: str, limit: int) -> None:
    """The pieces are the whole text but for blanks, each within the limit and at its own place."""
    pieces = cut((SpokenSpan(text),), limit)
    assert "".join(text.split()) == "".join("".join(piece.text.split()) for piece in pieces)
    assert all(len(piece.text) <= limit or len(text) <= limit for piece in pieces)
    assert all(text.startswith(piece.text, piece.offset) for piece in pieces)
