"""The listening page in a browser: answers are kept, and saved as a table."""

from __future__ import annotations

import csv
import io
import wave
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from guide.audition import WORDS
from guide.messages import say
from guide.outputs.audition import Candidate, LanguageSheet, render_audition

pytestmark = pytest.mark.browser

SHEET = LanguageSheet(
    "fr",
    "Voici le moulin.",
    (Candidate("A", "fr-A.wav", "pico", "fr-FR"), Candidate("B", "fr-B.wav", "kokoro", "ff_siwis")),
)


@pytest.fixture
def listening(context: BrowserContext, tmp_path: Path) -> Page:
    """Open the page from its folder, as it is used: no server stands behind it."""
    words = {key: say(f"audition-{key}", "fr") for key in WORDS}
    file = tmp_path / "index.html"
    file.write_bytes(render_audition([SHEET], words, "fr"))
    for candidate in SHEET.candidates:
        with wave.open(str(tmp_path / candidate.file), "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(8_000)
            sound.writeframes(bytes(160_000))
    page = context.new_page()
    page.goto(file.as_uri())
    return page


def test_answers_survive_a_reload_and_are_saved_as_a_table(listening: Page) -> None:
    """One row a voice, with its name, for whoever chooses; a cell can be no formula."""
    listening.get_by_label("Auditeur et date").fill("Zoé, 3 mai")
    listening.locator("[data-letter=B] fieldset").first.get_by_label("4").check()
    listening.locator("[data-letter=B]").get_by_label("Remarques").fill('=2+2 "oui"')
    listening.reload()
    with listening.expect_download() as saving:
        listening.get_by_role("button").click()
    rows = list(csv.reader(io.StringIO(Path(saving.value.path()).read_text("utf-8-sig"))))
    assert saving.value.suggested_filename == "voix-Zoé-3-mai.csv"
    assert rows[0][:4] == ["Auditeur et date", "Langue", "Candidat", "Chaque mot compris"]
    assert rows[1:] == [
        ["Zoé, 3 mai", "fr", "A", "", "", "", "", "pico", "fr-FR"],
        ["Zoé, 3 mai", "fr", "B", "4", "", "", '\'=2+2 "oui"', "kokoro", "ff_siwis"],
    ]


def test_one_voice_at_a_time(listening: Page) -> None:
    """A voice that begins silences the one before."""
    first, second = listening.locator("audio").all()
    first.evaluate("one => one.play()")
    second.evaluate("one => one.play()")
    listening.wait_for_function("document.querySelectorAll('audio')[0].paused")
    assert second.evaluate("one => one.paused") is False
