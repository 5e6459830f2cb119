"""Loading a built guide onto cards: from the manifest to the ledger, with variants made on the way."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from guide.build.cleaning import clean_all
from guide.build.conducting import build
from guide.build.wishes import Wish
from guide.cli.door import Speaker
from guide.errors import FolderBusy, MixedFolder, StoreError, UsageError
from guide.events import Silent
from guide.load.conducting import doubts, load, load_cards, prepare, verify
from guide.load.fleet import known_players
from guide.load.preparing import Preparing, built_guide
from guide.load.replanning import failed
from guide.load.variants import Variants
from guide.load.wishes import LoadWish
from guide.model.card import Deed
from guide.model.finding import Finding, Message, Severity
from guide.players import ledger
from guide.players.contract import ASKED, PAST_CACHE, THROUGH_CACHE
from guide.players.journal import COPIES, pack, read_manifest
from guide.players.mounted import MountedCard
from guide.players.profiles import find_profile
from guide.players.progress import CardEvent, CardNoticed, CardOutcome, Unwatched, Watched
from guide.project import Project
from guide.store.cache import Cache

pytestmark = pytest.mark.sound

MakeCard = Callable[..., Path]


def loaded(project: Project, *cards: Path, **given: object) -> list[CardOutcome]:
    """Load cards with the numbered profile unless told otherwise."""
    wish = LoadWish(cards, **{"profile": "numbered", "folder": True, **given})  # type: ignore[arg-type]  # as given
    prepared, guide = prepare(project, wish, make=True)
    return load(project, wish, prepared, guide, Unwatched())


@dataclass
class Noticing:
    """A watcher that keeps the codes of what is noticed."""

    codes: list[str]

    def report(self, event: CardEvent) -> None:
        """See Watcher."""
        if isinstance(event, CardNoticed) and event.finding.severity is Severity.ERROR:
            self.codes.append(event.finding.code)


def names(card: Path) -> list[str]:
    """Return the paths on a card but for our own."""
    return sorted(
        path.relative_to(card).as_posix()
        for path in card.rglob("*")
        if (path.is_file() and not path.name.startswith("GUIDE.")) or path.name == "GUIDE.M3U"
    )


def codes(project: Project, card: Path, **given: object) -> list[str]:
    """Return what a plan finds."""
    wish = LoadWish((card,), **{"profile": "numbered", "folder": True, **given})  # type: ignore[arg-type]  # as given
    return [one.code for one in prepare(project, wish, make=False)[0][0].findings]


def test_two_cards_are_loaded_side_by_side(project: Project, card: MakeCard) -> None:
    """Both get the whole guide and stand in the ledger."""
    one, two = card("one"), card("two")
    outcomes = loaded(project, one, two)
    entries, _ = ledger.read(project.root / "players")
    expected = [f"{tag}/{name}" for tag in ("EN", "FR") for name in ("101.MP3", "201.MP3", "302.MP3", "GUIDE.M3U")]
    assert ([one.safe for one in outcomes], names(one), names(two)) == ([True, True], expected, expected)
    assert sorted((entry.label, entry.result) for entry in entries) == [("one", "ready"), ("two", "ready")]


def test_a_card_keeps_to_its_choice(project: Project, card: MakeCard) -> None:
    """Profile and languages of the first load hold for the next one."""
    player = card()
    loaded(project, player, languages=("en",), label="Player 17")
    wish = LoadWish((player,), folder=True)
    prepared, guide = prepare(project, wish, make=True)
    outcome = load(project, wish, prepared, guide, Unwatched())[0]
    assert (outcome.safe, outcome.label, outcome.copied) == (True, "Player 17", 0)


@pytest.mark.parametrize("label", ["Player 3\\4", "Player\t17", "\x1b[31mPlayer"])
def test_a_label_that_no_card_could_tell_is_refused(project: Project, card: MakeCard, label: str) -> None:
    """A name that would not be believed when the card is read again is refused before anything is written."""
    folder = card()
    with pytest.raises(UsageError) as caught:
        prepare(project, LoadWish((folder,), profile="numbered", folder=True, label=label), make=False)
    assert (caught.value.message.code, list(folder.iterdir())) == ("load-bad-label", [])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no such folders")
def test_a_folder_s_strange_name_does_not_spoil_a_card(project: Project, card: MakeCard) -> None:
    """A card that is called after its folder is known again."""
    folder = card("Card\\3\t4\udce9")
    assert [one.safe for one in loaded(project, folder)] == [True]
    assert [(one.safe, one.label) for one in verify(project, [folder], Unwatched())] == [(True, "Card34")]


def test_a_failing_card_stops_no_other(project: Project, card: MakeCard) -> None:
    """A card that something forbids is not touched; the other is loaded."""
    good, other = card("good"), card("other")
    (other / "FR").write_bytes(b"in the way")
    outcomes = loaded(project, good, other)
    assert [one.safe for one in outcomes] == [True, False]
    assert list(other.iterdir()) == [other / "FR"]


@pytest.mark.parametrize("changes", [{"profile": "x" * 300}, {"profile": "\u2603"}, {"languages": ("\u2603",)}])
def test_an_odd_card_stops_no_other(project: Project, card: MakeCard, changes: dict[str, Any]) -> None:
    """Whatever a card says of itself, its load alone ends by it."""
    odd, good = card("odd"), card("good")
    for folder in (odd, good):
        loaded(project, folder)
    manifest = read_manifest(MountedCard(odd))
    assert manifest
    (odd / COPIES[0]).write_bytes(pack(replace(manifest, serial=9, **changes)))
    assert [one.safe for one in loaded(project, odd, good, profile="")] == [False, True]


@dataclass
class Cleaning:
    """A watcher that has the guide cleaned whenever something happens; keeps why not."""

    project: Project
    refusals: set[str]

    def report(self, _: object) -> None:
        """See Watcher; also what is told of the plan."""
        with pytest.raises(FolderBusy) as caught:
            clean_all(self.project)
        self.refusals.add(caught.value.message.code)


def test_nothing_is_cleaned_between_plan_and_end(project: Project, card: MakeCard) -> None:
    """From the plan to the last card read back, what the cards are loaded from stays; then it may go."""
    watcher = Cleaning(project, set())
    wish = LoadWish((card(),), profile="numbered", folder=True)
    done = load_cards(project, wish, watcher, planned=watcher.report)
    assert ([one.safe for one in done.outcomes], watcher.refusals) == ([True], {"load-running"})
    assert clean_all(project)


def test_a_fault_of_this_program_is_no_card_s(
    project: Project, card: MakeCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fails where the guide is laid out ends the load once; no card is said to hold anything odd."""

    def fail(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr("guide.load.preparing.lay_out", fail)
    with pytest.raises(LookupError):
        loaded(project, card("one"), card("two"))


def test_where_an_odd_card_was_not_understood_is_told_to_the_makers(
    project: Project, card: MakeCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody foresaw in a card keeps its traceback, which `--debug` shows and nothing else."""

    def fail(_: object) -> None:
        raise LookupError("odd")

    monkeypatch.setattr("guide.load.preparing.read_contents", fail)
    fault = loaded(project, card())[0].fault
    assert fault
    lines = [Speaker("en", debug).line(fault).endswith("\nLookupError: odd") for debug in (False, True)]
    assert (fault.code, lines) == ("card-crashed", [False, True])


def test_what_cannot_be_made_is_tried_once(project: Project, card: MakeCard, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cards of one kind have the same tracks: why these cannot be made is told of each, and found out once."""
    tried = []

    def fail(*_: object) -> None:
        tried.append(1)
        raise StoreError("disk-full", path="x", detail="y")

    monkeypatch.setattr("guide.load.preparing.lay_out", fail)
    outcomes = loaded(project, card("one"), card("two"))
    assert ([one.fault and one.fault.code for one in outcomes], len(tried)) == (["disk-full"] * 2, 1)


def test_an_odd_copy_leaves_the_other(project: Project, card: MakeCard) -> None:
    """Brackets without end, for one, are no manifest: the card's other copy tells what it is."""
    odd, good = card("odd"), card("good")
    loaded(project, odd)
    loaded(project, good)
    (odd / COPIES[0]).write_bytes(b"[" * 200_000)
    assert [one.safe for one in loaded(project, odd, good, profile="")] == [True, True]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"profile": ""}, "load-needs-profile"),
        ({"profile": "nubmered"}, "profile-unknown"),
        ({"languages": ("de",)}, "load-language-not-there"),
        ({"tour": "court"}, "tour-not-there"),
        ({"level": "childrn"}, "load-level-not-there"),
        ({"folder": False}, "card-not-mounted"),
    ],
)
def test_what_cannot_be_loaded_is_said(project: Project, card: MakeCard, given: dict[str, object], code: str) -> None:
    """Each wish that cannot be met is named, and nothing is written."""
    folder = card()
    assert codes(project, folder, **given) == [code]
    assert list(folder.iterdir()) == []


