"""Every setting, declared once: the environment over secrets.toml over the bundled sample.

A wrong setting is a SettingError that names the key, the file and an example; nothing of what
a secrets file holds is ever repeated in it. Each table of secrets.toml has a file here with a
dataclass: a field is a setting, with its default, what it does and an example. A further table
adds its file, a line to ALL_SETTINGS and a field to Settings.
"""

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import platformdirs

from lib.settings.backup_settings import BackupRules
from lib.settings.declaration import ENVIRONMENT_PLACE, Setting, declared_settings, setting
from lib.settings.declared_rules import read_rules
from lib.settings.layers import SettingLayers, office_file_text
from lib.settings.notify_settings import NotifyRules, read_notify_rules
from lib.settings.office_settings import Letterhead
from lib.settings.sign_in_settings import AUTH_TABLE, SignInRules, read_sign_in_rules
from lib.settings.source_settings import (
    ACCOUNT_SETTINGS,
    RegisterSource,
    SheetEntry,
    SurveySource,
    read_account_key,
    sheet_address,
)
from lib.settings.tracking_settings import TrackingRules, read_tracking_rules
from lib.wording import mark

__all__ = [
    "ALL_SETTINGS", "ENVIRONMENT_PLACE", "LEAST_GROUP", "Letterhead", "NotifyRules",
    "RegisterSource", "Setting", "Settings", "SheetEntry", "SignInRules", "TrackingRules",
    "office_file_text", "read_settings", "sheet_address",
]  # fmt: skip

LEAST_GROUP = 5  # of fewer people nobody is told a rate


@dataclasses.dataclass(frozen=True)
class Settings:
    """What to read and how; neither sheets nor files means the bundled sample."""

    sheets: tuple[SheetEntry, ...]
    files: tuple[Path, ...]
    account: Mapping[str, Any] | None = dataclasses.field(repr=False)  # holds a private key
    data_dir: Path = setting(
        Path(platformdirs.user_data_dir("survey-explorer", appauthor=False)),
        'SURVEY_DATA_DIR="/var/lib/survey-explorer"',
        mark("the folder for what the app itself keeps"),
        words=mark("the user's data folder"), variable="SURVEY_DATA_DIR",
    )  # fmt: skip
    emulator: str | None = setting(  # "127.0.0.1:8091"
        None, 'SHEETS_EMULATOR_HOST="127.0.0.1:8091"',
        mark("for tests: sends every call for Google to a server on this machine"),
        variable="SHEETS_EMULATOR_HOST",
    )  # fmt: skip
    tracking: TrackingRules = dataclasses.field(default_factory=TrackingRules)
    sign_in: SignInRules | None = None  # None: nobody signs in
    notify: NotifyRules = dataclasses.field(default_factory=NotifyRules)
    k: int = setting(
        LEAST_GROUP, "[privacy] k = 5",
        mark("so many responses stand at least behind every figure that a viewer sees"),
        least=LEAST_GROUP,
    )  # fmt: skip
    movement: RegisterSource = dataclasses.field(default_factory=RegisterSource)
    letterhead: Letterhead = dataclasses.field(default_factory=Letterhead)
    backup: BackupRules = dataclasses.field(default_factory=BackupRules)


_OF_THE_APP = declared_settings(Settings)
ALL_SETTINGS = (
    *declared_settings(SurveySource).values(),
    *ACCOUNT_SETTINGS,
    AUTH_TABLE,
    *declared_settings(SignInRules).values(),
    _OF_THE_APP["k"],
    *declared_settings(TrackingRules).values(),
    *declared_settings(NotifyRules).values(),
    *declared_settings(RegisterSource).values(),
    *declared_settings(Letterhead).values(),
    *declared_settings(BackupRules).values(),
    _OF_THE_APP["data_dir"],
    _OF_THE_APP["emulator"],
)


def read_settings(environ: Mapping[str, str], folder: Path, home: Path | None = None) -> Settings:
    """Return the settings of the environment and of `folder`, the project's `.streamlit`."""
    layers = SettingLayers.read(environ, folder, home or Path.home(), ALL_SETTINGS)
    survey, key = read_rules(layers, SurveySource), read_account_key(layers)
    return read_rules(
        layers,
        Settings,
        sheets=survey.sheets,
        files=survey.file,
        account=key,
        tracking=read_tracking_rules(layers, survey.sheets, key),
        sign_in=read_sign_in_rules(layers),
        notify=read_notify_rules(layers),
        movement=read_rules(layers, RegisterSource),
        letterhead=read_rules(layers, Letterhead),
        backup=read_rules(layers, BackupRules),
    )
