"""Words that a voice would leave out: those in letters of another alphabet."""

from __future__ import annotations

import sys

import pytest

from guide.audit import audit
from guide.project import Project
from tests.conftest import Museum


def found(museum: Museum, text: str, language: str = "fr") -> list[str]:
    """Return the words that a check names in a script of one sentence."""
    title = "---\ntitle: Room\n---\n\n"
    settings = f'[guide]\nid = "a"\nlanguages = ["{language}"]\ntitle.{language} = "A"\nmuseum.{language} = "B"\n'
    folder = museum({"guide.toml": settings, f"scripts_{language}/101-room.md": f"{title}{text}\n"})
    told = [one for one in audit(Project(folder)).findings if one.code == "letters-unspoken"]
    return [str(one.message.values["words"]) for one in told]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Le mot мир veut dire paix.", "мир"),
        ("On lisait ἀγορά sur la pierre.", "ἀγορά"),
        ("Elle disait 平和.", "平和"),
        ("مرحبا à tous.", "مرحبا"),
    ],
)
def test_letters_of_another_alphabet_are_told(museum: Museum, text: str, word: str) -> None:
    """A French voice says nothing at all for such a word, and nobody would notice before the visitors."""
    assert found(museum, text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Le mot [мир | mir] veut dire paix.",
        "Le mot [ru: мир] veut dire paix.",
        "Łódź, Dvořák, Nguyễn, Şişli et l’œuvre : 20 µm, 5 €.",
        "Regardez 🌊 l’eau — « ici ».",
    ],
)
def test_what_a_voice_reads_is_left_alone(museum: Museum, text: str) -> None:
    """Respelt words, marked languages, Latin letters of all peoples, signs and emoji are no letters to stumble over."""
    assert found(museum, text) == []


def test_a_language_has_its_own_alphabet(museum: Museum) -> None:
    """A Ukrainian script is written in Cyrillic."""
    assert found(museum, "Слово мир.", "uk") == []


def said_of(museum: Museum, text: str, engine: str) -> list[tuple[object, object, str]]:
    """Return words, language and place of what an engine is told not to speak."""
    head = '[guide]\nid = "a"\nlanguages = ["fr"]\ntitle.fr = "A"\nmuseum.fr = "B"\n'
    cast = f'[casts.draft.fr]\nnarrator = {{ engine = "{engine}" }}\n'
    folder = museum({"guide.toml": head + cast, "scripts_fr/101-room.md": f"---\ntitre: A\n---\n\n{text}\n"})
    found = [one for one in audit(Project(folder)).findings if one.code == "language-unspoken"]
    return [(one.message.values["words"], one.message.values["language"], str(one.place)) for one in found]


@pytest.mark.skipif(sys.platform == "darwin", reason="Pico has no wheel for macOS")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Il dit [ar: مرحبا] à tous.", [("مرحبا", "ar", "scripts_fr/101-room.md:5:13")]),
        ("Il dit [ar: مرحبا | marhaba] à tous.", []),
        ("Il dit [ar: مرحبا | /marħaba/] à tous.", []),
        ("Il dit [de: Guten Tag] et [la: Ave].", []),
    ],
)
def test_a_marked_language_needs_a_voice_that_speaks_it(
    museum: Museum, text: str, told: list[tuple[object, object, str]]
) -> None:
    """Pico speaks no Arabic: what is marked as Arabic and not respelt would be left out without a word."""
    assert said_of(museum, text, "pico") == told


def test_an_engine_of_many_languages_is_trusted(museum: Museum) -> None:
    """What an engine says that it speaks is not doubted."""
    assert said_of(museum, "Il dit [ar: مرحبا] à tous.", "tone") == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Un clou de 3″ de long.", "″"),
        ("Un condensateur de 5 µF.", "µ"),
        ("Des [de: ¨Worte] étranges.", "¨"),
        ("Σ, ∑ et ¤ : une somme.", "∑"),
    ],
)
def test_a_sign_that_nothing_is_said_for_is_told(museum: Museum, text: str, sign: str) -> None:
    """Pico leaves it out, eSpeak spells it in English: its museum says what is meant."""
    assert signs_of(museum, text) == [sign]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("© ® ™ ¶ • ★ 🌊 → ≈ 5, < 3 %, n° 6 & § 2 : « ça ». (Oui ?) « Non ! » — L’été, l´eau… 20 µm.", "fr"),
        ("Un [″ | pouce], un [µ | ] et un [¤ | /sɛ̃/].", "fr"),
        ("¿Qué? ¡Sí! El 2.º piso, la 1.ª sala, n.º 5.", "es"),
        ("Pět % a 3″.", "cs"),
    ],
)
def test_signs_that_are_words_or_left_out_on_purpose_are_not(museum: Museum, text: str, language: str) -> None:
    """What rules say, what is only shown, stops and brackets; a language without rules is left to its voice."""
    assert signs_of(museum, text, language) == []


def signs_of(museum: Museum, text: str, language: str = "fr") -> list[object]:
    """Return the signs that a check names in a script of one paragraph."""
    settings = f'[guide]\nid = "a"\nlanguages = ["{language}"]\ntitle.{language} = "A"\nmuseum.{language} = "B"\n'
    script = f"---\ntitle: Room\n---\n\n{text}\n"
    folder = museum({"guide.toml": settings, f"scripts_{language}/101-room.md": script})
    return [one.message.values["sign"] for one in audit(Project(folder)).findings if one.code == "sign-unspoken"]