def test_a_choice_among_tracks_is_in_vain_for_a_page(project: Project, card: MakeCard) -> None:
    """The visitor's page goes on a card whole; that a language was asked for in vain is said."""
    assert codes(project, card("one"), profile="phone") == []
    assert codes(project, card("two"), profile="phone", languages=("fr",)) == ["load-page-is-whole"]


def test_every_slip_of_a_profile_is_said(project: Project, card: MakeCard) -> None:
    """A museum's own profile with two slips is told two, before anything is written."""
    (project.root / "players").mkdir()
    own = '[naming]\nfoldr = ""\n[card]\norder = "size"\nbased_on = "numbered"\n'
    (project.root / "players" / "hall.toml").write_text(f'based_on = "numbered"\n{own}', encoding="utf-8")
    expected = ["profile-unknown-key", "profile-not-a-choice", "profile-unknown-key"]
    assert codes(project, card(), profile="hall") == expected


def test_a_missing_card_is_said(project: Project, tmp_path: Path) -> None:
    """A folder that is not there is an error of that card alone."""
    assert codes(project, tmp_path / "nowhere") == ["card-not-found"]


def test_a_mixed_audio_out_is_refused(project: Project, card: MakeCard) -> None:
    """What a build did not finish goes on no card."""
    next((project.out / "fr").glob("*.mp3")).write_bytes(b"")
    with pytest.raises(MixedFolder):
        prepare(project, LoadWish((card(),), "numbered"), make=True)


