"""Cards pulled from the real drivers: every file whole, `ready` only when it is true, the next load mends all.

Each pull is a machine killed while it loads: what had reached the card stays, the rest is gone.
The same harness shows what rsync's default loses, which proves that it can see a loss.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from random import Random

import pytest

from guide.model.card import READY
from tests.vm.bench import NEW, OLD, Bench, Verdict, copied, judge, versions
from tests.vm.cards import half_written, make_card, read_card

pytestmark = pytest.mark.slow

PULLS = 10
"""In one round: a test ends well within its time even on a busy computer. There are 40 pulls of each file system
during an update, and 40 during a first load."""
AT_SUCCESS = 2
"""Of a round's pulls, so many in the instant in which success is told."""
LOAD = {"do": "load", "version": "v2", "files": NEW, "order": "directory", "prune": True}
ROUNDS = [
    *(("vfat", "flush", chance) for chance in (1, 2)),
    *(("vfat", "", chance) for chance in (3, 4)),
    *(("exfat", "", chance) for chance in (5, 6, 7, 8)),
]


def broken(
    bench: Bench,
    base: Path,
    old: Mapping[str, bytes],
    *,
    system: str,
    mount: str,
    chance: int,
    spared: Collection[str] = (),
) -> list[tuple[int, str, Verdict]]:
    """Pull copies of a card during a load of the new version; return the pulls that broke a promise."""
    instants, found, whole_s = Random(chance), [], 0.0  # noqa: S311  # instants, no secrets
    for number in range(PULLS):
        at_success = number % (PULLS // AT_SUCCESS) == 0
        delay_s = None if at_success else instants.uniform(0.0, 1.2 * whole_s)
        card = copied(base, "card.img")
        pull = bench.pull(card, delay_s, system=system, mount=mount, **LOAD)
        whole_s = whole_s or pull.seconds  # of the first, which is at success
        verdict = judge(card, system, old, versions(NEW), spared=spared)
        ready = verdict.manifest is not None and (verdict.manifest.state, verdict.manifest.version) == (READY, "v2")
        if not verdict.sound or ((at_success or pull.phase == "success") and not ready):
            found.append((number, pull.phase, verdict))
    return found


@pytest.mark.parametrize(("system", "mount", "chance"), ROUNDS)
def test_a_pulled_card_keeps_its_promises(bench: Bench, folder: Path, system: str, mount: str, chance: int) -> None:
    """At random instants and at the line of success, no pull breaks a promise; a success is always whole."""
    base = copied(bench.loaded(system, mount), "base.img", folder)
    assert broken(bench, base, versions(OLD), system=system, mount=mount, chance=chance) == []


@pytest.mark.parametrize(("system", "mount", "chance"), ROUNDS)
def test_a_pulled_first_load_spoils_nothing(bench: Bench, folder: Path, system: str, mount: str, chance: int) -> None:
    """On a card that was empty, each file is whole or not there, without exception."""
    base, new = folder / "base.img", versions(NEW)
    make_card(base, system)
    assert broken(bench, base, {}, system=system, mount=mount, chance=chance, spared=new) == []


@pytest.mark.parametrize(("system", "mount"), [("vfat", "flush"), ("vfat", ""), ("exfat", "")])
def test_each_step_of_a_first_load_can_be_the_last(bench: Bench, folder: Path, system: str, mount: str) -> None:
    """Pulled while folders are filled aside, and before and after each step that brings one home: nothing is spoilt.

    The next load completes the card.
    """
    base, new = folder / "base.img", versions(NEW)
    make_card(base, system)
    moves = bench.do(copied(base, "whole.img"), system=system, mount=mount, halts=[], **LOAD)["moves"]
    steps = (move + step for move in (moves[0], moves[-1]) for step in range(4))
    instants = [moves[0] // 3, 2 * moves[0] // 3, *steps]
    found, gone_on = [], []
    stills = bench.stills(copied(base, "card.img"), instants, system=system, mount=mount, **LOAD)
    for instant, card in zip(instants, stills, strict=True):
        pulled = judge(card, system, {}, new, spared=new)
        again = bench.do(card, system=system, mount=mount, **LOAD)
        mended = judge(card, system, new, new)
        gone_on.append(again["copied"] < len(new))
        if not (pulled.sound and again["safe"] and mended.sound):
            found.append((instant, pulled, again, mended))
    assert (found, len(moves), all(gone_on[1:])) == ([], 3, True)


@pytest.mark.parametrize(("system", "mount"), [("vfat", "flush"), ("exfat", "")], ids=["vfat", "exfat"])
def test_the_next_load_mends_a_pulled_card(bench: Bench, folder: Path, system: str, mount: str) -> None:
    """A card pulled in each part of a load is loaded again: whole, in order, and only once."""
    base, new = copied(bench.loaded(system, mount), "base.img", folder), versions(NEW)
    mended = []
    for delay_s in (0.1, 0.5, 1.0, 1.6, 2.4):
        card = copied(base, "card.img")
        bench.pull(card, delay_s, system=system, mount=mount, **LOAD)
        with bench.machine(card) as machine:
            answer = machine.answer({"system": system, "mount": mount, **LOAD})
            verdict = judge(card, system, new, new)
            order = machine.answer({"do": "order", "system": system})["order"]["FR"]
        mended.append((answer["safe"], verdict.sound, order == sorted(order)))
    assert mended == [(True, True, True)] * 5


def test_half_a_move_of_ordering_is_mended(bench: Bench, folder: Path) -> None:
    """Of the two folders of exFAT that a move changes one reached the card: the file has two names, or none.

    The next load gives it one, whose clusters belong to it alone.
    """
    base, card = copied(bench.loaded("exfat", ""), "base.img", folder), folder / "card.img"
    move = bench.do(copied(base, "whole.img"), system="exfat", halts=[], **LOAD)["orders"][0]
    stills = bench.stills(copied(base, "running.img"), (move, move + 3), system="exfat", **LOAD)
    before, after = (still.read_bytes() for still in stills)
    mended = []
    for half in half_written(before, after):
        card.write_bytes(half)
        answer = bench.do(card, system="exfat", **LOAD)
        mended.append((answer["safe"], judge(card, "exfat", versions(NEW), versions(NEW))))
    assert [(safe, verdict.wrong, verdict.complaints) for safe, verdict in mended] == [(True, (), ())] * 2


@pytest.mark.parametrize(("system", "chance"), [("vfat", 1), ("exfat", 2)])
def test_names_of_every_length_are_put_in_order(bench: Bench, folder: Path, system: str, chance: int) -> None:
    """In the root, where our own files stand, gaps of every size come about; no short name ends up in one of them."""
    card, chances = folder / "card.img", Random(chance)  # noqa: S311  # names, no secrets
    make_card(card, system)
    answers = []
    with bench.machine(card) as machine:
        for version in ("v1", "v2", "v3"):
            lengths = {number: chances.choice((3, 6, 9, 14, 20, 40, 60)) for number in chances.sample(range(60), 25)}
            files = [(f"{f'{number:03} ':a<{lengths[number]}}.mp3", version, 9000) for number in sorted(lengths)]
            answers.append(machine.answer({**LOAD, "version": version, "files": files, "system": system}))
    assert [(one["safe"], one["fault"]) for one in answers] == [(True, "")] * 3


@pytest.mark.parametrize("system", ["vfat", "exfat"])
def test_what_lies_on_the_card_is_what_is_read_back(bench: Bench, folder: Path, system: str) -> None:
    """A load of a mounted card reads past the kernel's memory, and the same load again copies nothing."""
    card = copied(bench.loaded(system, ""), "card.img", folder)
    answer = bench.do(card, do="load", system=system, version="v1", files=OLD, order="directory")
    assert (answer["rereads"], answer["safe"], answer["copied"]) == ("past-cache", True, 0)


def test_rsync_loses_files_on_a_pull(bench: Bench, folder: Path) -> None:
    """The harness sees a loss where there is one: rsync with --fsync has said that it is done, and files are gone."""
    card = folder / "card.img"
    make_card(card, "vfat")
    bench.do(card, do="load", system="vfat", version="v1", files=OLD)
    bench.pull(card, None, do="rsync", system="vfat", options=["--fsync"], files=[(p, "v2", s) for p, _, s in OLD])
    found, old, new = read_card(card, "vfat"), versions(OLD), versions([(p, "v2", s) for p, _, s in OLD])
    lost = [path for path in old if found.get(path) not in {old[path], new[path]}]
    assert len(lost) > len(old) // 2
