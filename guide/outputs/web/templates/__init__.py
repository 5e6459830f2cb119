"""The page's templates (Jinja2, always autoescaped; an unknown value is an error)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context
    from markupsafe import Markup

BESIDE = ("root", "home", "view")
"""What a part that is rendered once may read beside what the pages of a language have in common."""


def page_of(name: str, common: dict[str, object], **values: object) -> str:
    """Return a page from its template; `values` come before `common`, whose `parts` keeps what they share."""
    return _environment().get_template(name).render(common | values) + "\n"


def prepare() -> None:
    """Have all templates compiled."""
    environment = _environment()
    for name in environment.list_templates(extensions=["html"]):
        environment.get_template(name)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context

    from guide.outputs.web.templates.compiled import compiled

    environment = Environment(
        loader=PackageLoader("guide.outputs.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # else each page of a thousand asks whether somebody edits its templates meanwhile
    )
    environment.bytecode_cache = compiled(environment)
    environment.filters["minutes"] = lambda seconds: max(1, round(seconds / 60))
    environment.globals["once"] = pass_context(_once)
    return environment


def _once(context: Context, name: str) -> Markup:
    """Return a part that the pages of a language share: keypad, help, bar. It is rendered for the first of them."""
    from markupsafe import Markup

    parts: dict[object, Markup] = context["parts"]
    key = (name, *(context[one] for one in BESIDE))
    if key not in parts:
        part = context.environment.get_template(name)
        parts[key] = Markup(part.render(context.get_all()))  # noqa: S704  # escaped by its template
    return parts[key]
