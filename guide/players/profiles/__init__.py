"""The profiles that are shipped, and a museum's own beside them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from guide.errors import UsageError
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
    return sorted(path.stem for path in folder.glob("*.toml"))


def find_profile(name: str, folder: Path) -> Profile:
    """Return a profile: the museum's own of this name in `folder`, else the shipped one.

    Raises UsageError (`profile-unknown`), SettingsError with every fault of a profile that is wrong.
    """
    own = folder / f"{name}.toml"
    if own.is_file() and own.parent == folder:
        text = own.read_text("utf-8-sig")
        return parse_profile(text, name=name, file=f"{folder.name}/{own.name}", bases=shipped())
    if name in shipped():
        return shipped()[name]
    known = (*shipped(), *own_names(folder))
    raise UsageError("profile-unknown", suggestion=nearest(name, known), name=name, known=", ".join(known))
