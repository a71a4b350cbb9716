"""The HTML in which Streamlit's frontend starts, in the reader's language.

Streamlit says it is English whatever the script says, and its own words are. The shell bears
the right language and title from the first byte and brings the script of `streamlit_words.py`.
"""

import gzip
import hashlib
import re
from collections.abc import Callable, Mapping
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.server.streamlit_internals import STREAMLIT_INDEX
from lib.wording import mark

_TITLE = mark("Survey")
_NO_SCRIPT = mark("This page needs JavaScript. Please turn it on in your browser.")
# With these Streamlit would answer with something else than its plain, whole page.
_NEGOTIATED = frozenset({b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"})
_OF_THE_FILE = ("content-length", "content-encoding", "etag", "last-modified", "accept-ranges")


def index_pages(say: Callable[[str], str], script: str) -> dict[str, str]:
    """Return Streamlit's page by language: `say` puts words into Vietnamese.

    `script` is the path of the script that does so in the browser.
    """
    return {"vi": _page("vi", say, script), "en": _page("en", str, script)}


def _page(language: str, say: Callable[[str], str], script: str) -> str:
    html = re.sub(r"<!--.*?-->\s*", "", STREAMLIT_INDEX.decode(), flags=re.DOTALL)
    for pattern, ours in (
        (r'<html lang="en">', f'<html lang="{language}">'),
        (r"<title>.*?</title>", f"<title>{say(_TITLE)}</title>"),
        (r'<link rel="service-desc"[^>]*>', ""),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{say(_NO_SCRIPT)}</p></noscript>"),
        (r"(?=<script)", f'<script defer src=".{script}"></script>\n    '),
    ):
        html = re.sub(pattern, ours, html, count=1, flags=re.DOTALL)
    return html


def script_route(script: str) -> Route:
    """Return the route of a script that never changes under its address."""
    headers = {"cache-control": "public, max-age=31536000, immutable"}
    address = f"words-{hashlib.sha256(script.encode()).hexdigest()[:8]}.js"

    def endpoint(_: Request) -> Response:
        # A new one each time: those who send it on write into its headers.
        return Response(script, headers=headers, media_type="text/javascript")

    return Route(f"/{address}", endpoint)


class IndexPages:
    """Puts the page of the asked language wherever Streamlit answers with its own."""

    def __init__(self, app: ASGIApp, pages: Mapping[str, str]) -> None:
        """Wrap Streamlit; `pages` holds a page by language, Vietnamese at least."""
        self.app = app
        plain = {language: html.encode() for language, html in pages.items()}
        self.pages = {False: plain, True: {key: gzip.compress(html) for key, html in plain.items()}}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold back the answer to what may be a page, and send ours in its place if it is."""
        if not _may_be_page(scope):
            await self.app(scope, receive, send)
            return
        answer: list[Message] = []

        async def hold(message: Message) -> None:
            answer.append(message)

        plain = [(name, value) for name, value in scope["headers"] if name not in _NEGOTIATED]
        await self.app({**scope, "headers": plain, "extensions": {}}, receive, hold)
        if b"".join(message.get("body", b"") for message in answer) == STREAMLIT_INDEX:
            answer = self._page(scope, answer[0])
        for message in answer:
            await send(message)

    def _page(self, scope: Scope, start: Message) -> list[Message]:
        packed = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", ["vi"])[-1].lower()
        pages = self.pages[packed]
        body = pages.get(asked, pages["vi"])
        headers = MutableHeaders(scope=start)
        for name in _OF_THE_FILE:
            del headers[name]
        headers.update({"content-length": str(len(body)), "vary": "accept-encoding"})
        if packed:
            headers["content-encoding"] = "gzip"
        return [start, {"type": "http.response.body", "body": body}]


def _may_be_page(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    name = scope["path"].rpartition("/")[2]
    return "." not in name or name == "index.html"
