"""The cache: what it keeps, what it refuses to give back."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from guide.errors import StoreError
from guide.store.cache import Cache
from guide.store.writing import write_whole

KEY, OTHER = "a" * 64, "b" * 64


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Return an empty cache."""
    return Cache(tmp_path / "cache")


def test_gives_back_what_was_put(cache: Cache) -> None:
    """An entry comes back byte for byte."""
    cache.put("speech", KEY, b"sound")
    assert cache.get("speech", KEY) == b"sound"


def test_empty_cache_has_nothing(cache: Cache) -> None:
    """A key that was never put is no error."""
    assert (cache.get("speech", KEY), cache.stored("speech", KEY), cache.keys("speech")) == (None, None, frozenset())


def test_kinds_are_apart(cache: Cache) -> None:
    """The same key of another kind is another entry."""
    cache.put("speech", KEY, b"sound")
    assert cache.has("master", KEY) is False


def test_damaged_entry_is_as_good_as_none(cache: Cache) -> None:
    """An entry whose bytes changed is not given back, and is gone afterwards."""
    stored = cache.put("speech", KEY, b"sound")
    stored.path.write_bytes(b"soynd")
    assert (cache.get("speech", KEY), cache.has("speech", KEY)) == (None, False)


@pytest.mark.parametrize("from_now_s", [-3600, 3600])
def test_newer_bytes_replace_older(cache: Cache, from_now_s: float) -> None:
    """One key gives the last bytes put; others go, whatever the clock said then, but for what was put just now."""
    old = cache.put("speech", KEY, b"old")
    os.utime(old.path, (0, time.time() + from_now_s))
    for content in (b"2", b"3", b"1"):
        cache.put("speech", KEY, content)
        stored = cache.stored("speech", KEY)
        assert stored
        assert (cache.get("speech", KEY), stored.path.read_bytes()) == (content, content)
    assert not old.path.exists()


RIVAL = """
import sys
from pathlib import Path
from guide.store.cache import Cache
cache, mine = Cache(Path(sys.argv[1])), sys.argv[2].encode()
print("begun", flush=True)
while True:
    cache.put("speech", "a" * 64, mine * 1000)
"""


def test_readers_and_writers_do_not_disturb_each_other(cache: Cache) -> None:
    """Two engines' processes that give one sentence different sound leave one of both, at every moment."""
    whole = {b"x" * 1000, b"y" * 1000}
    cache.put("speech", KEY, b"x" * 1000)
    rivals = [
        subprocess.Popen([sys.executable, "-c", RIVAL, str(cache.root), sign], stdout=subprocess.PIPE) for sign in "xy"
    ]
    try:
        for rival in rivals:
            assert rival.stdout
            rival.stdout.readline()
        for _ in range(300):
            assert cache.get("speech", KEY) in whole
            assert cache.stored("speech", KEY) is not None
    finally:
        for rival in rivals:
            rival.kill()
            rival.communicate()
    assert cache.get("speech", KEY) in whole


def test_keys_leave_out_parts_of_a_crash(cache: Cache) -> None:
    """A part that a killed process left is no key."""
    cache.put("speech", KEY, b"sound")
    (cache.root / "speech" / "aa" / ".guide-part-1-x").write_bytes(b"half")
    assert cache.keys("speech") == {KEY}


def test_prune_keeps_what_it_is_told(cache: Cache) -> None:
    """Pruning takes away all but the entries named, and says how much that was."""
    cache.put("speech", KEY, b"keep")
    cache.put("speech", OTHER, b"go away")
    assert cache.prune([("speech", KEY)]) == (1, 7)
    assert cache.keys("speech") == {KEY}


def test_copying_a_damaged_entry_is_refused(cache: Cache, tmp_path: Path) -> None:
    """A stored file is compared with its digest while it is copied; nothing half or false is published."""
    stored = cache.put("audio", KEY, b"sound")
    stored.path.write_bytes(b"soynd")
    target = tmp_path / "out.mp3"
    with pytest.raises(StoreError) as caught:
        write_whole(target, stored)
    assert caught.value.message.code == "cache-damaged"
    assert list(tmp_path.glob("*.mp3")) == []


