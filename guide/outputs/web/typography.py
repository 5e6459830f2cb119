"""Spaces that must not break: between a figure and its word, and those of French punctuation.

Most people type a plain blank there; a narrow phone would then end a line with the day and begin the
next with its month (“2 / avril”), or begin one with a colon. Only what the page shows is changed,
never what is spoken.
"""

from __future__ import annotations

import re
from dataclasses import replace

from guide.model.guide import Section, Tour, Words
from guide.model.track import CueSheet, Manifest, Stop, Track
from guide.outputs.finished import FinishedGuide

_FRENCH = re.compile(r" (?=[:;!?»%])|(?<=«) ")
_AFTER_FIGURE = re.compile(r"(?:(?<!\d)\d{1,3}(?:er|re|e|st|nd|rd|th)?|\{(?:n|mb|total)\}) (?=\w)")
"""Day and month, thousands, number and unit: up to three digits, or the mark of a number. A year stands alone."""
_NO_BREAK = "\u00a0"


def unbroken(text: str, language: str) -> str:
    """Return a text with the no-break spaces of its language."""
    text = _AFTER_FIGURE.sub(lambda found: found[0][:-1] + _NO_BREAK, text)
    return _FRENCH.sub(_NO_BREAK, text) if language.split("-", 1)[0] == "fr" else text


def typeset(finished: FinishedGuide) -> FinishedGuide:
    """Return the guide with every shown text unbroken."""
    sheets = {name: _sheet(sheet) for name, sheet in finished.sheets.items()}
    return replace(finished, manifest=_manifest(finished.manifest), sheets=sheets)


def _words(words: Words) -> Words:
    return {language: unbroken(text, language) for language, text in words.items()}


def _manifest(manifest: Manifest) -> Manifest:
    return replace(
        manifest,
        title=_words(manifest.title),
        museum=_words(manifest.museum),
        notice=_words(manifest.notice),
        rights=manifest.rights if isinstance(manifest.rights, str) else _words(manifest.rights),
        sections=tuple(Section(one.number, _words(one.title)) for one in manifest.sections),
        tours=tuple(Tour(one.id, _words(one.title), one.stops, one.minutes) for one in manifest.tours),
        closed={number: _words(words) for number, words in manifest.closed.items()},
        stops=tuple(_stop(stop) for stop in manifest.stops),
        tracks={name: _track(track) for name, track in manifest.tracks.items()},
    )


def _stop(stop: Stop) -> Stop:
    return replace(stop, title=_words(stop.title), warning=_words(stop.warning))


def _track(track: Track) -> Track:
    language = track.language
    return replace(track, title=unbroken(track.title, language), warning=unbroken(track.warning, language))


def _sheet(sheet: CueSheet) -> CueSheet:
    cues = (
        replace(
            cue,
            shown=tuple(replace(one, text=unbroken(one.text, one.language or sheet.language)) for one in cue.shown),
        )
        for cue in sheet.cues
    )
    return replace(sheet, cues=tuple(cues))
