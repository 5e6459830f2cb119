"""The museum's list of how words are said in one language."""

from __future__ import annotations

from dataclasses import dataclass

from guide.model.finding import Place


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One entry: a word or name as it is written, and how it is said.

    `respelling` is for voices that read letters, `ipa` (without slashes) for voices that take
    phonemes; either may be empty, not both.
    """

    word: str
    respelling: str
    ipa: str
    place: Place


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lexemes of one language, in the order of their file."""

    language: str
    lexemes: tuple[Lexeme, ...] = ()

    def __hash__(self) -> int:
        """Hash cheaply: what is derived from a lexicon is kept by it, and one may hold thousands of words."""
        return hash((self.language, len(self.lexemes)))
