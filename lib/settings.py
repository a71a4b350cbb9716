"""Every setting, declared once: the environment over secrets.toml over the bundled sample.

A wrong setting is a SettingError that names the key, the file and an example; nothing of what
a secrets file holds is ever repeated in it.
"""

import dataclasses
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import platformdirs

from lib.errors import SettingError
from lib.wording import Phrase, mark

ENVIRONMENT = Phrase("the environment")


@dataclasses.dataclass(frozen=True)
class Setting:
    """One setting: its place in secrets.toml, or its variable where it has none there."""

    name: str
    variable: str | None
    help: str
    example: str  # a right line, its value between quotes
    default: str = ""


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
_ACCOUNT = Setting(
    "[gcp_service_account]",
    None,
    mark("the service account's key: everything of the JSON file that Google hands out"),
    '[gcp_service_account] client_email = "survey@my-project.iam.gserviceaccount.com"',
)
_ACCOUNT_FILE = Setting(
    "GOOGLE_SERVICE_ACCOUNT_FILE",
    "GOOGLE_SERVICE_ACCOUNT_FILE",
    mark("that JSON file itself, instead of [gcp_service_account]"),
    'GOOGLE_SERVICE_ACCOUNT_FILE="service-account.json"',
)
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
SETTINGS = (_SHEETS, _FILE, _ACCOUNT, _ACCOUNT_FILE, _DATA_DIR, _EMULATOR)


@dataclasses.dataclass(frozen=True)
class SheetEntry:
    """One sheet to read; `name` is its permanent name, `commune` whom it serves."""

    url: str
    name: str | None = None
    commune: str | None = None


@dataclasses.dataclass(frozen=True)
class Settings:
    """What to read and how; neither sheets nor file means the bundled sample."""

    sheets: tuple[SheetEntry, ...]
    file: Path | None
    account: Mapping[str, Any] | None = dataclasses.field(repr=False)  # holds a private key
    data_dir: Path
    emulator: str | None = None  # "127.0.0.1:8091"


def read(environ: Mapping[str, str], folder: Path, home: Path | None = None) -> Settings:
    """Return the settings of the environment and of `folder`, the project's `.streamlit`."""
    given = {name: value.strip() for name, value in environ.items() if value.strip()}
    variables = {"SURVEY_BROWSER_TESTS", *(s.variable for s in SETTINGS if s.variable)}
    _reject_unknown((n for n in given if n.startswith("SURVEY_")), variables, ENVIRONMENT)
    secrets = _secrets(folder, home or Path.home())
    sheets, file = _rows(given, secrets, folder.parent)
    account = _account(given, secrets, folder.parent)
    default = platformdirs.user_data_dir("survey-explorer", appauthor=False)
    data_dir = Path(given.get("SURVEY_DATA_DIR", default)).expanduser()
    return Settings(sheets, file, account, data_dir, given.get("SHEETS_EMULATOR_HOST"))


def sheet_address(url: str, where: object = ENVIRONMENT, entry: int = 1) -> tuple[str, int | None]:
    """Return the spreadsheet's key and the tab's gid, None where the address names no tab."""
    address = _ADDRESS.match(url.strip())
    gid = _GID.search(url)
    if address is None or ("gid=" in url and gid is None):
        raise _wrong(_SHEETS, where, _NO_ADDRESS, entry=entry)
    return address["key"], int(gid[1]) if gid else None


