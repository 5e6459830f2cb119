"""What the page allows itself: Content Security Policy Level 3 with Trusted Types.

The same policy stands in each page (so that it holds on any server and from a folder) and in the
servers' headers, where `frame-ancestors` can be said too.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

_RULES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("media-src", "'self'"),
    ("connect-src", "'self'"),
    ("manifest-src", "'self'"),
    ("worker-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "guide"),
)

SERVER_HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
"""Headers that a server adds; the rest of the policy is in each page."""


def policy(*, inline_scripts: tuple[str, ...] = ()) -> str:
    """Return the policy of a page that holds these inline scripts, allowed by digest."""
    digests = " ".join(f"'sha256-{_digest(script)}'" for script in inline_scripts)
    return "; ".join(
        f"{name} {value} {digests}".rstrip() if name == "script-src" else f"{name} {value}" for name, value in _RULES
    )


def single_file_policy(*, scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """Return the policy of the page that holds everything itself and loads nothing at all."""
    allowed_scripts = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    allowed_styles = " ".join(f"'sha256-{_digest(style)}'" for style in styles)
    return (
        f"default-src 'none'; script-src {allowed_scripts}; style-src {allowed_styles}; img-src data: blob:; "
        "media-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types guide"
    )


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
