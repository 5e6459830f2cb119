"""From IPA to another alphabet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guide.engines.phonemes import symbols, tidy


def test_ipa_gets_one_spelling() -> None:
    """Slashes, ties, syllable dots, a typed g, colon and apostrophe come out in one way."""
    assert tidy("/'d\u0361ʒɪg.so:/") == "ˈdʒɪɡsoː"


def test_a_nasal_vowel_is_one_sign() -> None:
    """The longest known sign is taken first."""
    assert symbols("ɛ̃ɛ", {"ɛ": "E", "ɛ̃": "E~"}) == ("E~", "E")


def test_an_unknown_sign_gives_no_word_at_all() -> None:
    """A word is never said with a sound left out."""
    assert None is symbols("aχa", {"a": "a"})


@given(st.lists(st.sampled_from(["a", "aː", "b", "tʃ", "t"])))
def test_known_signs_are_all_found_again(signs: list[str]) -> None:
    """What is written with known signs is read wholly, nothing more and nothing less."""
    known = {sign: sign for sign in ("a", "aː", "b", "tʃ", "t")}
    assert "".join(signs) == "".join(symbols("".join(signs), known) or ())
