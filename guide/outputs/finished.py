"""A finished guide: everything that outputs are made from, and nothing else.

No script and no setting is read again: the manifest, the cue sheets, the untagged sound and
the pictures' copies are enough to make every output byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from guide.model.artifact import StoredFile
from guide.model.guide import Page
from guide.model.script import STANDARD
from guide.model.track import CueSheet, Manifest


@dataclass(frozen=True, slots=True)
class PictureCopies:
    """The copies of one picture of `media/`.

    `original` is the museum's own file where a visitor's browser may show it as `<img>` (an SVG
    that was found safe), else None. `large` and `thumb` are rasters; `width` and `height` are the
    large copy's pixels, whose proportion all copies share.
    """

    large: StoredFile
    thumb: StoredFile
    width: int
    height: int
    original: StoredFile | None = None


@dataclass(frozen=True)  # no slots: every page asks for the levels, which are put in order once
class FinishedGuide:
    """What a build hands to the outputs.

    `sheets` and `audio` are keyed by track id (`stop.language.level`); `audio` holds untagged,
    constant-bit-rate MP3 and lacks the tracks of languages without audio. `pictures` is keyed by
    the file's path below `media/`. `formats` holds a track's untagged sound in further formats, by
    track id and the format's name; `tours` the untagged files of whole tours by `tour.language`.
    `read` gives a stored file's bytes, compared with its digest, to the few outputs that hold them whole;
    it raises StoreError (`cache-damaged`).
    """

    manifest: Manifest
    sheets: Mapping[str, CueSheet]
    audio: Mapping[str, StoredFile]
    pictures: Mapping[str, PictureCopies] = field(default_factory=dict)
    page: Page = field(default_factory=Page)
    formats: Mapping[str, Mapping[str, StoredFile]] = field(default_factory=dict)
    tours: Mapping[str, StoredFile] = field(default_factory=dict)
    read: Callable[[StoredFile], bytes] = field(kw_only=True, compare=False)

    def levels(self, stop: str, language: str) -> tuple[str, ...]:
        """Return the levels that a stop (by its id) has in a language, the standard one first."""
        return self._levels.get((stop, language), ())

    @cached_property
    def _levels(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], list[str]] = {}
        for track in self.manifest.tracks.values():
            found.setdefault((track.stop, track.language), []).append(track.level)
        return {key: tuple(sorted(levels, key=_standard_first)) for key, levels in found.items()}


def _standard_first(level: str) -> tuple[bool, str]:
    return level != STANDARD, level
