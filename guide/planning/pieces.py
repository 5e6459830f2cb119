"""A paragraph's words as pieces: what each shows and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from guide.model.finding import Place
from guide.model.lexicon import Lexeme, Lexicon
from guide.model.narration import ShownSpan, SpokenSpan
from guide.model.script import Alternative, Comment, Emphasis, Foreign, Inline, Mark, Omission, Text
from guide.planning.lettering import BREAKS, INVISIBLE, readable
from guide.planning.normalise import normalise
from guide.planning.pronouncing import find_lexemes
from guide.planning.sentences import SHOWN_ONLY

_INNER = re.compile(r"[.!?…؟。！？\s]")
_UNSPOKEN = re.compile(
    f"[{INVISIBLE}{BREAKS}\ufffd"
    "\u2190-\u21ff\u2301-\u245f\u24ea-\u2bff\u20e3\U0001f000-\U0001faff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
"""What has no sound: invisible characters; arrows, drawings and emoji; the private ones that hold places here."""
_HIDDEN = re.compile(f"[{INVISIBLE}]")
_SILENT = re.compile(r"[*_`\[\]{}<>|\\#^~«»“”„‟‹›‘‚‛\"—–•·†‡®™℠¶ⓒⓇⓡ]")
"""Signs that an engine would spell out or take for instructions, quotation marks, dashes, signs of print and trade."""
_APOSTROPHES = re.compile("[’ʼ]")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]")
_BEFORE_STOP = re.compile(r"\s+([.,!?;:])")
_HELD = re.compile("([\U000f0000-\U000ffffd])")
_FIRST_HELD = 0xF0000
"""From here there is room for 65,533 held words: more than three times what a whole script may have."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words to be said: `language` where it differs from the script's, `ipa` where the author gave it.

    `exact` words were respelt by the author: no lexicon touches them.
    """

    text: str
    language: str = ""
    ipa: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """How words are shown."""

    language: str = ""
    emphasis: bool = False
    strong: bool = False

    def span(self, text: str) -> ShownSpan:
        """Return a shown span in this style."""
        return ShownSpan(text, self.language, self.emphasis, self.strong)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are shown and said together.

    `basis` is what sentence ends are looked for in; in a whole piece (a bracket) it has stops
    only at its end, so that a bracket is never cut.
    """

    basis: str
    shown: tuple[ShownSpan, ...]
    said: tuple[Said, ...]
    place: Place
    whole: bool = False
    heard_in: str = ""


def flatten(nodes: Iterable[Inline], style: Style = Style()) -> Iterator[Piece | Mark]:
    """Yield a paragraph's pieces and marks in order; comments fall away."""
    for node in nodes:
        if isinstance(node, Text):
            basis = _HIDDEN.sub(SHOWN_ONLY, node.text)
            yield Piece(basis, (style.span(node.text),), (Said(node.text),), node.place)
        elif isinstance(node, Emphasis):
            strong = style.strong or node.strong
            yield from flatten(node.children, replace(style, strong=strong, emphasis=style.emphasis or not node.strong))
        elif isinstance(node, Foreign):
            yield _foreign(node, style)
        elif isinstance(node, Alternative):
            yield from _alternative(node, style)
        elif isinstance(node, Omission):
            yield _whole((style.span("[…]"),), (), node.place)
        elif not isinstance(node, Comment):
            yield node


def _foreign(node: Foreign, style: Style) -> Piece:
    inner = [one for one in flatten(node.children, replace(style, language=node.language)) if isinstance(one, Piece)]
    said = tuple(part if part.language else replace(part, language=node.language) for one in inner for part in one.said)
    return _whole(tuple(span for one in inner for span in one.shown), said, node.place)


def _alternative(node: Alternative, style: Style) -> Iterator[Piece | Mark]:
    shown = tuple(span for one in flatten(node.shown, style) if isinstance(one, Piece) for span in one.shown)
    if node.ipa is not None:
        words = "".join(span.text for span in shown)
        yield _whole(shown, (Said(words, ipa=node.ipa, exact=True),), node.place)
        return
    said: list[Said] = []
    for one in flatten(node.spoken):
        if isinstance(one, Piece):
            said.extend(replace(part, exact=True) for part in one.said)
        else:
            yield _whole(shown, tuple(said), node.place)
            yield one
            shown, said = (), []
    if shown or said:
        yield _whole(shown, tuple(said), node.place)


def _whole(shown: tuple[ShownSpan, ...], said: tuple[Said, ...], place: Place) -> Piece:
    words = "".join(part.text for part in said)
    basis = _INNER.sub("x", words[:-1]) + words[-1:] if words else SHOWN_ONLY
    return Piece(basis, shown, said, place, whole=True)


