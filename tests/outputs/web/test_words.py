"""The page's own words: every language whole, plurals by CLDR category, the museum's wording on top."""

from __future__ import annotations

import re

import pytest

from guide.outputs.web.words import REFERENCE, autonym, catalogue_for, direction, languages, page_words, words_language

SHIPPED = ("ar", "de", "en", "es", "fr", "it", "nl", "pl")


def gaps(word: object) -> set[str]:
    """Return the places that a word leaves to be filled."""
    texts = [word] if isinstance(word, str) else list(word.values())  # type: ignore[attr-defined]  # a plural
    return {gap for text in texts for gap in re.findall(r"\{(\w+)\}", text)}


def test_eight_languages_are_shipped() -> None:
    """More come by one more file."""
    assert languages() == SHIPPED


@pytest.mark.parametrize("tag", SHIPPED)
def test_a_language_has_every_word_with_the_same_gaps(tag: str) -> None:
    """A translation that forgets a value would show a sentence without it."""
    reference = page_words(REFERENCE, {})
    own = page_words(tag, {})
    assert {key: gaps(word) for key, word in own.items()} == {key: gaps(word) for key, word in reference.items()}


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("sound", [True, False])
@pytest.mark.parametrize("tag", [tag for tag in SHIPPED if tag != REFERENCE])
def test_a_language_is_translated(tag: str, sound: bool, numbered: bool) -> None:
    """No long sentence stands there in English."""
    reference = page_words(REFERENCE, {}, sound=sound, numbered=numbered)
    own = page_words(tag, {}, sound=sound, numbered=numbered)
    same = {key: str(word) for key, word in own.items() if word == reference[key]}
    assert [key for key, word in same.items() if len(re.sub(r"\{\w+\}", "", word)) > 12] == []


@pytest.mark.parametrize(
    ("tag", "categories"),
    [
        ("en", {"one", "other"}),
        ("fr", {"one", "many", "other"}),
        ("pl", {"one", "few", "many", "other"}),
        ("ar", {"zero", "one", "two", "few", "many", "other"}),
    ],
)
def test_plurals_have_the_forms_that_a_browser_asks_for(tag: str, categories: set[str]) -> None:
    """`Intl.PluralRules` answers CLDR categories."""
    assert set(page_words(tag, {})["stop_count"]) == categories


def test_a_language_without_sound_is_told_to_read() -> None:
    """Where others read “Listen”, it has words of its own; the museum's go over them as well."""
    own = {"listen_reading": {"fr": "Voir"}}
    words = page_words("fr", own, sound=False)
    assert [words["keypad_hint"], words["listen"]] == ["Le texte s’ouvre de lui-même.", "Voir"]
    assert page_words("fr", own)["listen"] == "Écouter"
    assert [key for key in words if key.endswith("_reading")] == []


def test_a_guide_without_numbers_speaks_of_its_list() -> None:
    """Nobody is told to type a number, where the guide is only read neither."""
    assert page_words("fr", {}, numbered=False)["next_number"] == "Toutes les étapes"
    words = page_words("fr", {}, numbered=False, sound=False)
    assert words["help_number_answer"] == "Choisissez une étape dans la liste. Le texte s’ouvre de lui-même."
    assert [key for key in words if key.endswith(("_list", "_reading"))] == []


@pytest.mark.parametrize(("tag", "spoken"), [("fr", "fr"), ("fr-CA", "fr-CA"), ("he", "en"), ("en-GB", "en-GB")])
def test_the_page_knows_in_which_language_its_words_are(tag: str, spoken: str) -> None:
    """Its own, of whatever region, or English."""
    assert words_language(tag) == spoken


def test_the_museums_wording_goes_over_ours() -> None:
    """A word of guide.toml replaces the page's, in its language only; an unknown key adds nothing."""
    own = {"tab_stops": {"fr": "Panneaux"}, "nonsense": {"fr": "x"}}
    words = page_words("fr", own)
    assert (words["tab_stops"], "nonsense" in words, page_words("en", own)["tab_stops"]) == ("Panneaux", False, "Stops")


def test_french_signs_never_begin_a_line() -> None:
    """The blank before a colon or inside quotation marks does not break, in the museum's wording too."""
    words = page_words("fr", {"help_text": {"fr": "Vous lisez ?"}})
    assert words["help_text"] == "Vous lisez\u00a0?"
    assert [word for word in words.values() if re.search(" [:;!?»]|« ", str(word))] == []


@pytest.mark.parametrize(("tag", "catalogue"), [("fr-CH", "fr"), ("nl", "nl"), ("sv", "en")])
def test_a_regional_language_takes_its_base(tag: str, catalogue: str) -> None:
    """Swiss French reads French; a language without catalogue reads the reference, and the build says so."""
    assert catalogue_for(tag) == catalogue


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        (("fr-CA", "en-CA"), ["Français", "English"]),
        (("en-GB", "en-US", "pt-BR"), ["English (United Kingdom)", "English (United States)", "Português"]),
        (("fr", "fr-BE"), ["Français", "Français (Belgique)"]),
        (("zh-Hant", "sr-Latn"), ["中文 (繁體)", "Srpski (latinica)"]),
        (("de", "de-AT-x-leicht"), ["Deutsch", "Deutsch (Österreich) (leicht)"]),
    ],
)
def test_a_region_is_named_where_it_tells_two_apart(tags: tuple[str, ...], names: list[str]) -> None:
    """Nobody in Montréal looks for “Français (Canada)”; a script is always named, for not everybody reads it."""
    assert [autonym(tag, tags) for tag in tags] == names


def test_a_script_without_capitals_at_the_beginning_gets_none() -> None:
    """Unicode has Georgian capitals, but for whole words only."""
    assert autonym("ka") == "ქართული"


def test_languages_are_named_in_themselves() -> None:
    """As their speakers look for them, with their direction."""
    found = [(autonym(tag), direction(tag)) for tag in ("fr", "en", "ar", "nl")]
    assert found == [("Français", "ltr"), ("English", "ltr"), ("العربية", "rtl"), ("Nederlands", "ltr")]


@pytest.mark.parametrize(
    ("tag", "name", "way"),
    [
        ("pcd", "Picard", "ltr"),
        ("vls", "West-Vlams", "ltr"),
        ("arz", "Egyptian Arabic", "rtl"),
        ("azb", "Azb", "rtl"),
        ("xyz-Hebr", "Xyz-Hebr", "rtl"),
        ("fr-x-facile", "Français (facile)", "ltr"),
        ("de-AT-x-leicht", "Deutsch (leicht)", "ltr"),
    ],
)
def test_languages_unknown_to_cldr_have_a_name_and_a_direction(tag: str, name: str, way: str) -> None:
    """A museum may have a guide in its region's own language, or one in easy words."""
    assert (autonym(tag), direction(tag)) == (name, way)
