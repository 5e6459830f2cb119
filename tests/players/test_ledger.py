"""The ledger: appended, merged, read in spite of a broken line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from guide.model.card import LedgerEntry
from guide.players import ledger

ENTRY = LedgerEntry("1", "2014-09-05T08:00:00Z", "load", "p1", "Player 1", "g", "test", ("fr",), "", "v1", "ready")


def test_entries_come_back_in_order_of_time(tmp_path: Path) -> None:
    """What is appended is read, earlier times first."""
    later = replace(ENTRY, id="2", at="2014-09-06T08:00:00Z", bad=("FR/101.MP3",))
    for entry in (later, ENTRY):
        ledger.append(tmp_path, entry)
    assert ledger.read(tmp_path) == ([ENTRY, later], [])


def test_a_name_that_is_no_text_takes_nothing_from_the_line(tmp_path: Path) -> None:
    """Who loaded may be typed in bytes of another time; the line is written all the same."""
    ledger.append(tmp_path, replace(ENTRY, by="Ren\udce9"))
    assert ledger.read(tmp_path) == ([replace(ENTRY, by="Ren?")], [])


def test_entries_of_one_second_keep_the_order_of_their_lines(tmp_path: Path) -> None:
    """A verification right after a load stands after it."""
    entries = [replace(ENTRY, id=name) for name in "9x1a5"]
    for entry in entries:
        ledger.append(tmp_path, entry)
    assert ledger.read(tmp_path)[0] == entries


def test_two_ledgers_are_merged_by_joining_them(tmp_path: Path) -> None:
    """Lines that stand in both count once."""
    one, two = tmp_path / "one", tmp_path / "two"
    other = replace(ENTRY, id="2", player="p2", at="2014-09-04T08:00:00Z")
    ledger.append(one, ENTRY)
    ledger.append(two, ENTRY)
    ledger.append(two, other)
    both = (one / ledger.FILE).read_text("utf-8") + (two / ledger.FILE).read_text("utf-8")
    (one / ledger.FILE).write_text(both, encoding="utf-8")
    assert ledger.read(one)[0] == [other, ENTRY]


def test_a_broken_line_is_told_and_passed_over(tmp_path: Path) -> None:
    """A line cut by a crash is a warning with its number; the next entry begins a line of its own."""
    ledger.append(tmp_path, ENTRY)
    with (tmp_path / ledger.FILE).open("a", encoding="utf-8") as file:
        file.write('{"id": "2", "at"')
    ledger.append(tmp_path, replace(ENTRY, id="3"))
    entries, findings = ledger.read(tmp_path)
    assert ([one.id for one in entries], [one.message.values["line"] for one in findings]) == (["1", "3"], [2])


def test_what_a_later_version_adds_is_passed_over(tmp_path: Path) -> None:
    """An entry with a field that is not known here is still read."""
    ledger.append(tmp_path, ENTRY)
    path = tmp_path / ledger.FILE
    path.write_text(path.read_text("utf-8").replace('{"id"', '{"battery":90,"id"'), encoding="utf-8")
    assert ledger.read(tmp_path)[0] == [ENTRY]


def test_versions_are_kept_once(tmp_path: Path) -> None:
    """The tracks of a version come back; one that was never loaded is not known."""
    ledger.keep_version(tmp_path, "v1", {"a.fr.standard": "0"})
    ledger.keep_version(tmp_path, "v1", {})
    assert (ledger.read_version(tmp_path, "v1"), ledger.read_version(tmp_path, "v2")) == ({"a.fr.standard": "0"}, None)


def test_a_label_with_a_line_separator_is_one_entry(tmp_path: Path) -> None:
    """Only a line end parts two entries; names may hold what else looks like one."""
    entry = replace(ENTRY, label="Player\u20281\u0085")
    ledger.append(tmp_path, entry)
    assert ledger.read(tmp_path) == ([entry], [])


def test_two_loads_keep_one_version_at_once(tmp_path: Path) -> None:
    """What another load has begun to write is left to it, and the version is whole at once."""
    begun = tmp_path / ledger.VERSIONS / "v1.part"
    begun.parent.mkdir()
    begun.write_text("{", encoding="utf-8")
    ledger.keep_version(tmp_path, "v1", {"a.fr.standard": "0"})
    assert (ledger.read_version(tmp_path, "v1"), begun.read_text("utf-8")) == ({"a.fr.standard": "0"}, "{")
    assert sorted(path.name for path in begun.parent.iterdir()) == ["v1.json", "v1.part"]
