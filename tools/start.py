"""Starts the app in its folder, on a machine that has nothing yet but Python.

`Bat dau.cmd` and `start.sh` beside it call `python -m tools.start`. The first time it makes the
environment `.venv`, after an update it brings it up to date; where the app runs already it only
opens it. What follows the command is handed to Streamlit, but for `--no-browser`.

It uses the standard library alone and speaks Vietnamese: nothing is installed yet, the reader of
the catalogue neither. Up to the check of its version any Python 3 must be able to read it.
"""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from pathlib import Path

NEEDED = (3, 11)
if sys.version_info < NEEDED:
    sys.exit(
        "Ứng dụng cần Python 3.11 trở lên, máy này đang dùng Python {}.{}. "
        "Hãy cài bản mới từ https://www.python.org/downloads/ "
        "(Windows: winget install Python.Python.3.13), rồi khởi động lại.".format(*sys.version_info)
    )

ROOT = Path(__file__).resolve().parents[1]
NO_BROWSER = "--no-browser"
MAKING = """Lần đầu khởi động, hoặc ứng dụng vừa được cập nhật: đang cài các thư viện cần dùng vào
thư mục .venv bên cạnh ứng dụng. Việc này mất vài phút và chỉ làm một lần. Xin đừng đóng cửa sổ."""
FROM_INTERNET = "Các thư viện được tải từ https://pypi.org, khoảng 150 MB."
FROM_FOLDER = "Các thư viện được lấy từ thư mục wheels, không cần mạng."
NO_VENV = """Không tạo được thư mục .venv. Hãy kiểm tra ổ đĩa còn chỗ và thư mục này ghi được.
Trên Debian hay Ubuntu, cài thêm: sudo apt install python3-venv"""
NOT_FROM_INTERNET = """Không cài được thư viện. Máy có vào được https://pypi.org không?
Máy không có mạng thì xem “Máy không có mạng” trong docs/van-phong/cai-dat.md.
Khởi động lại thì việc cài đặt làm tiếp. Chi tiết:"""
NOT_FROM_FOLDER = """Thư mục wheels thiếu thư viện, hoặc không làm cho máy này (Python {}.{}, {}).
Xem “Máy không có mạng” trong docs/van-phong/cai-dat.md. Chi tiết:"""
RUNS_ALREADY = "Ứng dụng đang chạy tại {}."
STARTING = "Đang khởi động ứng dụng…"
TAKEN = """Cổng {0} đang có một chương trình khác dùng, hoặc ứng dụng đang được cài đặt ở một cửa sổ
khác: hãy đợi cửa sổ đó làm xong. Muốn dùng cổng khác thì thêm vào sau lệnh: --server.port {1}"""
MISSTATED = "Cổng sau --server.port hoặc tệp .streamlit/config.toml ghi sai: {}"
ENDED = "Ứng dụng không khởi động được. Nguyên nhân nằm trong những dòng ở trên."


class NotStartedError(Exception):
    """Why the app cannot be started, in words for who wanted it to."""


def start_from_nothing(root: Path, options: list[str]) -> None:
    """Open the app in `root`, and unless it ran already, stay until it ends.

    Raises NotStartedError.
    """
    own = [option for option in options if option != NO_BROWSER]
    host, port = place_asked_for(root, own)
    url = f"http://{'localhost' if host == '127.0.0.1' else host}:{port}"
    if runs_at(host, port):
        print(RUNS_ALREADY.format(url))
        _open_browser(url, options)
        return
    with _held(host, port):  # a second start meanwhile does not install into the same folder
        python = ready_environment(root)
    print(STARTING, flush=True)
    # the port once more: only where it is stated does Streamlit take no other in its stead
    command = [str(python), "-m", "streamlit", "run", "app.py", *own, f"--server.port={port}"]
    with subprocess.Popen(command, cwd=root) as app:
        signal.signal(signal.SIGTERM, lambda *_: app.terminate())
        signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl+C reaches the app, which ends
        while app.poll() is None and not runs_at(host, port):
            time.sleep(0.2)
        if app.poll() is not None:
            raise NotStartedError(ENDED)
        _open_browser(url, options)


