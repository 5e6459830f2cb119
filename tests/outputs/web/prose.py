"""Sixty stops of distinct prose, made from the exhibition's own words: for sizes that can be believed.

Words follow each other partly as they do there, so that the result compresses as the real texts do;
the same seed gives the same text on every machine.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from tests.outputs.web.sample import Row

ROOT = Path(__file__).resolve().parents[3]
COUNT = 60
WORDS = 170
FREE = 0.7
"""Share of words that follow nothing: chosen so that the prose compresses like the real one (a test holds it)."""


@cache
def exhibition(language: str) -> str:
    """Return what the exhibition's scripts in a language say, heads and marks left out."""
    texts = []
    for script in sorted((ROOT / f"scripts_{language}").glob("*.md")):
        body = script.read_text("utf-8").split("---", 2)[2]
        body = re.sub(r"\[(?:\w\w): ([^\]]*)\]|\[([^\]|]*)\|[^\]]*\]", r"\1\2", body)
        texts.append(re.sub(r"\[[^\]]*\]|[*>#]", "", body))
    return " ".join(" ".join(texts).split())


@cache
def _following(language: str) -> dict[str, list[str]]:
    words = exhibition(language).split(" ")
    following: dict[str, list[str]] = defaultdict(list)
    for word, after in pairwise(words):
        following[word].append(after)
    return following


def words_of(chance: random.Random, language: str) -> Iterator[str]:
    """Yield words without end: some follow as in the exhibition's texts, some come from anywhere in them."""
    words = exhibition(language).split(" ")
    following = _following(language)
    word = chance.choice(words)
    while True:
        free = chance.random() < FREE or word not in following
        word = chance.choice(words if free else following[word])
        yield word


def prose(stop: str, language: str) -> Iterator[tuple[int, str]]:
    """Yield a stop's sentences, each with the number of its paragraph; about 170 words, five paragraphs."""
    words = words_of(random.Random(f"{stop} {language}"), language)  # noqa: S311  (no secret)
    told = 0
    while told < WORDS:
        sentence = [next(words)]
        while not sentence[-1].endswith((".", "!", "?")) and len(sentence) < 22:
            sentence.append(next(words))
        yield 1 + told * 5 // WORDS, " ".join(sentence)
        told += len(sentence)


def rows() -> tuple[Row, ...]:
    """Return sixty stops with titles of two to five words."""
    found = []
    for place in range(COUNT):
        titles = []
        for language in ("fr", "en"):
            chance = random.Random(f"title {place} {language}")  # noqa: S311  (no secret)
            words = words_of(chance, language)
            titles.append(" ".join(next(words).strip(".,;:!?") for _ in range(chance.randint(2, 5))).capitalize())
        found.append((f"{1 + place // 12}{place % 12 + 1:02}", f"stop-{place}", *titles, ""))
    return tuple(found)
