"""What loading shows while it works: a line a card on a terminal, JSON for programs."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from itertools import count

import pytest

from guide.cli.door import Speaker
from guide.cli.watching import CardBars, CardEvents, CardLines, making_for
from guide.model.finding import Finding, Message, Severity
from guide.players.progress import COPYING, CardBegun, CardEvent, CardNoticed, CardOutcome, CardProgress

SPEAKER = Speaker("en")
NOTICED = CardNoticed("/card", Finding(Severity.WARNING, Message("card-order", {"folder": "FR"})))
EVENTS: list[CardEvent] = [
    CardBegun("/card", 4, 2_000_000),
    CardProgress("/card", COPYING, 1, 1_000_000),
    NOTICED,
    CardOutcome("/card", "p", "Player 17", "v1", "v2", safe=False),
]


def told(teller: CardLines, out: io.StringIO) -> str:
    """Report all events and return what was written."""
    for event in EVENTS:
        teller.report(event)
    return out.getvalue()


def test_a_terminal_sees_files_bytes_and_time_left() -> None:
    """Each card has a line with what is done and how long it will take; the end stands in it."""
    out = io.StringIO()
    moments = count(100.0, 5.0)
    text = told(CardBars(SPEAKER, out, ["/card"], clock=lambda: next(moments)), out)
    assert "copying 1/4 files, 1.0/2.0 MB, 0:05 left" in text
    assert text.rstrip().endswith("/card: NOT ready")


def test_more_to_do_keeps_the_beginning() -> None:
    """Where bad files add to the work, the time left is told by all the time that was spent."""
    out = io.StringIO()
    bars = CardBars(SPEAKER, out, ["/card"], clock=count(100.0, 5.0).__next__)
    bars.report(CardBegun("/card", 4, 2_000_000))
    bars.report(CardProgress("/card", COPYING, 1, 500_000))
    bars.report(CardBegun("/card", 6, 3_000_000))
    bars.report(CardProgress("/card", COPYING, 4, 2_000_000))
    assert "copying 4/6 files, 2.0/3.0 MB, 0:07 left" in out.getvalue()


def test_what_is_noticed_keeps_its_lines() -> None:
    """The next step stands below the sentence; a line end in a card's name begins no line."""
    out = io.StringIO()
    CardLines(SPEAKER, out).report(replace(NOTICED, card="/ca\nrd"))
    said, step = out.getvalue().splitlines()
    assert (said.startswith("/ca rd: warning: "), step.startswith("  load again; ")) == (True, True)


def test_a_french_terminal_sees_french_figures() -> None:
    """Megabytes have a decimal comma."""
    out = io.StringIO()
    assert "1,0/2,0 Mo" in told(CardBars(Speaker("fr"), out, ["/card"], clock=lambda: 100.0), out)


def test_the_first_moments_foretell_nothing() -> None:
    """A time left is told once there is something to tell it by."""
    out = io.StringIO()
    assert "1.0/2.0 MB, … left" in told(CardBars(SPEAKER, out, ["/card"], clock=lambda: 100.0), out)


def test_a_long_path_leaves_room_for_what_is_told() -> None:
    """Of a long path the end is shown, so that a narrow terminal shows how far the card is."""
    out = io.StringIO()
    card = "/media/marguerite/a-card-with-a-long-name/of-some-folder/CARD-17"
    bars = CardBars(SPEAKER, out, [card], clock=lambda: 100.0)
    bars.report(CardBegun(card, 4, 2_000_000))
    bars.report(CardProgress(card, COPYING, 1, 1_000_000))
    assert "\r\x1b[2K…/of-some-folder/CARD-17: copying 1/4 files, 1.0/2.0 MB" in out.getvalue()


def test_more_cards_than_lines_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a small terminal those at work are shown and the others counted, so that nothing runs off its top."""
    monkeypatch.setenv("LINES", "10")
    out = io.StringIO()
    cards = [f"/card{number}" for number in range(30)]
    bars = CardBars(SPEAKER, out, cards, clock=count(100.0, 5.0).__next__)
    for card in cards[:3]:
        bars.report(CardBegun(card, 4, 2_000_000))
        bars.report(CardProgress(card, COPYING, 1, 1_000_000))
    bars.report(CardOutcome(cards[0], "p", "Player 17", "v1", "v2", safe=True))
    last = out.getvalue().rpartition("\x1b[8A")[2].split("\n")[:-1]
    assert (len(last), "/card1: copying" in last[0], "/card2: copying" in last[1]) == (8, True, True)
    assert last[-1].endswith("and 23 more cards; of all 30 ready: 1, NOT ready: 0")


def test_the_lines_go_before_the_list_at_the_end() -> None:
    """What was drawn is taken away again."""
    out = io.StringIO()
    bars = CardBars(SPEAKER, out, ["/card"], clock=lambda: 100.0)
    told(bars, out)
    bars.end()
    assert out.getvalue().endswith("\x1b[1A\x1b[J")


def test_a_pipe_sees_only_what_matters() -> None:
    """No control characters and no progress: what was noticed, with its next step."""
    out = io.StringIO()
    text = told(CardLines(SPEAKER, out), out)
    assert text.startswith("/card: warning: the tracks of folder FR stand in another order")
    assert "\x1b" not in text


def test_a_pipe_is_told_which_cards_ctrl_c_left_unready() -> None:
    """Since no list follows, each card that was stopped is named at once."""
    out = io.StringIO()
    stopped = Finding(Severity.ERROR, Message("card-stopped", {"card": "/card"}))
    CardLines(SPEAKER, out).report(CardOutcome("/card", "p", "Player 17", "v1", "v2", safe=False, fault=stopped))
    assert out.getvalue() == "/card: NOT ready. Do not hand this player out.\n"


def test_programs_get_lines_of_json() -> None:
    """Every event but progress is one line, with codes and sentences."""
    out = io.StringIO()
    lines = [json.loads(line) for line in told(CardEvents(SPEAKER, out), out).splitlines()]
    assert [line["event"] for line in lines] == ["CardBegun", "CardNoticed", "CardOutcome"]
    assert (lines[1]["finding"]["code"], lines[2]["safe"]) == ("card-order", False)


def test_a_pipe_is_told_once_what_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    """How many tracks are to be made is one line; a program reads nothing of it."""
    for as_json in (False, True):
        making = making_for(SPEAKER, as_json=as_json)
        for done in range(3):
            making(done, 2)
    assert capsys.readouterr().out == "Making 2 tracks for this kind of player\n"


def test_a_terminal_sees_how_many_are_made(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The line is drawn over, and whatever follows begins a line of its own."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    making = making_for(SPEAKER, as_json=False)
    for done in range(2):
        making(done, 2)
    told = capsys.readouterr().out
    assert told.endswith(": 0 of 2\n\x1b[1A\r\x1b[2KMaking tracks for this kind of player: 1 of 2\n")
