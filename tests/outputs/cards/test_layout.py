"""Layouts: which files a card gets and in which order, and what is wrong with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.model.card import CardSelection
from guide.model.finding import Severity
from guide.model.player import CardRules, FileNaming, Limits, PlayerSound, PlaylistDialect, Profile
from guide.model.track import Manifest
from guide.outputs.cards import lay_out, usable_languages
from guide.players.profiles import shipped
from tests.outputs.cards.exhibition import STOPS, manifest, profile, selection


def paths(made: Profile, asked: CardSelection | None = None, guide: Manifest | None = None) -> list[str]:
    """Return the paths of a layout."""
    return [entry.path for entry in lay_out(guide or manifest(), made, asked or selection()).entries]


def codes(made: Profile, asked: CardSelection | None = None, guide: Manifest | None = None) -> set[str]:
    """Return what a layout finds."""
    return {one.code for one in lay_out(guide or manifest(), made, asked or selection()).findings}


@pytest.mark.parametrize(
    ("name", "asked", "expected"),
    [
        ("numbered", selection(), ["FR/101.MP3", "FR/201.MP3", "FR/302.MP3", "FR/GUIDE.M3U", "EN/101.MP3"]),
        ("copy-order", selection("en"), ["001.MP3", "002.MP3", "003.MP3"]),
        ("dfplayer", selection(), ["01/0101.MP3", "01/0201.MP3", "01/0302.MP3", "02/0101.MP3"]),
        ("geoplayer", selection(), ["1010 fr.mp3", "2010 fr.mp3", "3020 fr.mp3", "1011 en.mp3"]),
        (
            "megavoice",
            selection(),
            ["001 fr/001/001/001 Bienvenue.mp3", "001 fr/002/001/002 Ete a Ascq ' la nuit '.mp3"],
        ),
        ("grn-saber", selection("fr"), ["01 fr/001 Bienvenue.mp3", "01 fr/002 Ete a Ascq ' la nuit '.mp3"]),
        ("rockbox", selection("fr"), ["fr/101 Bienvenue.mp3", "fr/201 Été à Ascq « la nuit ».mp3"]),
        ("car", selection("fr"), ["FR/001 BIENVENUE.MP3", "FR/002 ETE A ASCQ ' LA NUI.MP3"]),
        ("phone", selection(), ["GUIDE/index.html", "GUIDE/a/b.js"]),
        ("wav", selection("fr"), ["FR/101.WAV", "FR/201.WAV", "FR/302.WAV"]),
    ],
)
def test_shipped_profiles_name_as_they_say(name: str, asked: CardSelection, expected: list[str]) -> None:
    """Each shipped profile gives the names that its players ask for, and finds nothing wrong with a usual guide."""
    assert paths(shipped()[name], asked)[: len(expected)] == expected
    assert codes(shipped()[name], asked) == set()


def test_a_tour_gives_its_stops_in_its_order() -> None:
    """A tour goes on the card as it is walked."""
    made = profile(FileNaming(folder="", file="{position:2} {stop}"))
    assert paths(made, selection("fr", tour="court")) == ["01 joie.mp3", "02 ascq.mp3"]


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (profile(FileNaming(folder="", file="{number}")), "name-collision"),
        (profile(FileNaming(folder="{language}", file="con")), "name-reserved"),
        (profile(FileNaming(folder="{language}", file="{stop}", characters="8.3")), "name-not-short"),
        (profile(FileNaming(folder="{language}", file="{number} {stop}", longest_name=9)), "name-too-long"),
        (profile(FileNaming(folder="{language}", file="{title}", characters="8.3")), "name-not-short"),
        (profile(limits=Limits(files=5)), "limit-files"),
        (profile(limits=Limits(folders=1)), "limit-folders"),
        (profile(limits=Limits(files_per_folder=2)), "limit-files-per-folder"),
        (profile(FileNaming(folder="{language}/a/b"), limits=Limits(depth=2)), "limit-depth"),
        (profile(limits=Limits(path_characters=9)), "limit-path-characters"),
        (profile(limits=Limits(languages=1)), "limit-languages"),
        (profile(limits=Limits(highest_number=255)), "number-outside"),
        (profile(limits=Limits(gaps=False)), "player-number-gap"),
        (profile(limits=Limits(shortest_s=90.0)), "track-too-short-for-player"),
    ],
)
def test_what_a_player_cannot_take_is_said(made: Profile, code: str) -> None:
    """Names and limits are checked before any card is looked at."""
    assert code in codes(made)


def test_a_stop_without_a_number_is_said_where_numbers_name_files() -> None:
    """A player that is used by number cannot have a stop without one; one that goes by position can."""
    guide = manifest({**STOPS, "accueil": ("", "1")})
    assert "number-missing" in codes(profile(FileNaming(folder="{language}", file="{number:3}")), guide=guide)
    assert codes(profile(FileNaming(folder="{language}", file="{position:3}")), guide=guide) == set()


def test_positions_that_do_not_sort_are_said() -> None:
    """Ten stops numbered without leading zeros play in another order on a player that sorts names."""
    guide = manifest({f"s{number:02}": (f"{number}", "1") for number in range(1, 12)})
    loose, tight = (
        profile(FileNaming(folder="{language}", file=pattern)) for pattern in ("{position}", "{position:2}")
    )
    assert (codes(loose, guide=guide), codes(tight, guide=guide)) == ({"names-do-not-sort"}, set())


def test_an_outdated_track_is_told() -> None:
    """A track whose last build failed goes on the card with a warning."""
    assert codes(profile(), guide=manifest(state="outdated")) == {"card-outdated"}


def test_a_stop_without_a_level_gives_its_standard_track() -> None:
    """A child who types a number hears something, as on the page, and staff are told where it is not theirs."""
    guide = manifest()
    children = replace(guide.tracks["ascq.fr.standard"], level="children")
    guide = replace(guide, tracks={**guide.tracks, children.id: children})
    layout = lay_out(guide, profile(), CardSelection(("fr",), "children"))
    assert [entry.track for entry in layout.entries] == [
        "bienvenue.fr.standard",
        "ascq.fr.children",
        "joie.fr.standard",
    ]
    told = [(one.code, one.severity, dict(one.message.values)) for one in layout.findings]
    values = {"level": "children", "language": "fr", "stops": "101, 302"}
    assert told == [("card-level-incomplete", Severity.WARNING, values)]


def test_nothing_to_load_is_an_error() -> None:
    """A level that nobody wrote gives no empty card."""
    assert codes(profile(), CardSelection(("fr",), "children")) == {"card-nothing"}


def test_a_player_of_wav_gets_that_ending() -> None:
    """The ending is that of the sound that the player takes."""
    assert paths(profile(sound=PlayerSound("wav")), selection("fr"))[0] == "fr/101.wav"


def test_languages_without_audio_are_left_out() -> None:
    """Only languages with sound can go on a card."""
    assert usable_languages(manifest()) == ("fr", "en")


@pytest.mark.parametrize(
    ("dialect", "expected"),
    [
        (
            PlaylistDialect("{language}/list.m3u8", line_end="lf", bom=True),
            "\ufeff#EXTM3U\n#EXTINF:61,101 Bienvenue\n101.mp3\n#EXTINF:61,201 Été à Ascq : « la nuit »\n201.mp3\n",
        ),
        (PlaylistDialect("list.m3u", "ascii", extinf=False), "fr/101.mp3\r\nfr/201.mp3\r\n"),
        (
            PlaylistDialect("p/list.m3u", "ascii", separator="\\", line_end="lf"),
            (
                "#EXTM3U\n#EXTINF:61,101 Bienvenue\n..\\fr\\101.mp3\n"
                "#EXTINF:61,201 Ete a Ascq : ' la nuit '\n..\\fr\\201.mp3\n"
            ),
        ),
        (PlaylistDialect("a/b.m3u", base="root", extinf=False, line_end="lf"), "/fr/101.mp3\n/fr/201.mp3\n"),
    ],
)
def test_playlists_speak_a_player_s_dialect(dialect: PlaylistDialect, expected: str) -> None:
    """Encoding, mark, line ends, separator, titles and base are as the profile says."""
    guide = manifest({stop: STOPS[stop] for stop in ("bienvenue", "ascq")})
    layout = lay_out(guide, profile(playlist=dialect), selection("fr"))
    content = layout.entries[-1].content
    assert content is not None
    assert content.decode(dialect.encoding) == expected


def test_a_playlist_says_the_id_of_a_stop_whose_title_it_cannot_say() -> None:
    """An Arabic title in plain letters would leave its figures only."""
    guide = manifest({"ascq": STOPS["ascq"]}, ["ar"])
    content = (
        lay_out(guide, profile(playlist=PlaylistDialect("list.m3u", "ascii")), selection("ar")).entries[-1].content
    )
    assert content is not None
    assert content.decode("ascii").splitlines()[1] == "#EXTINF:61,201 ascq"


def test_a_path_that_a_playlist_cannot_say_is_an_error() -> None:
    """A title may lose its accents; a path may not, the player would not find the file."""
    naming = FileNaming(folder="{language}", file="{title}", characters="unicode")
    assert "playlist-letters" in codes(profile(naming, playlist=PlaylistDialect("list.m3u", "ascii")))


def test_directory_order_does_not_need_sorting_names() -> None:
    """Entries stand in playing order, which is what a player in directory order goes by."""
    made = profile(FileNaming(folder="", file="{stop}"), card=CardRules(order="directory"))
    assert paths(made, selection("fr")) == ["bienvenue.mp3", "ascq.mp3", "joie.mp3"]
