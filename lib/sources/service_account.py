"""The service account: whom it may talk to, and a session that signs its requests read-only."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import google.auth.exceptions
import requests
from google.auth.transport.requests import AuthorizedSession, Request
from google.oauth2.service_account import Credentials
from urllib3.util.retry import Retry

from lib.errors import CredentialsError, SettingError
from lib.sources.paced_answers import PacedAdapter
from lib.wording import Phrase

READ_SCOPES = (
    "https://www.googleapis.com/auth/spreadsheets.readonly",
    "https://www.googleapis.com/auth/drive.metadata.readonly",
)
# for a spreadsheet of the office's own, which a form never writes into
WRITE_SCOPES = ("https://www.googleapis.com/auth/spreadsheets", READ_SCOPES[1])
# what Google has written into the key files it hands out, over the years
_TOKEN_URIS = (
    "https://oauth2.googleapis.com/token",
    "https://accounts.google.com/o/oauth2/token",
    "https://www.googleapis.com/oauth2/v4/token",
)
_LOOPBACK = re.compile(r"(?:127(?:\.\d{1,3}){3}|localhost|\[::1\]):\d{1,5}", re.ASCII)
ServiceAccount = Mapping[str, Any]


def check_account(account: ServiceAccount | None, emulator: str | None) -> None:
    """Raise a SettingError when the key or the data would go anywhere but Google or loopback."""
    if emulator is not None and not _LOOPBACK.fullmatch(emulator):
        raise SettingError(
            key="SHEETS_EMULATOR_HOST",
            file=Phrase("the environment"),
            problem=Phrase("only a server on this machine is accepted"),
            example="SHEETS_EMULATOR_HOST=127.0.0.1:8091",
        )
    if account is not None and not _trusted(str(account.get("token_uri")), emulator):
        raise SettingError(
            key="token_uri",
            file="[gcp_service_account]",
            problem=Phrase("the key would be shown to a server that is not Google’s"),
            example=f'token_uri = "{_TOKEN_URIS[0]}"',
        )


def _trusted(token_uri: str, emulator: str | None) -> bool:
    if emulator is None:
        return token_uri in _TOKEN_URIS
    place = token_uri.removeprefix("http://").partition("/")[0]
    return token_uri.startswith("http://") and _LOOPBACK.fullmatch(place) is not None


def authorised_session(
    account: ServiceAccount | None, emulator: str | None, scopes: Sequence[str] = READ_SCOPES
) -> requests.Session:
    """Return a session whose requests bear the account's token; none for a bare emulator.

    A CredentialsError says why the key is of no use; it never repeats the key.
    """
    if account is None and emulator is None:
        raise CredentialsError(reason=Phrase("no service account is configured"))
    if account is None:
        return _with_retries(requests.Session(), emulator)
    try:
        key = str(account["private_key"]).replace("\\n", "\n")
        info = {**account, "private_key": key}
        credentials = Credentials.from_service_account_info(info, scopes=scopes)  # type: ignore[no-untyped-call]
    except (KeyError, ValueError, google.auth.exceptions.GoogleAuthError):
        # the library's own words may quote the key
        raise CredentialsError(reason=Phrase("its private key is not complete")) from None
    tokens = _only_tokens(_with_retries(requests.Session(), emulator), account["token_uri"])
    signed = AuthorizedSession(credentials, auth_request=tokens)  # type: ignore[no-untyped-call]
    return _with_retries(signed, emulator)


def _only_tokens(connection: requests.Session, token_uri: str) -> Callable[..., Any]:
    """Return what fetches tokens, and nothing else.

    google-auth also asks iamcredentials.googleapis.com, from a thread of its own, where a
    service account may be used; it does without that answer.
    """
    request: Callable[..., Any] = Request(connection)

    def fetch(url: str, **options: object) -> object:
        if url != token_uri:
            raise requests.ConnectionError("only tokens are asked for")
        response = request(url=url, **options)
        if response.status >= 500 or response.status == 429 or not _is_json(response.headers):
            # left alone, google-auth takes a page of Google's or of a gateway for a refused key
            raise requests.ConnectionError(f"status {response.status}")
        return response

    return fetch


def _is_json(headers: Mapping[str, str]) -> bool:
    return "json" in headers.get("content-type", "")


def _with_retries(connection: requests.Session, emulator: str | None) -> requests.Session:
    """Return the session with a short second and third try for reads.

    A 429 is left to the caller: who sleeps here would sleep as long as Google says.
    """
    retry = Retry(
        total=2,
        read=1,
        backoff_factor=0.3,
        status_forcelist=(408, 500, 502, 503, 504),
        allowed_methods=("GET",),
        respect_retry_after_header=False,
        raise_on_status=False,
    )
    adapter = PacedAdapter(max_retries=retry, pool_maxsize=16)
    connection.mount("https://", adapter)
    connection.mount("http://", adapter)
    connection.max_redirects = 0  # Google's interfaces answer where they are asked
    # an office's proxy knows the way to Google, but not to a server on this machine
    connection.trust_env = emulator is None
    return connection
