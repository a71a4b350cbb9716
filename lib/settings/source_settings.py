"""Which rows are read, and with what key: the tables [survey], [dvk] and [gcp_service_account]."""

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

from lib.settings.declaration import (
    ENVIRONMENT_PLACE,
    Setting,
    StatedSetting,
    declared_settings,
    setting,
)
from lib.settings.layers import SettingLayers
from lib.wording import mark

# "/d/e/…" is a page published to the web, which the API does not know
_ADDRESS = re.compile(r"https://docs\.google\.com/spreadsheets(/u/\d+)?/d/(?!e/)(?P<key>[\w-]+)")
_GID = re.compile(r"[?&#]gid=(\d+)(?![^&#])")
_INCOMPLETE = mark("is missing; put in everything of the JSON file of the service account's key")
_NO_ADDRESS = mark("entry {entry} is no address of a Google Sheet; copy it from the browser")


@dataclasses.dataclass(frozen=True)
class SheetEntry:
    """One sheet to read; `name` is its permanent name, `commune` whom it serves."""

    url: str
    name: str | None = None
    commune: str | None = None


def spreadsheet_key(url: str) -> str:
    """Return the key of the spreadsheet at this address, "" where it is no such address."""
    address = _ADDRESS.match(url.strip())
    return address["key"] if address else ""


def check_spreadsheet(stated: StatedSetting) -> str:
    """Return the address, of a spreadsheet or empty."""
    if stated.value and not spreadsheet_key(stated.value):
        raise stated.wrong(mark("is no address of a Google Sheet; copy it from the browser"))
    return str(stated.value)


def _check_sheets(stated: StatedSetting) -> tuple[SheetEntry, ...]:
    sheets = stated.value or []
    if not isinstance(sheets, list):
        raise stated.wrong(mark("must be a list"))
    entries = tuple(_sheet_entry(sheet, at, stated) for at, sheet in enumerate(sheets, 1))
    names: list[object] = [entry.name for entry in entries if entry.name]
    names += [_key_and_tab(entry.url, at, stated) for at, entry in enumerate(entries, 1)]
    if len(set(names)) < len(names):
        # read twice, each of its responses would count twice
        raise stated.wrong(mark("has the same address or name twice"))
    return entries


def _sheet_entry(sheet: object, at: int, stated: StatedSetting) -> SheetEntry:
    entry = {"url": sheet} if isinstance(sheet, str) else sheet
    if not isinstance(entry, dict) or not all(isinstance(v, str) for v in entry.values()):
        raise stated.wrong(_NO_ADDRESS, entry=at)
    stated.reject_unknown(entry, ("url", "name", "commune"))
    return SheetEntry(entry.get("url", ""), entry.get("name"), entry.get("commune"))


def _key_and_tab(url: str, at: int, stated: StatedSetting) -> tuple[str, int | None]:
    key, gid = spreadsheet_key(url), _GID.search(url)
    if not key or ("gid=" in url and gid is None):
        raise stated.wrong(_NO_ADDRESS, entry=at)
    return key, int(gid[1]) if gid else None


def _check_files(stated: StatedSetting) -> tuple[Path, ...]:
    files: tuple[Path, ...] = stated.value
    if len({file.name for file in files}) < len(files):
        # by its name a response is known for ever
        raise stated.wrong(mark("names two files of one name"))
    return files


@dataclasses.dataclass(frozen=True)
class SurveySource:
    """Where the responses lie; neither means the bundled sample."""

    sheets: tuple[SheetEntry, ...] = setting(
        (), '[survey] sheets = ["https://docs.google.com/spreadsheets/d/1AbC.../edit?gid=0"]',
        mark("addresses of the Google Sheets; an entry may be a table with url, name and commune"),
        words=mark("the bundled sample"), variable="SURVEY_SHEETS", check=_check_sheets,
    )  # fmt: skip
    file: tuple[Path, ...] = setting(
        (), '[survey] file = "survey.csv"',
        mark("a csv or xlsx file as Google exports it, instead of sheets; several are a list"),
        variable="SURVEY_FILE", check=_check_files,
        instead=("sheets", mark("is set, and sheets too; keep one of them")),
    )  # fmt: skip


@dataclasses.dataclass(frozen=True)
class RegisterSource:
    """Where the Dân vận khéo register lies; neither means that the office has none."""

    sheet: str = setting(
        "", '[dvk] sheet = "https://docs.google.com/spreadsheets/d/1AbC.../edit"',
        mark("address of the Google Sheet that holds the Dân vận khéo register"),
        words=mark("with the sample survey, the bundled register"), variable="SURVEY_DVK_SHEET",
        check=check_spreadsheet,
    )  # fmt: skip
    file: Path | None = setting(
        None, '[dvk] file = "dan-van-kheo.xlsx"',
        mark("the register as an xlsx or csv file, instead of a sheet"), variable="SURVEY_DVK_FILE",
        instead=("sheet", mark("is set, and sheet too; keep one of them")),
    )  # fmt: skip


_ACCOUNT = Setting(
    "[gcp_service_account]", None,
    mark("the service account's key: everything of the JSON file that Google hands out"),
    '[gcp_service_account] client_email = "survey@my-project.iam.gserviceaccount.com"',
)  # fmt: skip
_ACCOUNT_FILE = Setting(
    "GOOGLE_SERVICE_ACCOUNT_FILE", "GOOGLE_SERVICE_ACCOUNT_FILE",
    mark("that JSON file itself, instead of [gcp_service_account]"),
    'GOOGLE_SERVICE_ACCOUNT_FILE="service-account.json"',
)  # fmt: skip
ACCOUNT_SETTINGS = (_ACCOUNT, _ACCOUNT_FILE)


def read_account_key(layers: SettingLayers) -> dict[str, Any] | None:
    """Return the service account's key as Google's JSON file has it, None where none is set."""
    file, account = layers.stated(_ACCOUNT_FILE), layers.stated(_ACCOUNT)
    if file.value:
        account = StatedSetting(_ACCOUNT, _json(file), Path(file.value).name)
    elif not account.value:
        return None
    for name in ("client_email", "private_key", "token_uri"):
        if not isinstance(account.value.get(name), str) or not account.value[name].strip():
            raise account.wrong(_INCOMPLETE, key=f"{_ACCOUNT.name} {name}")
    return dict(account.value)


def _json(stated: StatedSetting) -> dict[str, Any]:
    path = stated.existing(stated.value)
    try:
        key = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        key = None
    if isinstance(key, dict):
        return key
    raise stated.wrong(mark("names a file that is no JSON; take the one that Google hands out"))


def sheet_address(url: str) -> tuple[str, int | None]:
    """Return the spreadsheet's key and the tab's gid, None where the address names no tab."""
    sheets = declared_settings(SurveySource)["sheets"]
    return _key_and_tab(url, 1, StatedSetting(sheets, url, ENVIRONMENT_PLACE))
