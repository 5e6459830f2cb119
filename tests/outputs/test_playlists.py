"""The playlists beside the tracks."""

from __future__ import annotations

from dataclasses import replace

from guide.model.artifact import Artifact
from guide.model.track import FileRecord, Manifest
from guide.outputs.playlists import render_playlists
from tests.outputs.cards.exhibition import manifest


def with_children(guide: Manifest) -> Manifest:
    """Return a guide of which one stop has a children's track in French."""
    track = guide.tracks["ascq.fr.standard"]
    file = FileRecord("fr/201-ascq.children.mp3", 1, "")
    children = replace(track, level="children", title="La nuit", file=file)
    return replace(guide, title={"fr": "Le guide"}, tracks={**guide.tracks, children.id: children})


def lines(files: dict[str, Artifact], path: str) -> list[str]:
    """Return the lines of a playlist."""
    content = files[path]
    assert isinstance(content, bytes)
    return content.decode().splitlines()


def test_a_level_has_its_list_in_the_languages_that_have_it() -> None:
    """A school class gets a list of its own; English, where nobody wrote for children, has none."""
    guide = manifest()
    assert set(render_playlists(guide)) == {"fr/playlist.m3u8", "fr/court.m3u8", "en/playlist.m3u8", "en/court.m3u8"}
    assert set(render_playlists(with_children(guide))) - set(render_playlists(guide)) == {"fr/playlist.children.m3u8"}


def test_a_levels_list_has_every_stop() -> None:
    """A stop without the level is there with its standard track, as on the page; the list says whose it is."""
    files = render_playlists(with_children(manifest()))
    assert lines(files, "fr/playlist.children.m3u8") == [
        "#EXTM3U",
        "#PLAYLIST:Le guide (Enfants)",
        "#EXTINF:61.400,101 Bienvenue",
        "101-bienvenue.mp3",
        "#EXTINF:61.400,201 La nuit",
        "201-ascq.children.mp3",
        "#EXTINF:61.400,302 Joie",
        "302-joie.mp3",
    ]


def test_the_whole_guides_list_is_of_the_standard_level() -> None:
    """A further level changes nothing in it."""
    guide = manifest()
    files = render_playlists(with_children(guide))
    assert lines(files, "fr/playlist.m3u8")[2:] == lines(render_playlists(guide), "fr/playlist.m3u8")[2:]


def test_a_language_without_sound_has_no_list() -> None:
    """A player would show a list in which nothing plays."""
    guide = manifest()
    silent = tuple(replace(one, audio="none") if one.tag == "en" else one for one in guide.languages)
    assert set(render_playlists(replace(guide, languages=silent))) == {"fr/playlist.m3u8", "fr/court.m3u8"}


def test_a_tour_of_all_stops_has_a_list_too() -> None:
    """Whoever looks for a tour by its name finds it; but for the name it is the playlist itself."""
    guide = manifest()
    tours = tuple(replace(one, stops=(), title={"fr": "Toute la visite"}) for one in guide.tours)
    files = render_playlists(replace(guide, tours=tours))
    assert lines(files, "fr/court.m3u8")[1] == "#PLAYLIST:Toute la visite"
    assert lines(files, "fr/court.m3u8")[2:] == lines(files, "fr/playlist.m3u8")[2:]
