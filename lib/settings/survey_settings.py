"""Which rows are read: the table [survey]."""

import dataclasses
import re
from pathlib import Path

from lib.settings.declaration import ENVIRONMENT_PLACE, Setting, reject_unknown_names, wrong_setting
from lib.settings.layers import SettingLayers
from lib.wording import mark

_SHEETS = Setting(
    "[survey] sheets",
    "SURVEY_SHEETS",
    mark("addresses of the Google Sheets; an entry may be a table with url, name and commune"),
    '[survey] sheets = ["https://docs.google.com/spreadsheets/d/1AbC.../edit?gid=0"]',
    mark("the bundled sample"),
)
_FILE = Setting(
    "[survey] file",
    "SURVEY_FILE",
    mark("a csv or xlsx file as Google exports it, instead of sheets"),
    '[survey] file = "survey.csv"',
)
SURVEY_SETTINGS = (_SHEETS, _FILE)


@dataclasses.dataclass(frozen=True)
class SheetEntry:
    """One sheet to read; `name` is its permanent name, `commune` whom it serves."""

    url: str
    name: str | None = None
    commune: str | None = None


# "/d/e/…" is a page published to the web, which the API does not know
_ADDRESS = re.compile(r"https://docs\.google\.com/spreadsheets(/u/\d+)?/d/(?!e/)(?P<key>[\w-]+)")
_GID = re.compile(r"[?&#]gid=(\d+)(?![^&#])")
_NO_ADDRESS = mark("entry {entry} is no address of a Google Sheet; copy it from the browser")


def read_survey_source(layers: SettingLayers) -> tuple[tuple[SheetEntry, ...], Path | None]:
    """Return the sheets to read, or the file; neither where nothing is set."""
    survey, where = layers.table("survey")
    sheets, file = survey.get("sheets") or [], survey.get("file") or ""
    given = layers.environ
    if given.keys() & {"SURVEY_SHEETS", "SURVEY_FILE"}:
        # one of them in the environment replaces both of the file
        sheets, file = given.get("SURVEY_SHEETS", "").split(), given.get("SURVEY_FILE", "")
        where = ENVIRONMENT_PLACE
    if sheets and file:
        raise wrong_setting(_FILE, where, mark("is set, and sheets too; keep one of them"))
    if not isinstance(file, str):
        raise wrong_setting(_FILE, where, mark("must be a text in quotes"))
    if not isinstance(sheets, list):
        raise wrong_setting(_SHEETS, where, mark("must be a list"))
    return _entries(sheets, where), layers.existing(_FILE, where, file) if file else None


def sheet_address(
    url: str, where: object = ENVIRONMENT_PLACE, entry: int = 1
) -> tuple[str, int | None]:
    """Return the spreadsheet's key and the tab's gid, None where the address names no tab."""
    key, gid = spreadsheet_key(url), _GID.search(url)
    if not key or ("gid=" in url and gid is None):
        raise wrong_setting(_SHEETS, where, _NO_ADDRESS, entry=entry)
    return key, int(gid[1]) if gid else None


def spreadsheet_key(url: str) -> str:
    """Return the key of the spreadsheet at this address, "" where it is no such address."""
    address = _ADDRESS.match(url.strip())
    return address["key"] if address else ""


def _entries(sheets: list[object], where: object) -> tuple[SheetEntry, ...]:
    entries = tuple(_entry(sheet, where, at) for at, sheet in enumerate(sheets, 1))
    told: list[object] = [entry.name for entry in entries if entry.name]
    told += [sheet_address(entry.url, where, at) for at, entry in enumerate(entries, 1)]
    if len(set(told)) < len(told):
        # read twice, each of its responses would count twice
        raise wrong_setting(_SHEETS, where, mark("has the same address or name twice"))
    return entries


def _entry(sheet: object, where: object, at: int) -> SheetEntry:
    fields = {"url": sheet} if isinstance(sheet, str) else sheet
    if not isinstance(fields, dict) or not all(isinstance(v, str) for v in fields.values()):
        raise wrong_setting(_SHEETS, where, _NO_ADDRESS, entry=at)
    known = {field.name for field in dataclasses.fields(SheetEntry)}
    reject_unknown_names(fields, known, _SHEETS, where)
    return SheetEntry(**{"url": "", **fields})
