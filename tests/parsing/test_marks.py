"""Marks in square brackets."""

from __future__ import annotations

import pytest

from guide.model.script import BedEnd, BedStart, Image, Mark, Pause, SoundMark, VoiceMark
from tests.parsing.trees import NOWHERE, body, found


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[pause]", Pause(None, NOWHERE)),
        ("[pause 1,5 s]", Pause(1.5, NOWHERE)),
        ("[Pause: 500 ms]", Pause(0.5, NOWHERE)),
        ("[pauza 2 s]", Pause(2.0, NOWHERE, "pl")),
        ("[voix: narratrice]", VoiceMark("narrator", NOWHERE)),
        ("[voice: quote]", VoiceMark("quote", NOWHERE, "en")),
        ("[voix: Anne 2]", VoiceMark("Anne 2", NOWHERE)),
        ("[son: cloche.wav]", SoundMark("sound", "cloche.wav", NOWHERE)),
        (
            "[archive: a/malraux.wav, 0:12–0:31, -6 dB, fondu 1 s, légende: André Malraux, 1937, à Paris]",
            SoundMark("archive", "a/malraux.wav", NOWHERE, 12.0, 31.0, -6.0, 1.0, "André Malraux, 1937, à Paris"),
        ),
        (
            "[sound: x.wav, caption: Un cri, -6 dB, fade: 2 s]",
            SoundMark("sound", "x.wav", NOWHERE, gain_db=-6.0, fade_s=2.0, caption="Un cri", keywords="en"),
        ),
        ("[son: x.wav, -6,5 dB]", SoundMark("sound", "x.wav", NOWHERE, gain_db=-6.5)),
        (
            r"[son: x.wav, légende: Un\, -6 dB\, deux \[sic\]]",
            SoundMark("sound", "x.wav", NOWHERE, caption="Un, -6 dB, deux [sic]"),
        ),
        ("[enregistrement: p1.wav]", SoundMark("recording", "p1.wav", NOWHERE)),
        ("[Ton: x.wav]", SoundMark("sound", "x.wav", NOWHERE, keywords="de")),
        (
            "[image: a.svg, alt: b: c, crédit: Drawing: the guide]",
            Image("a.svg", NOWHERE, "b: c", "Drawing: the guide"),
        ),
        ("[Bild: a.svg, alt: b, Nachweis: c]", Image("a.svg", NOWHERE, "b", "c", "de")),
    ],
)
def test_marks(written: str, expected: Mark) -> None:
    """Each mark is read with its values, in any of the languages."""
    assert expected == body(f"{written}\n\nUn.")[0]
    assert found(f"{written}\n\nUn.") == []


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (
            "[musique: a.flac, -18 dB, fondu 2 s]",
            "[fin musique]",
            (BedStart("a.flac", NOWHERE, -18.0, 2.0), BedEnd(NOWHERE)),
        ),
        (
            "[music: a.flac]",
            "[end music, fade 3 s]",
            (BedStart("a.flac", NOWHERE, keywords="en"), BedEnd(NOWHERE, 3.0, "en")),
        ),
        ("[muzyka: a.flac]", "[fin de la musique]", (BedStart("a.flac", NOWHERE, keywords="pl"), BedEnd(NOWHERE))),
    ],
)
def test_beds(start: str, end: str, expected: tuple[Mark, Mark]) -> None:
    """A bed starts with a level and a fade, and ends."""
    blocks = body(f"{start}\n\nUn.\n\n{end}")
    assert expected == (blocks[0], blocks[-1])


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("[pause deux s]", "unreadable-time"),
        ("[pause 0 s]", "pause-length"),
        ("[pause 5 min]", "pause-length"),
        ("[voix]", "mark-without-value"),
        ("[voix: ]", "mark-without-value"),
        ("[son: ]", "mark-without-value"),
        ("[fin musique: x]", "mark-with-value"),
        ("[son: x.wav, -18 décibels dB]", "unreadable-level"),
        ("[son: x.wav, 0:12–0:99]", "unreadable-time"),
        ("[son: x.wav, 0:31–0:12]", "times-reversed"),
        ("[son: x.wav, -180 dB]", "level-range"),
        ("[son: x.wav, fondu deux]", "unknown-value"),
        ("[son: x.wav, lègende : a, -6 dB, -7 dB]", "doubled-value"),
        ("[son: x.wav, alt: b]", "value-not-here"),
        ("[son: x.wav, lgende: b]", "unknown-value"),
        ("[son: légende: a]", "media-missing-name"),
        ("[son: ../x.wav]", "media-outside"),
        ("[son: /x.wav]", "media-absolute"),
        ("[son: C:\\x.wav]", "media-backslash"),
        ("[son: media/x.wav]", "media-folder-named"),
        ("[image: a.svg, crédit: c]", "missing-alt"),
        ("[image: a.svg, alt: b]", "missing-credit"),
        ("[image: a.svg, alt: , crédit: c]", "missing-alt"),
        ("[musqiue: a.flac]", "unknown-mark"),
    ],
)
def test_faults_of_marks(written: str, code: str) -> None:
    """Each fault of a mark has its own code."""
    assert found(f"{written}\n\nUn.") == [code]


def test_keywords_win_over_languages() -> None:
    """`son` is a sound and not the Songhai language; `[fin musique]` is not Finnish."""
    assert isinstance(body("[son: a.wav]")[0], SoundMark)