def test_an_unbuilt_guide_is_refused(tmp_path: Path) -> None:
    """Without a build there is nothing to load."""
    with pytest.raises(UsageError) as caught:
        prepare(Project(tmp_path), LoadWish((tmp_path,), "numbered"), make=True)
    assert caught.value.message.code == "load-not-built"


def test_a_copied_card_is_noticed(project: Project, card: MakeCard) -> None:
    """Two cards with one identity are not loaded together; a new identity mends that."""
    one, two = card("one"), card("two")
    loaded(project, one)
    for name in ("GUIDE.JSN", "GUIDE.BAK"):
        (two / name).write_bytes((one / name).read_bytes())
    outcomes = loaded(project, one, two)
    mended = loaded(project, two, new_player=True)
    assert ([outcome.safe for outcome in outcomes], mended[0].safe) == ([True, False], True)


def test_a_card_that_took_another_s_place_is_not_touched(project: Project, card: MakeCard) -> None:
    """A plan holds for the card that was looked at; another one that came meanwhile is left alone and said."""
    here, other = card("here"), card("other")
    loaded(project, here)
    loaded(project, other, languages=("en",))
    wish = LoadWish((here,), folder=True)
    prepared, guide = prepare(project, wish, make=True)
    for name in ("GUIDE.JSN", "GUIDE.BAK"):
        (here / name).write_bytes((other / name).read_bytes())
    before = {path: path.read_bytes() for path in here.iterdir() if path.is_file()}
    outcome = load(project, wish, prepared, guide, Unwatched())[0]
    after = {path: path.read_bytes() for path in here.iterdir() if path.is_file()}
    assert (outcome.safe, outcome.fault and outcome.fault.code, after) == (False, "card-changed", before)


def test_a_player_of_wav_gets_wav(project: Project, card: MakeCard) -> None:
    """Tracks in another format are made from the speech in the cache."""
    folder = card()
    outcome = loaded(project, folder, profile="wav")[0]
    heads = {(folder / name).read_bytes()[:4] for name in names(folder)}
    assert (outcome.safe, heads) == (True, {b"RIFF"})


def test_a_player_without_a_screen_hears_number_and_title(project: Project, card: MakeCard) -> None:
    """Tracks with a spoken opening are longer than those that were built."""
    plain, spoken = card("plain"), card("spoken")
    loaded(project, plain)
    loaded(project, spoken, profile="grn-saber")
    longer = next(spoken.glob("01*/001*")).stat().st_size - (plain / "FR" / "101.MP3").stat().st_size
    assert longer > 8_000  # a second at 64 kbit/s


def test_tags_are_as_simple_as_the_player(project: Project, card: MakeCard) -> None:
    """A car radio gets Latin letters and the old trailer; letters beyond Latin-1 are made plain."""
    from mutagen.id3 import ID3

    folder = card()
    loaded(project, folder, profile="car")
    track = next((folder / "FR").glob("001*"))
    tags = ID3(track)
    title = tags["TIT2"]
    assert (tags.version, int(title.encoding), str(title)) == ((2, 3, 0), 0, "Bienvenue - été")
    assert track.read_bytes()[-128:-125] == b"TAG"


