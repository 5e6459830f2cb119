"""What lies in audio_out: a manifest that fits its schema, cues that fit the sound, tags, playlists."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import jsonschema
import numpy as np
import pytest
from mutagen.id3 import ID3

from guide.audio.mp3 import decode, examine
from guide.build.assembling import render_all
from guide.build.picturing import picturing
from guide.errors import ManifestError
from guide.events import Noticed
from guide.gathering import is_picture
from guide.model.sources import MediaFile
from guide.outputs.finished import FinishedGuide
from guide.outputs.manifest import render_cues, schema
from guide.parsing.manifest import parse_cues, parse_manifest
from guide.project import Project
from guide.project.reading import file_digest, read_settings
from guide.store.cache import Cache
from tests.build.conftest import Workshop

pytestmark = pytest.mark.slow

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><rect width="90" height="60" fill="#b4621a"/></svg>'
SOUNDING = 0.02
"""Amplitude above which the tone engine's sound is heard; a track's silence is far below."""
CUE_S = 0.05
"""How exact a cue must be against the finished synthetic track."""


@pytest.fixture
def pictured_guide(workshop: Workshop) -> Workshop:
    """Return a built guide whose first stop has a picture and a warning."""
    workshop.write("media/pictures/a.svg", SVG)
    for tag, words in (("fr", "Un dessin., crédit: Nous"), ("en", "A drawing., credit: Us")):
        path = f"scripts_{tag}/101-moulin.md"
        workshop.replace(path, "---\n\n", f"warning: !\n---\n\n[image: pictures/a.svg, alt: {words}]\n\n")
    assert workshop.build().whole
    return workshop


def published(workshop: Workshop) -> dict[str, object]:
    """Return the manifest as plain JSON."""
    data: dict[str, object] = json.loads((workshop.root / "audio_out" / "manifest.json").read_bytes())
    return data


def test_manifest_fits_its_schema(pictured_guide: Workshop) -> None:
    """The manifest is what its published JSON Schema says."""
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(published(pictured_guide), schema())


def test_manifest_lists_every_file(pictured_guide: Workshop) -> None:
    """Everything in audio_out stands in the manifest with its size and digest, and nothing else does."""
    out = pictured_guide.root / "audio_out"
    listed = {one.path: (one.size_bytes, one.sha256) for one in pictured_guide.manifest.files}
    there = {path: (len(data), file_digest(out / path)) for path, data in pictured_guide.content().items()}
    del there["manifest.json"]
    assert listed == there


def test_everything_is_rendered_again_without_scripts(pictured_guide: Workshop) -> None:
    """Manifest, cue files, media and kept sound are enough to make every output, byte for byte."""
    project = Project(pictured_guide.root)
    before = pictured_guide.content()
    guide = read_settings(project)
    for tag in guide.tags:
        shutil.rmtree(project.scripts(tag))
    manifest, cache = pictured_guide.manifest, Cache(project.cache)
    sheets = {name: parse_cues(before[track.cues.path], file="") for name, track in manifest.tracks.items()}
    audio = {name: stored for name, track in manifest.tracks.items() if (stored := cache.stored("audio", track.key))}
    files = {picture.file for sheet in sheets.values() for picture in sheet.pictures}
    media = {file: MediaFile(file, len(SVG), file_digest(project.media / file)) for file in files if is_picture(file)}
    with picturing(media, project.media, Cache(project.hidden / "another")) as waiting:
        pictures = waiting().made
    copies = {file: one.copies for file, one in pictures.items()}
    finished = FinishedGuide(manifest, sheets, audio, copies, guide.page, read=Cache.content)
    covers = {file: one.cover for file, one in pictures.items()}
    cues = {name: render_cues(sheet) for name, sheet in sheets.items()}
    _, artifacts = render_all(finished, cues, covers, Cache(project.hidden / "another"))
    again = {path: one if isinstance(one, bytes) else one.path.read_bytes() for path, one in artifacts.items()}
    assert sorted(again) == sorted(before)
    assert [path for path in before if again[path] != before[path]] == []


def test_version_is_of_content(pictured_guide: Workshop) -> None:
    """The same guide has the same version, wherever and whenever it is built; another word gives another."""
    first = pictured_guide.manifest.version
    shutil.rmtree(pictured_guide.root / "audio_out")
    shutil.rmtree(pictured_guide.root / ".guide")
    pictured_guide.build()
    assert pictured_guide.manifest.version == first
    pictured_guide.replace("scripts_en/102-meunier.md", "sleeps", "snores")
    pictured_guide.build()
    assert pictured_guide.manifest.version != first


@pytest.mark.parametrize("path", ["../101-moulin.mp3", "/etc/passwd", "C:/101-moulin.mp3", "fr//101-moulin.mp3", ""])
def test_paths_that_lead_out_are_refused(built: Workshop, path: str) -> None:
    """A manifest from elsewhere names no file outside its own folder."""
    data = json.loads((built.root / "audio_out" / "manifest.json").read_bytes())
    data["files"][0]["path"] = path
    with pytest.raises(ManifestError) as caught:
        parse_manifest(json.dumps(data))
    assert caught.value.message.code == "manifest-broken"


def test_newer_manifest_is_refused(built: Workshop) -> None:
    """A manifest of a newer major version is refused in plain words, and left as it is."""
    path = built.root / "audio_out" / "manifest.json"
    path.write_text(path.read_text("utf-8").replace('"schema": 1', '"schema": 2', 1))
    with pytest.raises(ManifestError) as caught:
        built.build()
    assert caught.value.message.code == "manifest-newer"


def test_older_manifest_is_migrated(built: Workshop) -> None:
    """A manifest of the version before is read as today's."""
    data = json.loads((built.root / "audio_out" / "manifest.json").read_bytes())
    for track in data["tracks"].values():
        track["variant"] = track.pop("level")
        del track["warning"]
    data["schema"] = 0
    data["tracks"] = {str(index): track for index, track in enumerate(data["tracks"].values())}
    assert parse_manifest(json.dumps(data)) == built.manifest


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"schema": "1"}', b'{"schema": 1}', b'{"schema": 0}'])
def test_broken_manifest_is_told(content: bytes) -> None:
    """What is no manifest is told as such."""
    with pytest.raises(ManifestError) as caught:
        parse_manifest(content)
    assert caught.value.message.code == "manifest-broken"


