"""Write what helps an editor with scripts and settings: schemas, snippets, a task. Made from the code's own tables.

python -m tools.editors            write the files of editors/
python -m tools.editors --check    exit 1 where one differs from what would be written
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from guide.parsing.keywords import HEAD, LANGUAGES, MARKS, STATUS, VALUES, Table
from guide.settings.declared import LISTS, SETTINGS, TABLES, VOICE_KEYS, Setting
from guide.settings.reading import IDENTIFIER, LANGUAGE_TAG, NUMBER
from tools.environment import ROOT

FOLDER = ROOT / "editors"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

MEANINGS = {
    "title": "The stop's title in this language; must be there.",
    "number": "Need not be written: the file's name says it.",
    "id": "Need not be written: the file's name says it.",
    "language": "Need not be written: the folder says it.",
    "section": "The part of the show.",
    "warning": "What a visitor is told before a stop that may distress.",
    "sources": "The public sources that the text rests on, parted by semicolons.",
    "voice": "The role that reads this script.",
    "status": "Draft or approved.",
}
BODIES = {
    "pause": "[{pause} ${{1:2}} s]",
    "voice": "[{voice}: ${{1:quote}}]",
    "sound": "[{sound}: ${{1:bell.wav}}]",
    "archive": "[{archive}: ${{1:speech.wav}}, ${{2:0:12}}–${{3:0:31}}, {caption}: ${{4:Who speaks, when}}]",
    "recording": "[{recording}: ${{1:reading.wav}}]",
    "music": "[{music}: ${{1:song.flac}}, ${{2:-18}} dB, {fade} ${{3:2}} s]\n\n$0\n\n[{end-music}]",
    "image": "[{image}: ${{1:picture.svg}}, {alt}: ${{2:What is to be seen}}, {credit}: ${{3:Whose it is}}]",
}
"""What a mark's keyword becomes in an editor, with the places to fill in; words in braces are a language's own."""
OTHERS = {
    "shown and spoken": ("[|", "[${1:shown} | ${2:spoken}]", "Left of the bar is shown, right of it is spoken."),
    "pronunciation": ("[/", "[${1:word} | /${2:wɜːd}/]", "The word, and how it is said in the phonetic alphabet."),
    "shown only": ("[(", "[(${1:shown}) | ]", "Shown and not spoken."),
    "other language": ("[de", "[${1:de}: ${2:words}]", "Words of another language, said by its rules."),
    "quote": ("> ", "> ${1:What was said.}\n> — ${2:Who said it}", "A quotation, read by another voice."),
}


def words_of(table: Table) -> Schema:
    """Return a table's words as the properties of a schema, each with its meaning."""
    return {
        word: {"description": MEANINGS.get(meaning, meaning), "type": "string"} for meaning, _, word in table.words()
    }


def head_schema() -> Schema:
    """Return the schema of a script's head and the words of its marks."""
    properties = words_of(HEAD)
    for _, _, word in (one for one in HEAD.words() if one[0] == "status"):
        properties[word]["enum"] = sorted({word for _, _, word in STATUS.words()})
    titles = [
        {"required": [word]} for word in sorted({word for meaning, _, word in HEAD.words() if meaning == "title"})
    ]
    return {
        "$schema": DRAFT,
        "title": "The head of a script of guide",
        "type": "object",
        "properties": dict(sorted(properties.items())),
        "additionalProperties": False,
        "anyOf": titles,
        "$defs": {"marks": _marks(MARKS), "values": _marks(VALUES)},
    }


def _marks(table: Table) -> Schema:
    return {
        meaning: {"enum": sorted({word for words in row.values() for word in words})}
        for meaning, row in table.rows.items()
    }


def settings_schema() -> Schema:
    """Return the schema of guide.toml."""
    tables = {table: _table([one for one in SETTINGS if one.table == table]) for table in TABLES}
    lists = {name: {"type": "array", "items": _entry(keys)} for name, keys in LISTS.items()}
    voice = {"type": "object", "properties": {key: {"description": text} for key, text in VOICE_KEYS.items()}}
    roles = {"type": "object", "additionalProperties": {**voice, "required": ["engine"], "additionalProperties": False}}
    number = NUMBER.pattern.replace("\\Z", "$")
    return {
        "$schema": DRAFT,
        "title": "The settings of a guide (guide.toml)",
        "type": "object",
        "properties": {
            **tables,
            **lists,
            "languages": _of(_of({"enum": ["speech", "none"]})),
            "casts": _of(_of(roles)),
            "redirects": {"type": "object", "additionalProperties": {"type": "string", "pattern": f"^{number}"}},
            "closed": _of(_of({"type": "string"})),
        },
        "required": ["guide"],
        "additionalProperties": False,
    }


