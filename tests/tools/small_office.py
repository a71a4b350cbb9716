"""A folder with the start scripts, whose app is a small server in a wheel made by hand."""

import hashlib
import shutil
import zipfile
from pathlib import Path

from tests.running import ROOT

# What the start scripts call as Streamlit: it answers as the app does, and notes its options.
APP = """
import http.server, json, pathlib, sys

class Health(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"status": "ok", "troubles": 0}).encode())

options = dict(option.split("=") for option in sys.argv[3:])
pathlib.Path("started.json").write_text(json.dumps(sys.argv[1:]))
http.server.HTTPServer(("127.0.0.1", int(options["--server.port"])), Health).serve_forever()
"""


def small_office(folder: Path) -> Path:
    """Return a folder as an office unpacks it, its wheels beside; its path has a space."""
    folder = folder / "Khảo sát"
    shutil.copytree(ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    ask_for(folder, small_wheel(folder, "1.0"), "1.0")
    return folder


def ask_for(office: Path, wheel: Path, version: str) -> None:
    """Have the office's app need this version, and this wheel of it alone."""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    asked = f"streamlit=={version} \\\n    --hash=sha256:{digest}\n"
    (office / "requirements.txt").write_text(asked)


def small_wheel(office: Path, version: str) -> Path:
    """Put a version of what passes for Streamlit among the office's wheels and return it."""
    folder, name = office / "wheels", "streamlit"
    folder.mkdir(exist_ok=True)
    about = f"{name}-{version}.dist-info"
    files = {
        f"{name}/__init__.py": "",
        f"{name}/__main__.py": APP,
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    listed = "".join(f"{file},,\n" for file in (*files, f"{about}/RECORD"))
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        for file, text in (files | {f"{about}/RECORD": listed}).items():
            packed.writestr(file, text)
    return wheel
