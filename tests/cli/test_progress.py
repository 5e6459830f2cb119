"""What a terminal is shown: one line, cut to its width, at most ten times a second."""

from __future__ import annotations

import io

import pytest

from guide.cli.door import Speaker
from guide.cli.progress import Bar, Lines
from guide.events import BuildDone, Noticed, PlanReady, Publishing, TrackFailed, TrackMade, TrackRemoved
from guide.model.finding import Finding, Message, Place, Severity

REASON = Message("reason-text")
RUB_OUT = "\r\x1b[2K"


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        """Return the time in seconds."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Give the progress line a clock of the test's."""
    standing = Clock()
    monkeypatch.setattr("guide.cli.progress.time.monotonic", standing.monotonic)
    return standing


def made(done: int, title: str = "Le moulin") -> TrackMade:
    """Return the event of the `done`th track of a hundred."""
    return TrackMade("moulin.fr.standard", title, 12.0, REASON, done, 100)


def drawn(out: io.StringIO) -> list[str]:
    """Return every state of the line."""
    return out.getvalue().split(RUB_OUT)[1:]


def test_counts_and_time_left(clock: Clock) -> None:
    """The line says how many of how many, how long it will still take, and the stop."""
    out = io.StringIO()
    bar = Bar(Speaker("en"), out)
    bar.report(PlanReady(100, 100))
    clock.now += 30
    bar.report(made(25))
    assert drawn(out)[-1] == "25 of 100, 1:30 left: Le moulin"


def test_at_most_ten_updates_a_second(clock: Clock) -> None:
    """However fast tracks are made, the line is drawn ten times a second, and for the last one."""
    out = io.StringIO()
    bar = Bar(Speaker("fr"), out)
    bar.report(PlanReady(100, 100))
    for done in range(1, 101):
        clock.now += 0.01
        bar.report(made(done))
    assert 10 <= len(drawn(out)) <= 13
    assert drawn(out)[-1].startswith("100 sur 100")


def test_fits_eighty_columns(clock: Clock) -> None:
    """A long title is cut, never wrapped."""
    out = io.StringIO()
    bar = Bar(Speaker("en"), out)
    clock.now += 1
    bar.report(made(1, "Un titre " * 30))
    bar.report(Publishing(3))
    assert max(len(line) for line in drawn(out)) < 80


def test_failure_takes_the_line_away(clock: Clock) -> None:
    """What failed stands on a line of its own, not behind the progress."""
    out = io.StringIO()
    bar = Bar(Speaker("en"), out)
    clock.now += 1
    bar.report(made(1))
    bar.report(
        TrackFailed("a.fr.standard", "A", Finding(Severity.ERROR, Message("track-crashed", {"detail": "x"})), True)
    )
    assert drawn(out)[-1].splitlines()[0] == "a.fr.standard: error: the track could not be made: x"


def test_a_broken_picture_names_the_track_that_fails_for_it() -> None:
    """The fault stands in a file of media; the stop that fails is named below it."""
    out = io.StringIO()
    fault = Message("picture-broken", {"file": "a.png", "detail": "x"})
    failed = TrackFailed("moulin.fr.standard", "A", Finding(Severity.ERROR, fault, Place("media/a.png")), False)
    Lines(Speaker("en"), out).report(failed)
    assert out.getvalue().splitlines()[-1] == "  The track moulin.fr.standard waits for it."


def test_quiet_says_only_what_is_wrong() -> None:
    """With `-q` a build that succeeds says nothing at all."""
    out = io.StringIO()
    quiet = Lines(Speaker("en"), out, quiet=True)
    quiet.report(made(1))
    quiet.report(Noticed(Finding(Severity.NOTE, Message("page-without-address"))))
    quiet.report(BuildDone(1, 0, 0, {"fr": 0.2}, "index.html", 1.0))
    assert out.getvalue() == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ("kept: 2; failed: 1; removed: 3. Time", "no track's: 2.", "Taken out of the guide: a.fr.standard, its"),
        ),
        ("fr", ("en échec : 1 ; retirées : 3. Durée", "hors des pistes : 2.", "Retirée du guide : a.fr")),
    ],
)
def test_the_end_counts_what_went_and_what_is_no_tracks(language: str, said: tuple[str, ...]) -> None:
    """What was taken out is named and counted, and so are errors of no single track; where none is, not a word."""
    out = io.StringIO()
    lines = Lines(Speaker(language), out)
    lines.report(TrackRemoved("a.fr.standard", Message("reason-script-gone")))
    lines.report(BuildDone(0, 2, 1, {}, "index.html", 1.0, removed=3, errors=2))
    assert [words in out.getvalue() for words in said] == [True] * len(said)
    silent = io.StringIO()
    Lines(Speaker(language), silent).report(BuildDone(0, 2, 1, {}, "index.html", 1.0))
    assert len(silent.getvalue().splitlines()) == 2


def test_quiet_still_warns() -> None:
    """What is wrong is said with `-q` too: a track that had been changed by hand, say."""
    out = io.StringIO()
    quiet = Lines(Speaker("en"), out, quiet=True)
    quiet.report(Noticed(Finding(Severity.WARNING, Message("edited-replaced", {"path": "fr/101-a.mp3"}))))
    assert "fr/101-a.mp3 had been changed by hand" in out.getvalue()


def test_verbose_says_why() -> None:
    """With `-v` each track has a line with its length and the reason."""
    out = io.StringIO()
    Lines(Speaker("en"), out, verbose=True).report(made(7))
    assert out.getvalue() == "7/100 moulin.fr.standard 0:12  the text changed\n"


def test_a_language_without_sound_is_told_at_the_end() -> None:
    """Beside the minutes of the others it says that it is only read."""
    out = io.StringIO()
    Lines(Speaker("en"), out).report(BuildDone(1, 0, 0, {"fr": 0.2, "nl": 0.0}, "index.html", 1.0))
    assert "To listen to: fr 0.2 min, nl to read, without sound." in out.getvalue().splitlines()


def test_french_figures_have_a_decimal_comma() -> None:
    """Seconds and minutes at the end of a build are written as French does."""
    out = io.StringIO()
    Lines(Speaker("fr"), out).report(BuildDone(1, 0, 0, {"fr": 0.2}, "index.html", 1.0))
    assert ("1,0 s" in out.getvalue(), "fr 0,2 min" in out.getvalue()) == (True, True)


def test_one_reason_of_many_tracks_is_told_once() -> None:
    """A voice that is not here fails two hundred stops: its reason once, then how many and which."""
    out = io.StringIO()
    lines = Lines(Speaker("en"), out)
    fault = Finding(Severity.ERROR, Message("track-crashed", {"detail": "x"}), None)
    for number in range(9):
        lines.report(TrackFailed(f"s{number}.fr.standard", "A", fault, True))
    lines.report(TrackFailed("t.fr.standard", "A", Finding(fault.severity, fault.message, Place("t.md", 3)), True))
    lines.report(BuildDone(0, 0, 10, {}, "index.html", 1.0))
    said = out.getvalue()
    assert (said.count("s0.fr.standard: error:"), said.count("t.md:3: error:"), said.count("good track")) == (1, 1, 2)
    assert "Further tracks that fail for one reason: 8 (s1.fr.standard, s2.fr.standard" in said
