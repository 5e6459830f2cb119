"""The table of docs/faults.md, row by row: exit code, message, and what audio_out holds afterwards.

Everything here goes in by the command, as a curator's slip would.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from guide.messages import entries
from guide.store.lock import only_one
from tests.build.conftest import Command, Workshop

pytestmark = pytest.mark.slow

TABLE = Path(__file__).parents[2] / "docs" / "faults.md"
HEAD = "---\ntitre: {}\n---\n\n{}\n"
PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><rect width="9" height="6"/></svg>'
PICTURE = "[image: {}, alt: Un dessin., crédit: Nous]\n\nVoici."
GOOD = {"meunier.en.standard", "meunier.fr.standard", "moulin.en.standard"}
"""The tracks that go on when the French mill is the one that is wrong."""
ALL = GOOD | {"moulin.fr.standard"}
MILL = "scripts_fr/101-moulin.md"


def rows() -> dict[str, tuple[int, str]]:
    """Return exit code and message code of each row of the table by its name."""
    found = re.findall(r"^\| ([^|]+?) \| (\d+) \| `([a-z0-9-]+)`", TABLE.read_text("utf-8"), re.MULTILINE)
    return {name: (int(code), message) for name, code, message in found}


def tracks(workshop: Workshop) -> set[str]:
    """Return the tracks in the manifest, or none where there is no manifest."""
    path = workshop.root / "audio_out" / "manifest.json"
    return set(json.loads(path.read_bytes())["tracks"]) if path.exists() else set()


def events(answer: subprocess.CompletedProcess[str]) -> list[str]:
    """Return the codes of all findings in a build's lines of JSON."""
    lines = [json.loads(line) for line in answer.stdout.splitlines() if line.startswith("{")]
    return [line["finding"]["code"] for line in lines if "finding" in line]


def a_link_out(workshop: Workshop) -> None:
    """Put a link in media/ that leads out of the guide."""
    outside = workshop.root.parent / "outside.svg"
    outside.write_text(PLAIN)
    (workshop.root / "media").mkdir()
    (workshop.root / "media" / "a.svg").symlink_to(outside)
    workshop.write(MILL, HEAD.format("Le moulin", PICTURE.format("a.svg")))


def a_pipe(workshop: Workshop) -> None:
    """Put a pipe in the place of a script."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    (workshop.root / MILL).unlink()
    os.mkfifo(workshop.root / MILL)


def files(**content: str | bytes) -> Callable[[Workshop], None]:
    """Return what writes files into a guide; `__` in a name stands for a slash."""

    def write(workshop: Workshop) -> None:
        for path, text in content.items():
            workshop.write(path.replace("__", "/"), text)

    return write


def mill(text: str | bytes, **others: str | bytes) -> Callable[[Workshop], None]:
    """Return what writes the French mill's script, and other files."""

    def write(workshop: Workshop) -> None:
        workshop.write(MILL, text)
        files(**others)(workshop)

    return write


def picture(name: str, content: str | bytes | None = None) -> Callable[[Workshop], None]:
    """Return what gives the French mill a picture."""

    def write(workshop: Workshop) -> None:
        workshop.write(MILL, HEAD.format("Le moulin", PICTURE.format(name)))
        if content is not None:
            workshop.write(f"media/{name}", content)

    return write


def second_of_its_number(workshop: Workshop) -> None:
    """Add a stop under a number that is taken, in both languages."""
    for tag in ("fr", "en"):
        workshop.write(
            f"scripts_{tag}/101-grande-roue.md", HEAD.format("La roue", "Voici la roue.").replace("titre", "title")
        )


def renamed(name: str) -> Callable[[Workshop], None]:
    """Return what renames the French mill's script."""

    def rename(workshop: Workshop) -> None:
        (workshop.root / MILL).rename(workshop.root / "scripts_fr" / name)

    return rename


def another(name: str) -> Callable[[Workshop], None]:
    """Return what copies the French mill's script under another name."""
    return lambda workshop: workshop.write(f"scripts_fr/{name}", (workshop.root / MILL).read_bytes())


