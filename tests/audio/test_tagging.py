"""Tags, read back by mutagen, tinytag and FFmpeg."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from imageio_ffmpeg import get_ffmpeg_exe
from mutagen import id3
from PIL import Image
from tinytag import TinyTag

from guide.audio.mp3 import encode, examine
from guide.audio.sound import Samples
from guide.audio.tagging import Chapter, Tags, TimedLine, read_tags, tag, untagged
from guide.errors import MediaError

MakeSound = Callable[..., Samples]


def jpeg() -> bytes:
    """Return a small picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), "#336699").save(buffer, "JPEG")
    return buffer.getvalue()


TAGS = Tags(
    title="Ascq, la nuit des Rameaux — « l’œuvre »",
    album="Libération",
    artist="La Coupole",
    number=5,
    total=14,
    language="fra",
    stop_number="201",
    year="2014",
    copyright="2014 Le musée",
    comment="ascq",
    lyrics="Première phrase.\nDeuxième phrase : été, cœur, Łódź.",
    lines=(TimedLine(0.4, "Première phrase."), TimedLine(3.25, "Deuxième phrase : été, cœur, Łódź.")),
    picture=jpeg(),
    voice="fr-FR",
    engine="pico",
    engine_version="0.1.1",
    script_sha256="0" * 64,
    cleaning="recordings/fr/201-ascq.wav: high-pass 70 Hz",
    chapters=(Chapter("Un", 0.0, 2.0), Chapter("Deux", 2.0, 5.5)),
)


@pytest.fixture(scope="module")
def track(speech: MakeSound) -> bytes:
    """Return an MP3 without tags."""
    return encode(speech(6.0, rate_hz=44_100), 44_100, 64)


@pytest.mark.parametrize("version", [3, 4])
def test_tags_come_back_whole(version: int, track: bytes) -> None:
    """Every field, accents and times included, in both versions of the standard."""
    assert read_tags(tag(track, TAGS, version=version)) == TAGS


def test_fields_without_content_are_not_written(track: bytes) -> None:
    """A title alone makes a tag with a title alone, and a language."""
    tags = Tags("Seul")
    tagged = tag(track, tags)
    assert sorted(id3.ID3(io.BytesIO(tagged))) == ["TIT2", "TLAN"]
    assert read_tags(tagged) == tags


@pytest.mark.parametrize(("version", "encoding"), [(3, id3.Encoding.UTF16), (4, id3.Encoding.UTF8)])
def test_frames_are_those_of_the_version(version: int, encoding: int, track: bytes) -> None:
    """v2.3 has UTF-16 and a year, v2.4 UTF-8 and a time; the sound's words are timed in milliseconds."""
    found = id3.ID3(io.BytesIO(tag(track, TAGS, version=version)), translate=False)
    assert found.version == (2, version, 0)
    assert found["TIT2"].encoding == encoding
    assert ("TYER" in found, "TDRC" in found) == (version == 3, version == 4)
    timed = found["SYLT::fra"]
    assert (timed.format, timed.type, timed.text[1][1]) == (2, 1, 3_250)
    assert found["USLT::fra"].lang == "fra"


@pytest.mark.parametrize("version", [3, 4])
def test_tinytag_reads_them(version: int, track: bytes) -> None:
    """A reader that shares no code with the writer finds the same."""
    found = TinyTag.get(filename="a.mp3", file_obj=io.BytesIO(tag(track, TAGS, version=version)), image=True)
    assert (found.title, found.album, found.artist) == (TAGS.title, TAGS.album, TAGS.artist)
    assert (found.track, found.track_total, found.year, found.comment) == (5, 14, "2014", "ascq")
    assert found.images.front_cover is not None
    assert found.images.front_cover.data == TAGS.picture
    assert found.duration == pytest.approx(6.0, abs=0.05)


@pytest.mark.parametrize("version", [3, 4])
def test_ffmpeg_reads_them(version: int, track: bytes, tmp_path: Path) -> None:
    """FFmpeg finds texts, words, and chapters with their times."""
    path = tmp_path / "a.mp3"
    path.write_bytes(tag(track, TAGS, version=version))
    command = [get_ffmpeg_exe(), "-hide_banner", "-i", str(path), "-f", "ffmetadata", "-"]
    told = subprocess.run(command, capture_output=True, check=True)
    lines = told.stdout.decode().splitlines()
    wanted = [f"title={TAGS.title}", "track=5/14", "STOP=201", "album=Libération", "title=Deux"]
    assert [line for line in wanted if line not in lines] == []
    assert "Chapter #0:1: start 2.000000, end 5.500000" in told.stderr.decode()
    assert "Łódź" in told.stdout.decode()


@pytest.mark.parametrize("version", [3, 4])
def test_chapters_lie_in_the_order_of_time(version: int, track: bytes, tmp_path: Path) -> None:
    """A player that reads no table of contents shows them one after the other, whatever their titles' lengths."""
    titles = [
        "A long title of the first one",
        "B",
        "C, neither long nor short",
        *(f"{index}" for index in range(4, 13)),
    ]
    chapters = tuple(Chapter(title, float(index), index + 1.0) for index, title in enumerate(titles))
    path = tmp_path / "a.mp3"
    path.write_bytes(tag(track, Tags("Tour", chapters=chapters), version=version))
    told = subprocess.run([get_ffmpeg_exe(), "-i", str(path)], capture_output=True, check=False).stderr.decode()
    found = re.findall(r"Chapter #.*\n +Metadata:\n +title +: (.*)", told)
    assert [one.strip() for one in found] == titles
    assert read_tags(path.read_bytes()).chapters == chapters


def test_the_sound_behind_the_tags_is_untouched(track: bytes) -> None:
    """Tags stand in front; the frames are the same, and the header still agrees with them."""
    tagged = tag(track, TAGS)
    assert untagged(tagged) == track
    assert examine(tagged).exact


def test_new_tags_replace_old_ones(track: bytes) -> None:
    """Tagging twice leaves one tag, the second."""
    second = replace(TAGS, title="Autre", lyrics="", chapters=())
    assert tag(tag(track, TAGS), second) == tag(track, second)


def test_same_tags_same_bytes_without_padding(track: bytes) -> None:
    """No chance and no room to spare: the tag ends where the sound begins."""
    assert tag(track, TAGS) == tag(track, TAGS)
    tagged = tag(track, replace(TAGS, chapters=()))
    assert tagged[-len(track) - 1] != 0 or tagged[-len(track) - 2] != 0


def test_a_track_without_tags_is_said(track: bytes) -> None:
    """Reading what nobody wrote is an error with a next step."""
    with pytest.raises(MediaError, match="tags"):
        read_tags(track)


TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=40)


@settings(max_examples=40, deadline=None)
@given(title=TEXT, lines=st.lists(st.tuples(st.integers(0, 10**7), TEXT), max_size=5), version=st.sampled_from([3, 4]))
def test_any_text_comes_back(title: str, lines: list[tuple[int, str]], version: int) -> None:
    """Arabic, emoji, quotes, a slash: whatever a script may hold."""
    timed = tuple(TimedLine(at / 1_000.0, text) for at, text in lines)
    tags = Tags(title, lyrics=title, comment=title, lines=timed)
    assert read_tags(tag(b"", tags, version=version)) == tags
