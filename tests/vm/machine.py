"""A small virtual machine with the real card drivers, started in an instant and killed without warning.

It is booted once; then its memory is kept, and each trial begins from there with a card of its
own. Killing the process is what pulling a card is: what had been sent to the card stays, what the
system still held in memory is gone.
"""

from __future__ import annotations

import json
import os
import selectors
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.vm.parts import Parts

MEMORY_MB = 256
PATIENCE_S = 120.0


class MachineFailed(Exception):
    """The machine said something else than was waited for, or nothing."""


@dataclass(slots=True)
class Machine:
    """A running machine: one line in, lines out."""

    process: subprocess.Popen[bytes]
    monitor: Path
    said: bytes = b""

    def ask(self, command: Mapping[str, Any]) -> None:
        """Send a command."""
        self._send(json.dumps(command).encode() + b"\n")

    def _send(self, data: bytes) -> None:
        if self.process.stdin is None:
            raise MachineFailed("no console")
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def line(self, patience_s: float = PATIENCE_S) -> dict[str, Any] | None:
        """Return the guest's next message, or None when the time is over. Raises MachineFailed when it died."""
        until = time.monotonic() + patience_s
        while True:
            while b"\n" in self.said:
                line, _, self.said = self.said.partition(b"\n")
                start = line.find(b'@{"')
                if start >= 0:
                    found: dict[str, Any] = json.loads(line[start + 1 :])
                    return found
            if not self._more(until - time.monotonic()):
                return None

    def _more(self, patience_s: float) -> bool:
        out = self.process.stdout
        if out is None or patience_s <= 0:
            return False
        with selectors.DefaultSelector() as selector:
            selector.register(out, selectors.EVENT_READ)
            if not selector.select(patience_s):
                return False
        data = out.read1(65_536)  # type: ignore[attr-defined]  # a BufferedReader
        if not data:
            raise MachineFailed("the machine ended", self.said[-2000:])
        self.said += data
        return True

    def wake(self) -> None:
        """Return when a machine that was started from kept memory listens. Raises MachineFailed."""
        for _ in range(int(PATIENCE_S * 10)):
            self._send(b"\n")
            if self.line(0.1):
                break
        else:
            raise MachineFailed("the machine does not wake up")
        self.answer({"do": "listen"})  # it comes after whatever it said to the other lines

    def answer(self, command: Mapping[str, Any], patience_s: float = PATIENCE_S) -> dict[str, Any]:
        """Send a command and return the guest's final answer to it. Raises MachineFailed."""
        self.ask(command)
        until = time.monotonic() + patience_s
        while (found := self.line(until - time.monotonic())) is not None:
            if found["is"] == "done":
                return found
        raise MachineFailed("no answer", command, self.said[-2000:])

    def halted(self) -> None:
        """Return when the guest says that it has halted. Raises MachineFailed where it ends instead, or is too slow."""
        while (found := self.line()) is not None and found["is"] != "done":
            if found["is"] == "halted":
                return
        raise MachineFailed("it did not halt", found)

    def go_on(self) -> None:
        """Let a guest that has halted go on."""
        self._send(b"\n")

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Stop the machine for the block, as suddenly as if it were killed: no thread of it runs, no write goes on."""
        os.kill(self.process.pid, signal.SIGSTOP)
        os.waitpid(self.process.pid, os.WUNTRACED)  # all its threads stand
        yield
        os.kill(self.process.pid, signal.SIGCONT)

    def kill(self) -> None:
        """Pull the card: end the machine at once."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()

    def keep_memory(self, state: Path) -> None:
        """Write the machine's memory to a file, from which others are started; this one ends."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(self.monitor))
            answers = connection.makefile("rw")
            for command in ("qmp_capabilities", "migrate"):
                arguments = {"uri": f"exec:cat > {state}"} if command == "migrate" else {}
                answers.write(json.dumps({"execute": command, "arguments": arguments}) + "\n")
                answers.flush()
            while True:
                answers.write('{"execute": "query-migrate"}\n')
                answers.flush()
                line = answers.readline()
                if '"completed"' in line:
                    break
                if '"failed"' in line or not line:
                    raise MachineFailed(line)
                time.sleep(0.05)
        self.kill()


def tethered(command: Sequence[str]) -> list[str]:
    """Return a command whose process Linux kills when the one that started it is gone, in whatever way that ended.

    A run of tests that is ended hard leaves no machine behind. The kernel keeps the tether itself
    (prctl(2), PR_SET_PDEATHSIG); util-linux's setpriv lays it and then becomes the command.
    """
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "KILL", *command] if setpriv else [*command]


@contextmanager
def running(
    parts: Parts, card: Path, folder: Path, *, state: Path | None = None, speed: str = "", memory_mb: int = MEMORY_MB
) -> Iterator[Machine]:
    """Run a machine with a card for the block; from kept memory where `state` is given.

    `speed` are qemu's options that slow the card down, such as `throttling.bps-write=10000000`.
    """
    monitor = folder / f"{card.stem}.sock"
    monitor.unlink(missing_ok=True)
    command = [
        *("qemu-system-x86_64", "-machine", "pc,accel=tcg", "-cpu", "max", "-m", str(memory_mb), "-display", "none"),
        *("-nodefaults", "-no-reboot", "-no-user-config", "-serial", "stdio"),
        *("-qmp", f"unix:{monitor},server=on,wait=off"),
        *("-kernel", str(parts.kernel), "-initrd", str(parts.first)),
        *("-append", "console=ttyS0 quiet panic=-1 no_timer_check mitigations=off"),
        *("-drive", f"file={parts.system},if=virtio,format=raw,readonly=on"),
        *("-drive", f"file={card},if=virtio,format=raw,cache=unsafe{speed and ','}{speed}"),
        *(("-incoming", f"exec:cat {state}") if state else ()),
    ]
    pipe = subprocess.PIPE
    with subprocess.Popen(tethered(command), stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT) as process:
        machine = Machine(process, monitor)
        try:
            if state:
                machine.wake()
            yield machine
        finally:
            machine.kill()
            monitor.unlink(missing_ok=True)