def test_a_variant_is_made_once(project: Project, card: MakeCard) -> None:
    """A second card of the same kind finds its tracks in the cache; how far the making is, is told."""
    told: list[tuple[int, int]] = []
    for name in ("one", "two"):
        wish = LoadWish((card(name),), "wav", folder=True)
        prepare(project, wish, make=True, making=lambda done, total: told.append((done, total)))
    assert told == [(done, 6) for done in range(7)]


def test_why_a_track_cannot_be_made_is_said_in_its_own_words() -> None:
    """The message of whatever failed is kept, so that it is told in the reader's language, with the track's name."""
    why = Message("sound-missing", {"file": "media/rue.wav"})
    error = failed("joie.fr.standard", Finding(Severity.ERROR, why))
    assert (error.message, str(error.place)) == (why, "joie.fr.standard")


def test_a_dry_run_makes_nothing(project: Project, card: MakeCard) -> None:
    """Sizes of tracks that are still to be made are estimates, and said to be."""
    folder = card()
    prepared, _ = prepare(project, LoadWish((folder,), "wav", folder=True), make=False)
    assert prepared[0].job
    sizes = [step.size_bytes for step in prepared[0].job.plan.of(Deed.NEW)]
    assert (prepared[0].estimated, min(sizes) > 100_000, list(folder.iterdir())) == (6, True, [])


def test_scripts_ahead_of_the_build_are_noticed(project: Project, card: MakeCard) -> None:
    """A variant of a track whose script was changed is not made from the new words behind the museum's back."""
    script = next((project.root / "scripts_fr").glob("101*"))
    script.write_text(script.read_text("utf-8") + "\nEncore une phrase.\n", encoding="utf-8")
    assert codes(project, card(), profile="wav") == ["load-behind"]


RELEASE = """
[casts.release.fr]
narrator = { engine = "tone", voice = "high" }

[casts.release.en]
narrator = { engine = "tone", voice = "high" }
"""


def settings(project: Project, old: str = "", new: str = "", *, more: str = "") -> None:
    """Change the guide's settings."""
    text = project.settings.read_text("utf-8")
    project.settings.write_text(text.replace(old, new) + more if old else text + more, encoding="utf-8")


def speech(project: Project) -> frozenset[str]:
    """Return the keys of all speech that is kept."""
    return Cache(project.cache).keys("speech")


def test_tracks_of_several_casts_are_made_for_one_card(project: Project, card: MakeCard) -> None:
    """A guide of which one stop has its release voices already goes onto a player of WAV, nothing voiced anew."""
    settings(project, more=RELEASE)
    build(project, Wish(cast="release", stops=("101",), jobs=1), Silent())
    before = speech(project)
    outcome = loaded(project, card(), profile="wav")[0]
    assert (outcome.fault, outcome.safe, speech(project)) == (None, True, before)


def test_tracks_of_an_engine_that_was_asked_for_are_made_too(project: Project, card: MakeCard) -> None:
    """`--engine` speaks in a cast's place: such a guide is loaded as it is, and not called behind its scripts."""
    settings(project, '"low"', '"high"')
    build(project, Wish(engine="tone", jobs=1), Silent())
    build(project, Wish(stops=("302",), jobs=1), Silent())
    before = speech(project)
    outcome = loaded(project, card(), profile="wav")[0]
    assert (outcome.fault, outcome.safe, speech(project)) == (None, True, before)


def test_a_cast_that_cannot_speak_here_hinders_no_other(project: Project, card: MakeCard) -> None:
    """Voices that no track of the guide is spoken by are not asked about."""
    settings(project, more=RELEASE.replace('"tone"', '"nobody"'))
    assert loaded(project, card(), profile="wav")[0].safe


def test_a_voice_that_is_gone_is_told_by_name(project: Project, card: MakeCard) -> None:
    """Where the speaker of a track is not there any more, that is said, not that scripts are ahead of the build."""
    settings(project, '"low"', '"high"')
    build(project, Wish(jobs=1), Silent())
    settings(project, '"tone"', '"nobody"')
    assert codes(project, card(), profile="wav") == ["engine-unknown"]


