"""Profiles: every key optional, every fault found at once with its line."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from guide.errors import SettingsError
from guide.model.player import FileNaming, Profile
from guide.parsing.profiles import parse_profile

BASE = Profile("base", {"en": "Base"}, {"en": "Rule"}, naming=FileNaming(folder="{language}", file="{number:3}"))
WORDS = 'title = { en = "Mine" }\nrule = { en = "Folders." }\n'


def parsed(text: str) -> Profile:
    """Return the profile of a text."""
    return parse_profile(text, name="mine", file="players/mine.toml", bases={"base": BASE})


def faults(text: str) -> list[tuple[str, int]]:
    """Return code and line of each fault of a text."""
    with pytest.raises(SettingsError) as caught:
        parsed(text)
    return [(one.code, one.place.line if one.place else 0) for one in caught.value.findings]


def test_a_profile_names_only_what_differs() -> None:
    """What is left out is as in the profile that it begins from."""
    profile = parsed('based_on = "base"\n[naming]\ncharacters = "8.3"\n')
    assert (profile.name, profile.title, profile.naming) == (
        "mine",
        {"en": "Base"},
        FileNaming(file="{number:3}", folder="{language}", characters="8.3"),
    )


def test_a_whole_number_may_stand_for_a_time() -> None:
    """Seconds may be written without a point."""
    assert parsed(f"{WORDS}[limits]\nshortest_s = 2\n").limits.shortest_s == 2.0


@pytest.mark.parametrize("sound", ['format = "wav"\nrate_hz = 8000', 'format = "mp3"\nbitrate_kbps = 320'])
def test_what_a_format_has_is_taken(sound: str) -> None:
    """Low rates are for WAV, high bit rates for high rates."""
    assert parsed(f"{WORDS}[sound]\n{sound}\n").name == "mine"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title = 3", [("profile-wrong-kind", 1), ("profile-words-missing", 0)]),
        ('based_on = "base"\ntitle = {}\n', [("profile-wrong-kind", 2)]),
        (f"{WORDS}[nameing]\n", [("profile-unknown-key", 3)]),
        (f"{WORDS}[naming]\nfoldr = 1\n", [("profile-unknown-key", 4)]),
        (f"{WORDS}[naming]\nfolder = 1\n", [("profile-wrong-kind", 4)]),
        (f'{WORDS}[naming]\ncharacters = "latin"\n', [("profile-not-a-choice", 4)]),
        (f'{WORDS}[naming]\nfile = "{{nummer}}"\n', [("pattern-word-unknown", 4)]),
        (f'{WORDS}[naming]\nfile = "{{title:3}} {{number:12}}"\n', [("pattern-width", 4), ("pattern-width", 4)]),
        (f'{WORDS}[naming]\nfile = "{{number"\n', [("pattern-brace", 4)]),
        (f"{WORDS}[limits]\nfiles = -1\n", [("profile-negative", 4)]),
        (f"{WORDS}[limits]\nfiles = true\n", [("profile-wrong-kind", 4)]),
        (f"{WORDS}[sound]\nchannels = -5\n", [("profile-not-a-choice", 4)]),
        (f'{WORDS}[sound]\nformat = "mp3"\nrate_hz = 8000\n', [("profile-not-a-choice", 5)]),
        (
            f'{WORDS}[sound]\nformat = "mp3"\nrate_hz = 16000\nbitrate_kbps = 320\n',
            [("profile-mp3-bitrate", 6)],
        ),
        (f'{WORDS}[card]\nsystems = ["exfat", "fat33", "ext4"]\n', [("profile-not-a-choice", 4)] * 2),
        (f"{WORDS}[naming.x]\ny = 1\n", [("profile-unknown-key", 3)]),
        (f'based_on = "bose"\n{WORDS}', [("profile-base-unknown", 1)]),
        ("title = \n", [("toml-value", 1)]),
        ("[naming\n", [("toml-bracket", 1)]),
        ('a = "\x00"', [("profile-not-toml", 1)]),
        (f"\na = {'9' * 400}", [("toml-number", 2)]),
        (f"\na = {'[' * 5000}", [("toml-nested", 2)]),
    ],
)
def test_faults_are_found_with_their_lines(text: str, expected: list[tuple[str, int]]) -> None:
    """Each fault has its code and its line; what is missing has none."""
    assert sorted(faults(text)) == sorted(expected)


def test_a_misspelt_choice_is_told_with_the_nearest() -> None:
    """Not only keys: a value that is nearly one of those allowed is told with it."""
    with pytest.raises(SettingsError) as caught:
        parsed(f'{WORDS}[card]\norder = "dirctory"\n')
    assert [one.message.suggestion for one in caught.value.findings] == ["directory"]


def test_all_faults_are_told_at_once() -> None:
    """A profile with three faults is told three."""
    text = f'{WORDS}[naming]\ncharacters = "x"\n[limits]\nfiles = -1\n[card]\norder = "size"\n'
    assert faults(text) == [("profile-not-a-choice", 4), ("profile-negative", 6), ("profile-not-a-choice", 8)]


@given(some.text())
def test_any_text_is_a_profile_or_a_fault(text: str) -> None:
    """No text breaks the reader."""
    with suppress(SettingsError):
        assert parsed(text).name == "mine"
