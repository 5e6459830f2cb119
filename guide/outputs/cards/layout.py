"""Which files a card gets, where, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.model.card import CardEntry, CardLayout, CardSelection
from guide.model.finding import Finding, Message, Severity
from guide.model.player import Profile
from guide.model.track import Manifest, Track
from guide.outputs.cards.checking import check_layout, error
from guide.outputs.cards.naming import file_name, folder_name, path_of
from guide.outputs.cards.playlists import render_playlist

WEB = "web/"
"""Where the visitor's page lies below audio_out."""


def usable_languages(manifest: Manifest) -> tuple[str, ...]:
    """Return the languages that have audio, in the museum's order."""
    return tuple(language.tag for language in manifest.languages if language.audio != "none")


def lay_out(manifest: Manifest, profile: Profile, selection: CardSelection) -> CardLayout:
    """Return a card's files in their order, with everything that is wrong with them."""
    if profile.naming.contents == "web":
        return _web(manifest, profile)
    wrong = tuple(_selection_faults(selection, profile))
    if wrong:
        return CardLayout((), wrong)
    if not any(track.level == selection.level for track in manifest.tracks.values()):
        return CardLayout((), (error("card-nothing"),))
    maker = _Maker(manifest, profile, selection)
    entries = [entry for language in selection.languages for entry in maker.language(language)]
    tracks = [track for group in maker.items.values() for _, track in group]
    findings = [*maker.findings, *check_layout(entries, tracks, profile)]
    if not tracks:
        findings.append(error("card-nothing"))
    return CardLayout(tuple(entries), tuple(findings))


def _web(manifest: Manifest, profile: Profile) -> CardLayout:
    """Return the visitor's page as it was built, below the profile's folder."""
    folder = profile.naming.folder
    paths = [record.path for record in manifest.files if record.path.startswith(WEB)]
    names = (path.removeprefix(WEB) for path in paths)
    entries = [
        CardEntry(f"{folder}/{name}" if folder else name, source=path) for path, name in zip(paths, names, strict=True)
    ]
    findings = [*check_layout(entries, (), profile), *(() if entries else (error("card-no-page"),))]
    return CardLayout(tuple(entries), tuple(findings))


def _selection_faults(selection: CardSelection, profile: Profile) -> Iterator[Finding]:
    most = profile.limits.languages
    if most and len(selection.languages) > most:
        chosen = " ".join(f"--language {tag}" for tag in selection.languages[:most])
        yield error("limit-languages", found=len(selection.languages), allowed=most, example=chosen)


class _Maker:
    """Lays out one language after the other; keeps what each playlist needs."""

    def __init__(self, manifest: Manifest, profile: Profile, selection: CardSelection) -> None:
        self.manifest, self.profile, self.selection = manifest, profile, selection
        self.items: dict[str, list[tuple[CardEntry, Track]]] = {}
        self.findings: list[Finding] = []
        tour = next((one for one in manifest.tours if one.id == selection.tour), None)
        self.stops = tour.stops if tour and tour.stops else tuple(stop.id for stop in manifest.stops)

    def language(self, tag: str) -> list[CardEntry]:
        """Return the entries of one language: its tracks in the tour's order, then its playlist."""
        items = self.items[tag] = [self._item(track, place) for place, track in enumerate(self._tracks(tag), 1)]
        entries = [entry for entry, _ in items]
        if self.profile.playlist.file and items:
            path = path_of(self.profile.playlist.file, self._playlist_words(tag), self.profile.naming)
            content, findings = render_playlist(path, items, self.profile.playlist)
            self.findings += findings
            entries.append(CardEntry(path, content=content))
        return entries

    def _tracks(self, tag: str) -> Iterator[Track]:
        level, standard = self.selection.level, []
        for stop in self.stops:
            track = self.manifest.heard(stop, tag, level)
            if not track:
                self._warn("card-track-missing", stop=stop, language=tag)
                continue
            if track.state != "current":
                self._warn("card-outdated", track=track.id)
            if track.level != level:
                standard.append(track.number or stop)
            yield track
        if standard:
            self._warn("card-level-incomplete", level=level, language=tag, stops=", ".join(standard))

    def _warn(self, code: str, **values: str | float) -> None:
        self.findings.append(Finding(Severity.WARNING, Message(code, values)))

    def _item(self, track: Track, place: int) -> tuple[CardEntry, Track]:
        words = self._words(track, place)
        ending = f".{self.profile.sound.format}" if self.profile.sound.format else _ending(track)
        folder, name = folder_name(self.profile.naming, words), file_name(self.profile.naming, words, ending)
        path = f"{folder}/{name}" if folder else name
        return CardEntry(path, track=track.id, source=track.file.path if track.file else ""), track

    def _words(self, track: Track, place: int) -> Mapping[str, str]:
        stop = self.manifest.stop(track.stop)
        section = stop.section if stop else ""
        numbers = [one.number for one in self.manifest.sections]
        section_place = numbers.index(section) + 1 if section in numbers else len(numbers) + 1
        return {
            **self._language_words(track.language),
            "number": track.number,
            "position": str(place),
            "stop": track.stop,
            "title": track.title,
            "section": section or "0",
            "section_number": str(section_place),
        }

    def _language_words(self, tag: str) -> dict[str, str]:
        place = self.selection.languages.index(tag)
        return {
            "language": tag,
            "language_number": str(place + 1),
            "language_digit": str(place),
            "level": self.selection.level,
        }

    def _playlist_words(self, tag: str) -> Mapping[str, str]:
        return {**self._language_words(tag), "guide": self.manifest.guide, "tour": self.selection.tour or "guide"}


def _ending(track: Track) -> str:
    path = track.file.path if track.file else ""
    return "." + path.rpartition(".")[2]
