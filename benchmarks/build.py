"""Building against the shell loop a user would write: same engine, same format, same processors.

    python -m benchmarks build

Both sides start from the same words at the same rate and end with tagged MP3s of one bit rate and loudness. The
loop runs at the LAME quality of the build; for this repository's guide also as people write it, at LAME's own.
The build also keeps the loudness where the loop's loudnorm gives way, pauses, plays sounds, draws pictures, plans,
and writes transcripts, playlists, the page and a manifest; the loop does none of that.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from mutagen.mp3 import MP3

from benchmarks.measure import Measured, median_of, ratio, run, seconds, table
from benchmarks.museum import spoken_texts, write_guide
from guide.audio.mp3 import LAME_QUALITY

ROOT = Path(__file__).resolve().parent.parent
SHELL_LOOP = Path(__file__).with_name("shell_loop.sh")
OWN_FILES = ("guide.toml", "lexicon_fr.txt", "lexicon_en.txt", "scripts_fr", "scripts_en", "media")
TIMES = int(os.environ.get("GUIDE_BENCHMARK_TIMES", "3"))
"""How often each full build is taken; the median counts."""
STOPS = int(os.environ.get("GUIDE_BENCHMARK_STOPS", "100"))
"""Stops of the large guide, each in two languages; the idle build has five times as many."""


def command(*arguments: str) -> list[str]:
    """Return a command line of `guide` on the interpreter that runs this."""
    return [sys.executable, "-m", "guide", *arguments]


def copy_exhibition(folder: Path) -> None:
    """Copy this repository's own guide, as a museum would have it."""
    folder.mkdir()
    for name in OWN_FILES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
        elif (ROOT / name).exists():
            shutil.copyfile(ROOT / name, folder / name)


def put_aside(folder: Path) -> None:
    """Move all that a build made out of its way: tracks and cache.

    A file system that has just removed thousands of files makes new ones more slowly (ext4 passes over inodes
    freed lately): that is no part of a build from nothing.
    """
    aside = Path(tempfile.mkdtemp(prefix="aside-", dir=folder.parent))
    for name in ("audio_out", ".guide"):
        if (folder / name).exists():
            (folder / name).rename(aside / name)


def full_build(folder: Path, *options: str) -> Measured:
    """Build from nothing."""
    put_aside(folder)
    return run(command("build", "--quiet", *options), folder)


def sound_s(folder: Path) -> float:
    """Return how many seconds of sound all the MP3s below a folder hold."""
    infos: list[Any] = [MP3(file).info for file in folder.rglob("*.mp3")]
    return float(sum(info.length for info in infos))


def shell_loop(texts: Sequence[Path], folder: Path, quality: str = str(LAME_QUALITY)) -> Measured:
    """Run the loop over all texts, one at a time for each processor; LAME chooses its quality where none is given."""
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    names = folder / "texts"
    names.write_text("\n".join(map(str, texts)), encoding="utf-8")
    line = f"xargs -P {os.cpu_count()} -n 1 '{SHELL_LOOP}' < '{names}'"
    return run(["sh", "-c", line], folder, {"PATH": tools, "LAME_QUALITY": quality})


def compare(name: str, folder: Path, *options: str, usual: bool = False) -> None:
    """Print one guide's build beside the loop as soon as both are measured; `usual` adds the loop at LAME's quality."""
    ours = median_of(TIMES, lambda: full_build(folder, *options))
    texts = spoken_texts(folder, folder / "texts_only")
    # A long loop varies little, and costs minutes.
    theirs = median_of(1 if len(texts) > 50 else TIMES, lambda: shell_loop(texts, folder))
    our_s, their_s = sum(map(sound_s, folder.glob("audio_out/??"))), sound_s(folder / "texts_only")
    rows = [
        [side, seconds(one.wall_s), seconds(one.cpu_s), seconds(sound), per_minute(one, sound), f"{one.peak_mb:.0f} MB"]
        for side, one, sound in (("guide build", ours, our_s), ("shell loop", theirs, their_s))
    ]
    ratios = [ratio(theirs.wall_s, ours.wall_s), ratio(theirs.cpu_s, ours.cpu_s), ratio(their_s, our_s)]
    rows.append(["ratio", *ratios, ratio(theirs.cpu_s / their_s, ours.cpu_s / our_s), ""])
    if usual:
        loop = median_of(TIMES, lambda: shell_loop(texts, folder, quality=""))
        cells = [seconds(loop.wall_s), seconds(loop.cpu_s), seconds(their_s), per_minute(loop, their_s)]
        rows.append(["shell loop, LAME's quality", *cells, f"{loop.peak_mb:.0f} MB"])
        rows.append(["its ratio", ratio(loop.wall_s, ours.wall_s), ratio(loop.cpu_s, ours.cpu_s), "", "", ""])
    title = f"Full build of {name}, {len(texts)} tracks, espeak-ng on both sides"
    table(title, ["", "wall", "CPU", "sound made", "CPU a minute of it", "largest process"], rows)


