"""Where the Dân vận khéo register lies: the table [dvk]."""

import dataclasses
from pathlib import Path

from lib.settings.declaration import ENVIRONMENT_PLACE, Setting, wrong_setting
from lib.settings.layers import SettingLayers
from lib.settings.survey_settings import spreadsheet_key
from lib.wording import mark

_SHEET = Setting(
    "[dvk] sheet",
    "SURVEY_DVK_SHEET",
    mark("address of the Google Sheet that holds the Dân vận khéo register"),
    '[dvk] sheet = "https://docs.google.com/spreadsheets/d/1AbC.../edit"',
    mark("with the sample survey, the bundled register"),
)
_FILE = Setting(
    "[dvk] file",
    "SURVEY_DVK_FILE",
    mark("the register as an xlsx or csv file, instead of a sheet"),
    '[dvk] file = "dan-van-kheo.xlsx"',
)
REGISTER_SETTINGS = (_SHEET, _FILE)


@dataclasses.dataclass(frozen=True)
class RegisterSource:
    """Where the register lies; neither means that the office has none."""

    sheet: str = ""  # address
    file: Path | None = None


def read_register_source(layers: SettingLayers) -> RegisterSource:
    """Return where the register lies."""
    given = layers.environ.keys() & {_SHEET.variable, _FILE.variable}
    table, where = layers.table("dvk")
    sheet, file = table.get("sheet", ""), table.get("file", "")
    if given:
        # one of them in the environment replaces both of the file
        sheet, file = (layers.environ.get(str(s.variable), "") for s in REGISTER_SETTINGS)
        where = ENVIRONMENT_PLACE
    if not isinstance(sheet, str) or not isinstance(file, str):
        setting = _FILE if isinstance(sheet, str) else _SHEET
        raise wrong_setting(setting, where, mark("must be a text in quotes"))
    if sheet and file:
        raise wrong_setting(_FILE, where, mark("is set, and sheet too; keep one of them"))
    if sheet and not spreadsheet_key(sheet):
        raise wrong_setting(
            _SHEET, where, mark("is no address of a Google Sheet; copy it from the browser")
        )
    return RegisterSource(sheet, layers.existing(_FILE, where, file) if file else None)
