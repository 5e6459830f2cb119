"""The lists of words find what a person should look at again, and leave ordinary sentences alone."""

from __future__ import annotations

import pytest

from guide.planning.checks.phrases import ALARMING, DIRECTIONS, GRAVE, HARD, directions_in, grave_words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("À votre gauche, une carte.", "fr"),
        ("Retournez-vous.", "fr"),
        ("Look left.", "en"),
        ("The map on your right shows it.", "en"),
        ("Links von Ihnen hängt eine Karte.", "de"),
        ("Achter u hangt een kaart.", "nl"),
        ("À sua esquerda, um mapa.", "pt"),
        ("Vire-se: o mapa está atrás de si.", "pt"),
    ],
)
def test_directions_of_the_body_are_found(text: str, language: str) -> None:
    """What only some visitors can follow."""
    assert directions_in(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La gauche et la droite s’opposent.", "fr"),
        ("Le parti à gauche de l’assemblée", "fr"),
        ("They left the town.", "en"),
        ("All right, the shells stopped.", "en"),
        ("They had the right to vote.", "en"),
        ("A esquerda e a direita do parlamento", "pt"),
    ],
)
def test_politics_rights_and_departures_are_none(text: str, language: str) -> None:
    """Left and right mean many things."""
    assert directions_in(text, language) is None


def test_one_grave_word_is_enough() -> None:
    """A massacre calls for a warning wherever it is told."""
    assert grave_words("Le massacre des habitants", "fr") == ["massacre"]


def test_hard_words_count_only_together() -> None:
    """A museum of war has one or two of them at every stop."""
    assert grave_words("Ils furent déportés et fusillés.", "fr") == []
    assert len(grave_words("Déportés, fusillés, tués : des morts partout.", "fr")) == 4


@pytest.mark.parametrize("name", ["siren.wav", "air-raid-alarm.mp3", "V1_moteur.flac", "coup-de-feu.ogg"])
def test_sounds_that_startle_are_known_by_name(name: str) -> None:
    """Sirens, engines and shots."""
    assert ALARMING.search(name)


def test_the_lists_cover_the_same_languages() -> None:
    """No language has one list and lacks another."""
    assert set(DIRECTIONS) == set(GRAVE) == set(HARD) == {"fr", "en", "nl", "de", "pl", "it", "es", "pt"}