def per_minute(cost: Measured, sound_made_s: float) -> str:
    """Return the CPU seconds that a minute of sound cost."""
    return f"{60.0 * cost.cpu_s / sound_made_s:.2f} s"


def full_builds(folder: Path) -> None:
    """Print full builds beside the shell loop: this repository's guide, and a large one."""
    copy_exhibition(folder / "own")
    compare("this guide", folder / "own", "--engine", "espeak", usual=True)
    write_guide(folder / "large", stops=STOPS, words=120, engine="espeak")
    compare("a generated guide", folder / "large")


def one_word_edit(folder: Path) -> Measured:
    """Change one word of one script and build again, from a guide that was up to date."""
    edit(folder)
    return run(command("build", "--quiet"), folder)


def until_its_track(folder: Path) -> Measured:
    """Do the same, and take the time until the script's finished track lies in audio_out."""
    track = folder / "audio_out" / "fr" / edit(folder).with_suffix(".mp3").name
    before, replaced_at = track.stat().st_ino, [0.0]

    def watch() -> None:
        while not replaced_at[0]:
            replaced_at[0] = time.perf_counter() if track.stat().st_ino != before else 0.0
            time.sleep(0.001)

    watcher = threading.Thread(target=watch)
    started = time.perf_counter()
    watcher.start()
    cost = run(command("build", "--quiet"), folder)
    watcher.join()
    return replace(cost, wall_s=replaced_at[0] - started)


LAST_SENTENCE = re.compile(r"Encore (\d+) mots\.")


def edit(folder: Path) -> Path:
    """Change one word at the end of the first French script to what it never was, and return the script's path."""
    script = min(folder.glob("scripts_fr/*.md"))
    text = script.read_text(encoding="utf-8")
    found = LAST_SENTENCE.search(text)
    before = LAST_SENTENCE.sub("", text).rstrip()
    script.write_text(f"{before}\n\nEncore {int(found[1]) + 1 if found else 20} mots.\n", encoding="utf-8")
    return script


def small_builds(folder: Path) -> None:
    """Print builds with little or nothing to do, over what starting Python costs."""
    bare = median_of(9, lambda: run([sys.executable, "-c", "pass"], folder))
    measured = {"bare Python": bare, "guide --help": median_of(9, lambda: run(command("--help"), folder))}
    run(command("build", "--quiet"), folder / "own")  # by the usual voices
    for tracks, name in (("this guide", "own"), (f"{2 * STOPS} tracks", "large")):
        there, done = until_its_track, one_word_edit
        measured[f"one word edited, {tracks}: its track there"] = median_of(7, partial(there, folder / name))
        measured[f"one word edited, {tracks}: all done"] = median_of(7, partial(done, folder / name))
    write_guide(folder / "many", stops=5 * STOPS, words=20, engine="tone")
    run(command("build", "--quiet"), folder / "many")
    idle = median_of(9, lambda: run(command("build", "--quiet"), folder / "many"))
    measured[f"nothing to do, {10 * STOPS:,} tracks"] = idle
    rows = [
        [name, seconds(one.wall_s), seconds(one.wall_s - bare.wall_s), seconds(one.cpu_s), f"{one.peak_mb:.0f} MB"]
        for name, one in measured.items()
    ]
    table("Small builds", ["", "wall", "over bare Python", "CPU", "largest process"], rows)


def main() -> None:
    """Print all tables, from one run."""
    for program in ("espeak-ng", "ffmpeg", "xargs"):
        if shutil.which(program) is None:
            sys.exit(f"{program} is missing: the shell loop needs it; make bench installs it on Debian")
    version = subprocess.run(["espeak-ng", "--version"], capture_output=True, text=True, check=True).stdout.split("  ")[
        0
    ]
    print(f"Python {sys.version.split()[0]}, {version}; medians of {TIMES} full builds; the long loop is run once")
    with tempfile.TemporaryDirectory(prefix="guide-benchmark-") as name:
        full_builds(Path(name))
        small_builds(Path(name))


if __name__ == "__main__":
    main()
