"""The shipped profiles are whole and documented, and a museum's own stand beside them."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from guide.errors import UsageError
from guide.parsing.profiles import CHOICES, PLAYLIST_WORDS, TABLES, WORDS
from guide.players.profiles import ORDER, find_profile, shipped
from tools.environment import ROOT

both = pytest.mark.parametrize("page", ["profiles.md", "fr/profils.md"])
"""The page on profiles in English and in French."""


def test_every_profile_file_is_in_the_list() -> None:
    """No profile is forgotten, none is listed that is not there."""
    files = {path.stem for path in (ROOT / "guide" / "players" / "profiles").glob("*.toml")}
    assert files == set(ORDER)


@pytest.mark.parametrize("name", ORDER)
def test_shipped_profiles_speak_both_languages(name: str) -> None:
    """Each says what it is and what the player asks for, in English and French."""
    profile = shipped()[name]
    assert (sorted(profile.title), sorted(profile.rule)) == (["en", "fr"], ["en", "fr"])


@both
def test_every_setting_is_documented(page: str) -> None:
    """Each key, each word and each shipped profile stands in the page."""
    keys = {one.name for table in TABLES.values() for one in fields(table)}
    named = set(re.findall(r"`\{?([\w.-]+)\}?`", _text(page)))
    assert {*keys, *WORDS, *PLAYLIST_WORDS, *ORDER} - named == set()


@both
def test_every_choice_is_documented(page: str) -> None:
    """In the line of a setting that takes one of a few values stands each of them."""
    lines = {found[1]: found[2] for found in re.finditer(r"^\| `(\w+)`.* \| (.*) \| .* \|$", _text(page), re.MULTILINE)}
    assert [
        (key, one)
        for (_, key), choices in CHOICES.items()
        for one in choices
        if not re.search(rf"(?<![\w.]){re.escape(_written(one))}(?![\w.])", lines[key])
    ] == []


def _text(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


def _written(value: str | int) -> str:
    return str(value) or '""'


def test_a_museum_s_own_profile_comes_first(tmp_path: Path) -> None:
    """A file of the same name in the museum's folder is taken instead of the shipped one."""
    (tmp_path / "numbered.toml").write_text('based_on = "numbered"\n[naming]\ncapitals = false\n', encoding="utf-8")
    assert find_profile("numbered", tmp_path).naming.capitals is False


def test_an_unknown_profile_is_told_with_the_nearest(tmp_path: Path) -> None:
    """A misspelt name is an error with the name that was meant."""
    with pytest.raises(UsageError) as caught:
        find_profile("dfplyer", tmp_path)
    assert caught.value.message.suggestion == "dfplayer"


def test_a_profile_in_another_encoding_is_told(tmp_path: Path) -> None:
    """A file that is no UTF-8 is named with the first byte that is not."""
    (tmp_path / "own.toml").write_bytes('based_on = "numbered" # été'.encode("latin-1"))
    with pytest.raises(UsageError) as caught:
        find_profile("own", tmp_path)
    assert (caught.value.message.code, caught.value.message.values["byte"]) == ("file-not-utf8", 24)
