"""The page's templates (Jinja2, always autoescaped; an unknown value is an error)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def page_of(name: str, common: dict[str, object], **values: object) -> str:
    """Return a page from its template; `values` come before `common`."""
    return _environment().get_template(name).render(common | values) + "\n"


def prepare() -> None:
    """Have all templates compiled."""
    environment = _environment()
    for name in environment.list_templates(extensions=["html"]):
        environment.get_template(name)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("guide.outputs.web", "templates")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # else each page of a thousand asks whether somebody edits its templates meanwhile
    )
    environment.filters["minutes"] = lambda seconds: max(1, round(seconds / 60))
    return environment
