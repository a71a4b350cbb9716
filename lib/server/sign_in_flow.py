"""Signing in and out: the opened link survives it, and signing out counts everywhere at once.

Streamlit sends whoever signed in to the first page. The page where somebody pressed the button
is the Referer of /auth/login; a cookie keeps it while the provider asks for the password.
"""

import re
from urllib.parse import quote, unquote

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.status import HTTP_400_BAD_REQUEST, HTTP_502_BAD_GATEWAY
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.errors import SurveyError
from lib.server.sessions import TheSessions
from lib.server.streamlit_internals import CALLBACK_PATH, LOGIN_PATH, LOGOUT_PATH, SIGN_IN_COOKIE
from lib.wording import gettext, mark

_COOKIE = "return_to"
_SECONDS = 600  # for choosing an account and typing a password
_LONGEST = 2000  # characters; browsers drop a cookie of more than 4,096 bytes
# One "/" and no "\": browsers take "//x" and "/\x" for another site, and drop tabs and line ends.
_HERE = re.compile(r"/(?![/\\])[!-\[\]-~]*")
_NO_PROVIDER = mark(
    "The place where one signs in cannot be reached. Go back and try again in a few minutes; "
    "totals can be seen without signing in."
)


class SignInFlow:
    """Leads whoever signed in back to the link, and ends a sign-in when its cookie goes."""

    def __init__(self, app: ASGIApp, the_sessions: TheSessions) -> None:
        """Wrap Streamlit, which answers for the three addresses of signing in and out."""
        self.app, self.the_sessions = app, the_sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; what is added depends on the address."""
        path = scope["path"] if scope["type"] == "http" else ""
        connection = HTTPConnection(scope) if path else None
        if connection and path.endswith(LOGIN_PATH):
            send = _Login(scope, receive, send)
        elif connection and path.endswith(CALLBACK_PATH):
            send = _returning(connection, send)
        elif connection and path.endswith(LOGOUT_PATH):
            self._end(connection)
        await self.app(scope, receive, send)

    def _end(self, connection: HTTPConnection) -> None:
        try:
            sessions = self.the_sessions()
        except SurveyError:
            return  # while a setting is wrong nobody is signed in
        sessions.end(sessions.asking(connection)[1])


class _Login:
    """Remembers the opened link on the way to the provider, or says that there is no way."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scope, self.receive, self.send = scope, receive, send
        self.failed = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.failed = message["status"] >= HTTP_400_BAD_REQUEST
            if self.failed:
                # Streamlit says only "Authentication error"; its log says more
                answer = PlainTextResponse(gettext(_NO_PROVIDER), HTTP_502_BAD_GATEWAY)
                await answer(self.scope, self.receive, self.send)
            elif opened := opened_page(HTTPConnection(self.scope)):
                _keep(MutableHeaders(scope=message), quote(opened, safe=""), _SECONDS)
        if not self.failed:
            await self.send(message)


def opened_page(connection: HTTPConnection) -> str:
    """Return path and query of the page where the button stood, "" where it is not ours."""
    _, _, page = connection.headers.get("referer", "").partition("://")
    site, slash, rest = page.partition("/")
    ours = site == connection.headers.get("host") and len(rest) <= _LONGEST
    return slash + rest if ours else ""


def _returning(connection: HTTPConnection, send: Send) -> Send:
    to = unquote(connection.cookies.get(_COOKIE, ""))

    async def lead_back(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            signed_in = any(
                f"{SIGN_IN_COOKIE}=" in cookie for cookie in headers.getlist("set-cookie")
            )
            if signed_in and may_return(to, headers.get("location", "")):
                headers["location"] = to
            _keep(headers, "", 0)
        await send(message)

    return lead_back


def may_return(to: str, first: str) -> bool:
    """Tell whether `to` is a page of this app, whose first page Streamlit names so.

    `first` ends with "/" and holds the base path, where the app has one.
    """
    return bool(_HERE.fullmatch(to) and first.endswith("/") and to.startswith(first))


def _keep(headers: MutableHeaders, value: str, seconds: int) -> None:
    about = f"Max-Age={seconds}; Path=/; HttpOnly; SameSite=Lax"
    headers.append("set-cookie", f"{_COOKIE}={value}; {about}")
