"""The crew: what a worker was at when it died, hung or printed, and that nobody else pays for it."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

import pytest

from guide.build.crew import ALIKE, Crew
from guide.model.finding import Finding
from guide.model.plan import TrackPlan
from tests.build.conftest import Command, Workshop
from tests.build.pieces import Piece, do
from tests.build.test_bad_input import HEAD, broken_engine

pytestmark = pytest.mark.slow


def became(pieces: Iterable[Piece], folder: Path, jobs: int = 2) -> dict[str, str]:
    """Return what a crew made of pieces: its own name for what was made, else the finding's code."""
    plans = [cast("TrackPlan", piece) for piece in pieces]
    crew: Crew[TrackPlan, Any] = Crew(cast("Callable[..., Any]", do), jobs=jobs, cache_root=folder, media_root=folder)
    with crew:
        crew.add(plans)
        made = [(one.plan.id, one.result) for one in crew.made()]
    assert max(Counter(name for name, _ in made).values()) == 1
    return {name: result.code if isinstance(result, Finding) else result for name, result in made}


def test_a_fault_after_the_last_track_lets_every_worker_go(tmp_path: Path) -> None:
    """Pictures or the disk may fail then: no post is left waiting, whose worker the end of the build would wait for."""
    crew: Crew[TrackPlan, Any] = Crew(cast("Callable[..., Any]", do), jobs=4, cache_root=tmp_path, media_root=tmp_path)
    before = set(threading.enumerate())
    crew.add([cast("TrackPlan", Piece(name)) for name in "abcd"])
    posts = set(threading.enumerate()) - before
    assert sorted(str(one.result) for one in crew.made()) == ["a", "b", "c", "d"]
    with pytest.raises(ZeroDivisionError), crew:
        raise ZeroDivisionError
    for post in posts:
        post.join(30.0)
    assert (len(posts), [post for post in posts if post.is_alive()]) == (4, [])


def test_there_are_no_more_workers_than_there_is_to_do(tmp_path: Path) -> None:
    """One edited script has one worker; what is found to be made later has those that are still free to come."""
    crew: Crew[TrackPlan, Any] = Crew(cast("Callable[..., Any]", do), jobs=3, cache_root=tmp_path, media_root=tmp_path)
    before, posts = set(threading.enumerate()), []
    with crew:
        for names in ("a", "", "b", "cdefg"):
            crew.add([cast("TrackPlan", Piece(name)) for name in names])
            posts.append(len(set(threading.enumerate()) - before))
        assert sorted(str(one.result) for one in crew.made()) == list("abcdefg")
    assert posts == [1, 1, 2, 3]


def tries(folder: Path, piece: str) -> list[str]:
    """Return the process of each time that a piece was begun."""
    return (folder / piece).read_text().split()


@pytest.mark.parametrize("death", ["exit", "crash"])
def test_a_death_is_told_of_the_track_that_it_was(tmp_path: Path, death: str) -> None:
    """However seldom the build can look, only those fail whose worker died, and as what it is."""
    pieces = [Piece(f"{count}", death if count % 3 == 2 else "", limit_s=20.0) for count in range(60)]
    busy = threading.Event()
    thread = threading.Thread(target=lambda: [sum(range(1000)) for _ in iter(busy.is_set, True)])
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.05)
    thread.start()
    try:
        told = became(pieces, tmp_path)
    finally:
        sys.setswitchinterval(before)
        busy.set()
        thread.join()
    assert told == {one.id: "engine-died" if one.does else one.id for one in pieces}


def test_a_track_whose_worker_died_is_made_once_more_alone(tmp_path: Path) -> None:
    """A worker that died of what was before it, or beside it, fails nobody: the second time is in a new process."""
    pieces = [Piece("a"), Piece("b", "once"), Piece("c"), Piece("d", "once")]
    assert became(pieces, tmp_path) == {one.id: one.id for one in pieces}
    before = {process for name in "abcd" for process in tries(tmp_path, name)[:1]}
    assert before.isdisjoint({tries(tmp_path, "b")[1], tries(tmp_path, "d")[1]})


