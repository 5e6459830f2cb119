"""LRC beside each track."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from guide.model.narration import ShownSpan
from guide.model.track import Cue, CueSheet, FileRecord, Track
from guide.outputs.lyrics import lrc

LINE = re.compile(r"\[(\d{2,}):(\d\d)\.(\d\d)\](.*)")


def cue(start: float, end: float, *shown: str) -> Cue:
    """Return a sentence of the narrator, in as many spans as there are texts."""
    return Cue(start, end, "p1", "narrator", tuple(map(ShownSpan, shown)), "")


def written(*cues: Cue, title: str = "La nuit", seconds: float = 65.4) -> list[str]:
    """Return the lines of a track's LRC."""
    record = FileRecord("cues/fr/201-ascq.json", 0, "")
    track = Track("ascq", "201", "fr", "standard", title, record, "", 0, seconds=seconds)
    sheet = CueSheet("ascq", "fr", "standard", seconds, (), cues)
    return lrc(sheet, track, album="Le guide", artist="La Coupole").splitlines()


def test_head_says_what_it_is() -> None:
    """Title, museum, guide and length stand before the first line."""
    assert written() == ["[ti: La nuit]", "[ar: La Coupole]", "[al: Le guide]", "[length: 01:05]"]


def test_each_cue_is_a_line_with_its_time() -> None:
    """Times are minutes, seconds and hundredths, rounded as a whole; spans of a sentence are one text."""
    lines = written(cue(0.4, 2.0, "Ici, ", "la nuit"), cue(59.996, 61.0, "Le jour."), cue(6061.239, 6062.0, "Fin."))
    assert lines[4:] == ["[00:00.40]Ici, la nuit", "[01:00.00]Le jour.", "[101:01.24]Fin."]


def test_lines_without_time_are_left_out() -> None:
    """What is only shown has no line."""
    assert written(cue(1.0, 1.0, "nur gezeigt"))[4:] == []


def test_what_is_only_said_has_no_line() -> None:
    """A spoken opening shows nothing: an empty line would clear the player's window."""
    assert written(cue(0.4, 2.0), cue(3.0, 4.0, "Ici."))[4:] == ["[00:03.00]Ici."]


def test_brackets_cannot_be_taken_for_a_time() -> None:
    """A title keeps no square bracket; a line that begins with one has a blank before it."""
    lines = written(cue(1.0, 2.0, "[12:00.00] à midi"), title="La nuit [archive]")
    assert (lines[0], lines[4]) == ("[ti: La nuit (archive)]", "[00:01.00] [12:00.00] à midi")


@given(st.text(max_size=60), st.floats(0.0, 5400.0))
def test_no_text_can_break_the_file(shown: str, start: float) -> None:
    """Whatever a sentence holds, it is one line with the time at which it begins, to a hundredth."""
    lines = written(cue(start, start + 1.0, shown))
    found = LINE.fullmatch(lines[4])
    assert len(lines) == 5
    assert found is not None
    assert abs(int(found[1]) * 60 + int(found[2]) + int(found[3]) / 100 - start) <= 0.005001
