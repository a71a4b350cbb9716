"""Headers that every answer bears: what a page may load, and what nobody may keep."""

import base64
import hashlib
import re
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Streamlit imports a component's script from a blob, tables and plotly bring fonts as data,
# emotion and plotly write styles into the page. Nothing needs eval or another origin.
_POLICY = (
    "default-src 'none'; script-src 'self' blob: {scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; media-src 'self'; "
    "worker-src 'self' blob:; manifest-src 'self'; frame-ancestors 'self'; base-uri 'self'; "
    "form-action 'self'"
)
_FIXED = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def content_policy(page: str) -> str:
    """Return the Content-Security-Policy under which this page, and no other script, runs."""
    inline = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return _POLICY.format(scripts=" ".join(f"'sha256-{_digest(script)}'" for script in inline))


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


class SafeHeaders:
    """Adds the headers to every answer; what bears a cookie or is a download is kept by nobody."""

    def __init__(self, app: ASGIApp, page: str) -> None:
        """Wrap an app whose only HTML is `page`."""
        self.app = app
        self.always: Mapping[str, str] = _FIXED | {"content-security-policy": content_policy(page)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, adding headers to the answer's first message."""

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.always)
                cookies = headers.getlist("set-cookie")
                if cookies or "/media/" in scope["path"]:
                    headers["cache-control"] = "no-store"
                if cookies and scope["scheme"] == "https":
                    _secure(headers, cookies)
            await send(message)

        await self.app(scope, receive, add)


def _secure(headers: MutableHeaders, cookies: list[str]) -> None:
    """Have the browser send these cookies over https alone; Streamlit leaves that open."""
    del headers["set-cookie"]
    for cookie in cookies:
        headers.append("set-cookie", f"{cookie}; Secure")
