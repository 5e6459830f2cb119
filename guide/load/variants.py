"""Tracks as a kind of player wants them: planned like a build's, made from the speech that it kept, and kept too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path

from guide.audio.tagging import TimedLine, read_tags, tag
from guide.audio.versions import tag_fingerprint
from guide.build.capacity import workers
from guide.build.crew import make_tracks
from guide.build.figures import FIGURES
from guide.build.readiness import ready_track
from guide.errors import StoreError
from guide.load.replanning import Replanning, failed
from guide.model.artifact import StoredFile
from guide.model.card import CardFile
from guide.model.finding import Finding
from guide.model.guide import Guide
from guide.model.loudness import Encoding
from guide.model.plan import TrackPlan, VoiceFacts
from guide.model.player import PlayerSound, PlayerTags, Profile
from guide.model.track import CueSheet, FileRecord, Manifest, Track
from guide.outputs.cards.naming import LETTERS, in_latin
from guide.planning.keys import digest
from guide.players.digests import source_blocks
from guide.project import Project
from guide.project.reading import read_settings
from guide.store.cache import Cache

Making = Callable[[int, int], None]
"""Told how many tracks of how many are made: none first, then after each."""
OPENING_S = 4.0
"""How long a spoken number and title take, about: for estimates of sizes only."""
_TAGS_BYTES = 60_000  # cover, transcript and texts of one track, about


@dataclass(frozen=True, slots=True)
class Variant:
    """One track for one kind of player: how it is planned, and whether its sound is in the cache."""

    track: Track
    plan: TrackPlan
    made: bool


@dataclass(frozen=True, slots=True)
class _Source:
    """A published track: its record of the manifest and its file's."""

    track: Track
    file: FileRecord


class Variants:
    """All that is needed to make a guide's tracks for one profile."""

    def __init__(self, project: Project, manifest: Manifest, profile: Profile) -> None:
        """Look at nothing yet."""
        self.project, self.manifest, self.profile = project, manifest, profile
        self.cache = Cache(project.cache)
        self.guide = read_settings(project)
        self.varied = varied(self.guide, profile.sound)

    @property
    def same_sound(self) -> bool:
        """Return whether the player takes the sound as it was built."""
        return self.varied == self.guide

    @cached_property
    def _replanning(self) -> Replanning:
        return Replanning(self.project, self.guide, self.manifest)

    def planned(self, tracks: Iterable[Track]) -> list[Variant]:
        """Return the variants of tracks, each spoken by whoever spoke it in the published guide.

        Raises GuideError (`load-behind` where scripts are ahead of the build).
        """
        if self.same_sound:
            return []
        wanted = list(tracks)
        plans = self._replanning.plans(self.varied, self._replanning.speakers(wanted))
        kept = self.cache.keys("audio") & self.cache.keys(FIGURES)
        return [Variant(track, plans[track.id], plans[track.id].audio_key in kept) for track in wanted]

    def make(self, variants: Iterable[Variant], *, jobs: int, making: Making) -> None:
        """Make the sound of variants, `jobs` at once (0: as many as there is room for). Raises GuideError."""
        plans = [variant.plan for variant in variants]
        at_once = workers(self.speaking(plans), jobs)
        made = make_tracks(plans, jobs=at_once, cache_root=self.cache.root, media_root=self.project.media)
        making(0, len(plans))
        for done, one in enumerate(made, 1):
            if isinstance(one.result, Finding):
                raise failed(one.plan.id, one.result)
            making(done, len(plans))

    def speaking(self, plans: Sequence[TrackPlan]) -> list[VoiceFacts]:
        """Return what is known of the voices that have something to say in the plans that is not kept yet."""
        kept = self.cache.keys("speech")
        missing = (
            voice for plan in plans for voice, key in zip(plan.voices, plan.speech_keys, strict=True) if key not in kept
        )
        return [self._replanning.voices[voice] for voice in dict.fromkeys(missing)]

    def file(self, track: Track, variant: Variant | None) -> StoredFile:
        """Return a track's file as the player wants it, its sound being made.

        What is taken from the cache is read and compared now, while what is damaged can still be made again.
        Raises GuideError (`cache-damaged`).
        """
        source = _Source(track, track.file or FileRecord("", 0, ""))
        published = self.project.out / source.file.path
        if variant is None and self.profile.tags.as_built:
            return StoredFile(published, source.file.size_bytes, source.file.sha256)
        if self.profile.sound.format == "wav" and variant:
            audio, _ = self._sound(variant)
            self.cache.content(audio)
            return audio
        key = self._key(source, variant)
        whole = self.cache.get("file", key) is not None
        kept = self.cache.stored("file", key) if whole else None
        return kept or self.cache.put("file", key, self._tagged(_published(published, source.file), variant))

    def _sound(self, variant: Variant) -> tuple[StoredFile, CueSheet]:
        ready = ready_track(variant.plan, None, self.cache)
        if ready.audio is None:
            raise StoreError("cache-damaged", path=str(self.cache.root))
        return ready.audio, ready.sheet

    def _key(self, source: _Source, variant: Variant | None) -> str:
        from guide.audio.simple_tags import RECIPE
        from guide.pictures.covers import cover_fingerprint

        sound = self._sound(variant)[0].sha256 if variant else ""
        tags = {**tag_fingerprint(), "letters": str(LETTERS)}
        shaped = {"recipe": RECIPE, "cover": cover_fingerprint(), "tags": tags}
        return digest([shaped, source.file.sha256, sound, asdict(self.profile.tags)])

    def _tagged(self, published: bytes, variant: Variant | None) -> bytes:
        """Return the published track, or the variant's sound with the published track's tags, tagged for the player."""
        content = published
        if variant:
            audio, sheet = self._sound(variant)
            content = tag(self.cache.content(audio), replace(read_tags(published), lines=_lines(sheet)))
        return content if self.profile.tags.as_built else _simple(content, self.profile.tags)

    def estimate_bytes(self, track: Track) -> int:
        """Return about how large a track will be that is still to be made."""
        encoding = self.varied.encoding
        seconds = track.seconds + (OPENING_S if self.varied.spoken_opening else 0.0)
        if encoding.format.startswith("wav"):
            return round(seconds * encoding.rate_hz * 2 * self.profile.sound.channels)
        return round(seconds * encoding.bitrate_kbps * 125) + _TAGS_BYTES