def place_asked_for(root: Path, options: list[str]) -> tuple[str, int]:
    """Return host and port at which the app answers on this machine, as Streamlit finds them.

    Raises NotStartedError where what is stated cannot be read.
    """
    try:
        host = _option(root, options, "address") or "127.0.0.1"
        port = int(_option(root, options, "port") or 8501)
    except ValueError as error:
        raise NotStartedError(MISSTATED.format(error)) from None
    return "127.0.0.1" if host in ("0.0.0.0", "::") else host, port


def _option(root: Path, options: list[str], name: str) -> str:
    """Return an option of Streamlit's server, "" where nobody states it."""
    import tomllib

    words = [word for option in options for word in option.split("=", 1)]
    if f"--server.{name}" in words[:-1]:
        return words[words.index(f"--server.{name}") + 1]
    variable = os.environ.get(f"STREAMLIT_SERVER_{name.upper()}")
    if variable:
        return variable
    file = root / ".streamlit" / "config.toml"
    config = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return str(config.get("server", {}).get(name, ""))


def runs_at(host: str, port: int) -> bool:
    """Tell whether this app, not another program, answers there."""
    asked = http.client.HTTPConnection(host, port, timeout=3)
    try:
        asked.request("GET", "/health")
        told = json.loads(asked.getresponse().read(10_000))
    except (OSError, http.client.HTTPException, ValueError):
        return False
    finally:
        asked.close()
    return isinstance(told, dict) and {"status", "troubles"} <= told.keys()


def _held(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError:
        raise NotStartedError(TAKEN.format(port, port + 1)) from None


def ready_environment(root: Path) -> Path:
    """Return the Python of the app's own environment, which has what the app needs.

    Raises NotStartedError. What was broken off in between is done by the next call.
    """
    folder = root / ".venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted, installed = (root / "requirements.txt"), folder / "installed-requirements.txt"
    works = _works(python)
    if works and installed.is_file() and installed.read_bytes() == wanted.read_bytes():
        return python
    print(MAKING)
    if not works:
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=False)
        if made.returncode:
            raise NotStartedError(NO_VENV)
    _install(python, root)
    installed.write_bytes(wanted.read_bytes())
    return python


def _works(python: Path) -> bool:
    """Tell whether this Python can be started and is new enough; one that moved away cannot."""
    asked = f"import sys; sys.exit(sys.version_info < {NEEDED})"
    try:
        return not subprocess.run([str(python), "-c", asked], check=False).returncode
    except OSError:
        return False


def _install(python: Path, root: Path) -> None:
    """Install what the app needs, telling how far it is. Raises NotStartedError."""
    wheels = root / "wheels"
    print(FROM_FOLDER if wheels.is_dir() else FROM_INTERNET, flush=True)
    command = [str(python), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    command += ["--require-hashes", "-r", "requirements.txt"]
    if wheels.is_dir():
        command += ["--no-index", "--find-links", str(wheels)]
    said, found = [""], 0
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        encoding="utf-8", errors="replace",
    ) as pip:  # fmt: skip
        for line in pip.stdout or ():
            said.append(line)
            if line.startswith("Collecting "):
                found += 1
                print(f"\r  {found}…", end="", flush=True)
    print()
    if pip.returncode:
        why = NOT_FROM_FOLDER if wheels.is_dir() else NOT_FROM_INTERNET
        version = why.format(*sys.version_info[:2], sys.platform)
        raise NotStartedError("\n".join((version, "", *(line.rstrip() for line in said[-5:]))))


def _open_browser(url: str, options: list[str]) -> None:
    """Show the app, where there is a screen to show it on."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    screen = sys.platform in ("win32", "darwin") or any(map(os.environ.get, screens))
    if screen and NO_BROWSER not in options:
        webbrowser.open(url)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        start_from_nothing(ROOT, sys.argv[1:])
    except NotStartedError as error:
        sys.exit(str(error))
