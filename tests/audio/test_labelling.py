"""Opus and M4A say what they are, read back by a library that did not write them."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from tinytag import TinyTag

from guide.audio.codecs import codec_for
from guide.audio.labelling import label
from guide.audio.sound import Samples
from guide.audio.tagging import Tags
from guide.errors import MediaError

MakeSound = Callable[..., Samples]
SUFFIXES = {"opus": "a.opus", "aac": "a.m4a"}


@pytest.fixture(scope="module")
def tags() -> Tags:
    """Return tags with every field that these formats have."""
    cover = io.BytesIO()
    Image.new("RGB", (8, 8), "#336699").save(cover, "JPEG")
    return Tags(
        title="Ascq — « la nuit »",
        album="Libération",
        artist="La Coupole",
        number=5,
        total=14,
        language="fra",
        stop_number="201",
        year="2014",
        copyright="Le musée",
        comment="ascq",
        lyrics="Été, cœur, Łódź.",
        picture=cover.getvalue(),
        voice="fr-FR",
        engine="pico",
        engine_version="0.1.1",
        script_sha256="0" * 64,
        cleaning="a.wav: high-pass 70 Hz",
    )


@pytest.mark.parametrize("name", SUFFIXES)
def test_another_reader_finds_the_fields(name: str, tags: Tags, speech: MakeSound) -> None:
    """Texts, numbers, words and picture."""
    data = label(codec_for(name).encode(speech(2.0, rate_hz=48_000), 48_000, 48), tags, encoding=name)
    found = TinyTag.get(filename=SUFFIXES[name], file_obj=io.BytesIO(data), image=True)
    assert (found.title, found.album, found.artist, found.comment) == (tags.title, "Libération", "La Coupole", "ascq")
    assert (found.track, found.track_total, found.year) == (5, 14, "2014")
    assert found.images.front_cover is not None
    assert found.images.front_cover.data == tags.picture
    others = {key.lower(): value for key, value in found.other.items()}
    assert (others["stop"], others["lyrics"], others["cleaning"]) == (["201"], [tags.lyrics], [tags.cleaning])


@pytest.mark.parametrize("name", SUFFIXES)
def test_the_sound_is_untouched(name: str, tags: Tags, speech: MakeSound) -> None:
    """Tagging moves nothing and shortens nothing."""
    codec = codec_for(name)
    data = codec.encode(speech(2.0, rate_hz=48_000), 48_000, 48)
    before, after = codec.decode(data), codec.decode(label(data, tags, encoding=name))
    assert before.samples.tolist() == after.samples.tolist()


@pytest.mark.parametrize("name", SUFFIXES)
def test_same_tags_same_bytes(name: str, tags: Tags, speech: MakeSound) -> None:
    """Nothing of the moment is written."""
    data = codec_for(name).encode(speech(1.0, rate_hz=48_000), 48_000, 48)
    assert label(data, tags, encoding=name) == label(data, tags, encoding=name)


def test_what_is_no_track_is_said(tags: Tags) -> None:
    """Damage and unknown formats are told in the house's words."""
    with pytest.raises(MediaError, match="tags"):
        label(b"no sound at all", tags, encoding="opus")
    with pytest.raises(MediaError, match="no sound format"):
        label(b"", tags, encoding="wma")
