"""`guide voices`: what can speak; alone it lists, its own commands fetch, remove and try."""

from __future__ import annotations

import click

from guide.cli import door


@click.pass_context
def _list(ctx: click.Context, *, languages: tuple[str, ...], as_json: bool, project: str) -> int | None:
    """List the voices, unless a command below was asked for."""
    if ctx.invoked_subcommand:
        return None
    from guide.cli.commands.voicing.listing import list_voices

    return list_voices(languages, as_json=as_json, project=project)


command = door.Group(
    "voices",
    "guide.cli.commands.voicing",
    ("try", "install", "remove"),
    help="help-voices",
    invoke_without_command=True,
    callback=_list,
    params=[
        door.Option(["--language", "-l", "languages"], multiple=True, metavar="TAG", help="help-only-language"),
        door.Option(["--json", "as_json"], is_flag=True, help="help-json-whole"),
        door.Option(["--project", "-p"], default=".", metavar="DIR", help="help-project"),
    ],
)
