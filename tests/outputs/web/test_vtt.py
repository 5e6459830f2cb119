"""WebVTT beside the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guide.model.narration import ShownSpan
from guide.model.track import Cue, CueSheet, TranscriptParagraph
from guide.outputs.web.vtt import webvtt


def sheet(*cues: Cue) -> CueSheet:
    """Return a transcript of these cues."""
    return CueSheet("a", "fr", "standard", 4000.0, (TranscriptParagraph("p1"),), cues)


def cue(start: float, end: float, *shown: ShownSpan) -> Cue:
    """Return a sentence of the narrator."""
    return Cue(start, end, "p1", "narrator", shown, "")


def test_times_language_and_emphasis() -> None:
    """Hours are always written; foreign words and emphasis are marked; markup in a text is escaped."""
    text = webvtt(
        sheet(
            cue(0.5, 2.25, ShownSpan("Un "), ShownSpan("Blockhaus", language="de"), ShownSpan(" <b>")),
            cue(3599.9996, 3661.0, ShownSpan("fort", strong=True), ShownSpan(" et "), ShownSpan("doux", emphasis=True)),
        )
    )
    assert text == (
        "WEBVTT\n\n1\n00:00:00.500 --> 00:00:02.250\nUn <lang de>Blockhaus</lang> &lt;b&gt;\n\n"
        "2\n01:00:00.000 --> 01:01:01.000\n<b>fort</b> et <i>doux</i>\n"
    )


def test_lines_without_time_are_left_out() -> None:
    """What is only shown has no place in subtitles."""
    assert webvtt(sheet(cue(1.0, 1.0, ShownSpan("nur gezeigt")))) == "WEBVTT\n"


def test_what_is_only_said_is_left_out() -> None:
    """A spoken opening shows nothing, and a cue without text is none."""
    assert webvtt(sheet(cue(1.0, 2.0), cue(3.0, 4.0, ShownSpan("Ici.")))) == (
        "WEBVTT\n\n1\n00:00:03.000 --> 00:00:04.000\nIci.\n"
    )


@given(st.text(max_size=60))
def test_no_text_can_break_the_file(shown: str) -> None:
    """Whatever a sentence holds, the file has one cue: no blank line and no arrow of its own."""
    blocks = webvtt(sheet(cue(0.0, 1.0, ShownSpan("x" + shown)))).split("\n\n")
    assert (len(blocks), blocks[1].count("-->")) == (2, 1)
