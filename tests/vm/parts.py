"""What the virtual machine is made of: Debian's cloud kernel, a small first system, this Python, this package.

Everything is kept in .cache/vm and made again when its sources change. Nothing needs root.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from filelock import FileLock

from tools.environment import ROOT

CACHE = ROOT / ".cache" / "vm"
BUSYBOX = Path("/bin/busybox")
MODULES = (
    *("virtio_ring", "virtio", "virtio_pci_legacy_dev", "virtio_pci_modern_dev", "virtio_pci", "virtio_blk"),
    *("nls_cp437", "nls_ascii", "nls_utf8", "fat", "vfat", "exfat"),
)
"""In the order of loading."""
LEFT_OUT = shutil.ignore_patterns(
    *("test", "tests", "idlelib", "tkinter", "turtledemo", "lib2to3", "ensurepip", "site-packages", "config-*"),
    *("distutils", "pydoc_data", "unittest", "*.a", "*.opt-?.pyc"),
)
SYSTEM_MB = 160

INIT = """\
#!/bin/busybox sh
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t sysfs sys /sys
/bin/busybox mount -t devtmpfs dev /dev
for module in {modules}; do /bin/busybox insmod /modules/$module.ko; done
/bin/busybox mount -t ext4 -o ro /dev/vda /system
for folder in proc sys dev; do /bin/busybox mount --bind /$folder /system/$folder; done
/bin/busybox mount --bind /code /system/code
/bin/busybox mount -t tmpfs tmp /system/tmp
/bin/busybox stty -F /dev/ttyS0 raw -echo
cd /
exec </dev/ttyS0 >/dev/ttyS0 2>/dev/ttyS0
exec /bin/busybox chroot /system /bin/busybox env {environment} {python} -B /code/guest.py
"""


class PartsMissing(Exception):
    """Something that the machine is made of cannot be had here; the text says what."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Paths of what a machine boots from."""

    kernel: Path
    first: Path
    system: Path


def parts(guest: Path, programs: Iterable[str] = (), cache: Path = CACHE) -> Parts:
    """Return everything, made as far as needed; `programs` are further programs for the system image.

    Several processes may ask at once, as the workers of pytest do: one makes what the others then find.
    Raises PartsMissing.
    """
    if not BUSYBOX.exists() or "=>" in _output("ldd", str(BUSYBOX)):
        raise PartsMissing("a busybox without libraries is not in /bin (Debian: busybox-static)")
    cache.mkdir(parents=True, exist_ok=True)
    with FileLock(cache / "lock"):
        unpacked = _kernel(cache)
        kernel = next((unpacked / "boot").glob("vmlinuz-*"))
        return Parts(kernel, _first(cache, unpacked, guest), _system(cache, tuple(programs)))


def _kernel(cache: Path) -> Path:
    """Fetch and unpack the package of the kernel that Debian's cloud images run."""
    target = cache / "kernel"
    if target.exists():
        return target
    if not shutil.which("apt-get") or not shutil.which("dpkg"):
        raise PartsMissing("Debian's kernel package is fetched by apt-get and dpkg, which are not here")
    depends = _output("apt-cache", "depends", "linux-image-cloud-amd64")
    found = re.search(r"Depends: (linux-image-\S+)", depends)
    if not found:
        raise PartsMissing("apt-cache knows no linux-image-cloud-amd64 (apt-get update may help)")
    subprocess.run(["apt-get", "download", "-qq", found[1]], cwd=cache, check=False, capture_output=True)
    packages = list(cache.glob("linux-image-*.deb"))
    if not packages:
        raise PartsMissing("apt-get could not download the kernel")
    part = target.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    subprocess.run(["dpkg", "-x", str(packages[0]), str(part)], check=True)
    return part.replace(target)


def _output(*command: str) -> str:
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


