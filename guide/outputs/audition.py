"""The listening page: candidates without their names, a rating for each, the names at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

TEMPLATE = """\
<!DOCTYPE html>
<html lang="{{ words.language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ words.title }}</title>
<style>
body { font: 17px/1.5 system-ui, sans-serif; color: #23211d; background: #faf6ee; max-width: 46rem; margin: 2rem auto;
  padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { margin-top: 2.5rem; }
blockquote { font: 1.15rem/1.6 Georgia, serif; margin: 1rem 0; padding-left: 1rem; border-left: 3px solid #b4621a; }
fieldset { border: 1px solid #cbbfa8; border-radius: 8px; margin: 0 0 1rem; padding: .8rem 1rem; break-inside: avoid; }
legend { font-weight: 600; padding: 0 .4rem; }
audio { width: 100%; } label { display: inline-block; margin-right: 1rem; min-height: 2.2rem; }
input[type="text"] { width: 100%; font: inherit; border: 0; border-bottom: 1px solid #8b8272; background: none; }
td { padding: .15rem 1.2rem .15rem 0; }
@media print { audio { display: none; } body { background: none; } }
</style>
</head>
<body>
<h1>{{ words.title }}</h1>
<p>{{ words.how }}</p>
<p><label>{{ words.who }} <input type="text"></label></p>
{% for language in languages %}<section lang="{{ language.tag }}">
<h2>{{ language.tag }}</h2>
<blockquote>{{ language.text }}</blockquote>
{% for one in language.candidates %}<fieldset>
<legend>{{ one.letter }}</legend>
<audio controls preload="none" src="{{ one.file }}"></audio>
<p>{% for question in words.questions %}{{ question }} :
{% for mark in range(1, 6) %}<label><input type="radio" name="{{ one.file }}-{{ loop.index }}-{{ question }}" \
value="{{ mark }}"> {{ mark }}</label>{% endfor %}<br>
{% endfor %}</p>
<p><label>{{ words.remarks }} <input type="text"></label></p>
</fieldset>
{% endfor %}</section>
{% endfor %}<details>
<summary>{{ words.names }}</summary>
<table>
{% for language in languages %}{% for one in language.candidates %}<tr><td>{{ language.tag }} {{ one.letter }}</td>\
<td>{{ one.engine }}</td><td>{{ one.voice }}</td></tr>
{% endfor %}{% endfor %}</table>
</details>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One voice on the page, known by its letter only; `file` lies beside the page."""

    letter: str
    file: str
    engine: str
    voice: str


@dataclass(frozen=True, slots=True)
class LanguageSheet:
    """All candidates of a language, and the text that each of them says."""

    tag: str
    text: str
    candidates: tuple[Candidate, ...]


def render_audition(languages: Sequence[LanguageSheet], words: Mapping[str, object]) -> bytes:
    """Return the page as HTML; `words` are its own words in the listeners' language."""
    from jinja2 import Environment

    page = Environment(autoescape=True).from_string(TEMPLATE)
    return page.render(languages=languages, words=words).encode()