def file_text(path: Path, where: str, example: str) -> str:
    """Return what a file of the office says, nothing where there is none; it must be UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        problem = Phrase(mark("cannot be read as text in UTF-8"))
    raise SettingError(key=path.name, file=where, problem=problem, example=example)


# "/d/e/…" is a page published to the web, which the API does not know
_ADDRESS = re.compile(r"https://docs\.google\.com/spreadsheets(/u/\d+)?/d/(?!e/)(?P<key>[\w-]+)")
_GID = re.compile(r"[?&#]gid=(\d+)(?![^&#])")
_NO_ADDRESS = mark("entry {entry} is no address of a Google Sheet; copy it from the browser")
_INCOMPLETE = mark("is missing; put in everything of the JSON file of the service account's key")
_Rows = tuple[tuple[SheetEntry, ...], Path | None]
_Secrets = Mapping[str, tuple[Any, str]]  # each top-level table with the file it stands in


def _wrong(setting: Setting, where: object, problem: str, **fields: object) -> SettingError:
    key, example = setting.name, setting.example
    if where is ENVIRONMENT and setting.variable:
        key, example = setting.variable, setting.variable + "=" + example.split('"')[1]
    said = Phrase(problem, fields)
    return SettingError(key=fields.pop("key", key), file=where, problem=said, example=example)


def _reject_unknown(names: Iterable[str], known: Iterable[str], where: object) -> None:
    for name in set(names).difference(known):
        problem = mark("is not known; known are: {known}")
        raise _wrong(_SHEETS, where, problem, key=name, known=", ".join(sorted(known)))


def _secrets(folder: Path, home: Path) -> _Secrets:
    """Return the project's tables over the user's own, as Streamlit lays them."""
    where, users = f"{folder.name}/secrets.toml", "~/.streamlit/secrets.toml"
    own = _toml(folder / "secrets.toml", where)
    # the user's file serves other apps too: only the project's is held to our tables
    _reject_unknown(own, {"survey", "gcp_service_account", "auth", "connections"}, where)
    shared = _toml(home / ".streamlit" / "secrets.toml", users)
    tables = {name: (table, users) for name, table in shared.items()}
    return tables | {name: (table, where) for name, table in own.items()}


def _toml(path: Path, where: str) -> dict[str, Any]:
    text = file_text(path, where, _SHEETS.example)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # the parser's own words may quote what stands there: only its line number is taken
        problem = mark("is not TOML: see line {line}; text stands between straight quotes")
        at = re.search(r"at line (\d+)", str(error))
        line = at[1] if at else text.count("\n")
    raise _wrong(_SHEETS, where, problem, key=path.name, line=line) from None


def _table(secrets: _Secrets, setting: Setting, name: str) -> tuple[dict[str, Any], object]:
    table, where = secrets.get(name, ({}, ENVIRONMENT))
    if isinstance(table, dict):
        return table, where
    raise _wrong(setting, where, mark("must be a table: [{table}]"), key=name, table=name)


def _rows(given: Mapping[str, str], secrets: _Secrets, project: Path) -> _Rows:
    survey, where = _table(secrets, _SHEETS, "survey")
    _reject_unknown(survey, {"sheets", "file"}, where)
    sheets, file = survey.get("sheets") or [], survey.get("file") or ""
    if given.keys() & {"SURVEY_SHEETS", "SURVEY_FILE"}:
        # one of them in the environment replaces both of the file
        sheets, file = given.get("SURVEY_SHEETS", "").split(), given.get("SURVEY_FILE", "")
        where = ENVIRONMENT
    if sheets and file:
        raise _wrong(_FILE, where, mark("is set, and sheets too; keep one of them"))
    if not isinstance(file, str):
        raise _wrong(_FILE, where, mark("must be a text in quotes"))
    if not isinstance(sheets, list):
        raise _wrong(_SHEETS, where, mark("must be a list"))
    path = project / Path(file).expanduser()
    return _entries(sheets, where), _existing(_FILE, where, path) if file else None


def _entries(sheets: list[object], where: object) -> tuple[SheetEntry, ...]:
    entries = tuple(_entry(sheet, where, at) for at, sheet in enumerate(sheets, 1))
    told: list[object] = [entry.name for entry in entries if entry.name]
    told += [sheet_address(entry.url, where, at) for at, entry in enumerate(entries, 1)]
    if len(set(told)) < len(told):
        # read twice, each of its responses would count twice
        raise _wrong(_SHEETS, where, mark("has the same address or name twice"))
    return entries


def _entry(sheet: object, where: object, at: int) -> SheetEntry:
    fields = {"url": sheet} if isinstance(sheet, str) else sheet
    if not isinstance(fields, dict) or not all(isinstance(v, str) for v in fields.values()):
        raise _wrong(_SHEETS, where, _NO_ADDRESS, entry=at)
    _reject_unknown(fields, {field.name for field in dataclasses.fields(SheetEntry)}, where)
    return SheetEntry(**{"url": "", **fields})


def _existing(setting: Setting, where: object, path: Path) -> Path:
    if path.is_file():
        return path
    raise _wrong(setting, where, mark("names a file that does not exist"))


def _account(given: Mapping[str, str], secrets: _Secrets, project: Path) -> dict[str, Any] | None:
    account, where = _table(secrets, _ACCOUNT, "gcp_service_account")
    if file := given.get("GOOGLE_SERVICE_ACCOUNT_FILE"):
        path = _existing(_ACCOUNT_FILE, ENVIRONMENT, project / Path(file).expanduser())
        account, where = _json(path), path.name
    elif not account:
        return None
    for field in ("client_email", "private_key", "token_uri"):
        if not isinstance(account.get(field), str) or not account[field].strip():
            raise _wrong(_ACCOUNT, where, _INCOMPLETE, key=f"{_ACCOUNT.name} {field}")
    return account


def _json(path: Path) -> dict[str, Any]:
    try:
        account = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        account = None
    if isinstance(account, dict):
        return account
    problem = mark("names a file that is no JSON; take the one that Google hands out")
    raise _wrong(_ACCOUNT_FILE, ENVIRONMENT, problem)
