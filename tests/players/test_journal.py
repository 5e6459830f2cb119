"""What a card says of itself: two copies, the newer sound one counts; the journal survives a torn write."""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from guide.errors import ManifestError
from guide.model.card import LOADING, CardManifest, CardRecord
from guide.players.journal import (
    COPIES,
    DANGER,
    NAMED,
    SLOT_BYTES,
    Danger,
    batches,
    named_danger,
    pack,
    read_danger,
    read_manifest,
    unpack,
    write_manifest,
)
from guide.players.mounted import MountedCard

MANIFEST = CardManifest(
    serial=0, player="p", label="L", guide="g", version="v1", before="", profile="test", languages=("fr",),
    state=LOADING, files=(CardRecord("FR/101.MP3", 3, "0" * 64, "a.fr.standard"),),
)  # fmt: skip


PRINTED = some.text(some.characters(blacklist_categories=["Cc", "Cs"], blacklist_characters="\\/"), min_size=1)


@given(PRINTED, PRINTED.filter(lambda name: name not in {".", ".."}), some.integers(0, 10**9))
def test_what_is_packed_is_unpacked(label: str, path: str, size_bytes: int) -> None:
    """A manifest comes back as it went in, whatever is written in it."""
    manifest = replace(MANIFEST, label=label, earlier=(CardRecord(path, size_bytes, "f" * 64),))
    assert unpack(pack(manifest)) == manifest


@given(some.data())
def test_a_changed_byte_is_seen(data: some.DataObject) -> None:
    """A manifest of which one byte is wrong is not believed."""
    packed = bytearray(pack(MANIFEST))
    place = data.draw(some.integers(0, len(packed) - 2))
    packed[place] ^= data.draw(some.sampled_from([1, 2, 4, 8, 64]))
    assert unpack(bytes(packed)) in {None, MANIFEST}


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "FR//x", "FR/../../x", "a\\b", "FR/\x1b[2J"])
def test_a_manifest_that_leads_off_the_card_is_not_believed(path: str) -> None:
    """A card comes from anywhere: its paths stay on it and hold nothing that a terminal obeys."""
    assert unpack(pack(replace(MANIFEST, earlier=(CardRecord(path, 1, "f" * 64),)))) is None


def test_a_label_that_a_terminal_would_obey_is_not_believed() -> None:
    """Nor does a label."""
    assert unpack(pack(replace(MANIFEST, label="\x1b[31mPlayer"))) is None


@given(some.binary(max_size=200))
def test_anything_else_is_no_manifest(data: bytes) -> None:
    """Other bytes are not believed and raise nothing."""
    assert unpack(data) is None


def told(**changes: object) -> bytes:
    """Return a manifest as somebody else may have written it, its checksum right."""
    content = {**json.loads(pack(MANIFEST)), **changes}
    del content["checksum"]
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return json.dumps({"checksum": sha256(text.encode()).hexdigest(), **content}).encode()


FILE = {"path": "FR/101.MP3", "size_bytes": 3, "sha256": "0" * 64, "track": "a.fr.standard"}


@pytest.mark.parametrize(
    "changes",
    [
        {"serial": "3"},
        {"serial": True},
        {"serial": 1 << 70},
        {"label": None},
        {"languages": [3]},
        {"languages": "fr"},
        {"languages": ["\x1b[2J"]},
        {"level": ["standard"]},
        {"volume": 7},
        {"files": {"path": "x"}},
        {"files": [{**FILE, "size_bytes": "3"}]},
        {"files": [{**FILE, "size_bytes": -1}]},
        {"files": [{**FILE, "track": None}]},
        {"earlier": [{**FILE, "sha256": 0}]},
        {"earlier": [[]]},
    ],
)
def test_a_value_of_another_kind_is_not_believed(changes: dict[str, object]) -> None:
    """What would fail later, when the card is at work, is no manifest from the beginning."""
    assert (unpack(told()), unpack(told(**changes))) == (MANIFEST, None)


def test_brackets_without_end_are_no_manifest() -> None:
    """A card whose manifest nests deeper than anything can be read is a card without one."""
    assert unpack(b"[" * 200_000) is None


def test_a_manifest_of_any_size_is_not_read(tmp_path: Path) -> None:
    """A file that would fill this computer's memory is no manifest; the other copy counts."""
    card = MountedCard(tmp_path)
    first = write_manifest(card, MANIFEST)
    with (tmp_path / COPIES[(first.serial + 1) % 2]).open("wb") as file:
        file.truncate(1 << 40)
    assert read_manifest(card) == first


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_manifest_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    """A card that holds links does not lead to a file of this computer."""
    elsewhere, card = tmp_path / "elsewhere", tmp_path / "card"
    card.mkdir()
    elsewhere.write_bytes(pack(MANIFEST))
    (card / COPIES[0]).symlink_to(elsewhere)
    with pytest.raises(OSError, match=COPIES[0]):
        read_manifest(MountedCard(card))


