"""Guides of any size, of prose that differs from stop to stop, the same for the same size."""

from __future__ import annotations

import json
import random
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guide.engines.espeak import WORDS_A_MINUTE

PARTS = {
    "fr": (
        [
            "La salle",
            "Le témoin",
            "Une lettre",
            "Le maire",
            "La gare",
            "Un enfant",
            "Le journal",
            "La cloche",
            "Le canal",
        ],
        ["garde", "montre", "raconte", "attend", "traverse", "reconnaît", "oublie", "dessine", "rappelle"],
        [
            "la lumière du matin",
            "une ville presque vide",
            "le bruit des camions",
            "les noms de chacun",
            "un mur de briques",
        ],
        ["avant l’hiver", "sans un mot", "depuis la place", "au bord de l’eau", "pendant la nuit", "à la fin du mois"],
    ),
    "en": (
        [
            "The room",
            "The witness",
            "A letter",
            "The mayor",
            "The station",
            "A child",
            "The paper",
            "The bell",
            "The canal",
        ],
        ["keeps", "shows", "recalls", "awaits", "crosses", "recognises", "forgets", "draws", "remembers"],
        [
            "the light of the morning",
            "an almost empty town",
            "the noise of lorries",
            "everybody's names",
            "a brick wall",
        ],
        ["before the winter", "without a word", "from the square", "beside the water", "during the night"],
    ),
}
"""Subject, verb, object and circumstance: enough sentences that no two stops are alike."""

SETTINGS = """\
[guide]
id = "generated"
languages = ["fr", "en"]
title = {{ fr = "Guide engendré", en = "Generated guide" }}
museum = {{ fr = "Musée", en = "Museum" }}

[casts.draft.fr]
narrator = {{ engine = "{engine}", voice = "{fr}" }}

[casts.draft.en]
narrator = {{ engine = "{engine}", voice = "{en}" }}
"""

VOICES = {"espeak": ("fr-FR", "en-GB"), "pico": ("fr-FR", "en-GB"), "tone": ("low", "high")}
HEADS = {"fr": "titre: Salle {number}", "en": "title: Room {number}"}


def sentence(chance: random.Random, language: str) -> str:
    """Return one sentence of four parts."""
    return " ".join(chance.choice(parts) for parts in PARTS[language]) + "."


def paragraphs(chance: random.Random, language: str, words: int) -> list[str]:
    """Return paragraphs of about five sentences with at least so many words altogether."""
    sentences: list[str] = []
    while sum(len(one.split()) for one in sentences) < words:
        sentences.append(sentence(chance, language))
    return [" ".join(sentences[start : start + 5]) for start in range(0, len(sentences), 5)]


def write_guide(folder: Path, *, stops: int, words: int, engine: str) -> list[Path]:
    """Write a guide of so many stops in two languages; return its scripts. Numbers begin at 1001."""
    french, english = VOICES[engine]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "guide.toml").write_text(SETTINGS.format(engine=engine, fr=french, en=english), encoding="utf-8")
    return [write_script(folder, number, language, words) for number in range(1001, 1001 + stops) for language in PARTS]


def write_script(folder: Path, number: int, language: str, words: int) -> Path:
    """Write one script; its prose depends on number and language alone."""
    chance = random.Random(f"{language} {number}")  # noqa: S311  prose, not a secret
    text = [f"---\n{HEADS[language].format(number=number)}\n---", *paragraphs(chance, language, words)]
    file = folder / f"scripts_{language}" / f"{number}-salle{number}.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n\n".join(text) + "\n", encoding="utf-8")
    return file


def spoken_texts(guide: Path, folder: Path) -> list[Path]:
    """Write the words of a finished guide's tracks as a person with a shell loop has them; return the files.

    Each is `LANGUAGE.WORDS_A_MINUTE.NAME.txt`: the transcript, a paragraph a line, and the narrator's own rate.
    """
    folder.mkdir(parents=True, exist_ok=True)
    cast = tomllib.loads((guide / "guide.toml").read_text(encoding="utf-8"))["casts"]["draft"]
    return [_spoken_text(cues, cast, folder) for cues in sorted(guide.glob("audio_out/cues/*/*.json"))]


def _spoken_text(cues: Path, cast: Mapping[str, Any], folder: Path) -> Path:
    sheet = json.loads(cues.read_text(encoding="utf-8"))
    paragraphs: dict[str, list[str]] = {}
    for cue in sheet["cues"]:
        paragraphs.setdefault(cue["paragraph"], []).append("".join(span["text"] for span in cue["shown"]))
    language = sheet["language"]
    rate = round(WORDS_A_MINUTE * cast[language]["narrator"].get("rate", 1.0))
    file = folder / f"{language}.{rate}.{cues.stem}.txt"
    file.write_text("\n\n".join(map(" ".join, paragraphs.values())) + "\n", encoding="utf-8")
    return file
