"""The languages and accents of gTTS by BCP 47 tag: its own language code, and the site that answers with the accent.

A test compares the codes with the library's own list.
"""

from __future__ import annotations

from collections.abc import Mapping

_PLAIN = (
    "af", "am", "ar", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "et", "eu", "fi", "gl", "gu", "ha",
    "hi", "hr", "hu", "id", "is", "it", "ja", "km", "kn", "ko", "la", "lt", "lv", "ml", "mr", "ms", "my", "ne",
    "nl", "pa", "pl", "ro", "ru", "si", "sk", "sq", "sr", "su", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur",
    "vi",
)  # fmt: skip
_RENAMED = {"he": "iw", "jv": "jw", "nb": "no", "fil": "tl", "zh-CN": "zh-CN", "zh-TW": "zh-TW", "yue": "yue"}
_ACCENTS = {
    "en-GB": ("en", "co.uk"),
    "en-US": ("en", "us"),
    "en-AU": ("en", "com.au"),
    "en-CA": ("en", "ca"),
    "en-IE": ("en", "ie"),
    "en-IN": ("en", "co.in"),
    "en-NG": ("en", "com.ng"),
    "en-ZA": ("en", "co.za"),
    "es-ES": ("es", "es"),
    "es-MX": ("es", "com.mx"),
    "es-US": ("es", "us"),
    "fr-CA": ("fr-CA", "ca"),
    "fr-FR": ("fr", "fr"),
    "pt-BR": ("pt", "com.br"),
    "pt-PT": ("pt-PT", "pt"),
}

SITES: Mapping[str, tuple[str, str]] = (
    {tag: (tag, "com") for tag in _PLAIN} | {tag: (code, "com") for tag, code in _RENAMED.items()} | _ACCENTS
)
"""For each voice: gTTS's `lang` and `tld`."""
