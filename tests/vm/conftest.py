"""The machine of the tests: booted once for each process of pytest, then started from its kept memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.vm.bench import Bench
from tests.vm.parts import PartsMissing

PROGRAMS = ("qemu-system-x86_64", "mcopy", "mkfs.vfat", "mkfs.exfat", "mke2fs", "rsync")


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory, program: Callable[..., str]) -> Iterator[Bench]:
    """Return a place to pull cards from a real driver; skipped with the reason where that cannot be had."""
    for name in PROGRAMS:
        program(name, f"/usr/sbin/{name}")
    try:
        bench = Bench.made(tmp_path_factory.mktemp("vm"))
    except PartsMissing as fault:
        reason = f"the virtual machine cannot be made: {fault}"
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(reason)
        pytest.skip(reason)
    yield bench
    bench.clean()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for a test's cards."""
    return tmp_path
