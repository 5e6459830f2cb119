"""A small finished guide for layouts: two languages, four stops, one of them without a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide.model.card import CardSelection
from guide.model.guide import Section, Tour
from guide.model.player import FileNaming, Profile
from guide.model.track import FileRecord, Manifest, ManifestLanguage, Stop, Track

STOPS = {"bienvenue": ("101", "1"), "ascq": ("201", "2"), "joie": ("302", "3")}
TITLES = {"fr": {"ascq": "Été à Ascq : « la nuit »"}, "en": {}, "ar": {"ascq": "ليلة أسك، 1944"}}


def track(stop: str, number: str, language: str, **given: object) -> Track:
    """Return a track as a build leaves it."""
    path = f"{language}/{number}-{stop}.mp3"
    title = TITLES.get(language, {}).get(stop, stop.title())
    values = {"file": FileRecord(path, 1000, "0" * 64), "seconds": 61.4, "key": "k", "words": 100, **given}
    return Track(stop, number, language, "standard", title, FileRecord("c", 1, "0" * 64), **values)  # type: ignore[arg-type]  # as given


def manifest(
    stops: Mapping[str, tuple[str, str]] = STOPS, languages: Iterable[str] = ("fr", "en"), **given: object
) -> Manifest:
    """Return the manifest of a guide with these stops: id to number and section."""
    tracks = [track(stop, number, tag, **given) for stop, (number, _) in stops.items() for tag in languages]
    return Manifest(
        guide="coupole", label="", version="0123456789ab", title={}, museum={}, notice={},
        languages=tuple(ManifestLanguage(tag, "speech") for tag in languages),
        source_language="fr", default_language="fr", release_date="", address="", rights="", licence="",
        sections=tuple(Section(number, {}) for number in "123"),
        tours=(Tour("court", {}, ("joie", "ascq")),),
        redirects={}, closed={},
        stops=tuple(Stop(stop, number, section, {}) for stop, (number, section) in stops.items()),
        tracks={one.id: one for one in tracks},
        files=(FileRecord("web/index.html", 10, "0" * 64), FileRecord("web/a/b.js", 10, "0" * 64)),
        target_lufs=-16.0, ceiling_dbtp=-1.0, tool_version="1",
    )  # fmt: skip


def selection(*languages: str, tour: str = "") -> CardSelection:
    """Return a selection; without languages it is French and English."""
    return CardSelection(languages or ("fr", "en"), "standard", tour)


def profile(naming: FileNaming | None = None, **tables: object) -> Profile:
    """Return a profile."""
    return Profile("test", {"en": "Test"}, {"en": "Test"}, naming or FileNaming("tracks", "{language}"), **tables)  # type: ignore[arg-type]  # as given