def varied(guide: Guide, sound: PlayerSound) -> Guide:
    """Return the guide with a player's sound: another encoding, number and title spoken first."""
    opening = guide.spoken_opening or sound.spoken_opening
    if not sound.format:
        return replace(guide, spoken_opening=opening)
    name = sound.format if sound.channels == 1 else f"{sound.format}-stereo"
    bitrate_kbps = guide.encoding.bitrate_kbps if sound.format == "wav" else sound.bitrate_kbps
    encoding = Encoding(name, sound.rate_hz, bitrate_kbps)
    return replace(guide, encoding=encoding, spoken_opening=opening)


def _published(path: Path, record: FileRecord) -> bytes:
    """Return a published file as its record has it.

    Raises StoreError (`card-source-changed`, `card-source-unreadable`): a build may be putting another in its place.
    """
    stored = StoredFile(path, record.size_bytes, record.sha256)
    return b"".join(source_blocks(CardFile(record.path, stored, stored.size_bytes, stored.sha256), lambda _: None))


def _lines(sheet: CueSheet) -> tuple[TimedLine, ...]:
    texts = ((cue.start, "".join(span.text for span in cue.shown)) for cue in sheet.cues)
    return tuple(TimedLine(start, text) for start, text in texts if text)


def _simple(mp3: bytes, tags: PlayerTags) -> bytes:
    from guide.audio.simple_tags import SimpleTags, cover_of, simplified
    from guide.pictures.covers import shrunk

    cover: bytes | None = None
    if tags.cover_pixels == 0:
        cover = b""
    elif tags.cover_pixels > 0 and (found := cover_of(mp3)):
        cover = shrunk(found, tags.cover_pixels)
    latin = in_latin if tags.text == "latin-1" else None
    return simplified(mp3, SimpleTags(tags.version, latin, tags.id3v1, cover))
