"""The app, imported once: each server that a test starts is a fork of one process.

Importing everything takes three seconds of a core, a fork next to nothing. That the app starts as
its users start it, tests/test_app.py and `.ci/run` see.
"""

import atexit
import contextlib
import functools
import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.running import ROOT, answers, environment, free_port, running, wait_for

AT_A_START = (
    "anyio._backends._asyncio",
    "starlette.staticfiles",
    "streamlit.runtime",
    "streamlit.web.server.starlette.starlette_server",
    "uvicorn.lifespan.on",
    "uvicorn.loops.auto",
    "uvicorn.protocols.http.auto",
    "uvicorn.protocols.websockets.auto",
)


@contextlib.contextmanager
def forked(folder: Path, settings: Mapping[str, str]) -> Iterator[str]:
    """Start the app in the folder, yield its address, and stop it: as `running`, but sooner."""
    if not hasattr(os, "fork"):
        with running(folder, settings) as url:
            yield url
        return
    port = free_port()
    process = _order(folder, settings, port)
    try:
        url = f"http://127.0.0.1:{port}"
        wait_for(lambda: answers(f"{url}/_stcore/health"), "the server", 60)
        yield url
    finally:
        os.kill(process, signal.SIGTERM)
        wait_for(lambda: not _lives(process), "the server's end", 20)


def _order(folder: Path, settings: Mapping[str, str], port: int) -> int:
    """Have a server started and return the number of its process."""
    stated = {"folder": str(folder), "environment": environment(**settings), "port": port}
    forge = _forge()
    print(json.dumps(stated), file=forge.stdin, flush=True)
    return int(forge.stdout.readline())  # type: ignore[union-attr]


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@functools.cache
def _forge() -> subprocess.Popen[str]:
    """Start the process that forks; it ends with this one."""
    forge = subprocess.Popen(
        [sys.executable, "-m", __name__],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(forge.communicate)
    return forge


def _keep_forking() -> None:
    """Start a server for each line of input, and answer with the number of its process."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # one that ended leaves no zombie
    for line in sys.stdin:
        if (process := os.fork()) == 0:
            _become(json.loads(line))
        os.write(sys.stdout.fileno(), b"%d\n" % process)


def _become(stated: Mapping[str, Any]) -> None:
    """Do what `streamlit run app.py` does in that folder and environment."""
    from streamlit.web import cli

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.chdir(stated["folder"])
    os.environ.clear()
    os.environ.update(stated["environment"])
    log = os.open("server.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream, file in enumerate((os.open(os.devnull, os.O_RDONLY), log, log)):
        os.dup2(file, stream)
    sys.argv = ["streamlit", "run", str(ROOT / "app.py"), f"--server.port={stated['port']}"]
    cli.main()


def _import_everything() -> None:
    from lib.ui.shell.warm import import_pages

    import_pages()
    for module in AT_A_START:
        importlib.import_module(module)


if __name__ == "__main__":
    _import_everything()
    _keep_forking()
