"""Fetches everything the app needs, for a machine without internet: `python -m tools.bundle`.

The start scripts install from the folder `wheels` beside `tools` where there is one. The files
are the pinned ones, held to their hashes here and again there.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
# By each system's name: the kinds of files that run there, and what markers ask of it.
_GLIBC = ("manylinux_2_28", "manylinux_2_27", "manylinux_2_24", "manylinux_2_17", "manylinux2014")
SYSTEMS = {
    "win_amd64": (("win_amd64",), "win32", "Windows", "nt", "AMD64"),
    "manylinux_x86_64": (
        tuple(f"{glibc}_x86_64" for glibc in (*_GLIBC, "manylinux2010", "manylinux1")),
        *("linux", "Linux", "posix", "x86_64"),
    ),
    "manylinux_aarch64": (
        tuple(f"{glibc}_aarch64" for glibc in _GLIBC),
        *("linux", "Linux", "posix", "aarch64"),
    ),
    "macosx_arm64": (("macosx_14_0_arm64",), "darwin", "Darwin", "posix", "arm64"),
}


def download_command(system: str, python: str, asked: Path, folder: Path) -> list[str]:
    """Return the command that fetches what the file asks for, as it runs on that system."""
    command = [sys.executable, "-m", "pip", "download", "--disable-pip-version-check"]
    command += ["--only-binary=:all:", "--no-deps", "--require-hashes", "-r", str(asked)]
    command += [f"--python-version={python}", "--implementation=cp", "--dest", str(folder)]
    return command + [f"--platform={tag}" for tag in SYSTEMS[system][0]]


def asked_on(system: str, python: str, requirements: str) -> str:
    """Return the pinned lines that count on that system; pip would ask this machine instead."""
    _, sys_platform, platform_system, os_name, machine = SYSTEMS[system]
    there = {
        "sys_platform": sys_platform,
        "platform_system": platform_system,
        "os_name": os_name,
        "platform_machine": machine,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    kept = []
    for line in requirements.replace("\\\n", " ").splitlines():
        wanted, *hashes = line.split(" --hash=")
        if wanted.strip() and not wanted.lstrip().startswith("#"):
            package = Requirement(wanted.strip())
            if package.marker is None or package.marker.evaluate(there):
                package.marker = None
                kept.append(" --hash=".join((str(package), *map(str.strip, hashes))))
    return "\n".join(kept) + "\n"


def fetch_bundle(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Fetch what the arguments name and return pip's verdict; the folder is told at the end."""
    here = ".".join(map(str, sys.version_info[:2]))
    parser = argparse.ArgumentParser(prog="python -m tools.bundle", description=__doc__)
    parser.add_argument("system", choices=SYSTEMS)
    parser.add_argument("--python", default=here, metavar="3.13", help="the Python there")
    parser.add_argument("--to", type=Path, default=root / "wheels", metavar="FOLDER")
    told = parser.parse_args(arguments)
    requirements = (root / "requirements.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "requirements.txt"
        asked.write_text(asked_on(told.system, told.python, requirements), encoding="utf-8")
        command = download_command(told.system, told.python, asked, told.to)
        done = subprocess.run(command, check=False).returncode
    if not done:
        size = sum(file.stat().st_size for file in told.to.iterdir()) // 1_000_000
        print(f"Đã tải vào {told.to}: {size} MB, cho {told.system} với Python {told.python}.")
        print("Chép cả thư mục của ứng dụng sang máy kia, rồi khởi động như thường.")
    return done


if __name__ == "__main__":
    sys.exit(fetch_bundle(sys.argv[1:]))
