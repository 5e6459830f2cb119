"""How the rules of a language are made and applied: tables in, patterns and sayings out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

Say = Callable[[re.Match[str]], str]

BLANK = "[ \u00a0\u202f]"
DASH = "[-–—‑]"
CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŹŻĆŃ\U000f0000-\U000ffffd"
"""What a name begins with; the private characters hold names already settled."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern as it is written and what is said for it; `name` is for the reader.

    `needs`, where given, are characters or words of which one must be in the text: the cheap question first.
    """

    name: str
    written: str
    say: Say
    needs: str | tuple[str, ...] = ""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first calls for it: a build of one sentence needs few of some hundred."""
        return _compiled(self.written)


@dataclass(frozen=True, slots=True)
class Unit:
    """How a unit is said after one, after several, and (Polish) after five and more, and after a decimal."""

    one: str
    many: str
    five: str = ""
    feminine: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Tables:
    """All that one language needs, as data.

    `abbreviations` map what is written (with its full stop) to what is said; `before_number`
    holds those that mean something only before a figure; `letters` are the names of A to Z;
    `spelled` are the initials read letter by letter, besides those without a vowel. `currency`
    maps a sign to its unit. `thousands` are the signs between groups of three digits. `signs` hold
    parts (½) as they are said after a number, `fractions` as they are said alone; `measures` are
    those before a length (`H. 45 cm`), `by` stands between lengths, `per` before what a price is
    for, `dot` between the numbers of a mark (`1987.3.12`), `ratio` in a scale, `date_link` between
    day, month and year. `compass` are the letters after a place on the globe (`50° 42′ N`). After
    `before_times`, or before `after_times`, `8.30` is a time; both are patterns. `part_link` stands
    before the smaller part of a length or sum: `um metro e oitenta`.
    """

    tag: str
    letters: str
    abbreviations: Mapping[str, str]
    before_number: Mapping[str, str]
    units: Mapping[str, Unit]
    currency: Mapping[str, Unit]
    signs: Mapping[str, str]
    months: tuple[str, ...]
    point: str
    minus: str
    to: str
    spelled: frozenset[str] = frozenset()
    thousands: str = " .'’\u00a0\u202f"
    decimal: str = ","
    years: bool = False
    fractions: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, str] = field(default_factory=dict)
    by: str = ""
    per: str = ""
    dot: str = ""
    ratio: str = ""
    date_link: str = " "
    compass: Mapping[str, str] = field(default_factory=dict)
    power: str = ""
    before_times: str = ""
    after_times: str = ""
    part_link: str = " "

    @property
    def number(self) -> str:
        """The pattern of a number in figures, without groups."""
        return rf"(?<![\d])(?:\d{{1,3}}(?:[{self.thousands}]\d{{3}})+(?!\d)|\d+)(?:\{self.decimal}\d+)?"


@dataclass(frozen=True, slots=True)
class Language:
    """The rules of a language, in order, by what makes them worth trying."""

    tables: Tables
    words: tuple[Rule, ...]
    capitals: tuple[Rule, ...]
    figures: tuple[Rule, ...]
    signs: tuple[Rule, ...]


ON_THE_LINE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "0123456789" * 2)
"""Raised and lowered figures, and those that they stand for."""

_RAISED = re.compile(r"(?<!\w)([⁰¹²³⁴-⁹]+)([A-Z][a-z]?)(?!\w)|[₀-₉]+")
_FIGURE = re.compile(r"\d")
_CAPITALS = re.compile(r"[A-Z][A-Z\d.‑-]|(?<!\w)[IVX](?:[erèdnst]|\b)")
_SIGN = re.compile(r"[&+=×÷±§@%‰°€£$/½¼¾⅓⅔№µ²³¹⁰⁴-⁹₀-₉©−≈≤≥≠∞√⌀¢¥₣₽]|\s[–—-]\s|\w[–—]\w")


def apply(text: str, language: Language) -> str:
    """Return the text after all rules; a group of rules is skipped where nothing calls for it."""
    if _RAISED.search(text):
        text = _RAISED.sub(_on_the_line, text)
    text = _applied(text, language.words)
    if _CAPITALS.search(text):
        text = _applied(text, language.capitals)
    if _FIGURE.search(text):
        text = _applied(text, language.figures)
    return _applied(text, language.signs) if _SIGN.search(text) else text


def _on_the_line(match: re.Match[str]) -> str:
    """`¹⁴C` is said like `C14`, `⁹⁰Sr` like `Sr 90`, `CO₂` like `CO2`."""
    if not match[2]:
        return match[0].translate(ON_THE_LINE)
    return f"{match[2]}{' ' * (len(match[2]) - 1)}{match[1].translate(ON_THE_LINE)}"


def _applied(text: str, rules: tuple[Rule, ...]) -> str:
    for rule in rules:
        if not rule.needs or any(sign in text for sign in rule.needs):
            text = rule.pattern.sub(rule.say, text)
    return text


def rule(name: str, pattern: str, say: Say, *, needs: str | tuple[str, ...] = "") -> Rule:
    """Return a rule from a pattern's text."""
    return Rule(name, pattern, say, needs)


_compiled = cache(re.compile)


def full_stop(match: re.Match[str]) -> str:
    """Return the full stop of an abbreviation that ends the sentence too, or nothing."""
    return "." if match[0].endswith(".") and not match.string[match.end() :].strip(" »”“\"')") else ""


def either(words: Mapping[str, object] | tuple[str, ...] | frozenset[str]) -> str:
    """Return a pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
