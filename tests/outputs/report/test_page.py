"""The report as a page."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from guide.outputs.report import as_html
from guide.outputs.report.page import _language
from tests.outputs.report.sample import measured, report

SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


def page(language: str = "en", *, level: float = -16.0) -> str:
    """Return the page of two tracks, the second of them of this loudness."""
    return as_html(report(measured(), measured(level)), language=language).decode()


def test_each_picture_is_svg_inside_the_page() -> None:
    """Three figures of all tracks and one a track, each well-formed and with words for those who cannot see it."""
    pictures = [ET.fromstring(one) for one in SVG.findall(page())]  # noqa: S314  # our own drawing
    assert len(pictures) == 5
    assert all(one.get("aria-label") for one in pictures)


def test_the_page_needs_nothing_else() -> None:
    """No script, no style sheet, no picture and no font is fetched."""
    assert re.findall(r"(?:src|href)=|@import|url\(|<script", page()) == []


def test_titles_are_escaped() -> None:
    """What stands in a title is shown, not run."""
    assert "Titre &lt;101&gt;" in page()
    assert "<101>" not in page()


def test_a_title_runs_in_its_own_direction() -> None:
    """An Arabic title in an English report is set from right to left."""
    assert '<span lang="fr" dir="auto">' in page()


def test_a_fault_is_marked_and_said() -> None:
    """A track off target has its line marked and a sentence of its own; a good page has neither."""
    wrong = page(level=-12.0)
    assert (wrong.count('<tr class="bad">'), "fr/102-stop.mp3: -12.00 LUFS; the aim is -16.0." in wrong) == (1, True)
    assert '<tr class="bad">' not in page()


def test_french_has_its_comma() -> None:
    """A French reader gets French words and numbers."""
    assert re.findall(r'<html lang="fr">|<h2>[^<]+|"Niveau">[^<]+|Mots par minute</th>', page("fr")) == [
        '<html lang="fr">',
        "<h2>Français",
        "Mots par minute</th>",
        '"Niveau">−16,00',
        '"Niveau">−16,00',
        "<h2>Voix\u00a0:",
    ]


def test_french_points_have_their_comma() -> None:
    """What a pointer shows of each point of a figure is written in French too."""
    assert "<title>fr/102-stop.mp3 : -12,5</title>" in page("fr", level=-12.5)


def test_further_formats_have_a_table() -> None:
    """Loudness, peak and clipping of each, under the format's name."""
    text = as_html(report(measured(), opus=measured(-16.1, -1.5)), language="en").decode()
    assert re.findall(r'"Opus · (\w+)">([^<]+)', text) == [("Loudness", "−16.10"), ("Peak", "−1.50"), ("Clipping", "0")]


def test_a_dot_says_which_file_it_is() -> None:
    """Whoever points at an outlier reads its name."""
    assert "<title>fr/102-stop.mp3: -12</title>" in page(level=-12.0)


def test_a_silent_file_does_not_squeeze_the_others() -> None:
    """Peaks are drawn down to 12 dB below the ceiling; a lower one stands at the figure's end and is no fault."""
    text = as_html(report(measured(), measured(None, -70.0)), language="en").decode()
    peaks = SVG.findall(text)[1]
    assert re.findall(r">(−?\d+)</text>", peaks) == ["−13", "−7", "−1", "0"]
    assert 'class="wrong"' not in peaks


def test_a_language_that_nobody_knows_keeps_its_tag() -> None:
    """The report does not fail over a name."""
    assert _language("qaa-x-moulin", "fr") == "qaa-x-moulin"
