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

from lib.settings.account_settings import ACCOUNT_SETTINGS, read_account_key
from lib.settings.declaration import ENVIRONMENT_PLACE, Setting
from lib.settings.layers import SettingLayers, office_file_text
from lib.settings.notify_settings import NOTIFY_SETTINGS, NotifyRules, read_notify_rules
from lib.settings.office_settings import OFFICE_SETTINGS, Letterhead, read_letterhead
from lib.settings.privacy_settings import PRIVACY_SETTINGS, read_privacy_k
from lib.settings.register_settings import REGISTER_SETTINGS, RegisterSource, read_register_source
from lib.settings.sign_in_settings import SIGN_IN_SETTINGS, SignInRules, read_sign_in_rules
from lib.settings.survey_settings import (
    SURVEY_SETTINGS,
    SheetEntry,
    read_survey_source,
    sheet_address,
)
from lib.settings.tracking_settings import TRACKING_SETTINGS, TrackingRules, read_tracking_rules
from lib.wording import mark

__all__ = [
    "ALL_SETTINGS",
    "ENVIRONMENT_PLACE",
    "Letterhead",
    "NotifyRules",
    "RegisterSource",
    "Setting",
    "Settings",
    "SheetEntry",
    "SignInRules",
    "TrackingRules",
    "office_file_text",
    "read_settings",
    "sheet_address",
]

_DATA_DIR = Setting(
    "SURVEY_DATA_DIR",
    "SURVEY_DATA_DIR",
    mark("the folder for what the app itself keeps"),
    'SURVEY_DATA_DIR="/var/lib/survey-explorer"',
    mark("the user's data folder"),
)
_EMULATOR = Setting(
    "SHEETS_EMULATOR_HOST",
    "SHEETS_EMULATOR_HOST",
    mark("for tests: sends every call for Google to a server on this machine"),
    'SHEETS_EMULATOR_HOST="127.0.0.1:8091"',
)
ALL_SETTINGS = (
    *SURVEY_SETTINGS,
    *ACCOUNT_SETTINGS,
    *SIGN_IN_SETTINGS,
    *PRIVACY_SETTINGS,
    *TRACKING_SETTINGS,
    *NOTIFY_SETTINGS,
    *REGISTER_SETTINGS,
    *OFFICE_SETTINGS,
    _DATA_DIR,
    _EMULATOR,
)


@dataclasses.dataclass(frozen=True)
class Settings:
    """What to read and how; neither sheets nor file means the bundled sample."""

    sheets: tuple[SheetEntry, ...]
    file: Path | None
    account: Mapping[str, Any] | None = dataclasses.field(repr=False)  # holds a private key
    data_dir: Path
    emulator: str | None = None  # "127.0.0.1:8091"
    tracking: TrackingRules = dataclasses.field(default_factory=TrackingRules)
    sign_in: SignInRules | None = None  # None: nobody signs in
    notify: NotifyRules = dataclasses.field(default_factory=NotifyRules)
    k: int = 5  # so many responses stand at least behind what a viewer sees
    movement: RegisterSource = dataclasses.field(default_factory=RegisterSource)
    letterhead: Letterhead = dataclasses.field(default_factory=Letterhead)


def read_settings(environ: Mapping[str, str], folder: Path, home: Path | None = None) -> Settings:
    """Return the settings of the environment and of `folder`, the project's `.streamlit`."""
    layers = SettingLayers.read(environ, folder, home or Path.home(), ALL_SETTINGS)
    sheets, file = read_survey_source(layers)
    key = read_account_key(layers)
    default = platformdirs.user_data_dir("survey-explorer", appauthor=False)
    return Settings(
        sheets,
        file,
        key,
        Path(layers.environ.get("SURVEY_DATA_DIR", default)).expanduser(),
        layers.environ.get("SHEETS_EMULATOR_HOST"),
        read_tracking_rules(layers, sheets, key),
        read_sign_in_rules(layers),
        read_notify_rules(layers),
        read_privacy_k(layers),
        read_register_source(layers),
        read_letterhead(layers),
    )
