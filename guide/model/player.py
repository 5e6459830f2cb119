"""Kinds of rental players: what each asks of names, sound, tags, playlists and cards."""

from __future__ import annotations

from dataclasses import dataclass, field

from guide.model.guide import Words


@dataclass(frozen=True, slots=True)
class FileNaming:
    """Where a track goes on a card: patterns of words in braces, and what characters may be used.

    `contents` is `tracks` (a file a stop and language) or `web` (the visitor's page as a folder).
    `folder` is "" for the root. `characters` is `8.3`, `ascii` or `unicode`; `capitals` asks for
    upper case; `longest_name` counts characters with the ending.
    """

    contents: str = "tracks"
    folder: str = ""
    file: str = "{number}"
    characters: str = "ascii"
    capitals: bool = False
    longest_name: int = 255


@dataclass(frozen=True, slots=True)
class Limits:
    """What a player can take; 0 is "no limit". Times in seconds.

    `depth` counts folders above a file. `gaps` says whether numbers may be left out.
    """

    files: int = 0
    folders: int = 0
    files_per_folder: int = 0
    depth: int = 0
    path_characters: int = 0
    lowest_number: int = 0
    highest_number: int = 0
    gaps: bool = True
    shortest_s: float = 0.0
    languages: int = 0


@dataclass(frozen=True, slots=True)
class PlayerSound:
    """The audio a player takes; `format` "" is the guide's own, as it was built.

    `format` is else `mp3` or `wav`; `channels` 1 or 2. `spoken_opening` has each track begin with
    its number and title, for players without a screen.
    """

    format: str = ""
    rate_hz: int = 44_100
    bitrate_kbps: int = 64
    channels: int = 1
    spoken_opening: bool = False


@dataclass(frozen=True, slots=True)
class PlayerTags:
    """What tags a player reads; `version` 0 is "leave them as they were built".

    `version` is else 3 or 4 of ID3v2; `text` is `utf-16` or `latin-1`; `id3v1` adds the old
    trailer; `cover_pixels` is the largest edge of the cover, 0 for none, -1 as built.
    """

    version: int = 0
    text: str = "utf-16"
    id3v1: bool = False
    cover_pixels: int = -1

    @property
    def as_built(self) -> bool:
        """Return whether tags stay what they are."""
        return self.version == 0


@dataclass(frozen=True, slots=True)
class PlaylistDialect:
    """How a player wants its playlists; `file` "" is none.

    `file` is a pattern; `encoding` is `utf-8`, `latin-1` or `ascii`; `line_end` is `crlf` or `lf`;
    `base` says what paths begin at: `playlist` (its own folder) or `root` (a leading separator).
    """

    file: str = ""
    encoding: str = "utf-8"
    bom: bool = False
    line_end: str = "crlf"
    separator: str = "/"
    extinf: bool = True
    base: str = "playlist"


@dataclass(frozen=True, slots=True)
class CardRules:
    """What holds for the card itself.

    `order` is `names` or `directory` (the player goes by the order of directory entries).
    `systems` are the file systems the player reads, () for any; `free_bytes` is left free;
    `harmful` are names (with `*`) of other systems' files that disturb the player and are removed.
    """

    order: str = "names"
    systems: tuple[str, ...] = ()
    free_bytes: int = 0
    harmful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """All that is known of a kind of player. `rule` says in words what it asks for, and who says so."""

    name: str
    title: Words
    rule: Words
    naming: FileNaming = field(default_factory=FileNaming)
    limits: Limits = field(default_factory=Limits)
    sound: PlayerSound = field(default_factory=PlayerSound)
    tags: PlayerTags = field(default_factory=PlayerTags)
    playlist: PlaylistDialect = field(default_factory=PlaylistDialect)
    card: CardRules = field(default_factory=CardRules)
