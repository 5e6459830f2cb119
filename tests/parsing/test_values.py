"""Times, levels, paths and language tags inside marks."""

from __future__ import annotations

import pytest

from guide.parsing.values import language_tag, media_fault, read_clock, read_duration, read_level, read_range


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        *[("2 s", 2.0), ("1,5 s", 1.5), ("1.5s", 1.5), ("500 ms", 0.5), ("1 min", 60.0), ("3", 3.0)],
        *[("2 secondes", 2.0), ("2\u00a0s", 2.0), ("2 Sekunden", 2.0)],
    ],
)
def test_durations(written: str, seconds: float) -> None:
    """Seconds are read with a comma or point and with units in any of the languages."""
    assert seconds == read_duration(written)


@pytest.mark.parametrize("written", ["deux s", "", "2 mètres", "-2 s", "1,5,2 s", "s", "9999999 s"])
def test_unreadable_durations(written: str) -> None:
    """What is no duration is None."""
    assert read_duration(written) is None


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("0:12", 12.0), ("1:02:03", 3723.0), ("0:12,5", 12.5), ("90 s", 90.0), ("0:60", None), ("1:2", None)],
)
def test_points_in_a_recording(written: str, seconds: float | None) -> None:
    """A point is minutes and seconds, hours before them, or plain seconds."""
    assert seconds == read_clock(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("0:12–0:31", (12.0, 31.0)),
        ("0:12-0:31", (12.0, 31.0)),
        ("0:12 — 0:31,5", (12.0, 31.5)),
        ("12 s – 31 s", (12.0, 31.0)),
        ("0:12–", (12.0, None)),
        ("0:12", None),
        ("0:12–0:99", None),
    ],
)
def test_ranges(written: str, expected: tuple[float, float | None] | None) -> None:
    """In and out points are parted by any dash; the out point may miss."""
    assert expected == read_range(written)


@pytest.mark.parametrize(
    ("written", "gain_db"),
    [("-18 dB", -18.0), ("−18 dB", -18.0), ("–6,5 dB", -6.5), ("+3 db", 3.0), ("0 dB", 0.0), ("-18", None)],
)
def test_levels(written: str, gain_db: float | None) -> None:
    """Decibels are read with any minus that a word processor may put."""
    assert gain_db == read_level(written)


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        *[("de", "de"), ("FR-ch", "fr-CH"), ("zh-hant-tw", "zh-Hant-TW"), ("fr-x-easy", "fr-x-easy")],
        *[("es-419", "es-419"), ("pcd", "pcd"), ("xx", None), ("d", None), ("note", None), ("de_DE", None)],
    ],
)
def test_language_tags(written: str, tag: str | None) -> None:
    """The shape is BCP 47; two letters must be a language."""
    assert tag == language_tag(written)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        *[("luth.flac", None), ("sons/luth.flac", None), ("..luth.flac", None), ("", "media-missing-name")],
        *[("../x.wav", "media-outside"), ("a/../b.wav", "media-outside"), ("a//b.wav", "media-outside")],
        *[("/etc/passwd", "media-absolute"), ("C:x.wav", "media-absolute"), ("c:/x.wav", "media-absolute")],
        *[("https://x.org/a.mp3", "media-absolute"), ("sons\\x.wav", "media-backslash"), ("./x.wav", "media-outside")],
        *[("\\\\server\\x.wav", "media-backslash"), ("media/x.wav", "media-folder-named")],
    ],
)
def test_media_paths_stay_inside(path: str, code: str | None) -> None:
    """A path is relative and never leaves the folder media."""
    assert code == media_fault(path)
