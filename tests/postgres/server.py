"""One cluster in a folder of its own, on a free port of loopback, ended with the tests."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.running import free_port

PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
USER, PASSWORD = "khaosat", "mat-khau"
NOBODY = "nobody"  # the server refuses to run as root


def programs() -> Path | None:
    """Return the folder of the server's programs, None where it is not installed."""
    found = shutil.which("initdb")
    places = [*PLACES, *([Path(found).resolve().parent] if found else [])]
    return next((place for place in places if (place / "postgres").exists()), None)


@contextlib.contextmanager
def running(programs: Path, folder: Path) -> Iterator[str]:
    """Start a cluster, yield the URL of its server without a database's name, and stop it."""
    data, secret, port = folder / "data", folder / "password", free_port()
    secret.write_text(PASSWORD)
    as_whom = _user(folder)
    _run([str(programs / "initdb"), "-D", str(data), "-U", USER, "--auth=scram-sha-256",
          f"--pwfile={secret}", "--no-sync", "-E", "UTF8"], as_whom)  # fmt: skip
    told = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
    control = [str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log")]
    _run([*control, "-o", told, "start"], as_whom)
    try:
        yield f"postgresql://{USER}:{PASSWORD}@127.0.0.1:{port}"
    finally:
        _run([*control, "-m", "immediate", "stop"], as_whom)


def _user(folder: Path) -> Mapping[str, str]:
    """Return who is to run the server; as root it is nobody, who then owns the folder."""
    if os.geteuid() != 0:
        return {}
    shutil.chown(folder, NOBODY)
    for parent in folder.parents:
        if parent.stat().st_uid == 0 and not parent.stat().st_mode & 0o001:
            parent.chmod(parent.stat().st_mode | 0o011)  # to be walked through, not read
    for inside in folder.iterdir():
        shutil.chown(inside, NOBODY)
    return {"user": NOBODY}


def _run(command: list[str], as_whom: Mapping[str, str]) -> None:
    subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **as_whom,  # type: ignore[call-overload]
    )
