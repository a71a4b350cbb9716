"""Every setting, declared once: the environment over secrets.toml over the bundled sample.

A wrong setting is a SettingError that names the key, the file and an example; nothing of what
a secrets file holds is ever repeated in it. Each table of secrets.toml has a file here, which
declares its settings in SETTINGS and reads them from the layers. A further table adds its file,
its SETTINGS below and a field to Settings.
"""

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import platformdirs

from lib.settings.account import SETTINGS as _ACCOUNT
from lib.settings.account import account
from lib.settings.declared import ENVIRONMENT, Setting
from lib.settings.layers import Layers, file_text
from lib.settings.movement import SETTINGS as _MOVEMENT
from lib.settings.movement import Movement, movement
from lib.settings.notify import SETTINGS as _NOTIFY
from lib.settings.notify import Notify, notify
from lib.settings.office import SETTINGS as _OFFICE
from lib.settings.office import Letterhead, letterhead
from lib.settings.privacy import SETTINGS as _PRIVACY
from lib.settings.privacy import k
from lib.settings.sign_in import SETTINGS as _SIGN_IN
from lib.settings.sign_in import SignIn, sign_in
from lib.settings.survey import SETTINGS as _SURVEY
from lib.settings.survey import SheetEntry, rows, sheet_address
from lib.settings.tracking import SETTINGS as _TRACKING
from lib.settings.tracking import Tracking, tracking
from lib.wording import mark

__all__ = [
    "ENVIRONMENT",
    "SETTINGS",
    "Letterhead",
    "Movement",
    "Notify",
    "Setting",
    "Settings",
    "SheetEntry",
    "SignIn",
    "Tracking",
    "file_text",
    "read",
    "sheet_address",
]

DATA_DIR = Setting(
    "SURVEY_DATA_DIR",
    "SURVEY_DATA_DIR",
    mark("the folder for what the app itself keeps"),
    'SURVEY_DATA_DIR="/var/lib/survey-explorer"',
    mark("the user's data folder"),
)
EMULATOR = Setting(
    "SHEETS_EMULATOR_HOST",
    "SHEETS_EMULATOR_HOST",
    mark("for tests: sends every call for Google to a server on this machine"),
    'SHEETS_EMULATOR_HOST="127.0.0.1:8091"',
)
SETTINGS = (
    *_SURVEY,
    *_ACCOUNT,
    *_SIGN_IN,
    *_PRIVACY,
    *_TRACKING,
    *_NOTIFY,
    *_MOVEMENT,
    *_OFFICE,
    DATA_DIR,
    EMULATOR,
)


@dataclasses.dataclass(frozen=True)
class Settings:
    """What to read and how; neither sheets nor file means the bundled sample."""

    sheets: tuple[SheetEntry, ...]
    file: Path | None
    account: Mapping[str, Any] | None = dataclasses.field(repr=False)  # holds a private key
    data_dir: Path
    emulator: str | None = None  # "127.0.0.1:8091"
    tracking: Tracking = dataclasses.field(default_factory=Tracking)
    sign_in: SignIn | None = None  # None: nobody signs in
    notify: Notify = dataclasses.field(default_factory=Notify)
    k: int = 5  # so many responses stand at least behind what a viewer sees
    movement: Movement = dataclasses.field(default_factory=Movement)
    letterhead: Letterhead = dataclasses.field(default_factory=Letterhead)


def read(environ: Mapping[str, str], folder: Path, home: Path | None = None) -> Settings:
    """Return the settings of the environment and of `folder`, the project's `.streamlit`."""
    layers = Layers.read(environ, folder, home or Path.home(), SETTINGS)
    sheets, file = rows(layers)
    key = account(layers)
    default = platformdirs.user_data_dir("survey-explorer", appauthor=False)
    return Settings(
        sheets,
        file,
        key,
        Path(layers.environ.get("SURVEY_DATA_DIR", default)).expanduser(),
        layers.environ.get("SHEETS_EMULATOR_HOST"),
        tracking(layers, sheets, key),
        sign_in(layers),
        notify(layers),
        k(layers),
        movement(layers),
        letterhead(layers),
    )