def no_folder(workshop: Workshop) -> None:
    """Take the French folder away."""
    (workshop.root / "scripts_fr").rename(workshop.root / "scripts_FR")


SLIPS: Mapping[str, tuple[Callable[[Workshop], None], set[str]]] = {
    "Empty script": (mill(""), GOOD),
    "Script without title": (mill("---\nsources: x\n---\n\nVoici.\n"), GOOD),
    "Two stops with one number": (second_of_its_number, ALL),
    "Two scripts with one name": (another("105-moulin.md"), ALL),
    "Copy of a script": (another("101-moulin-2.md"), ALL),
    "Script's name with a slip": (renamed("101-moulin.MD"), GOOD),
    "Folder of a language missing": (no_folder, {"meunier.en.standard", "moulin.en.standard"}),
    "Level without its standard script": (renamed("101-moulin.children.md"), GOOD),
    "Id that Windows reserves": (another("con.md"), ALL),
    "File in another encoding": (mill("---\ntitre: Le château\n---\n\nVoilà.\n".encode("latin-1")), GOOD),
    "Script of 100,000 words": (mill(HEAD.format("Long", "mot " * 100_000)), GOOD),
    "Media path with ..": (picture("../guide.toml"), GOOD),
    "Absolute media path": (picture("/etc/hostname"), GOOD),
    "Link out of media": (a_link_out, GOOD),
    "Pipe in a script's place": (a_pipe, GOOD),
    "Missing picture": (picture("nowhere.svg"), GOOD),
    "Picture that is none": (picture("a.png", b"not a picture"), GOOD),
    "SVG with a script": (picture("a.svg", PLAIN.replace("<rect", "<script>1</script><rect")), GOOD),
    "SVG with an outside link": (picture("a.svg", PLAIN.replace("<rect", '<image href="//a.example"/><rect')), GOOD),
    "Bracket that never closes": (mill(HEAD.format("Le moulin", "Voici [pause")), GOOD),
    "Role without a voice": (mill(HEAD.format("Le moulin", "[voix: enfant]\n\nVoici.")), GOOD),
}  # fmt: skip
"""What is done to the guide, and the tracks that are there after a first build."""


@pytest.mark.parametrize("name", SLIPS)
def test_slip(workshop: Workshop, command: Command, name: str) -> None:
    """A slip in one script fails that stop by name, says why, and leaves the others."""
    slip, left = SLIPS[name]
    slip(workshop)
    exit_code, message = rows()[name]
    answer = command("build", "--json")
    assert (answer.returncode, answer.stderr) == (exit_code, "")
    assert message in events(answer)
    assert tracks(workshop) == left


@pytest.mark.parametrize("name", ["Empty script", "Picture that is none"])
def test_slip_in_a_built_guide_keeps_the_old_track(built: Workshop, command: Command, name: str) -> None:
    """In a guide that was built, the old track stays and is marked outdated."""
    audio = built.manifest.tracks["moulin.fr.standard"].audio_sha256
    SLIPS[name][0](built)
    answer = command("build")
    track = built.manifest.tracks["moulin.fr.standard"]
    assert (answer.returncode, track.state, track.audio_sha256) == (1, "outdated", audio)
    assert "Its last good track stays" in answer.stdout


def test_number_in_one_language_only(workshop: Workshop, command: Command) -> None:
    """A stop that one language lacks is built in the others; `guide check` warns."""
    workshop.write("scripts_fr/103-vanne.md", HEAD.format("La vanne", "Voici la vanne."))
    exit_code, message = rows()["Number in one language only"]
    assert command("build").returncode == exit_code
    assert tracks(workshop) == ALL | {"vanne.fr.standard"}
    assert f"[{message}]" in command("check").stdout


def test_emoji_and_arabic(workshop: Workshop, command: Command) -> None:
    """Any script of the world is text: shown as it is, in the page and in the tags."""
    workshop.write(MILL, HEAD.format("مطحنة 🌊", "مرحبا بكم 🌊. Voici le moulin."))
    assert command("build").returncode == 0
    assert workshop.manifest.tracks["moulin.fr.standard"].title == "مطحنة 🌊"