def _of(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


def _table(settings: list[Setting]) -> Schema:
    required = [one.key for one in settings if one.required]
    properties = {one.key: {"description": one.meaning, **_kind(one)} for one in settings}
    return {"type": "object", "properties": properties, "additionalProperties": False, "required": required}


def _entry(keys: Mapping[str, str]) -> Schema:
    properties = {key: {"description": meaning} for key, meaning in keys.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _kind(setting: Setting) -> Schema:
    """Return what a setting's value must be."""
    kind = dict(KINDS[setting.kind])
    if setting.limits:
        kind |= {"minimum": setting.limits[0], "maximum": setting.limits[1]}
    if setting.choices:
        numeric = setting.kind in ("integer", "number")
        choices: list[object] = [int(one) for one in setting.choices] if numeric else list(setting.choices)
        kind |= {"items": {"enum": choices}} if kind.get("type") == "array" else {"enum": choices}
    return kind


_TEXTS = {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}}
KINDS: Mapping[str, Schema] = {
    "text": {"type": "string"},
    "identifier": {"type": "string", "pattern": "^" + IDENTIFIER.pattern.replace("\\Z", "$")},
    "address": {"type": "string", "pattern": "^(https?://\\S+)?$"},
    "date": {"type": "string", "format": "date"},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "flag": {"type": "boolean"},
    "text_or_words": {"anyOf": [{"type": "string"}, _TEXTS]},
    "texts": {"type": "array", "items": {"type": "string"}},
    "languages": {
        "type": "array",
        "items": {"type": "string", "pattern": "^" + LANGUAGE_TAG.pattern.replace("\\Z", "$")},
        "minItems": 1,
        "uniqueItems": True,
    },
    "pair": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
    "words": _TEXTS,
    "table": {"type": "object", "additionalProperties": {"type": "string"}},
    "words_table": {"type": "object", "additionalProperties": _TEXTS},
}
"""What each kind of setting is, as JSON Schema."""


def snippets() -> Schema:
    """Return VS Code's snippets: the head and every mark, in each language that has words for them."""
    made: Schema = {}
    for language in LANGUAGES:
        printed = {one: MARKS.printed(one, language) for one in MARKS.rows} | {
            one: VALUES.printed(one, language) for one in VALUES.rows
        }
        head = [
            "---",
            f"{HEAD.printed('title', language)}: ${{1}}",
            f"{HEAD.printed('sources', language)}: ${{2}}",
            "---",
            "",
            "$0",
        ]
        made[f"head ({language})"] = _snippet("---", head, "The head of a script.")
        for mark, body in BODIES.items():
            made[f"{mark} ({language})"] = _snippet(
                f"[{printed[mark]}", body.format(**printed).split("\n"), f"Mark: {mark}."
            )
    for name, (prefix, body, description) in OTHERS.items():
        made[name] = _snippet(prefix, body.split("\n"), description)
    return made


def _snippet(prefix: str, body: list[str], description: str) -> Schema:
    return {"scope": "markdown", "prefix": prefix, "body": body, "description": description}


def tasks() -> Schema:
    """Return VS Code's task that checks the guide and underlines what it finds."""
    return {
        "version": "2.0.0",
        "tasks": [
            {
                "label": "guide check",
                "type": "shell",
                "command": "guide check --format gcc",
                "group": {"kind": "build", "isDefault": True},
                "presentation": {"reveal": "never"},
                "problemMatcher": {
                    "owner": "guide",
                    "fileLocation": ["relative", "${workspaceFolder}"],
                    "pattern": {
                        "regexp": PROBLEM,
                        "file": 1,
                        "line": 2,
                        "column": 3,
                        "severity": 4,
                        "message": 5,
                        "code": 6,
                    },
                },
            }
        ],
    }


PROBLEM = r"^(.+?):(\d+):(\d+): (error|warning|note): (.*) \[([a-z0-9-]+)\]$"
"""A line of `guide check --format gcc`."""

SETTINGS_OF_VSCODE: Schema = {
    "evenBetterToml.schema.associations": {".*guide\\.toml": "./editors/guide.schema.json"},
    "files.eol": "\n",
    "[markdown]": {"editor.wordWrap": "on", "editor.quickSuggestions": {"other": True}},
}


def files() -> dict[str, str]:
    """Return every file of editors/ that is made, by its path there."""
    made = {
        "guide.schema.json": settings_schema(),
        "script-head.schema.json": head_schema(),
        "vscode/guide.code-snippets": snippets(),
        "vscode/settings.json": SETTINGS_OF_VSCODE,
        "vscode/tasks.json": tasks(),
    }
    return {path: json.dumps(data, ensure_ascii=False, indent=2) + "\n" for path, data in made.items()}


def stale() -> list[str]:
    """Return the paths of the files that differ from what would be written."""
    return [path for path, text in files().items() if not _is_fresh(path, text)]


def _is_fresh(path: str, text: str) -> bool:
    file = FOLDER / path
    return file.exists() and file.read_text("utf-8") == text


def main() -> None:
    """Write the files, or with --check name the stale ones."""
    if "--check" in sys.argv:
        if stale():
            sys.exit(f"not fresh: {', '.join(stale())}; type: python -m tools.editors")
        return
    for path, text in files().items():
        (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
