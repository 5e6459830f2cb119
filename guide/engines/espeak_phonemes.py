"""From IPA to eSpeak NG's own phoneme mnemonics, asked of the library itself, voice by voice.

No table is typed: the mnemonics that a voice knows stand in its data (`phontab`), each is uttered
once, and the library tells its IPA. The result is what this version really says.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from guide.engines.espeak_library import PHONEME, Library, opened
from guide.engines.phonemes import SECOND_STRESS, STRESS, symbols, tidy

_VOWEL = 2
_VOWEL_LETTERS = frozenset("aeiouyæɐɑɒɔəɘɚɛɜɝɞɤɨɪɯɵøœɶʉʊʌʏ")
_NEAR = {"ɹ": "rɾʁ", "r": "ɹʁɾ", "ʁ": "ʀrɹ", "ʀ": "ʁr", "ɾ": "rɹ", "ɥ": "w", "ɐ": "ɜʌə", "ɑ": "a", "æ": "a", "ɒ": "ɔ"}
"""Signs that one sound is written with in different languages' lexicons: taken where the voice lacks the first."""
_SPOKEN = frozenset(range(2, 9))  # types of eSpeak NG: 2 vowel ... 8 nasal; 0, 1 and 9 make no sound of their own
_ENTRY = struct.Struct("<I6xBB4x")  # mnemonic, code, type in one 16-byte PHONEME_TAB
_HEADER = 36
_APART = "|"


def bracketed(ipa: str, voice_file: str, table: str) -> tuple[str, ...]:
    """Return each IPA word as `[[...]]` for a voice; nothing when it lacks one of their sounds."""
    signs = known_signs(voice_file, table)
    words = [symbols(word, signs) for word in tidy(ipa).split()]
    if None in words:
        return ()
    vowels = {sign for ipa_sign, sign in signs.items() if ipa_sign and ipa_sign[0] in _VOWEL_LETTERS}
    return tuple(f"[[{_APART.join(_stressed(word, vowels))}]]" for word in words if word)


def _stressed(word: tuple[str, ...], vowels: set[str]) -> Iterator[str]:
    """Yield the mnemonics with a stress sign moved from before the syllable to before its vowel."""
    waiting = ""
    for sign in word:
        if sign in {"'", ","}:
            waiting = sign
        elif sign in vowels:
            yield waiting + sign
            waiting = ""
        elif sign:
            yield sign


@cache
def known_signs(voice_file: str, table: str) -> dict[str, str]:
    """Return IPA sign to mnemonic for a voice whose phoneme table is `table`; made once in a process."""
    signs = {STRESS: "'", SECOND_STRESS: ","}
    with opened(phonemes_told=True) as library:
        library.choose(voice_file, 175, 50)
        for mnemonic, kind in sorted(_mnemonics(table), key=lambda entry: len(entry[0])):
            ipa = _ipa(library, mnemonic, kind)
            if ipa:
                signs.setdefault(ipa, mnemonic)
    for plain in [sign for sign in signs if sign.endswith("ː")]:
        signs.setdefault(plain.removesuffix("ː"), signs[plain])
    for sign, others in _NEAR.items():
        near = next((signs[other] for other in others if other in signs), None)
        if near:
            signs.setdefault(sign, near)
    return signs


def _ipa(library: Library, mnemonic: str, kind: int) -> str:
    """Return what the library calls a mnemonic: a vowel stressed between consonants, a consonant before a vowel.

    Elsewhere a voice's own rules change it: a vowel is reduced, a final consonant devoiced.
    """
    text, at = (f"[[t|'{mnemonic}|t]]", 1) if kind == _VOWEL else (f"[[{mnemonic}|a]]", 0)
    _, events = library.utter(text, phoneme_input=True)
    said = [event.phoneme for event in events if event.kind == PHONEME]
    return tidy(said[at]).lstrip(STRESS + SECOND_STRESS) if len(said) > at else ""


def _mnemonics(table: str) -> Iterator[tuple[str, int]]:
    """Yield mnemonic and type of each sounding phoneme of a table, inherited ones too."""
    tables = _tables()
    names = list(tables)
    found: dict[int, tuple[str, int]] = {}
    chain = [table]
    while (base := tables[chain[-1]][0]) > 0:
        chain.append(names[base - 1])
    for name in reversed(chain):
        found.update(tables[name][1])
    yield from (entry for entry in found.values() if entry[0] and entry[1] in _SPOKEN)


@cache
def _tables() -> dict[str, tuple[int, dict[int, tuple[str, int]]]]:
    """Read `phontab`: for each table the number of its base (from 1, 0: none) and its phonemes by code."""
    import espeakng_loader

    data = Path(espeakng_loader.get_data_path(), "phontab").read_bytes()
    tables = {}
    at = 4
    for _ in range(data[0]):
        count, base = data[at], data[at + 1]
        name = data[at + 4 : at + _HEADER].split(b"\0")[0].decode()
        at += _HEADER
        phonemes = {}
        for mnemonic, code, kind in _ENTRY.iter_unpack(data[at : at + count * _ENTRY.size]):
            phonemes[code] = (struct.pack("<I", mnemonic).rstrip(b"\0").decode("latin-1"), kind)
        tables[name] = (base, phonemes)
        at += count * _ENTRY.size
    return tables


def has_table(name: str) -> bool:
    """Tell whether the data hold a phoneme table of this name."""
    return name in _tables()
