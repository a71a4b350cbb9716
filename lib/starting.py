"""The command `survey-explorer`: the app, started in the folder of the office.

In a checkout Streamlit finds its options beside `app.py`; an installed app carries them here.
"""

import json
import os
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from streamlit.web import cli

APP = Path(__file__).parents[1] / "app.py"
PACKED = Path(__file__).with_name("config.toml")
OWN = Path(".streamlit") / "config.toml"


def start_app() -> None:
    """Do what `streamlit run app.py` does, with the options that follow the command."""
    packed = packed_options(PACKED, (Path.home() / OWN, OWN), os.environ)
    cli.main(["run", str(APP), *packed, *sys.argv[1:]])


def packed_options(file: Path, own: Sequence[Path], environ: Mapping[str, str]) -> list[str]:
    """Return Streamlit's options in `file` as a command has them.

    Left out is what the office states itself, in its `own` files or in the environment.
    """
    stated = {name for path in own for name, _ in _options(path)}
    return [
        f"--{name}={value if isinstance(value, str) else json.dumps(value)}"
        for name, value in _options(file)
        if name not in stated and _variable(name) not in environ
    ]


def _options(file: Path) -> Iterator[tuple[str, Any]]:
    if file.is_file():
        yield from _flat(tomllib.loads(file.read_text(encoding="utf-8")))


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield above + name, value


def _variable(name: str) -> str:
    words = re.sub("(?=[A-Z])", "_", name).replace(".", "_")
    return f"STREAMLIT_{words.upper()}"
