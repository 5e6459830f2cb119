"""The profiles that are shipped, and a museum's own beside them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from guide.errors import UsageError
from guide.model.finding import Place
from guide.model.nearest import nearest
from guide.model.player import Profile
from guide.parsing.profiles import parse_profile

ORDER = (
    *("numbered", "copy-order", "dfplayer", "geoplayer", "megavoice", "grn-saber"),
    *("rockbox", "car", "phone", "wav"),
)
"""The shipped profiles; one that begins from another stands after it."""


@cache
def shipped() -> dict[str, Profile]:
    """Return the shipped profiles by name."""
    profiles: dict[str, Profile] = {}
    for name in ORDER:
        text = files("guide.players.profiles").joinpath(f"{name}.toml").read_text("utf-8")
        profiles[name] = parse_profile(text, name=name, file=f"{name}.toml", bases=profiles)
    return profiles


def own_names(folder: Path) -> list[str]:
    """Return the names of the museum's own profiles in a folder, sorted."""
    return sorted(path.stem for path in folder.glob("*.toml") if path.is_file())


def find_profile(name: str, folder: Path) -> Profile:
    """Return a profile: the museum's own of this name in `folder`, else the shipped one.

    Raises UsageError (`profile-unknown`, `file-not-utf8`), SettingsError with every fault of a profile that is wrong.
    """
    own = own_names(folder)
    if name in own:  # looked up and not tried: a card may name anything, and no path is made of it
        path = folder / f"{name}.toml"
        file = f"{folder.name}/{path.name}"
        return parse_profile(_text(path, file), name=name, file=file, bases=shipped())
    if name in shipped():
        return shipped()[name]
    known = (*shipped(), *own)
    raise UsageError("profile-unknown", suggestion=nearest(name, known), name=name, known=", ".join(known))


def _text(path: Path, file: str) -> str:
    """Return a profile's text. Raises UsageError (`file-not-utf8`)."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UsageError("file-not-utf8", place=Place(file), byte=fault.start) from None