def _first(cache: Path, unpacked: Path, guest: Path) -> Path:
    """Make the first system: busybox, the kernel's modules, this package as it stands now."""
    sweep(cache)
    work = cache / f"first-{os.getpid()}"
    shutil.rmtree(work, ignore_errors=True)
    for folder in ("bin", "modules", "proc", "sys", "dev", "system", "code"):
        (work / folder).mkdir(parents=True)
    shutil.copy(BUSYBOX, work / "bin" / "busybox")
    for name in MODULES:
        found = next(unpacked.rglob(f"{name}.ko"), None)
        if found:
            shutil.copy(found, work / "modules")
    shutil.copytree(ROOT / "guide", work / "code" / "guide", ignore=_only_python)
    shutil.copy(guest, work / "code" / "guest.py")
    environment = "PYTHONPATH=/code PYTHONUNBUFFERED=1 LC_ALL=C.UTF-8 PATH=/bin:/usr/bin"
    init = INIT.format(modules=" ".join(MODULES), environment=environment, python=_interpreter())
    (work / "init").write_text(init, encoding="ascii")
    (work / "init").chmod(0o755)
    image = cache / f"first-{os.getpid()}.cpio"
    names = _output("find", str(work), "-mindepth", "1").replace(f"{work}/", "")
    with image.open("wb") as out:
        subprocess.run(
            [BUSYBOX, "cpio", "-o", "-H", "newc"],
            cwd=work,
            input=names.encode(),
            stdout=out,
            check=True,
            stderr=subprocess.DEVNULL,
        )
    shutil.rmtree(work)
    return image


def sweep(cache: Path) -> None:
    """Remove what runs left that were ended hard: each names its work by its own process."""
    for path in cache.glob("first-*"):
        number = path.stem.partition("-")[2]
        if not Path("/proc", number).exists():
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)


def _only_python(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if not (Path(folder) / name).is_dir() and not name.endswith((".py", ".toml"))]


def _interpreter() -> Path:
    """Return the interpreter itself: an environment's own may be a copy, which finds no library alone."""
    return Path(os.path.realpath(sys._base_executable))  # type: ignore[attr-defined]  # it has no public name


def _system(cache: Path, programs: tuple[str, ...]) -> Path:
    """Make the image of the second system: this interpreter, its library, busybox and further programs."""
    wanted = f"{sys.version} {sys.base_prefix} {sorted(programs)}"
    image = cache / f"system-{sha256(wanted.encode()).hexdigest()[:12]}.img"
    if image.exists():
        return image
    work = cache / "system"
    shutil.rmtree(work, ignore_errors=True)
    for folder in ("proc", "sys", "dev", "code", "tmp", "mnt", "bin"):
        (work / folder).mkdir(parents=True)
    shutil.copy(BUSYBOX, work / "bin" / "busybox")
    library = Path(os.__file__).parent
    shutil.copytree(library, work / library.relative_to("/"), ignore=LEFT_OUT)
    binaries = [_interpreter(), *(Path(found) for one in programs if (found := shutil.which(one)))]
    for binary in binaries:
        _place(binary, work)
    for needed in _libraries([*binaries, *library.glob("lib-dynload/*.so")]):
        _place(needed, work)
    part = image.with_suffix(".part")
    part.unlink(missing_ok=True)
    mke2fs = shutil.which("mke2fs") or "/usr/sbin/mke2fs"
    subprocess.run([mke2fs, "-q", "-t", "ext4", "-O", "^has_journal", "-d", work, part, f"{SYSTEM_MB}M"], check=True)
    part.replace(image)
    shutil.rmtree(work)
    return image


def _place(file: Path, work: Path) -> None:
    target = work / file.relative_to("/")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, target)


def _libraries(binaries: Iterable[Path]) -> set[Path]:
    """Return the shared libraries that programs need, as the loader finds them, and the loader itself."""
    listed = _output("ldd", *map(str, binaries))
    return {Path(found) for found in re.findall(r"(?:=> |^\s+)(/\S+) \(0x", listed, re.MULTILINE)}
