"""Who is missing in a cast, and the line of guide.toml that would add them."""

from __future__ import annotations

from guide.model.finding import Message
from guide.model.guide import Cast
from guide.model.nearest import nearest
from guide.model.voice import NARRATOR
from guide.parsing.keywords import ROLES
from guide.settings import usual_voice


def voice_missing(cast: Cast, language: str, role: str) -> Message:
    """Return what is said where a cast has no voice for a role in a language, with the engine to name.

    A role that every guide may have (the narrator, a quote) was hardly meant as another one; where nobody speaks
    the language at all, its whole table is missing.
    """
    voices = {spoken: voice for (tag, _, spoken), voice in cast.voices.items() if tag == language}
    engine = (voices.get(NARRATOR) or usual_voice(language)).engine
    if not voices:
        return Message("language-without-voice", {"language": language, "cast": cast.name, "engine": engine})
    near = None if role in ROLES.rows else ROLES.suggest(role, language) or nearest(role, voices)
    values = {"role": role, "language": language, "cast": cast.name, "engine": engine}
    return Message("role-without-voice", values, near)
