"""The reading copy: a script on paper for the person who will record it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guide.model.narration import Clip, Narration, Segment, Silence
from guide.model.script import STANDARD, Script
from guide.outputs.web.words import direction, level_name
from guide.parsing.keywords import ROLES, primary

TEMPLATE = """\
<!DOCTYPE html>
<html lang="{{ language }}" dir="{{ direction }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ heading }}</title>
<style>
@page { size: A4; margin: 22mm 20mm; }
body { font: 15pt/1.9 Georgia, "Times New Roman", serif; max-width: 42em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 21pt; line-height: 1.25; margin: 0 0 .2em; }
.facts, .names { font: 11pt/1.5 sans-serif; }
.facts { color: #444; margin: 0 0 2em; }
ol { list-style: none; counter-reset: line; padding: 0; padding-inline-start: 3em; }
li { position: relative; break-inside: avoid; margin: 0 0 .5em; }
li.said::before { counter-increment: line; content: counter(line); position: absolute; width: 2em;
  inset-inline-start: -3em; text-align: end; font: 10pt/2.6 sans-serif; color: #666; }
li.new { margin-top: 1.6em; }
.role, .pause { font: 11pt/1.5 sans-serif; color: #444; }
.pause::before { content: "— "; }
.names td { padding: .1em 0; padding-inline-end: 1.5em; }
</style>
</head>
<body>
<h1>{{ heading }}</h1>
<p class="facts">{{ facts }}</p>
<ol>
{% for line in lines %}<li class="{{ line.kind }}">{% if line.role %}\
<span class="role">{{ line.role }}{{ colon }} </span>{% endif %}\
{{ line.text }}{% if line.said %}<br><span class="role">{{ arrow }} {{ line.said }}</span>{% endif %}</li>
{% endfor %}</ol>
{% if names %}<h2>{{ names_heading }}</h2>
<table class="names">
{% for word, said in names %}<tr><td>{{ word }}</td><td>{{ said }}</td></tr>
{% endfor %}</table>
{% endif %}</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of kind `said` (`new` where a paragraph begins) or `pause`; `said` tells how figures sound."""

    kind: str
    text: str
    role: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class ReadingCopy:
    """What a reading copy holds besides the script: facts, and names with how they are said."""

    facts: str
    names: tuple[tuple[str, str], ...]
    names_heading: str
    narrator: str


def render_reading(script: Script, segments: tuple[Segment, ...], copy: ReadingCopy) -> bytes:
    """Return one script as an HTML page made for paper: numbered sentences, pauses, names.

    `segments` are those of a narration without a lexicon: a person reads names as they are
    written. Below a sentence stands how its figures are said, where that is not plain.
    """
    from jinja2 import Environment

    heading = " · ".join(part for part in (script.number, script.title, _level(script)) if part)
    runs = direction(script.language)
    page = Environment(autoescape=True).from_string(TEMPLATE)
    html = page.render(
        language=script.language,
        direction=runs,
        arrow="←" if runs == "rtl" else "→",
        colon="\u00a0:" if primary(script.language) == "fr" else ":",
        heading=heading,
        facts=copy.facts,
        lines=_lines(segments, copy.narrator, script.language),
        names=copy.names,
        names_heading=copy.names_heading,
    )
    return html.encode()


def _lines(segments: tuple[Segment, ...], narrator: str, language: str) -> list[Line]:
    lines: list[Line] = []
    paragraph = ""
    for one in segments:
        match one:
            case Narration() if one.spoken:
                new = " new" if one.paragraph != paragraph else ""
                role = "" if one.role == narrator else one.speaker or _named(one.role, language)
                shown, said = one.shown_text.strip(), one.spoken_text.strip()
                lines.append(Line(f"said{new}", shown or said, role, said if shown and _differ(shown, said) else ""))
                paragraph = one.paragraph
            case Silence() if one.seconds >= 1.0:
                lines.append(Line("pause", f"{_figure(one.seconds, language)} s"))
            case Clip():
                lines.append(Line("pause", one.caption or one.file))
            case _:
                pass
    return lines


def _level(script: Script) -> str:
    return "" if script.level == STANDARD else level_name(script.level, script.language)


def _named(role: str, language: str) -> str:
    """Return a role's name as a script in that language writes it; the museum's own roles stay."""
    return ROLES.printed(role, language) if role in ROLES.rows else role


def _figure(seconds: float, language: str) -> str:
    """Return seconds with the decimal sign of a language; plain where the language's figures are not known."""
    from babel import Locale, UnknownLocaleError
    from babel.numbers import format_decimal

    try:
        return format_decimal(seconds, locale=Locale.parse(primary(language)))
    except (UnknownLocaleError, ValueError):
        return f"{seconds:g}"


def _differ(shown: str, said: str) -> bool:
    """Return whether a reader would say something else than is written: typography alone is no difference."""
    words = [re.findall(r"\w+", text.casefold()) for text in (shown, said)]
    return words[0] != words[1]
