"""What only this machine may fetch: the server's own metrics, and files about single responses."""

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.server.visitor import loopback

PRIVATE = "noi-bo-"  # a download whose name begins so holds respondents' words
METRICS = "/_stcore/metrics"  # names of functions, sizes of caches, numbers of sessions


class Guards:
    """Refuses private downloads and metrics to everybody but a person at this machine."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap Streamlit, which asks neither session nor role for either."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 404 for metrics, 403 without a byte for a private file, else pass on."""
        if scope["type"] != "http" or _near(scope):
            await self.app(scope, receive, send)
        elif scope["path"].rstrip("/").endswith(METRICS):
            await Response(status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, _Public(scope, receive, send))


class _Public:
    """Sends an answer on unless it turns out to be a private file."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scope, self.receive, self.send = scope, receive, send
        self.refused = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.refused = PRIVATE in Headers(raw=message["headers"]).get("content-disposition", "")
            if self.refused:
                await Response(status_code=403)(self.scope, self.receive, self.send)
        if not self.refused:
            await self.send(message)


def _near(scope: Scope) -> bool:
    request = HTTPConnection(scope)
    return loopback(request.client.host if request.client else None, request.headers)
