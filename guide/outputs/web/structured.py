"""What search engines and link previews read: schema.org as JSON-LD, from the guide's public address."""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

from guide.model.guide import words_in
from guide.model.track import Stop
from guide.outputs.finished import FinishedGuide
from guide.outputs.web.data import Media, escape_json, stop_key


@dataclass(frozen=True, slots=True)
class Address:
    """The guide's public address; empty where the museum has not given one."""

    base: str

    def __bool__(self) -> bool:
        """Whether there is one."""
        return bool(self.base)

    @property
    def folder(self) -> str:
        """Where the site begins on its server, as `/guide/`; `/` without a public address."""
        return urlsplit(self.base).path.rstrip("/") + "/"

    def of(self, path: str) -> str:
        """Return the public address of a path of the site, or "" without a public address."""
        return f"{self.base.rstrip('/')}/{path}" if self.base else ""


def structured_site(finished: FinishedGuide) -> str:
    """Return the JSON-LD of the site's first page, which is in every language, or "" without a public address."""
    manifest = finished.manifest
    language = manifest.default_language
    return _json(
        Address(manifest.address),
        {
            "@type": "WebSite",
            "name": words_in(manifest.title, language),
            "inLanguage": [each.tag for each in manifest.languages],
            "url": Address(manifest.address).of(""),
            "publisher": {"@type": "Organization", "name": words_in(manifest.museum, language)},
        },
    )


def structured_guide(finished: FinishedGuide, language: str) -> str:
    """Return the JSON-LD of a language's home, or "" without a public address."""
    manifest = finished.manifest
    return _json(
        Address(manifest.address),
        {
            "@type": "CreativeWork",
            "name": words_in(manifest.title, language),
            "inLanguage": language,
            "url": Address(manifest.address).of(f"{language}/"),
            "publisher": {"@type": "Organization", "name": words_in(manifest.museum, language)},
        },
    )


def structured_stop(finished: FinishedGuide, stop: Stop, language: str, level: str, media: Media) -> str:
    """Return the JSON-LD of a stop, or "" without a public address."""
    manifest = finished.manifest
    address = Address(manifest.address)
    track = manifest.tracks[f"{stop.id}.{language}.{level}"]
    value: dict[str, object] = {
        "@type": "AudioObject" if track.id in media.audio else "CreativeWork",
        "name": track.title,
        "inLanguage": language,
        "url": address.of(f"{language}/{stop_key(stop)}/"),
        "isPartOf": {"@type": "CreativeWork", "name": words_in(manifest.title, language)},
    }
    if track.id in media.audio:
        value |= {
            "contentUrl": address.of(media.audio[track.id]),
            "encodingFormat": "audio/mpeg",
            "duration": f"PT{round(track.seconds)}S",
        }
    return _json(address, value)


def _json(address: Address, value: dict[str, object]) -> str:
    if not address:
        return ""
    text = json.dumps({"@context": "https://schema.org", **value}, ensure_ascii=False, separators=(",", ":"))
    return escape_json(text)
