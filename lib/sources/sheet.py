"""The answers of a form in its Google Sheet, read as they are; nothing here can write.

The only importer of gspread. Of its client the requests are used, not the worksheets: those
ask three times where two requests do, and turn a phone's zeros into numbers.
"""

import contextlib
import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

import google.auth.exceptions as auth
import gspread
import requests
from gspread.exceptions import (
    APIError,
    GSpreadException,
    NoValidUrlKeyFound,
    SpreadsheetNotFound,
    UnSupportedExportFormat,
    WorksheetNotFound,
)
from gspread.urls import DRIVE_FILES_API_V3_URL
from gspread.utils import absolute_range_name
from urllib3.exceptions import InvalidHeader
from urllib3.util.retry import Retry

from lib.errors import (
    CredentialsError,
    ForbiddenError,
    NotFoundError,
    QuotaError,
    ServiceDisabledError,
    SourceError,
    UnreachableError,
)
from lib.settings import SheetEntry, sheet_address
from lib.sources.account import SCOPES, Account, check, session
from lib.table import Table
from lib.wording import Phrase

TIMEOUT = (3.05, 20.0)  # seconds to connect, and to wait for the next bytes
ABOUT = "properties(title,timeZone),sheets.properties(sheetId,title,sheetType)"
TIME_HEADERS = ("dấu thời gian", "timestamp")
CENTURY = (36526, 73051)  # serial dates of the years 2000 to 2099
# reasons, which Google keeps for machines
_DISABLED = re.compile(r'"(?:SERVICE_DISABLED|accessNotConfigured)"')
_LIMITED = re.compile(r'"(?:userRateLimitExceeded|rateLimitExceeded|dailyLimitExceeded)"')
Column = list[Any]


class _Client(gspread.HTTPClient):
    """gspread's client, every call of which goes to the emulator where one is set."""

    emulator: str | None = None

    def request(self, method: str, endpoint: str, *rest: Any, **named: Any) -> requests.Response:  # noqa: ANN401
        if self.emulator is not None:
            endpoint = f"http://{self.emulator}{urlsplit(endpoint).path}"
        return super().request(method, endpoint, *rest, **named)


def client(
    account: Account | None,
    emulator: str | None,
    timeout: tuple[float, float] = TIMEOUT,
    scopes: Sequence[str] = SCOPES,
) -> gspread.HTTPClient:
    """Return the client of an account; a CredentialsError where its key is of no use."""
    # without `auth` is gspread's own way to be given a session
    made = _Client(None, session(account, emulator, scopes))  # type: ignore[arg-type]
    made.emulator = emulator
    made.set_timeout(timeout)
    return made


def sheets(
    entries: Sequence[SheetEntry],
    account: Account | None,
    emulator: str | None,
    timeout: tuple[float, float] = TIMEOUT,
) -> tuple["Sheet", ...]:
    """Return the configured sheets, which share one client; nothing is asked yet.

    A setting that would send data elsewhere is a SettingError now; a key that is of no use is
    a CredentialsError when a sheet is first read, so that everything else goes on.
    """
    check(account, emulator)
    connect = functools.cache(functools.partial(client, account, emulator, timeout))
    email = str(account["client_email"]) if account else ""
    return tuple(Sheet(entry, connect, email) for entry in entries)