def test_the_build_that_is_asked_for_changes_no_voice(project: Project, card: MakeCard) -> None:
    """The command that brings a guide up to its scripts names the cast in which it was published."""
    settings(project, more=RELEASE)
    build(project, Wish(cast="release", jobs=1), Silent())
    assert behind(project, card(), "fr/101") == "guide build --cast release"


def test_the_build_that_is_asked_for_changes_no_other_stop_s_voice(project: Project, card: MakeCard) -> None:
    """Of a guide in several casts, or with an engine that was asked for, the command builds the one track alone."""
    settings(project, more=RELEASE)
    folder = card()
    build(project, Wish(cast="release", languages=("fr",), stops=("101",), jobs=1), Silent())
    build(project, Wish(engine="espeak", languages=("en",), stops=("201",), jobs=1), Silent())
    commands = {behind(project, folder, name) for name in ("fr/101", "en/201", "en/302")}
    assert commands == {
        "guide build --stop bienvenue --language fr --cast release",
        "guide build --stop ascq --language en --engine espeak",
        "guide build --stop joie --language en",
    }


def behind(project: Project, folder: Path, name: str) -> object:
    """Return the command that is asked for when a script, such as fr/101, has changed since it was built."""
    language, _, number = name.partition("/")
    script = next((project.root / f"scripts_{language}").glob(f"{number}*"))
    text = script.read_text("utf-8")
    script.write_text(f"{text}\nA sentence.\n", encoding="utf-8")
    wish = LoadWish((folder,), profile="wav", folder=True)
    fault = prepare(project, wish, make=False)[0][0].findings[0]
    script.write_text(text, encoding="utf-8")
    assert fault.code == "load-behind"
    return fault.message.values["command"]


def rotten(project: Project, kind: str) -> None:
    """Flip the last byte of every entry of a kind in the cache."""
    for entry in (project.cache / kind).glob("*/*"):
        content = entry.read_bytes()
        entry.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


@pytest.mark.parametrize(("profile", "kinds"), [("wav", ["audio"]), ("grn-saber", ["file"]), ("grn-saber", ["audio"])])
def test_damage_in_the_cache_goes_on_no_card(
    project: Project, card: MakeCard, profile: str, kinds: Sequence[str]
) -> None:
    """A kept track whose bytes changed on the disk is made anew; cards get what they got before."""
    first, second = card("first"), card("second")
    loaded(project, first, profile=profile)
    for kind in kinds:
        rotten(project, kind)
    if "file" not in kinds:
        shutil.rmtree(project.cache / "file", ignore_errors=True)
    outcome = loaded(project, second, profile=profile)[0]
    content = [[(folder / name).read_bytes() for name in names(folder)] for folder in (first, second)]
    assert (outcome.safe, content[0] == content[1]) == (True, True)


def test_a_track_that_changes_meanwhile_goes_on_no_card(project: Project, card: MakeCard) -> None:
    """What a build puts in a published track's place is not tagged for a player as if it were what was planned."""
    kept = Cache(project.cache).keys("file")
    preparing = Preparing(project, LoadWish((card(),), "car", languages=("fr",), folder=True), make=True)
    path = next((project.out / "fr").glob("101*.mp3"))
    path.write_bytes(path.read_bytes()[:-1])
    found = preparing.card(preparing.wish.cards[0])
    assert ([one.code for one in found.findings], Cache(project.cache).keys("file")) == (["card-source-changed"], kept)


def test_only_voices_with_something_to_say_take_room(project: Project) -> None:
    """How many tracks are made at once hangs on the voices that have still to speak; a wish for a number holds."""
    guide = built_guide(project)
    variants = Variants(project, guide, find_profile("wav", project.root))
    plans = [one.plan for one in variants.planned(guide.tracks.values())]
    spoken = variants.speaking(plans)
    shutil.rmtree(project.cache / "speech")
    assert (spoken, sorted({one.voice.name for one in variants.speaking(plans)})) == ([], ["low"])


def test_verifying_names_the_fault_and_writes_the_ledger(project: Project, card: MakeCard) -> None:
    """A card whose file was changed is found, and known as such from then on."""
    folder = card()
    loaded(project, folder)
    (folder / "FR" / "101.MP3").write_bytes(b"broken")
    outcome = verify(project, [folder], Unwatched())[0]
    players, _ = known_players(project)
    assert (outcome.safe, outcome.bad, players[0].result) == (False, ("FR/101.MP3",), "faults")


