"""What not everybody may reach: metrics, uploads, files about single responses, sockets by
another name or from another site."""

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from lib.errors import SurveyError
from lib.roles import Role
from lib.server.issued_downloads import IssuedDownloads
from lib.server.open_uploads import OpenUploads, the_uploads
from lib.server.pin_page import PIN_PATH
from lib.server.request_origin import asked_from_here, host_name, names_this_machine
from lib.server.sessions import TheSessions
from lib.server.streamlit_internals import METRICS_PATH, UPLOAD_PATH, host_allowed_by_option
from lib.settings.sign_in_settings import LOOPBACK_HOSTS
from lib.wording import gettext, mark

# A download whose name begins so is for those who have this role.
PRIVATE_FILE_PREFIX = "noi-bo-"
_NOT_OURS = mark(
    "The app does not know this address as its own. Open it by the name of its machine or by that "
    "machine's IP address; whoever runs the app can allow other names (server.allowedHosts)."
)
_PRIVATE = {PRIVATE_FILE_PREFIX: Role.STAFF, f"{PRIVATE_FILE_PREFIX}lanh-dao-": Role.LEADER}


class AccessGuard:
    """Refuses private downloads, metrics and uploads to those who may not have or send them.

    A private download is for whoever had it made, an upload for a leader whose page has an
    uploader.
    """

    def __init__(
        self,
        app: ASGIApp,
        the_sessions: TheSessions,
        downloads: IssuedDownloads | None = None,
        uploads: OpenUploads = the_uploads,
    ) -> None:
        """Wrap Streamlit, which asks neither session nor role for any of them."""
        self.app, self.the_sessions, self.downloads = app, the_sessions, downloads
        self.uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 404 for metrics, 403 without a byte for an upload or a private file."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif UPLOAD_PATH in scope["path"] and not self._may_upload(scope):
            await Response(status_code=403, headers={"connection": "close"})(scope, receive, send)
        elif scope["path"].rstrip("/").endswith(METRICS_PATH) and not _near(scope):
            await Response(status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, _Allowed(self, scope, receive, send))

    def _may_upload(self, scope: Scope) -> bool:
        """Tell whether a leader sends, or takes back, a file of a page that has an uploader."""
        page = scope["path"].partition(UPLOAD_PATH)[2].partition("/")[0]
        if not self.uploads.shown_to(page) or self.role_of(scope) is not Role.LEADER:
            return False
        return scope["method"] != "PUT" or self.uploads.take(page)

    def role_of(self, scope: Scope) -> Role:
        """Return the role of who asks."""
        try:
            return self.the_sessions().asking(HTTPConnection(scope))[0]
        except SurveyError:
            return Role.VIEWER  # while a setting is wrong nobody is known


class _Allowed:
    """Sends an answer on unless it turns out to be a file that this person may not have."""

    def __init__(self, guards: AccessGuard, scope: Scope, receive: Receive, send: Send) -> None:
        self.guards, self.scope, self.receive, self.send = guards, scope, receive, send
        self.refused = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            name = Headers(raw=message["headers"]).get("content-disposition", "")
            asked = max((role for mark, role in _PRIVATE.items() if mark in name), default=None)
            self.refused = asked is not None and not (
                self.guards.role_of(self.scope) >= asked and self._made_for()
            )
            if self.refused:
                await Response(status_code=403)(self.scope, self.receive, self.send)
        if not self.refused:
            await self.send(message)

    def _made_for(self) -> bool:
        downloads = self.guards.downloads
        return downloads is None or downloads.made_for(HTTPConnection(self.scope))


def _near(scope: Scope) -> bool:
    request = HTTPConnection(scope)
    return asked_from_here(request.client.host if request.client else None, request.headers)


class HostGuard:
    """Refuses a page's sockets, and signing in by PIN, under a name that is not the app's own, and
    sockets that a page of another server on this machine opens, which Streamlit takes for ours.

    A stranger's page can give its own name this machine's address (DNS rebinding) and then count
    as "the same site". Where people sign in, the app knows its name and accepts no other: that
    of [auth], and with PINs this machine's and its private addresses.
    """

    def __init__(self, app: ASGIApp, the_sessions: TheSessions) -> None:
        """Wrap Streamlit; its option server.allowedHosts, where set, says the names instead."""
        self.app, self.the_sessions = app, the_sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on all but a socket or a sign-in under a stranger's name."""
        by_pin = scope["type"] == "http" and scope["path"].endswith(PIN_PATH)
        guarded = by_pin or scope["type"] == "websocket"
        if not guarded or self._is_ours(Headers(scope=scope), by_pin=by_pin):
            await self.app(scope, receive, send)
        elif by_pin:
            await PlainTextResponse(gettext(_NOT_OURS), 403)(scope, receive, send)
        else:
            await WebSocketClose(code=1008)(scope, receive, send)

    def _is_ours(self, headers: Headers, *, by_pin: bool) -> bool:
        return (by_pin or not _other_local_origin(headers)) and self._known(headers.get("host"))

    def _known(self, host: str | None) -> bool:
        allowed = host_allowed_by_option(host)
        if allowed is not None:
            return allowed
        try:
            sessions = self.the_sessions()
        except SurveyError:
            return True
        if sessions.rules is None or not sessions.signing_in:
            return True
        name = host_name(f"//{host}")
        ours = LOOPBACK_HOSTS | ({sessions.rules.host} if sessions.rules.by_provider else set())
        return name in ours or (sessions.by_pin and names_this_machine(name))


def _other_local_origin(headers: Headers) -> bool:
    """Tell whether another server of this machine opened the page that asks."""
    origin = headers.get("origin", "")
    same = origin.partition("://")[2] == headers.get("host")
    return not same and host_name(origin) in LOOPBACK_HOSTS
