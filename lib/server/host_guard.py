"""Under which names a page may talk to the app.

A stranger's page can give its own name this machine's address (DNS rebinding) and then count
as "the same site". Where people sign in, the app knows its name and accepts no other.
"""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from streamlit import get_option
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from lib.errors import SurveyError
from lib.server.request_origin import LOOPBACK_HOSTS, host_name
from lib.server.sessions import TheSessions


class HostGuard:
    """Refuses a page's sockets under a name that is not the app's own."""

    def __init__(self, app: ASGIApp, the_sessions: TheSessions) -> None:
        """Wrap Streamlit; its option server.allowedHosts, where set, says the names instead."""
        self.app, self.the_sessions = app, the_sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on all but a socket under a stranger's name."""
        if scope["type"] == "websocket" and not self._known(Headers(scope=scope).get("host")):
            await WebSocketClose(code=1008)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _known(self, host: str | None) -> bool:
        if get_option("server.allowedHosts"):
            return is_host_allowed(host)
        try:
            rules = self.the_sessions().rules
        except SurveyError:
            return True
        return rules is None or host_name(f"//{host}") in LOOPBACK_HOSTS | {rules.host}