def test_the_folder_of_a_card_that_is_not_plugged_in_is_told(project: Project, card: MakeCard) -> None:
    """Where nothing is mounted and nothing was loaded, the card is asked for, not a load."""
    outcome = verify(project, [card()], Unwatched())[0]
    assert (outcome.safe, outcome.fault and outcome.fault.code) == (False, "card-not-here")


def test_the_fleet_knows_who_is_behind(project: Project, card: MakeCard) -> None:
    """A player loaded before a track changed is one track behind; it holds the version it was loaded with."""
    loaded(project, card(), languages=("fr",))
    path = project.out / "manifest.json"
    data = json.loads(path.read_bytes())
    data["tracks"]["ascq.fr.standard"]["sha256"] = "f" * 64
    data["tracks"]["ascq.en.standard"]["sha256"] = "f" * 64
    path.write_text(json.dumps(data), encoding="utf-8")
    player = known_players(project)[0][0]
    assert (player.behind, player.languages, player.version) == (1, ("fr",), data["version"])


def test_a_player_of_a_tour_is_behind_by_its_stops_alone(project: Project, card: MakeCard) -> None:
    """A track that changed, or came, outside a player's tour and level puts it behind by nothing."""
    path = project.out / "manifest.json"
    data = json.loads(path.read_bytes())
    data["tours"].append({"id": "short", "title": {"fr": "Court"}, "stops": ["ascq", "joie"], "minutes": 10})
    path.write_text(json.dumps(data), encoding="utf-8")
    loaded(project, card(), languages=("fr",), tour="short")
    for changed in ("bienvenue.fr.standard", "joie.fr.standard"):
        data["tracks"][changed]["sha256"] = "f" * 64
    data["tracks"]["joie.fr.children"] = {**data["tracks"]["joie.fr.standard"], "level": "children"}
    path.write_text(json.dumps(data), encoding="utf-8")
    assert known_players(project)[0][0].behind == 1


def test_a_player_of_a_level_is_behind_by_its_standard_tracks_too(project: Project, card: MakeCard) -> None:
    """Where a stop has no track of the level, the player holds its standard one, and that may be behind."""
    path = project.out / "manifest.json"
    data = json.loads(path.read_bytes())
    data["tracks"]["joie.fr.children"] = {**data["tracks"]["joie.fr.standard"], "level": "children"}
    path.write_text(json.dumps(data), encoding="utf-8")
    loaded(project, card(), languages=("fr",), level="children")
    for changed in ("bienvenue.fr.standard", "joie.fr.standard"):
        data["tracks"][changed]["sha256"] = "f" * 64
    path.write_text(json.dumps(data), encoding="utf-8")
    assert known_players(project)[0][0].behind == 1


def test_a_ledger_that_cannot_be_written_stops_no_card(project: Project, card: MakeCard) -> None:
    """Both cards are whole and told so; that they could not be written down is told too."""
    players = project.root / "players"
    (players / ledger.FILE).mkdir(parents=True)
    noticed: list[str] = []
    wish = LoadWish((card("one"), card("two")), profile="numbered", folder=True)
    prepared, guide = prepare(project, wish, make=True)
    outcomes = load(project, wish, prepared, guide, Noticing(noticed))
    assert [one.safe for one in outcomes] == [True, True]
    assert noticed == ["file-in-the-way"] * 2


def test_an_order_that_nobody_sees_is_said(project: Project, card: MakeCard) -> None:
    """Where a player goes by the order of entries and the file system keeps none, loads and readings say so."""
    watched, folder = Watched(), card()
    wish = LoadWish((folder,), profile="copy-order", languages=("fr",), folder=True)
    prepared, guide = prepare(project, wish, make=True)
    load(project, wish, prepared, guide, watched)
    verify(project, [folder], watched)
    noticed = [one.finding.code for one in watched.events if isinstance(one, CardNoticed)]
    assert noticed.count("order-not-shown") == 2


@pytest.mark.parametrize(
    ("rereads", "order_matters", "order_shown", "expected"),
    [
        (PAST_CACHE, True, True, []),
        (ASKED, False, False, ["reread-asked"]),
        (THROUGH_CACHE, True, False, ["reread-through-cache", "order-not-shown"]),
    ],
)
def test_what_a_system_cannot_do_is_said(
    rereads: str, order_matters: bool, order_shown: bool, expected: list[str]
) -> None:
    """Where nothing can be promised, of reading back or of the order of entries, it is told and not pretended."""
    assert doubts(rereads, order_matters=order_matters, order_shown=order_shown) == expected
