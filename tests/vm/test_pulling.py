"""Cards pulled from the real drivers: every file whole, `ready` only when it is true, the next load mends all.

Each pull is a machine killed while it loads: what had reached the card stays, the rest is gone.
The same harness shows what rsync's default loses, which proves that it can see a loss.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from guide.model.card import READY
from tests.vm.bench import NEW, OLD, Bench, copied, judge, loaded_card, versions
from tests.vm.cards import make_card, read_card

pytestmark = pytest.mark.slow

PULLS = 40
AT_SUCCESS = 8
"""Of the pulls, so many in the instant in which success is told."""
LOAD = {"do": "load", "version": "v2", "files": NEW, "order": "directory", "prune": True}
SYSTEMS = [("vfat", "flush", PULLS // 2), ("vfat", "", PULLS // 2), ("exfat", "", PULLS)]
IDS = ["vfat-flush", "vfat", "exfat"]


@pytest.mark.parametrize(("system", "mount", "pulls"), SYSTEMS, ids=IDS)
def test_a_pulled_card_keeps_its_promises(bench: Bench, folder: Path, system: str, mount: str, pulls: int) -> None:
    """At random instants and at the line of success, no pull breaks a promise; a success is always whole."""
    base = folder / "base.img"
    loaded_card(bench, base, system, mount)
    whole = bench.do(copied(base, "whole.img"), system=system, mount=mount, **LOAD)
    old, new, chance = versions(OLD), versions(NEW), Random(7)  # noqa: S311  # instants, no secrets
    verdicts = []
    for number in range(pulls):
        at_success = number % (PULLS // AT_SUCCESS) == 0
        delay_s = None if at_success else chance.uniform(0.0, 1.2 * whole["seconds"])
        card = copied(base, "card.img")
        phase = bench.pull(card, delay_s, system=system, mount=mount, **LOAD)
        verdict = judge(card, system, old, new)
        ready = verdict.manifest is not None and (verdict.manifest.state, verdict.manifest.version) == (READY, "v2")
        verdicts.append((number, phase, verdict.sound and (ready or phase != "success"), verdict))
    assert [one for one in verdicts if not one[2]] == []


@pytest.mark.parametrize(("system", "mount"), [("vfat", "flush"), ("exfat", "")], ids=["vfat", "exfat"])
def test_the_next_load_mends_a_pulled_card(bench: Bench, folder: Path, system: str, mount: str) -> None:
    """A card pulled in each part of a load is loaded again: whole, in order, and only once."""
    base = folder / "base.img"
    loaded_card(bench, base, system, mount)
    new = versions(NEW)
    mended = []
    for delay_s in (0.1, 0.5, 1.0, 1.6, 2.4):
        card = copied(base, "card.img")
        bench.pull(card, delay_s, system=system, mount=mount, **LOAD)
        answer = bench.do(card, system=system, mount=mount, **LOAD)
        verdict = judge(card, system, new, new)
        order = bench.do(card, do="order", system=system)["order"]["FR"]
        mended.append((answer["safe"], verdict.sound, order == sorted(order)))
    assert mended == [(True, True, True)] * 5


@pytest.mark.parametrize("system", ["vfat", "exfat"])
def test_what_lies_on_the_card_is_what_is_read_back(bench: Bench, folder: Path, system: str) -> None:
    """A load of a mounted card reads past the kernel's memory, and the same load again copies nothing."""
    card = folder / "card.img"
    loaded_card(bench, card, system)
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