def test_an_engine_that_always_dies_is_not_tried_for_ever(tmp_path: Path) -> None:
    """Where some died alone too, one after the other, the rest are believed."""
    pieces = [Piece(f"{count}", "exit") for count in range(ALIKE + 3)]
    assert set(became(pieces, tmp_path).values()) == {"engine-died"}
    assert sum(len(tries(tmp_path, one.id)) for one in pieces) == len(pieces) + ALIKE


def test_a_hanging_worker_is_ended_and_costs_its_own_track(tmp_path: Path) -> None:
    """It is called stuck after its own limit, and its post goes on with a new process."""
    pieces = [Piece("hangs", "hang", limit_s=1.0), *(Piece(f"{count}", limit_s=0.9) for count in range(6))]
    told = became(pieces, tmp_path, jobs=1)
    assert told == {one.id: one.id for one in pieces} | {"hangs": "engine-stuck"}
    assert len(tries(tmp_path, "hangs")) == 1


def test_whatever_is_raised_fails_one_track(tmp_path: Path) -> None:
    """An engine that leaves Python ends nothing but its track."""
    assert became([Piece("a", "leave"), Piece("b")], tmp_path, jobs=1) == {"a": "track-crashed", "b": "b"}


def test_workers_are_ended_at_once_when_the_build_stops(tmp_path: Path) -> None:
    """An exception (Ctrl-C) waits for no hanging worker, and leaves none."""
    crew: Crew[TrackPlan, Any] = Crew(cast("Callable[..., Any]", do), jobs=1, cache_root=tmp_path, media_root=tmp_path)
    begun = time.monotonic()

    def interrupted() -> None:
        with crew:
            crew.add([cast("TrackPlan", Piece(name, "hang")) for name in "ab"])
            while not (tmp_path / "a").exists() or not tries(tmp_path, "a"):
                assert time.monotonic() < begun + 60
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with pytest.raises(ProcessLookupError):
        os.kill(int(tries(tmp_path, "a")[0]), 0)
    assert not (tmp_path / "b").exists()


def test_an_engine_that_dies_fails_its_stop_by_name(workshop: Workshop, command: Command) -> None:
    """With several workers, the others' stops are made and the one is told as broken down, not as stuck."""
    for number in range(201, 207):
        workshop.write(f"scripts_fr/{number}-stop{number}.md", HEAD.format(f"Arrêt {number}", "Voici. Et voilà."))
    environment = broken_engine(workshop, "os._exit(3)")
    for _ in range(3):
        answer = command("build", "--json", "--jobs", "2", "--force", environment=environment)
        told = [json.loads(line) for line in answer.stdout.splitlines()]
        failed = [(one["track"], one["finding"]["code"]) for one in told if one["event"] == "TrackFailed"]
        assert (answer.returncode, failed) == (1, [("moulin.fr.standard", "engine-died")])


def test_what_an_engine_prints_is_not_among_a_programs_lines(workshop: Workshop, command: Command) -> None:
    """Words of an engine, by Python or past it, go to the error stream: each line of standard output is JSON."""
    noise = "print('words of Python', flush=True); os.write(1, b'words of C\\n')"
    environment = broken_engine(workshop, noise)
    answer = command("build", "--json", environment=environment)
    assert [line for line in answer.stdout.splitlines() if not line.startswith('{"event"')] == []
    assert (answer.returncode, "words of Python" in answer.stderr, "words of C" in answer.stderr) == (0, True, True)


def test_debug_shows_where_an_engine_failed(workshop: Workshop, command: Command) -> None:
    """What fails a track in a worker shows its traceback where --debug asks for it, and only there."""
    environment = broken_engine(workshop, "raise SystemExit(4)")
    plain = command("build", environment=environment)
    assert ("guide build --debug" in plain.stdout, "Traceback" in plain.stdout + plain.stderr) == (True, False)
    assert "\nSystemExit: 4\n" in command("build", "--debug", environment=environment).stdout
    answer = command("build", "--debug", "--json", environment=environment)
    failed = next(one for one in map(json.loads, answer.stdout.splitlines()) if one["event"] == "TrackFailed")
    assert failed["finding"]["trace"].endswith("SystemExit: 4\n")