def test_markup_in_a_title_stays_text(workshop: Workshop, command: Command) -> None:
    """A title that looks like a script or a template is shown letter by letter and runs nowhere."""
    workshop.write(MILL, HEAD.format("<script>alert(1)</script> {{ 123*457 }}", "Voici."))
    assert command("build").returncode == 0
    pages = [data.decode() for path, data in workshop.content().items() if path.endswith(".html")]
    assert any("&lt;script&gt;alert(1)&lt;/script&gt; {{ 123*457 }}" in page for page in pages)
    assert not any("<script>alert(1)" in page or "56211" in page for page in pages)


def broken_engine(workshop: Workshop, body: str) -> dict[str, str]:
    """Give the guide an engine of a stranger's that does `body` on the word "tourne"; return its environment."""
    place = workshop.root.parent / "stranger"
    info = place / "stranger-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[guide.engines]\nstranger = stranger:Stranger\n")
    (place / "stranger.py").write_text(
        "import os, time\n"
        "from dataclasses import replace\n"
        "from guide.engines.tone import ToneEngine\n"
        "class Stranger(ToneEngine):\n"
        "    @property\n"
        "    def info(self):\n"
        "        return replace(super().info, name='stranger', seconds_per_character=0.001)\n"
        "    def speak(self, request):\n"
        "        if 'tourne' in request.text:\n"
        f"            {body}\n"
        "        return super().speak(request)\n"
    )
    workshop.write("guide.toml", (workshop.root / "guide.toml").read_text("utf-8").replace('"tone"', '"stranger"'))
    return {"PYTHONPATH": str(place)}


@pytest.mark.parametrize(
    ("name", "body", "line"),
    [
        ("Engine that fails on one stop", "raise RuntimeError('no')", 5),
        ("Engine that breaks down", "os.kill(os.getpid(), 9)", 0),
        ("Engine that hangs", "time.sleep(3600)", 0),
    ],
)
def test_engine_that_fails(workshop: Workshop, command: Command, name: str, body: str, line: int) -> None:
    """An engine that raises, dies or never returns costs its own track and nothing else; the script is named.

    The line is too, where it is known (else 0).
    """
    environment = broken_engine(workshop, body)
    exit_code, message = rows()[name]
    answer = command("build", "--json", environment=environment)
    assert answer.returncode == exit_code
    assert message in events(answer)
    failed = next(one for one in map(json.loads, answer.stdout.splitlines()) if one["event"] == "TrackFailed")
    place = failed["finding"]["place"]
    assert (place["file"], place["line"]) == ("scripts_fr/101-moulin.md", line)
    assert tracks(workshop) == GOOD


