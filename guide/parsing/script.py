"""From a script's text to its tree, with everything that is wrong in it at once.

The notation is described for curators in docs/script.md and, as values, in
`guide.model.script`. Reading is pure and linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from guide.model.finding import Finding, Place, Severity
from guide.model.script import Block, Paragraph, Script, SoundMark
from guide.parsing.body import read_body
from guide.parsing.head import check_head, read_head
from guide.parsing.names import read_name
from guide.parsing.source import Line, Notes, split_lines

MOST_WORDS = 20_000
"""About two and a half hours of speech: beyond it, a file is not the script of one stop."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffc\ufffd\ue000-\uf8ff]")
_MOST_UNPRINTABLE = 20


@dataclass(frozen=True, slots=True)
class Parsed:
    """What reading gave. `script` is None where there is nothing to show for it.

    A script with errors still has its tree, so that checks can say everything at once; it is
    not to be built.
    """

    script: Script | None
    findings: tuple[Finding, ...]

    @property
    def usable(self) -> bool:
        """Whether there is a script and no error in it."""
        return self.script is not None and not any(one.severity is Severity.ERROR for one in self.findings)


def parse_script(text: str, *, file: str, language: str) -> Parsed:
    """Read a script. `file` is its path in the project, `language` the BCP 47 tag of its folder.

    Line ends of all systems and a byte order mark are understood. Findings stand in the order
    of the file; their places count in the text as given.
    """
    name = read_name(file)
    if isinstance(name, Finding):
        return Parsed(None, (name,))
    notes = Notes(file, language)
    if len(text) > 2 * MOST_WORDS and (words := len(text.split())) > MOST_WORDS:
        notes.report("script-too-long", Place(file), words=words, most=MOST_WORDS)
        return Parsed(None, notes.in_order())
    lines = split_lines(text)
    _check_characters(text, lines, notes)
    head = read_head(lines, notes)
    body = read_body(lines[head.body :], notes)
    if not head.lines and not body:
        notes.report("empty-script", Place(file, 1, 1))
        return Parsed(None, notes.in_order())
    check_head(head, name, notes)
    if not any(map(_is_heard, body)):
        notes.report("empty-script", Place(file, len(lines), 1))
    script = Script(file, name.stop, name.number, language, name.level, head.lines, body)
    return Parsed(script, notes.in_order())


def _is_heard(block: Block) -> bool:
    return isinstance(block, (Paragraph, SoundMark))


def _check_characters(text: str, lines: list[Line], notes: Notes) -> None:
    """Report characters that nobody sees and that change or break what is shown or said."""
    if not _UNPRINTABLE.search(text):
        return
    found = ((line, match) for line in lines for match in _UNPRINTABLE.finditer(line.text))
    for (line, match), _ in zip(found, range(_MOST_UNPRINTABLE), strict=False):
        point = f"U+{ord(match[0]):04X}"
        code = "replacement-character" if match[0] == "\ufffd" else "control-character"
        place = Place(notes.file, line.number, line.column + match.start())
        notes.report(code, place, character=unicodedata.name(match[0], point), point=point)
