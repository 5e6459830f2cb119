"""Compiled templates, kept as Python keeps compiled modules: beside their source, and only where it may write there.

What lies there is run, so it is nowhere that a guide's folder could bring along.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

from guide.engines.versions import installed_version

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket

FOLDER = Path(__file__).parent / "__pycache__"


class _Kept(FileSystemBytecodeCache):
    """Jinja's own cache, for which neither a damaged file is an error nor a folder that cannot be written to."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take up a template's code; what is no code of it is compiled again."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001  # damaged pickles raise whatever they happen to say
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code, unless Python was told to keep none (`PYTHONDONTWRITEBYTECODE`)."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


def compiled(environment: Environment) -> FileSystemBytecodeCache | None:
    """Return where an environment's compiled templates are kept; None where Python keeps what it compiles elsewhere.

    Their code hangs on the versions of Jinja and Python and on the environment's options; on their text, at which Jinja
    looks itself.
    """
    if sys.pycache_prefix or not FOLDER.is_dir():
        return None
    options = [environment.autoescape, environment.trim_blocks, environment.lstrip_blocks, environment.optimized]
    shaping = repr(
        [installed_version("jinja2"), sys.implementation.cache_tag, *options, sorted(environment.extensions)]
    )
    return _Kept(str(FOLDER), f"%s.{sha256(shaping.encode()).hexdigest()[:16]}.template")