class Sheet:
    """One tab of a Google Sheet as a Source: its version is Drive's, its rows are raw."""

    def __init__(
        self, entry: SheetEntry, connect: Callable[[], gspread.HTTPClient], email: str
    ) -> None:
        """Keep what is configured; `email` is the account with which the sheet must be shared."""
        self._key, self._gid = sheet_address(entry.url)
        self._entry, self._connect, self._email = entry, connect, email
        place = self._key if self._gid is None else f"{self._key}/{self._gid}"
        self.name = entry.name or place
        self.title = entry.name or self._key

    def version(self) -> str:
        """Return a text that moves with every change of the file, or of what it is set up to be."""
        params: dict[str, Any] = {"fields": "version", "supportsAllDrives": "true"}
        try:
            with in_words(self.title, self._email):
                url = f"{DRIVE_FILES_API_V3_URL}/{self._key}"
                version = self._connect().request("get", url, params=params).json()["version"]
                return f"{version} {self._entry.commune or ''}".strip()
        except NotFoundError:
            # Drive hides a file that is not shared; Sheets says that it is not allowed
            self._about()
            raise

    def read(self) -> Table:
        """Return the tab's cells by column, dates as serial numbers, errors as their text."""
        about = self._about()
        tab = self._tab([sheet["properties"] for sheet in about.get("sheets", [])])
        [columns] = self._columns([absolute_range_name(tab["title"])])
        # taken apart in place: a sheet may hold a million cells
        headers = tuple(str(column.pop(0)) if column else "" for column in columns)
        rows = max(map(len, columns), default=0)
        for column in columns:
            column.extend([None] * (rows - len(column)))
        self.title = self._entry.name or f"{about['properties']['title']} – {tab['title']}"
        return Table(
            source=self.name,
            title=self.title,
            headers=headers,
            columns=tuple(columns),
            timezone=about["properties"].get("timeZone"),
            commune=self._entry.commune,
        )

    def _about(self) -> dict[str, Any]:
        params: dict[str, Any] = {"fields": ABOUT, "prettyPrint": "false"}
        with in_words(self.title, self._email):
            return dict(self._connect().fetch_sheet_metadata(self._key, params))

    def _columns(self, ranges: list[str]) -> list[list[Column]]:
        params: dict[str, Any] = {
            "majorDimension": "COLUMNS",
            "valueRenderOption": "UNFORMATTED_VALUE",
            "dateTimeRenderOption": "SERIAL_NUMBER",
            "fields": "valueRanges(values)",
            "prettyPrint": "false",
        }
        with in_words(self.title, self._email):
            answer = self._connect().values_batch_get(self._key, ranges, params)
        # an empty tab is an empty object, and a file of empty tabs may be an empty answer
        found = answer.get("valueRanges") or [{} for _ in ranges]
        return [part.get("values", []) for part in found]

    def _tab(self, tabs: list[dict[str, Any]]) -> dict[str, Any]:
        """Return the tab with the configured gid; without one, the first with a time column."""
        grids = [tab for tab in tabs if tab.get("sheetType", "GRID") == "GRID"]
        chosen = [tab for tab in grids if self._gid in (None, tab.get("sheetId", 0))]
        if not chosen:
            names = ", ".join(f"{tab['title']} (gid={tab.get('sheetId', 0)})" for tab in grids)
            what = Phrase(
                "the tab with gid={gid}; there are: {tabs}", {"gid": self._gid, "tabs": names}
            )
            raise NotFoundError(title=self.title, what=what)
        if len(chosen) == 1:
            return chosen[0]
        first_rows = [absolute_range_name(tab["title"], "1:20") for tab in chosen]
        found = zip(chosen, self._columns(first_rows), strict=True)
        return next((tab for tab, columns in found if any(map(holds_times, columns))), chosen[0])


def holds_times(column: Column) -> bool:
    """Tell whether a form wrote its times here: by the header, or by dates with a time of day."""
    if not column:
        return False
    header = unicodedata.normalize("NFC", str(column[0])).strip().casefold()
    low, high = CENTURY
    dated = (isinstance(cell, float) and low <= cell < high for cell in column[1:])
    return header in TIME_HEADERS or any(dated)


@contextlib.contextmanager
def in_words(title: str, email: str) -> Iterator[None]:
    """Turn every failure of gspread, requests and google-auth into a SourceError.

    The sentence names the sheet and the account, never a key, a token or a cell.
    """
    try:
        yield
    except APIError as error:
        raise _by_status(error.response, title, email) from error
    except (SpreadsheetNotFound, WorksheetNotFound, NoValidUrlKeyFound) as error:
        raise NotFoundError(title=title, what=Phrase("a Google Sheet at this address")) from error
    except PermissionError as error:
        raise _forbidden(title, email) from error
    except (auth.TransportError, auth.TimeoutError, auth.ResponseError) as error:
        raise UnreachableError(title=title) from error
    except (requests.RequestException, GSpreadException, UnSupportedExportFormat) as error:
        raise UnreachableError(title=title) from error
    except auth.GoogleAuthError as error:
        raise _refused() from error


def _by_status(response: requests.Response, title: str, email: str) -> SourceError:
    """Return the error of an HTTP status; the sentence beside it changes over the years."""
    match response.status_code:
        case 401:
            return _refused()
        case 403:
            return _by_reason(response, title, email)
        case 400 | 404:
            return NotFoundError(title=title, what=Phrase("a Google Sheet at this address"))
        case 429:
            return QuotaError(title=title, retry_after=_retry_after(response))
    return UnreachableError(title=title)


def _by_reason(response: requests.Response, title: str, email: str) -> SourceError:
    """Return what a 403 means: Drive sends it also where Sheets sends a 429."""
    if _DISABLED.search(response.text):
        return ServiceDisabledError(title=title)
    if _LIMITED.search(response.text):
        return QuotaError(title=title, retry_after=_retry_after(response))
    return _forbidden(title, email)


def _forbidden(title: str, email: str) -> ForbiddenError:
    account = email or Phrase("the service account’s address (client_email in its JSON file)")
    return ForbiddenError(title=title, account=account)


def _refused() -> CredentialsError:
    reason = Phrase("Google does not accept its key, or this computer’s clock is wrong")
    return CredentialsError(reason=reason)


def _retry_after(response: requests.Response) -> float:
    try:
        return float(Retry().parse_retry_after(response.headers.get("Retry-After", "0")))
    except InvalidHeader:
        return 0.0