def test_only_damaged_entries_are_dropped(cache: Cache) -> None:
    """All that are damaged go at once; sound ones stay."""
    damaged = [cache.put(kind, KEY, b"sound") for kind in ("audio", "speech")]
    kept = cache.put("master", KEY, b"sound")
    for one in damaged:
        one.path.write_bytes(b"soynd")
    assert cache.drop_damaged() == 2
    assert ([one.path.exists() for one in damaged], kept.path.exists()) == ([False, False], True)


def test_a_full_disk_is_told_by_the_cache_not_by_a_key(cache: Cache) -> None:
    """A person is told where the cache is; 128 digits of a file's name would tell nothing."""
    cache.root.mkdir(parents=True, exist_ok=True)
    (cache.root / "audio").write_bytes(b"a file where a folder must be")
    with pytest.raises(StoreError) as caught:
        cache.put("audio", KEY, b"sound")
    assert caught.value.message.values["path"] == str(cache.root)


def test_neighbours_in_a_folder_are_apart(cache: Cache) -> None:
    """Keys that begin alike lie in one folder; each is answered, replaced and lost for itself."""
    near = KEY[:-1] + "b"
    cache.put("speech", KEY, b"old")
    cache.put("speech", near, b"other words")
    cache.put("speech", KEY, b"sound")
    assert (cache.get("speech", KEY), cache.get("speech", near)) == (b"sound", b"other words")
    for entry in cache.root.glob(f"speech/*/{KEY}.*"):
        entry.unlink()
    assert (cache.has("speech", KEY), cache.get("speech", near)) == (False, b"other words")


def test_hundreds_are_found_where_they_were_listed(cache: Cache) -> None:
    """What was put in place of an entry since, what is gone, and what came later are found all the same."""
    assert (cache.listed("audio", KEY), cache.listed_digest("audio", KEY)) == (None, "")
    first = cache.put("audio", KEY, b"sound")
    assert (cache.listed("audio", KEY), cache.listed_digest("audio", KEY)) == (first, "")
    assert cache.keys("audio") == {KEY}
    assert (cache.listed("audio", KEY), cache.listed_digest("audio", KEY)) == (first, first.sha256)
    first.path.unlink()
    second = cache.put("audio", KEY, b"other sound")
    assert cache.listed("audio", KEY) == second
    second.path.unlink()
    assert cache.listed("audio", KEY) is None


def test_of_two_entries_none_is_taken_by_its_place_in_the_list(cache: Cache) -> None:
    """Two processes may leave two entries of a key: the newer one counts, whatever its name."""
    older, newer = cache.put("audio", KEY, b"sound"), cache.put("audio", KEY, b"other sound")
    older.path.write_bytes(b"sound")
    os.utime(older.path, ns=(1, 1))
    assert cache.keys("audio") == {KEY}
    assert (cache.listed("audio", KEY), cache.listed_digest("audio", KEY)) == (newer, "")


def test_an_entry_is_given_as_a_file_to_copy(cache: Cache) -> None:
    """Path, size and digest are what `put` said; an entry of another kind is none."""
    put = cache.put("audio", KEY, b"sound")
    assert (cache.stored("audio", KEY), cache.stored("master", KEY)) == (put, None)
    assert (put.size_bytes, put.sha256) == (5, sha256(b"sound").hexdigest())


def test_a_sound_entry_is_copied_byte_for_byte(cache: Cache, tmp_path: Path) -> None:
    """However long it is: more than is read at one time."""
    content = bytes(range(256)) * 5_000
    write_whole(tmp_path / "out.mp3", cache.put("audio", KEY, content))
    assert (tmp_path / "out.mp3").read_bytes() == content


def test_the_content_of_a_damaged_entry_is_refused(cache: Cache) -> None:
    """Who asks for the bytes of a stored file gets the right ones or an error that names it."""
    stored = cache.put("audio", KEY, b"sound")
    assert Cache.content(stored) == b"sound"
    stored.path.write_bytes(b"soynd")
    with pytest.raises(StoreError) as caught:
        Cache.content(stored)
    assert (caught.value.message.code, caught.value.message.values["path"]) == ("cache-damaged", str(stored.path))


def test_a_part_of_a_crash_is_no_damaged_entry(cache: Cache) -> None:
    """Another process may be writing it at this moment."""
    part = cache.put("audio", KEY, b"sound").path.with_name(".guide-part-1-x")
    part.write_bytes(b"half")
    assert (cache.drop_damaged(), part.exists()) == (0, True)
