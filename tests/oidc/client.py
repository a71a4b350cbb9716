"""A client that is no browser: it keeps cookies, signs in, and speaks to the sockets itself."""

import http.client
import http.cookies
import socket
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.oidc.provider import COOKIE_SECRET


class Answer(NamedTuple):
    """What a server answered, redirects not followed."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


class Client:
    """Somebody with cookies of their own; `headers` are sent with every request."""

    def __init__(self, url: str, cookies: Mapping[str, str] = {}, **headers: str) -> None:
        """Prepare for the app at `url`."""
        self.url, self.cookies = url, dict(cookies)
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a path of the app, or a whole address elsewhere, and keep the cookies."""
        return self._ask("GET", path, None, headers)

    def enter(self, name: str, pin: str, back: str = "", **headers: str) -> Answer:
        """Send the form of the sign-in page as a browser does; `headers` replace what it says."""
        form = urlencode({"ten": name, "pin": pin, "ve": back})
        kind = {"content-type": "application/x-www-form-urlencoded"}
        return self._ask("POST", "/dang_nhap", form, kind | {"origin": self.url} | headers)

    def _ask(self, method: str, path: str, body: str | None, headers: Mapping[str, str]) -> Answer:
        address = urlsplit(path if "://" in path else self.url + path)
        home = address.netloc == urlsplit(self.url).netloc
        link = http.client.HTTPConnection(address.netloc, timeout=10)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            sent = {**self.headers, **named, **({"Cookie": self._cookie} if home else {})}
            asked = address._replace(scheme="", netloc="").geturl()
            link.request(method, asked, body, sent)
            told = link.getresponse()
            answer = Answer(told.status, told.headers, told.read())
        finally:
            link.close()
        if home:
            self._keep(answer.headers.get_all("set-cookie") or [])
        return answer

    def sign_in(self, opened: str = "/", **meddled: str) -> str:
        """Sign in from this page as the provider's next person; return where that leads.

        Cookies that were `meddled` with are put in place on the way.
        """
        answer = self.press(opened)
        self.cookies |= meddled
        while answer.status == 302 and "://" in answer.headers["location"]:
            answer = self.get(answer.headers["location"])
        return str(answer.headers["location"])

    def press(self, opened: str = "/") -> Answer:
        """Press the button on this page: go where Streamlit then sends a browser."""
        told = {"provider": "default", "exp": int(time.time()) + 60}
        token = jwt.encode({"alg": "HS256"}, told, OctKey.import_key(COOKIE_SECRET))
        return self.get(f"/auth/login?provider={token}", referer=self.url + opened)

    def frames(self, page: str = "", until: str = "") -> bytes:
        """Return every message of Streamlit's socket up to the end of the run that says this."""
        self.get("/_stcore/health")
        protocols = [Subprotocol("streamlit"), Subprotocol(self.cookies["_streamlit_xsrf"])]
        with self.dial("/_stcore/stream", protocols) as page_socket:
            asked = BackMsg()
            asked.rerun_script.page_name = page
            page_socket.send(asked.SerializeToString())
            got, last = b"", None
            while last != "script_finished" or until.encode() not in got:
                data = page_socket.recv(15)
                assert isinstance(data, bytes)
                got, last = got + data, ForwardMsg.FromString(data).WhichOneof("type")
            return got

    def dial(
        self, path: str, protocols: Sequence[Subprotocol] | None = None, name: str = "127.0.0.1"
    ) -> ClientConnection:
        """Open a socket of the app as a page would that found this machine under a name."""
        port = urlsplit(self.url).port
        return connect(
            f"ws://{name}:{port}{path}",
            sock=socket.create_connection(("127.0.0.1", port)),
            origin=f"http://{name}:{port}",
            subprotocols=protocols,
            additional_headers={**self.headers, "Cookie": self._cookie},
            max_size=None,
        )

    @property
    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _keep(self, set_cookies: list[str]) -> None:
        for line in set_cookies:
            for name, cookie in http.cookies.SimpleCookie(line).items():
                self.cookies.pop(name, None)
                if cookie["max-age"] != "0":
                    self.cookies[name] = cookie.value
