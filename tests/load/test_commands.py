"""`guide load`, `guide verify` and `guide devices` as a person meets them."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from guide.__main__ import root
from guide.cli.door import run
from guide.model.card import LOADING
from guide.players.claiming import claimed
from guide.players.journal import read_manifest, write_manifest
from guide.players.mounted import MountedCard

pytestmark = pytest.mark.sound

MakeCard = Callable[..., Path]
Said = tuple[int, str, str]


@pytest.fixture
def guide(museum_root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Run a command in the museum's folder and return its exit code and what it said."""

    def call(arguments: Sequence[str | Path], language: str = "en") -> Said:
        words = [*map(str, arguments), "--project", str(museum_root), "--lang", language]
        code = run(root(), words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


Guide = Callable[..., Said]


def test_a_load_ends_with_safe_to_unplug(guide: Guide, card: MakeCard) -> None:
    """The last line of a good load says first of all that the card may be unplugged."""
    folder = card()
    code, out, _ = guide(["load", folder, "--profile", "numbered", "--folder"])
    assert (code, out.splitlines()[-1].startswith(f"{folder}: safe to unplug. ")) == (0, True)


def test_a_card_that_cannot_be_loaded_is_not_safe(guide: Guide, card: MakeCard) -> None:
    """What stands in the way is said with the next step, the card is called not ready, the exit code is 1."""
    folder = card()
    (folder / "FR").write_bytes(b"x")
    code, out, err = guide(["load", folder, "--profile", "numbered", "--folder"])
    assert (code, "NOT ready" in out, "Safe" in out, "move the file away" in err) == (1, True, False, True)


IN_THE_WAY = {
    "en": (
        "{card}: FR: error: FR is to be a folder, and a file has that name\n  move the file away, then load again.\n"
    ),
    "fr": (
        "{card}\u00a0: FR: erreur: FR doit être un dossier, et un fichier porte ce nom\n"
        "  déplacez ce fichier, puis rechargez.\n"
    ),
}


@pytest.mark.parametrize("language", sorted(IN_THE_WAY))
def test_a_card_s_next_step_has_a_line_of_its_own(guide: Guide, card: MakeCard, language: str) -> None:
    """What is wrong with a card is told as everywhere: the sentence, below it the next step."""
    folder = card()
    (folder / "FR").write_bytes(b"x")
    _, _, err = guide(["load", folder, "--profile", "numbered", "--folder"], language)
    assert err == IN_THE_WAY[language].format(card=folder)


def test_a_dry_run_writes_nothing(guide: Guide, card: MakeCard) -> None:
    """`--dry-run` says what would be done."""
    folder = card()
    code, out, _ = guide(["load", folder, "--profile", "numbered", "--folder", "--dry-run"])
    assert (code, "8 new" in out, list(folder.iterdir())) == (0, True, [])


def test_a_plan_tells_what_there_is_to_do(guide: Guide, card: MakeCard) -> None:
    """Counts of nothing are left out; that files kept are read back, and copied again where bad, is said."""
    folder = card()
    real: list[str | Path] = ["load", folder, "--profile", "numbered", "--folder"]
    _, first, _ = guide([*real, "--dry-run"])
    guide(real)
    (folder / "EN" / "201.MP3").unlink()
    _, second, _ = guide([*real, "--dry-run"])
    said = [text.splitlines()[0].removeprefix(f"{folder}: ").partition("; ") for text in (first, second)]
    assert [counts for counts, _, _ in said] == ["8 new", "1 new, 7 to read back"]
    assert [end.partition(" MB ")[2] for _, _, end in said] == ["to copy", "to copy, and what reads back wrong"]


def test_programs_are_told_the_plan_and_the_end(guide: Guide, card: MakeCard) -> None:
    """`--json` gives the plan of each card with its steps and faults, and what became of it, a line each."""
    good, bad = card("good"), card("bad")
    (bad / "FR").write_bytes(b"x")
    code, out, _ = guide(["load", good, bad, "--profile", "numbered", "--folder", "--json"])
    lines = [json.loads(line) for line in out.splitlines()]
    plans = {Path(one["card"]).name: one for one in lines if one["event"] == "CardPlanned"}
    ends = {Path(one["card"]).name: one for one in lines if one["event"] == "CardOutcome"}
    assert (code, len(plans["good"]["steps"]), plans["bad"]["findings"][0]["code"]) == (1, 8, "card-file-in-the-way")
    assert (ends["good"]["safe"], ends["bad"]["fault"]["code"]) == (True, "card-file-in-the-way")


def test_a_card_named_twice_is_loaded_once(guide: Guide, card: MakeCard) -> None:
    """The same folder by two names is one card."""
    folder = card()
    code, out, _ = guide(
        ["load", folder, folder.parent / "x" / ".." / folder.name, "--profile", "numbered", "--folder"]
    )
    assert (code, out.count("safe to unplug."), "NOT ready" in out) == (0, 1, False)


def test_a_card_in_use_is_said(guide: Guide, card: MakeCard) -> None:
    """A fault that shows only when the work begins is told too, and not just that the card is not ready."""
    folder = card()
    with claimed(folder):
        code, out, err = guide(["load", folder, "--profile", "numbered", "--folder"])
    assert (code, "NOT ready" in out, "another load is at work on" in err) == (1, True, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other quotation marks")
def test_the_terminal_can_take_the_command_that_is_offered(guide: Guide, museum_root: Path, card: MakeCard) -> None:
    """A folder's name with blanks and signs of the shell is quoted."""
    folder = card("NO NAME $1")
    guide(["load", folder, "--profile", "numbered", "--folder"])
    (folder / "EN" / "201.MP3").unlink()
    _, out, _ = guide(["verify", folder])
    offered = next(line for line in out.splitlines() if "guide load" in line).partition(": ")[2]
    assert shlex.split(offered) == ["guide", "load", str(folder), "--folder", "--project", str(museum_root)]


def test_a_copied_folder_is_named_with_its_options(guide: Guide, card: MakeCard) -> None:
    """What gives a copied card an identity of its own holds for ordinary folders too."""
    one, two = card("one"), card("two")
    guide(["load", one, "--profile", "numbered", "--folder"])
    for name in ("GUIDE.JSN", "GUIDE.BAK"):
        (two / name).write_bytes((one / name).read_bytes())
    _, _, err = guide(["load", one, two, "--folder"])
    assert f'guide load "{two}" --new-player --folder\n' in err


def test_a_slip_in_a_profile_is_not_told_for_every_file(guide: Guide, museum_root: Path, card: MakeCard) -> None:
    """Of a kind of fault a few are told, and how many more there are."""
    (museum_root / "players").mkdir()
    own = museum_root / "players" / "kiosk.toml"
    own.write_text('based_on = "numbered"\n[naming]\nfile = "con"\ncharacters = "ascii"\n', encoding="utf-8")
    _, _, err = guide(["load", card(), "--profile", "kiosk", "--folder"])
    assert (err.count("Windows cannot open"), "\n  and 1 more of this kind\n" in err) == (5, True)


@pytest.mark.parametrize("command", ["load", "verify"])
def test_no_card_is_wrong_use(guide: Guide, command: str) -> None:
    """Without a card the exit code is 2; the example is of the command that was typed."""
    code, _, err = guide([command])
    assert (code, f"guide {command} /media/anne/CARD" in err) == (2, True)


def test_a_profile_is_explained(guide: Guide) -> None:
    """`--explain` prints every setting that holds and whether this guide fits."""
    code, out, _ = guide(["load", "--explain", "dfplayer"])
    assert (code, "highest_number = 3000" in out, "This guide fits" in out) == (0, True, True)


def test_a_museum_s_own_profile_is_found_and_checked(guide: Guide, museum_root: Path) -> None:
    """A profile in players/ is listed, explained, and its faults are told with their line."""
    (museum_root / "players").mkdir()
    own = museum_root / "players" / "kiosk.toml"
    own.write_text('based_on = "numbered"\n[naming]\nfile = "{nombre}"\n', encoding="utf-8")
    code, _, err = guide(["load", "--explain", "kiosk"])
    assert (code, "players/kiosk.toml:3" in err) == (2, True)


def test_a_wrong_profile_hides_no_other(guide: Guide, museum_root: Path) -> None:
    """The list names every profile that is right, and every fault of the one that is not."""
    (museum_root / "players").mkdir()
    (museum_root / "players" / "a.toml").write_text("[naming\n", encoding="utf-8")
    (museum_root / "players" / "b.toml").write_text('based_on = "car"\ntitle = { en = "Lift" }\n', encoding="utf-8")
    code, out, err = guide(["load", "--profiles"])
    assert (code, "b: Lift" in out.splitlines(), "players/a.toml:1" in err) == (1, True, True)


def test_verify_and_devices_tell_of_a_bad_file(guide: Guide, museum_root: Path, card: MakeCard) -> None:
    """A changed file is named by verify (exit 1), with the command that mends it here, and counted by devices."""
    folder = card()
    guide(["load", folder, "--profile", "numbered", "--folder", "--label", "Player 17"])
    (folder / "EN" / "201.MP3").write_bytes(b"x")
    code, out, _ = guide(["verify", folder])
    _, table, _ = guide(["devices"])
    named = "EN/201.MP3" in out and f"guide load {folder} --folder --project {museum_root}\n" in out
    listed = "  bad files: 1  " in table and "\nPlayer 17: bad file: EN/201.MP3" in table
    assert (code, named, listed) == (1, True, True)


def test_a_repair_is_told(guide: Guide, card: MakeCard) -> None:
    """A card whose files go bad is wearing out: that one was repaired stands below its good end, and only then."""
    folder = card()
    load: list[str | Path] = ["load", folder, "--profile", "numbered", "--folder"]
    _, first, _ = guide(load)
    track = folder / "EN" / "201.MP3"
    track.write_bytes(b"x" * track.stat().st_size)
    _, second, _ = guide(load)
    assert ["found bad and copied again: 1" in out for out in (first, second)] == [False, True]


def test_a_load_cut_short_is_told_shortly(guide: Guide, card: MakeCard) -> None:
    """Of the files that it had not come to a few are named; devices calls the load unfinished and names none."""
    folder = card()
    guide(["load", folder, "--profile", "numbered", "--folder"])
    mounted = MountedCard(folder)
    whole = read_manifest(mounted)
    assert whole
    write_manifest(mounted, replace(whole, state=LOADING))
    for path in folder.glob("*/*.MP3"):
        path.unlink()
    _, out, err = guide(["verify", folder])
    _, table, _ = guide(["devices"])
    assert (out.count("missing or not"), "  and 1 more of this kind" in out, "did not finish" in err) == (5, True, True)
    assert ("load did not finish" in table, "bad file" in table) == (True, False)


def test_devices_without_a_ledger(guide: Guide) -> None:
    """A museum that has loaded nothing is told how the ledger begins."""
    code, out, _ = guide(["devices"])
    assert (code, "guide load" in out) == (0, True)
