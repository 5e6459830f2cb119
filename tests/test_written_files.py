"""Files as other systems hand them over: no files at all, and names and words with a Mac's accents."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from guide.audit import audit
from guide.model.finding import Finding
from guide.project import Project
from guide.project.reading import read_settings, read_sources
from tests.conftest import Museum

SETTINGS = '[guide]\nid = "a"\nlanguages = ["fr"]\ntitle.fr = "Éte\u0301"\nmuseum.fr = "B"\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"/></svg>'
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


def museum_of(museum: Museum, files: dict[str, str]) -> Path:
    """Return a guide in French with these files."""
    script = "---\ntitre: Salle\n---\n\nLa salle est calme.\n"
    return museum({"guide.toml": SETTINGS, "scripts_fr/102-salle.md": script, **files})


def found(folder: Path, code: str) -> list[Finding]:
    """Return the findings of one kind."""
    return [one for one in audit(Project(folder)).findings if one.code == code]


@needs_pipes
def test_a_pipe_among_scripts_is_told_and_never_opened(museum: Museum) -> None:
    """Reading a pipe would wait for ever: it is named as no text file, as is one in a lexicon's place."""
    folder = museum_of(museum, {})
    os.mkfifo(folder / "scripts_fr" / "101-x.md")
    os.mkfifo(folder / "lexicon_fr.txt")
    told = [one.place.file for one in found(folder, "file-not-text") if one.place]
    assert sorted(told) == ["lexicon_fr.txt", "scripts_fr/101-x.md"]


@needs_pipes
def test_a_pipe_among_media_is_not_called_missing(museum: Museum) -> None:
    """It is there, and is no picture: nothing else is suggested for it."""
    images = "".join(f"[image: {name}.png, alt: a, crédit: b]\n\n" for name in ("fifo", "vide"))
    words = f"---\ntitre: X\n---\n\n{images}Mots.\n"
    folder = museum_of(museum, {"scripts_fr/101-x.md": words, "media/a.txt": ""})
    os.mkfifo(folder / "media" / "fifo.png")
    (folder / "media" / "vide.png").mkdir()
    told = [(one.message.values["file"], one.message.suggestion) for one in found(folder, "media-not-file")]
    assert told == [("fifo.png", None), ("vide.png", None)]
    assert found(folder, "media-missing") == []


def test_accents_of_a_mac_are_letters_everywhere(museum: Museum) -> None:
    """Head, words, captions, lexicon and settings are composed before anything looks at them."""
    script = "---\ntitre: L’été\n---\n\n[image: été.svg, alt: Un été, crédit: Moi]\n\nUn été à Éperlecques.\n"
    apart = unicodedata.normalize("NFD", script)
    lexicon = unicodedata.normalize("NFD", "Éperlecques: éperlèque\n")
    folder = museum_of(museum, {"scripts_fr/101-x.md": apart, "lexicon_fr.txt": lexicon, "media/été.svg": SVG})
    project = Project(folder)
    guide = read_settings(project)
    sources = read_sources(project, guide)
    assert guide.title["fr"] == "Été"
    assert sources.scripts[0].title == "L’été"
    assert sources.lexicons["fr"].lexemes[0].word == "Éperlecques"
    assert all(unicodedata.is_normalized("NFC", text) for text in sources.texts.values())
    assert found(folder, "media-missing") == []


def test_a_medium_is_found_by_a_name_with_accents_apart(museum: Museum) -> None:
    """A picture whose name came from a Mac with accents of their own is the one that a script names."""
    script = "---\ntitre: X\n---\n\n[image: été.svg, alt: Un été, crédit: Moi]\n\nUn été.\n"
    apart = unicodedata.normalize("NFD", "été.svg")
    folder = museum_of(museum, {"scripts_fr/101-x.md": script, f"media/{apart}": SVG})
    project = Project(folder)
    assert found(folder, "media-missing") == []
    (medium,) = read_sources(project, read_settings(project)).media.values()
    assert (project.media / medium.file).is_file()


def test_a_logo_is_found_by_a_name_with_accents_apart(museum: Museum) -> None:
    """So is the museum's sign: the page takes it from where it is."""
    apart = unicodedata.normalize("NFD", "emblème.svg")
    settings = f'{SETTINGS}\n[page]\nlogo = "emblème.svg"\n'
    folder = museum_of(museum, {"guide.toml": settings, f"media/{apart}": SVG})
    project = Project(folder)
    sources = read_sources(project, read_settings(project))
    assert found(folder, "media-missing") == []
    assert sources.guide.page.logo == apart
    assert sources.guide.page.logo in sources.media
