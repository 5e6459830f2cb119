"""Who imports whom in a package, read from its source without running it.

Every import counts: at the top, inside a function, under TYPE_CHECKING, relative, or by
`import_module` with a written name.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Import:
    """One import: who, whom (a full module name), in which line, and whether not at the module's top level."""

    importer: str
    target: str
    line: int
    lazy: bool


@dataclass(frozen=True, slots=True)
class House:
    """The modules of a package by full name, and all their imports in order."""

    modules: dict[str, ast.Module]
    imports: tuple[Import, ...]

    @classmethod
    def read(cls, package: Path) -> House:
        """Parse every module below a package folder."""
        files = sorted(package.rglob("*.py"))
        modules = {_module_name(file, package): _parsed(file) for file in files}
        packages = {_module_name(file, package) for file in files if file.name == "__init__.py"}
        found = (one for name in modules for one in _imports_of(name, modules, packages))
        return cls(modules, tuple(found))


def called(node: ast.Call) -> str:
    """Return the last name of what is called: `open` for both `open(x)` and `x.open()`."""
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def shortest_round(start: str, ways: dict[str, set[str]]) -> list[str]:
    """Return the shortest way from a node of a graph back to itself (the last step left out), or nothing."""
    trails, seen = [[start]], {start}
    for trail in trails:
        for step in sorted(ways[trail[-1]]):
            if step == start:
                return trail
            if step not in seen:
                seen.add(step)
                trails.append([*trail, step])
    return []


def _parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def _module_name(file: Path, package: Path) -> str:
    parts = [package.name, *file.relative_to(package).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports_of(name: str, modules: dict[str, ast.Module], packages: set[str]) -> Iterator[Import]:
    tree = modules[name]
    top = {id(node) for node in tree.body}
    home = name if name in packages else name.rpartition(".")[0]
    for node in ast.walk(tree):
        for target in _targets(node, home, modules):
            yield Import(name, target, getattr(node, "lineno", 0), id(node) not in top)


def _targets(node: ast.AST, home: str, modules: dict[str, ast.Module]) -> Iterator[str]:
    match node:
        case ast.Import():
            yield from (alias.name for alias in node.names)
        case ast.ImportFrom():
            base = _base(node, home)
            inner = (f"{base}.{alias.name}" for alias in node.names)
            yield from sorted({name if name in modules else base for name in inner})
        case ast.Call(args=[ast.Constant(value=str(written)), *_]) if called(node) in {"import_module", "__import__"}:
            yield written


def _base(node: ast.ImportFrom, home: str) -> str:
    """Return the full name of the module that a `from` import names, relative or not."""
    if not node.level:
        return node.module or ""
    above = home.split(".")
    kept = above[: len(above) - node.level + 1]
    return ".".join([*kept, *([node.module] if node.module else [])])