def test_read_only_folder(built: Workshop, program: Callable[..., str]) -> None:
    """A folder that refuses is told; nothing is half-written."""
    before = built.content()
    built.replace(MILL, "Voici", "Voilà")
    # Root may write everywhere; without this one capability the folder's permissions hold for root too.
    humbly = [program("setpriv"), "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
    out = built.root / "audio_out"
    folders = [out, *(path for path in out.rglob("*") if path.is_dir())]
    exit_code, _ = rows()["Read-only folder"]
    for folder in folders:
        folder.chmod(0o555)
    try:
        answer = subprocess.run(
            [*humbly, sys.executable, "-m", "guide", "--lang", "en", "build"],
            cwd=built.root,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert (answer.returncode, "cannot be written" in answer.stderr) == (exit_code, True)
    assert built.content() == before


def test_no_space_left(workshop: Workshop) -> None:
    """When no byte more can be written the build says so, and nothing is half-written."""
    limited = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "from guide.__main__ import main\n"
        "if __name__ == '__main__':\n    main()\n"
    )
    program = workshop.root.parent / "limited.py"
    program.write_text(limited)
    answer = subprocess.run(
        [sys.executable, str(program), "build", "--json"],
        cwd=workshop.root,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert answer.returncode == 1
    assert "disk-full" in events(answer) or "no space left" in answer.stderr
    assert not [path for path in workshop.content() if ".guide-part-" in path]


def test_audio_out_deleted(built: Workshop, command: Command) -> None:
    """The product comes back from the cache, byte for byte, and nothing is voiced for it."""
    before = built.content()
    shutil.rmtree(built.root / "audio_out")
    exit_code, _ = rows()["audio_out deleted"]
    answer = command("build")
    assert (answer.returncode, "Tracks made: 0; kept: 4; failed: 0." in answer.stdout) == (exit_code, True)
    assert built.content() == before


def test_track_edited_by_hand(built: Workshop, command: Command) -> None:
    """A track that somebody changed is replaced, with a warning that names it."""
    before = built.content()
    built.write("audio_out/fr/101-moulin.mp3", b"edited")
    exit_code, message = rows()["Track edited by hand"]
    answer = command("build", "--json")
    assert (answer.returncode, message in events(answer)) == (exit_code, True)
    assert built.content() == before


def test_cache_corrupted(built: Workshop, command: Command) -> None:
    """Damaged entries of the cache are made again, and the reason is told."""
    before = built.content()
    for entry in (built.root / ".guide" / "cache").rglob("*"):
        if entry.is_file():
            entry.write_bytes(b"damaged")
    shutil.rmtree(built.root / "audio_out")
    exit_code, message = rows()["Cache corrupted"]
    answer = command("build", "--json")
    assert (answer.returncode, f'"{message}"' in answer.stdout) == (exit_code, True)
    assert built.content() == before


def test_two_builds_at_once(built: Workshop, command: Command) -> None:
    """The second build is refused at once and told why."""
    built.replace(MILL, "Voici", "Voilà")
    before = built.content()
    exit_code, _ = rows()["Two builds at once"]
    with only_one(built.root / ".guide" / "build.lock"):
        answer = command("build")
    assert (answer.returncode, "another build is running" in answer.stderr) == (exit_code, True)
    assert built.content() == before


def test_foreign_file_at_our_path(workshop: Workshop, command: Command) -> None:
    """A stranger's file is never overwritten, and nothing else is written either."""
    workshop.write("audio_out/fr/101-moulin.mp3", b"mine")
    exit_code, _ = rows()["Stranger's file at our path"]
    answer = command("build")
    assert (answer.returncode, "was not made by guide" in answer.stderr) == (exit_code, True)
    assert workshop.content() == {"fr/101-moulin.mp3": b"mine"}


def test_foreign_file_in_a_deleted_folder(built: Workshop, command: Command) -> None:
    """The folder was deleted, and a stranger's file lies at our path: it is not taken for an edited one of ours."""
    shutil.rmtree(built.root / "audio_out")
    built.write("audio_out/fr/101-moulin.mp3", b"mine")
    exit_code, _ = rows()["Stranger's file in a deleted audio_out"]
    planned, answer = command("plan"), command("build")
    assert (answer.returncode, "was not made by guide" in answer.stderr) == (exit_code, True)
    assert (planned.returncode, "was not made by guide" in planned.stderr) == (exit_code, True)
    assert built.content() == {"fr/101-moulin.mp3": b"mine"}


def test_script_deleted(built: Workshop, command: Command) -> None:
    """A script that is deleted takes its track along; plan, build and its end say so."""
    (built.root / MILL).unlink()
    exit_code, message = rows()["Script deleted"]
    reason = entries()[message].en
    assert f"remove   moulin.fr.standard               {reason}" in command("plan").stdout.splitlines()
    answer = command("build")
    assert (answer.returncode, tracks(built)) == (exit_code, GOOD)
    assert f"Taken out of the guide: moulin.fr.standard, {reason}." in answer.stdout.splitlines()
    assert "failed: 0; removed: 1." in answer.stdout


def test_number_of_an_old_track(built: Workshop, command: Command) -> None:
    """A stop was renumbered and fails: its old track keeps the number that another stop would take."""
    exit_code, message = rows()["Number that an old track still has"]
    for tag in ("fr", "en"):
        (built.root / f"scripts_{tag}/101-moulin.md").rename(built.root / f"scripts_{tag}/103-moulin.md")
        built.write(f"scripts_{tag}/101-roue.md", HEAD.format("La roue", "Voici la roue.").replace("titre", "title"))
    built.write("scripts_fr/103-moulin.md", "")
    answer = command("build", "--json")
    assert (answer.returncode, message in events(answer), tracks(built)) == (exit_code, True, ALL)


def started(workshop: Workshop, *arguments: str) -> subprocess.Popen[str]:
    """Start a long build: many sentences, one worker."""
    body = "\n\n".join(f"Phrase numéro {number} du moulin." for number in range(120))
    for number in range(110, 116):
        workshop.write(f"scripts_fr/{number}-long{number}.md", HEAD.format("Long", f"{body} {number}"))
    return subprocess.Popen(
        [sys.executable, "-m", "guide", "build", "--jobs", "1", *arguments],
        cwd=workshop.root,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def speaking(workshop: Workshop) -> bool:
    """Return whether the first sentences of a running build are kept."""
    return any((workshop.root / ".guide" / "cache").glob("speech/*/*"))


def alive(group: int) -> bool:
    """Return whether any process of a group still runs."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for(condition: Callable[[], bool], process: subprocess.Popen[str] | None) -> None:
    """Wait until a condition holds; fail when the process ends first."""
    end = time.monotonic() + 60
    while not condition():
        assert process is None or process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.01)  # the condition is on the disk: there is nothing to wait on but the clock


@pytest.mark.parametrize(("name", "sent"), [("Ctrl-C", signal.SIGINT), ("kill -9", signal.SIGKILL)])
def test_stopped_in_the_middle(workshop: Workshop, command: Command, name: str, sent: signal.Signals) -> None:
    """Ctrl-C and kill -9 leave the folder whole; the next build goes on and needs no other help."""
    in_a_shell, message = rows()[name]
    with started(workshop) as process:
        wait_for(lambda: speaking(workshop), process)
        kept = len(list((workshop.root / ".guide" / "cache").glob("speech/*/*")))
        # Ctrl-C reaches every process of the terminal, kill -9 only the one it names.
        os.killpg(process.pid, sent) if sent == signal.SIGINT else os.kill(process.pid, sent)
        _, told = process.communicate(timeout=60)
    # A shell says 128 + 9 of a killed program, Python -9.
    assert process.returncode == (in_a_shell if sent == signal.SIGINT else 128 - in_a_shell)
    if sent == signal.SIGINT:
        assert told.strip() == entries()[message].en
    wait_for(lambda: not alive(process.pid), None)
    for number in range(111, 116):
        (workshop.root / f"scripts_fr/{number}-long{number}.md").unlink()
    answer = command("build")
    assert (answer.returncode, kept > 0) == (0, True)
    assert tracks(workshop) == ALL | {"long110.fr.standard"}


def test_killed_while_it_publishes(built: Workshop, command: Command) -> None:
    """A half-published folder is refused by whatever reads it, and the next build completes it."""
    before = built.content()
    (built.root / "audio_out" / ".publishing").write_text("{}")
    _, message = rows()["kill -9"]
    refused = command("serve", "--port", "0")
    assert refused.returncode == 1
    assert entries()[message].en.format(folder=built.root / "audio_out") in refused.stderr
    assert (command("build").returncode, built.content()) == (0, before)


def test_table_has_a_test_for_each_row() -> None:
    """No row of the table is without its test, and no test without its row."""
    named = set(SLIPS) | {
        "Number in one language only",
        "Emoji and Arabic",
        "Markup in a title",
        "Engine that fails on one stop",
        "Engine that breaks down",
        "Engine that hangs",
        "No space left",
        "Read-only folder",
        "audio_out deleted",
        "Track edited by hand",
        "Cache corrupted",
        "Two builds at once",
        "Stranger's file at our path",
        "Stranger's file in a deleted audio_out",
        "Script deleted",
        "Number that an old track still has",
        "Ctrl-C",
        "kill -9",
    }
    assert set(rows()) == named