def test_a_newer_form_is_refused() -> None:
    """A manifest of a later version of the program is an error and not overwritten."""
    content = {**json.loads(pack(MANIFEST)), "schema": 99, "more": "than is known here"}
    del content["checksum"]
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    with pytest.raises(ManifestError) as caught:
        unpack(json.dumps({"checksum": sha256(text.encode()).hexdigest(), **content}).encode())
    assert caught.value.message.code == "card-newer"


def test_a_damaged_form_is_no_newer_one() -> None:
    """A flipped bit in the form's number does not ask for a newer program: the other copy counts."""
    assert unpack(pack(MANIFEST).replace(b'"schema": 1', b'"schema": 3')) is None


def test_the_newer_copy_counts(tmp_path: Path) -> None:
    """Copies are written in turn, and the last one is read."""
    card = MountedCard(tmp_path)
    first = write_manifest(card, MANIFEST)
    second = write_manifest(card, replace(first, version="v2"))
    assert (read_manifest(card), len(list(tmp_path.iterdir()))) == (second, 2)


def test_a_damaged_newer_copy_leaves_the_older(tmp_path: Path) -> None:
    """When the last copy was torn the one before it holds."""
    card = MountedCard(tmp_path)
    first = write_manifest(card, MANIFEST)
    second = write_manifest(card, replace(first, version="v2"))
    torn = tmp_path / COPIES[second.serial % 2]
    torn.write_bytes(torn.read_bytes()[:100])
    assert read_manifest(card) == first


def test_the_journal_names_the_last_file(tmp_path: Path) -> None:
    """The file in danger is read from the card while it is in danger."""
    card = MountedCard(tmp_path)
    danger = Danger(card)
    for name in ("FR/101.MP3", "FR/102.MP3", "FR/103 – été.MP3"):
        with danger.of([name, "EN/101.MP3"]):
            assert read_danger(card) == (name, "EN/101.MP3")
    danger.close()


def test_a_torn_journal_names_the_file_before(tmp_path: Path) -> None:
    """A half-written record is not believed: its renaming had not begun."""
    card = MountedCard(tmp_path)
    danger = Danger(card)
    for name in ("FR/101.MP3", "FR/102.MP3"):
        with danger.of([name]):
            pass
    danger.close()
    data = bytearray((tmp_path / DANGER).read_bytes())
    data[3:30] = b"?" * 27
    (tmp_path / DANGER).write_bytes(data)
    assert (read_danger(card), len(data)) == (("FR/101.MP3",), 2 * SLOT_BYTES)


def slots_of(*texts: bytes) -> bytes:
    """Return a journal of records with these texts, their checksums right."""
    return b"".join((b"%08x %s" % (zlib.crc32(text), text)).ljust(SLOT_BYTES) for text in texts)


@pytest.mark.parametrize(
    "odd", [b'["9", ["x"]]', b"[9, [3]]", b'[9, ["../x"]]', b'[9, ["/x"]]', b"[" * 4000, b"[9, 3]"]
)
def test_an_odd_record_is_passed_over(odd: bytes) -> None:
    """A record that nobody of ours wrote, beside a sound one, is not believed and raises nothing."""
    assert named_danger(slots_of(odd, b'[1, ["FR/101.MP3"]]')) == ("FR/101.MP3",)


@pytest.mark.parametrize("paths", [["caf\udce9.txt"], ["\ud83d.txt", "FR/101.MP3"], ["caf\x82.mp3"], ["a\\b\n.mp3"]])
def test_a_stranger_s_name_that_is_no_text_has_its_turn_too(tmp_path: Path, paths: Sequence[str]) -> None:
    """A name from a card that is mounted with other letters, or written by Windows, is named like any other."""
    danger = Danger(MountedCard(tmp_path))
    with danger.of(batches(paths)[0]):
        assert read_danger(MountedCard(tmp_path)) == tuple(paths)
    danger.close()


def test_a_card_without_a_journal_names_nothing(tmp_path: Path) -> None:
    """No journal, no file in danger."""
    assert read_danger(MountedCard(tmp_path)) == ()


@given(some.lists(PRINTED, max_size=60))
def test_every_file_has_its_turn_in_the_journal(paths: list[str]) -> None:
    """However long their names, all are named, in their order, a few at a time."""
    groups = batches(paths)
    assert ([one for group in groups for one in group], all(groups)) == (paths, True)
    assert all(len(group) <= NAMED for group in groups)