def test_cues_fit_the_sound(built: Workshop) -> None:
    """Each cue begins at an onset and ends at a silence of the decoded file, to 50 ms."""
    checked = 0
    for track in built.manifest.tracks.values():
        assert track.file is not None
        sound = decode((built.root / "audio_out" / track.file.path).read_bytes())
        sheet = parse_cues((built.root / "audio_out" / track.cues.path).read_bytes(), file="")
        heard = np.flatnonzero(np.abs(sound.samples) > SOUNDING) / sound.rate_hz
        for cue in sheet.cues:
            inside = heard[(heard > cue.start - 0.2) & (heard < cue.end + 0.2)]
            assert inside[0] == pytest.approx(cue.start, abs=CUE_S)
            assert inside[-1] == pytest.approx(cue.end, abs=CUE_S)
            checked += 1
        assert len(sound.samples) / sound.rate_hz == pytest.approx(track.seconds, abs=0.001)
    assert checked == 10


def test_words_fit_their_cue(built: Workshop) -> None:
    """An engine that tells word times has every word in the cue file, inside its cue and at its place in the text."""
    sheet = parse_cues((built.root / "audio_out" / "cues" / "fr" / "101-moulin.json").read_bytes(), file="")
    first = sheet.cues[0]
    words = [first.spoken[word.offset : word.offset + word.length] for word in first.words]
    assert words == ["Voici", "le", "moulin."]
    assert first.start == first.words[0].start < first.words[1].start < first.words[2].end <= first.end


def test_tags(pictured_guide: Workshop) -> None:
    """A track says what it is: title, album, artist, number, language, stop, words, cover."""
    data = (pictured_guide.root / "audio_out" / "fr" / "101-moulin.mp3").read_bytes()
    tags = ID3(io.BytesIO(data))
    told = [str(tags[name]) for name in ("TIT2", "TALB", "TPE1", "TRCK", "TLAN")]
    assert told == ["Le moulin", "Petit musée", "Le musée", "1/2", "fra"]
    assert tags.getall("COMM")[0].text == ["moulin"]
    assert tags.getall("USLT")[0].text == "Voici le moulin. Il tourne.\n\nIl tourne encore."
    assert tags.getall("USLT")[0].lang == "fra"
    assert 500 < len(tags.getall("APIC")[0].data) <= 50_000