def cut(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    """Return the pieces between two offsets of their joined basis; only plain pieces are cut."""
    found = []
    position = 0
    for piece in pieces:
        left, right = max(start - position, 0), min(end - position, len(piece.basis))
        if left < right or (not piece.basis and start <= position < end):
            found.append(piece if piece.whole else _part(piece, left, right))
        position += len(piece.basis)
    return found


def _part(piece: Piece, left: int, right: int) -> Piece:
    if left == 0 and right == len(piece.basis):
        return piece
    place, span = piece.place, piece.shown[0]
    words = span.text[left:right]
    if left < place.length:  # Beyond its first line a piece's lines are not known: its start has to do.
        place = Place(place.file, place.line, place.column + left, min(len(words), place.length - left))
    shown = ShownSpan(words, span.language, span.emphasis, span.strong)
    return Piece(piece.basis[left:right], (shown,), (Said(words),), place, heard_in=piece.heard_in)


def shown_spans(pieces: list[Piece]) -> tuple[ShownSpan, ...]:
    """Return what the visitor reads of a sentence: neighbours in one style joined, no double blanks."""
    spans: list[ShownSpan] = []
    for span in (span for piece in pieces for span in piece.shown):
        text = span.text
        last = spans[-1] if spans else None
        if last is None or last.text.endswith(" "):
            text = text.lstrip(" ")
        style = (span.language, span.emphasis, span.strong)
        if last and (last.language, last.emphasis, last.strong) == style:
            spans[-1] = ShownSpan(last.text + text, *style)
        elif text:
            spans.append(ShownSpan(text, *style))
    if spans and spans[-1].text.endswith(" "):
        spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip(" "))
    return tuple(span for span in spans if span.text)


def spoken_spans(
    pieces: list[Piece], language: str, lexicon: Lexicon, used: dict[Lexeme, None]
) -> tuple[SpokenSpan, ...]:
    """Return what is said of a sentence; lexemes that it uses are added to `used`.

    The lexicon is asked about the words as written, then the sentence is normalised as a whole;
    what is already settled (a lexeme, another language, the author's own respelling) is held by
    a private character meanwhile.
    """
    held: list[tuple[SpokenSpan, ...]] = []
    run = []
    for part in _merged((part for piece in pieces for part in piece.said), language):
        if part.ipa:
            run.append(_hold(held, (SpokenSpan(_clean(normalise(part.text, language)), part.ipa),)))
        elif part.language and part.language != language:
            run.append(_hold(held, _in_other_language(part, lexicon, used)))
        else:
            run.append(part.text if part.exact else _with_lexemes(part.text, lexicon, used, held))
    return _tidy(_unheld(normalise("".join(run), language), held))


def _merged(parts: Iterable[Said], language: str) -> Iterator[Said]:
    """Join neighbours that only emphasis parted, write their letters as voices read them, drop what has no sound."""
    last: Said | None = None
    for part in parts:
        if last and not (last.ipa or part.ipa) and (last.language, last.exact) == (part.language, part.exact):
            last = Said(last.text + part.text, last.language, exact=last.exact)
        else:
            if last:
                yield replace(last, text=_audible(last.text, last.language or language))
            last = part
    if last:
        yield replace(last, text=_audible(last.text, last.language or language))


def _audible(text: str, language: str) -> str:
    return _UNSPOKEN.sub("", readable(text, language))


def _hold(held: list[tuple[SpokenSpan, ...]], spans: tuple[SpokenSpan, ...]) -> str:
    held.append(spans)
    return chr(_FIRST_HELD + len(held) - 1)


def _with_lexemes(text: str, lexicon: Lexicon, used: dict[Lexeme, None], held: list[tuple[SpokenSpan, ...]]) -> str:
    words, position = [], 0
    for found in find_lexemes(text, lexicon):
        used.setdefault(found.lexeme)
        words += [text[position : found.start], _hold(held, (_said_by(found.lexeme, lexicon.language),))]
        position = found.end
    return "".join([*words, text[position:]])


def _said_by(lexeme: Lexeme, language: str) -> SpokenSpan:
    said = _audible(lexeme.respelling or lexeme.word, language)
    return SpokenSpan(_clean(said if lexeme.respelling else normalise(said, language)), lexeme.ipa)


def _in_other_language(part: Said, lexicon: Lexicon, used: dict[Lexeme, None]) -> tuple[SpokenSpan, ...]:
    """Say words of another language by its rules; the museum's lexicon wins, in the script's own."""
    spans: list[SpokenSpan] = []
    position = 0
    for found in () if part.exact else find_lexemes(part.text, lexicon):
        used.setdefault(found.lexeme)
        spans.append(SpokenSpan(normalise(part.text[position : found.start], part.language), language=part.language))
        spans.append(_said_by(found.lexeme, lexicon.language))
        position = found.end
    spans.append(SpokenSpan(normalise(part.text[position:], part.language), language=part.language))
    return tuple(span for span in spans if span.text)


def _unheld(text: str, held: list[tuple[SpokenSpan, ...]]) -> list[SpokenSpan]:
    if not held:
        return [SpokenSpan(text)]
    spans: list[SpokenSpan] = []
    for part in _HELD.split(text):
        if len(part) == 1 and _HELD.match(part):
            spans.extend(held[ord(part) - _FIRST_HELD])
        elif part:
            spans.append(SpokenSpan(part))
    return spans


def _clean(text: str) -> str:
    return _SPACES.sub(" ", _SILENT.sub(" ", _APOSTROPHES.sub("'", text.replace("…", "..."))))


def _tidy(spans: list[SpokenSpan]) -> tuple[SpokenSpan, ...]:
    """Clean the spans, no double blanks, none at the edges; nothing at all when no word is left."""
    tidy: list[SpokenSpan] = []
    for span in spans:
        text = _BEFORE_STOP.sub(r"\1", _clean(span.text))
        if not tidy or tidy[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            tidy.append(SpokenSpan(text, span.ipa, span.language))
    if tidy and tidy[-1].text.endswith(" "):
        tidy[-1] = replace(tidy[-1], text=tidy[-1].text.rstrip(" "))
    return tuple(span for span in tidy if span.text) if any(_has_word(span) for span in tidy) else ()


def _has_word(span: SpokenSpan) -> bool:
    return bool(span.ipa) or _WORD.search(span.text) is not None
