"""From a document to scripts: one a heading, named by its number and words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from guide.importing.document import Block, Document, Remarks, Run
from guide.model.finding import Finding, Severity
from guide.parsing.keywords import HEAD, STATUS, fold
from guide.parsing.printing import reprinted
from guide.parsing.script import parse_script

_NUMBERED = re.compile(r"(?:[^\W\d_]+\.?\s+)?(?:[nN][oº°]\.?\s*)?(\d{1,8})\s*[.:)–—-]*\s*(.*)", re.DOTALL)
_ARTICLES = frozenset("l d le la les un une des du de the a an of der die das ein eine het een il lo el".split())  # noqa: SIM905  # a list of words reads better so
_ID_WORDS = 4
_ID_LETTERS = 60
"""An id stands in file names and addresses; four words seldom have half as many letters."""
_SIGNS = re.compile(r"[\\*`<]|(?<!\w)_|_(?!\w)")
_LINE_START = re.compile(r"(?:[>#|~]|//|[-+•]\s|[-=_]{3}|\d+[.)]\s)")


@dataclass(frozen=True, slots=True)
class Division:
    """The scripts that a document becomes, by path in the project, and what was met on the way."""

    scripts: Mapping[str, str]
    findings: tuple[Finding, ...]


def divide(
    document: Document, *, file: str, language: str, heading: int = 0, known: Mapping[str, str] | None = None
) -> Division:
    """Return a document's scripts in the canonical form.

    A stop begins at each heading of level `heading` (0: the level that has most headings with a
    number, else the first level with several headings). `known` maps the stop numbers of the
    guide's other languages to their ids, so that a translation gets the same names.
    """
    remarks = Remarks(file)
    level = heading or _level(document)
    if not level or not any(block.heading == level for block in document.blocks):
        if not any(one.severity is Severity.ERROR for one in document.findings):
            remarks.refuse("import-no-heading")
        return Division({}, (*document.findings, *remarks.closed()))
    scripts: dict[str, str] = {}
    findings: list[Finding] = []
    numbers = {stop: number for number, stop in (known or {}).items()}
    for title, blocks in _stops(document, level, remarks):
        name = _name(title, known or {}, numbers)
        path = f"scripts_{language}/{name}.md"
        if path in scripts:
            remarks.refuse("import-doubled", name=path)
        text = _script(title, blocks, language, remarks)
        parsed = parse_script(text, file=path, language=language)
        findings += parsed.findings
        scripts[path] = reprinted(parsed) or text
    return Division(scripts, (*document.findings, *remarks.closed(), *findings))


def _level(document: Document) -> int:
    """Return the level of heading that begins a stop, 0 where there is no heading."""
    headings = [block for block in document.blocks if block.heading]
    numbered = Counter(block.heading for block in headings if _NUMBERED.match(block.text))
    if numbered:
        return min(numbered, key=lambda level: (-numbered[level], level))
    counts = Counter(block.heading for block in headings)
    return min(counts, key=lambda level: (counts[level] < 2, level), default=0)


def _stops(document: Document, level: int, remarks: Remarks) -> Iterator[tuple[str, list[Block]]]:
    """Yield (heading, blocks) of each stop; what belongs to none is named."""
    title = ""
    blocks: list[Block] = []
    for block in document.blocks:
        if block.heading and block.heading <= level:
            if title:
                yield title, blocks
            title, blocks = (block.text, []) if block.heading == level else ("", [])
            if not title:
                remarks.lose("import-before", block.text)
        elif title:
            blocks.append(block)
        else:
            remarks.lose("import-before", block.text)
    if title:
        yield title, blocks


def _name(title: str, known: Mapping[str, str], numbers: dict[str, str]) -> str:
    """Return a script's name without its ending: `201-ascq-nuit-rameaux`; `numbers` keeps the number of each id.

    An id belongs to one number: rooms that are called alike, “Room 1” and “Room 2”, get their number behind it.
    """
    match = _NUMBERED.fullmatch(title)
    number, words = (match[1], match[2]) if match else ("", title)
    if number in known:
        return f"{number}-{known[number]}"
    parts = _parts(words) or [part for part in _parts(title) if not part.isdigit()] or ["stop"]
    telling = [part for part in parts if part not in _ARTICLES] or parts
    stop = "-".join(telling[:_ID_WORDS])[:_ID_LETTERS].rstrip("-")
    if not number:
        return stop
    if numbers.setdefault(stop, number) != number:
        stop = f"{stop}-{number}"
    return f"{number}-{stop}"


def _parts(words: str) -> list[str]:
    return [part for part in re.split(r"[^a-z0-9]+", fold(words)) if part]


def _script(title: str, blocks: list[Block], language: str, remarks: Remarks) -> str:
    match = _NUMBERED.fullmatch(title)
    words = (match[2] if match else "") or title
    head = [
        "---",
        f"{HEAD.printed('title', language)}: {words}",
        f"{HEAD.printed('status', language)}: {STATUS.printed('draft', language)}",
        "---",
    ]
    body = [_block(block, remarks) for block in blocks]
    return "\n".join(head) + "\n\n" + "\n\n".join(body) + "\n"


def _block(block: Block, remarks: Remarks) -> str:
    if block.heading:
        remarks.lose("import-subheading", block.text)
        return f"// {block.text}"
    if block.is_note:
        return f"// {block.text}"
    if block.runs and block.runs[0].notation:
        return block.runs[0].text
    text = "".join(_styled(block.runs)).strip()
    if _LINE_START.match(text):
        text = f"\\{text}" if not text[0].isdigit() else re.sub(r"^(\d+)([.)])", r"\1\\\2", text)
    return f"> {text}" if block.quote else text


def _styled(runs: tuple[Run, ...]) -> Iterator[str]:
    """Yield the runs' words with stars for their style; the blanks at a run's edges stay outside the stars."""
    for (emphasis, strong), group in groupby(runs, key=lambda run: (run.emphasis, run.strong)):
        text = re.sub(r"\s+", _blank, _SIGNS.sub(r"\\\g<0>", "".join(run.text for run in group)))
        words = text.strip()
        stars = "*" * (1 * emphasis + 2 * strong)
        if not stars or not words or "[" in words:  # A mark is no place for stars.
            yield text
            continue
        left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        yield f"{left}{stars}{words}{stars}{right}"


def _blank(match: re.Match[str]) -> str:
    """Return one blank for several; the fixed blanks of French typography stay."""
    return match[0] if match[0] in ("\u00a0", "\u202f") else " "
