"""Where the Dân vận khéo register lies: the table [dvk]."""

import dataclasses
from pathlib import Path

from lib.settings.declared import ENVIRONMENT, Setting, wrong
from lib.settings.layers import Layers
from lib.settings.survey import spreadsheet_key
from lib.wording import mark

SHEET = Setting(
    "[dvk] sheet",
    "SURVEY_DVK_SHEET",
    mark("address of the Google Sheet that holds the Dân vận khéo register"),
    '[dvk] sheet = "https://docs.google.com/spreadsheets/d/1AbC.../edit"',
    mark("with the sample survey, the bundled register"),
)
FILE = Setting(
    "[dvk] file",
    "SURVEY_DVK_FILE",
    mark("the register as an xlsx or csv file, instead of a sheet"),
    '[dvk] file = "dan-van-kheo.xlsx"',
)
SETTINGS = (SHEET, FILE)


@dataclasses.dataclass(frozen=True)
class Movement:
    """Where the register lies; neither means that the office has none."""

    sheet: str = ""  # address
    file: Path | None = None


def movement(layers: Layers) -> Movement:
    """Return where the register lies."""
    given = layers.environ.keys() & {SHEET.variable, FILE.variable}
    table, where = layers.table("dvk")
    sheet, file = table.get("sheet", ""), table.get("file", "")
    if given:
        # one of them in the environment replaces both of the file
        sheet, file = (layers.environ.get(str(s.variable), "") for s in SETTINGS)
        where = ENVIRONMENT
    if not isinstance(sheet, str) or not isinstance(file, str):
        setting = FILE if isinstance(sheet, str) else SHEET
        raise wrong(setting, where, mark("must be a text in quotes"))
    if sheet and file:
        raise wrong(FILE, where, mark("is set, and sheet too; keep one of them"))
    if sheet and not spreadsheet_key(sheet):
        raise wrong(SHEET, where, mark("is no address of a Google Sheet; copy it from the browser"))
    return Movement(sheet, layers.existing(FILE, where, file) if file else None)
