"""`guide check`: everything that is wrong or doubtful, with its line and what to do about it."""

from __future__ import annotations

import shutil

import click

from guide.cli import door
from guide.cli.misuse import Choice
from guide.errors import FAILED
from guide.model.finding import Severity
from guide.project import Project

FORMATS = ("text", "json", "gcc", "github", "sarif")


@door.command("check")
@door.option("--format", "form", type=Choice(FORMATS), default="text", help="help-format-of-findings")
@door.option("--strict", is_flag=True, help="help-strict")
@door.option("--release", is_flag=True, help="help-release")
@door.in_project
def command(project: Project, *, form: str, strict: bool, release: bool) -> int:
    """Check, and print the report in the form that was asked for."""
    from guide.audit import audit
    from guide.outputs import findings

    audited = audit(project, release=release)
    columns = shutil.get_terminal_size().columns
    language = door.speaker().language
    checked = findings.Checked(audited.findings, audited.settled, audited.texts, language, columns)
    click.echo(findings.FORMATS[form](checked), nl=False)
    failing = checked.count(Severity.ERROR) + (checked.count(Severity.WARNING) if strict else 0)
    return FAILED if failing else 0