def test_page_carries_no_covers(pictured_guide: Workshop) -> None:
    """The page's own copies of the sound have no picture in them."""
    copies = [
        data for path, data in pictured_guide.content().items() if path.startswith("web/") and path.endswith("mp3")
    ]
    assert len(copies) == 4
    assert not any(b"APIC" in data for data in copies)


def test_what_the_page_lacks_is_told(workshop: Workshop) -> None:
    """A guide in a language whose buttons would be English: it is said, and nothing stops."""
    workshop.replace("guide.toml", '"en"]', '"en", "sv"]')
    workshop.replace("guide.toml", " }\nmuseum", ', sv = "Litet museum" }\nmuseum')
    workshop.replace("guide.toml", '"The museum" }', '"The museum", sv = "Museet" }\n\n[languages.sv]\naudio = "none"')
    workshop.write("scripts_sv/101-moulin.md", "---\ntitle: Kvarnen\n---\n\nHär är kvarnen.\n")
    assert workshop.build().whole
    told = [event.finding.code for event in workshop.events.events if isinstance(event, Noticed)]
    assert [code for code in told if code.startswith("page-")] == ["page-words-missing"]


def test_sound_is_constant_bit_rate(built: Workshop) -> None:
    """Every track is mono MP3 of constant rate with an exact header, at the loudness asked for."""
    for path, data in built.content().items():
        if path.endswith(".mp3"):
            facts = examine(data)
            told = (facts.rate_hz, facts.bitrate_kbps, facts.channels, facts.exact)
            assert told == (44_100, 64, 1, True)
    for track in built.manifest.tracks.values():
        assert track.true_peak_dbtp is not None
        assert track.true_peak_dbtp <= -1.0


def test_playlist(built: Workshop) -> None:
    """A playlist names the tracks in order, with real seconds and relative paths."""
    lines = (built.root / "audio_out" / "fr" / "playlist.m3u8").read_text("utf-8").splitlines()
    seconds = [built.manifest.tracks[f"{stop}.fr.standard"].seconds for stop in ("moulin", "meunier")]
    assert lines == [
        "#EXTM3U",
        "#PLAYLIST:Petit musée",
        f"#EXTINF:{seconds[0]:.3f},101 Le moulin",
        "101-moulin.mp3",
        f"#EXTINF:{seconds[1]:.3f},102 Le meunier",
        "102-meunier.mp3",
    ]


def test_lyrics_lie_beside_each_track(built: Workshop) -> None:
    """Each MP3 has an LRC file of the same name whose lines begin with the cues' times."""
    content = built.content()
    tracks = sorted(path for path in content if path.endswith(".mp3") and not path.startswith("web/"))
    assert sorted(path for path in content if path.endswith(".lrc")) == [f"{path[:-4]}.lrc" for path in tracks]
    sheet = parse_cues(content["cues/fr/101-moulin.json"], file="")
    times = [f"[00:{cue.start:05.2f}]" for cue in sheet.cues]
    assert [line[:10] for line in content["fr/101-moulin.lrc"].decode().splitlines()[4:]] == times


def test_tour_has_its_own_playlist(workshop: Workshop) -> None:
    """A tour's playlist names its stops in walking order."""
    tour = '\n[[tours]]\nid = "court"\ntitle = { fr = "Court", en = "Short" }\nstops = ["meunier"]\n'
    workshop.write("guide.toml", (workshop.root / "guide.toml").read_text("utf-8") + tour)
    workshop.build()
    lines = (workshop.root / "audio_out" / "en" / "court.m3u8").read_text("utf-8").splitlines()
    assert (lines[1], lines[-1], len(lines)) == ("#PLAYLIST:Short", "102-meunier.mp3", 4)


def test_moved_guide_is_the_same(built: Workshop, tmp_path: Path) -> None:
    """A guide copied to another folder needs nothing made again."""
    copy = Workshop(Path(shutil.copytree(built.root, tmp_path / "copy")))
    before = copy.content()
    copy.build()
    assert (copy.made, copy.content()) == ([], before)
