"""How Google is asked, with gspread's client, and what its failures mean in words.

Of the client the requests are used, not the worksheets: those ask three times where two
requests do, and turn a phone's zeros into numbers.
"""

import contextlib
import re
from collections.abc import Iterator, Sequence
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
from lib.sources.service_account import READ_SCOPES, ServiceAccount, authorised_session
from lib.wording import Phrase

READ_TIMEOUT = (3.05, 20.0)  # seconds to connect, and to wait for the next bytes
_LONGEST_WAIT = 600  # seconds for which anybody who answers in Google's name may keep us away
# reasons, which Google keeps for machines
_DISABLED = re.compile(r'"(?:SERVICE_DISABLED|accessNotConfigured)"')
_LIMITED = re.compile(r'"(?:userRateLimitExceeded|rateLimitExceeded|dailyLimitExceeded)"')


class _Client(gspread.HTTPClient):
    """gspread's client, every call of which goes to the emulator where one is set."""

    emulator: str | None = None

    def request(self, method: str, endpoint: str, *rest: Any, **named: Any) -> requests.Response:  # noqa: ANN401
        if self.emulator is not None:
            endpoint = f"http://{self.emulator}{urlsplit(endpoint).path}"
        return super().request(method, endpoint, *rest, **named)


def google_client(
    account: ServiceAccount | None,
    emulator: str | None,
    timeout: tuple[float, float] = READ_TIMEOUT,
    scopes: Sequence[str] = READ_SCOPES,
) -> gspread.HTTPClient:
    """Return the client of an account; a CredentialsError where its key is of no use."""
    # without `auth` is gspread's own way to be given a session
    made = _Client(None, authorised_session(account, emulator, scopes))  # type: ignore[arg-type]
    made.emulator = emulator
    made.set_timeout(timeout)
    return made


@contextlib.contextmanager
def google_errors_in_words(title: object, email: str) -> Iterator[None]:
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


def _by_status(response: requests.Response, title: object, email: str) -> SourceError:
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


def _by_reason(response: requests.Response, title: object, email: str) -> SourceError:
    """Return what a 403 means: Drive sends it also where Sheets sends a 429."""
    if _DISABLED.search(response.text):
        return ServiceDisabledError(title=title)
    if _LIMITED.search(response.text):
        return QuotaError(title=title, retry_after=_retry_after(response))
    return _forbidden(title, email)


def _forbidden(title: object, email: str) -> ForbiddenError:
    account = email or Phrase("the service account’s address (client_email in its JSON file)")
    return ForbiddenError(title=title, account=account)


def _refused() -> CredentialsError:
    reason = Phrase("Google does not accept its key, or this computer’s clock is wrong")
    return CredentialsError(reason=reason)


def _retry_after(response: requests.Response) -> float:
    try:
        asked = Retry().parse_retry_after(response.headers.get("Retry-After", "0"))
    except (InvalidHeader, ValueError, OverflowError):  # no number, no date, or of no size
        return 0.0
    return float(min(asked, _LONGEST_WAIT))
