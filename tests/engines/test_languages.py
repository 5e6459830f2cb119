"""Language tags: their spelling, and which voice may read which text."""

from __future__ import annotations

import pytest

from guide.engines.languages import distance, primary, speaks, spelt


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("FR", "fr"),
        ("en-gb", "en-GB"),
        ("en_gb_x_RP", "en-GB-x-rp"),
        ("es-419", "es-419"),
        ("cmn-latn-pinyin", "cmn-Latn-pinyin"),
        ("en-gb-scotland", "en-GB-scotland"),
    ],
)
def test_a_tag_is_spelt_as_rfc_5646_does(written: str, expected: str) -> None:
    """Language small, script capitalised, region in capitals, private use small."""
    assert expected == spelt(written)


@pytest.mark.parametrize(
    ("offered", "wanted", "expected"),
    [
        ("fr-FR", "fr", True),
        ("fr-FR", "fr-BE", True),
        ("fr-FR", "en", False),
        ("cmn", "zh-TW", True),
        ("nb", "no", True),
        ("mul", "de", True),
        ("fro", "fr", False),
    ],
)
def test_a_voice_reads_its_own_language_in_any_region(offered: str, wanted: str, expected: bool) -> None:
    """The language must agree; the region is the museum's choice, made by the voice's name."""
    assert expected == speaks(offered, wanted)


@pytest.mark.parametrize(
    ("offered", "wanted", "expected"),
    [
        ("fr", "fr", 0),
        ("fr-FR", "fr", 1),
        ("fr-BE", "fr", 2),
        ("en-GB", "en", 1),
        ("en-029", "en", 2),
        ("en-GB", "en-IE", 1),
        ("en-US", "en-us", 0),
        ("zh-CN", "zh", 1),
        ("zh-TW", "zh", 2),
    ],
)
def test_a_language_is_nearest_as_it_is_spoken_at_home(offered: str, wanted: str, expected: int) -> None:
    """The very tag, then the language itself or its home, then any other region."""
    assert expected == distance(offered, wanted)


def test_the_primary_language_has_no_region() -> None:
    """The first subtag tells the language, withdrawn codes included."""
    assert [primary("fr-CA"), primary("iw"), primary("zh-CN")] == ["fr", "he", "cmn"]
