"""What strangers try who have a socket and nothing else; each kind is one function."""

import contextlib
import http.client
import os
import random
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote, urlsplit

from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from lib.server.page_messages import PASSED, PASSED_OPERATIONS, REFUSED_VALUES
from tests.attack.tally import Tally

PAGES = (
    "",
    "can_xu_ly",
    "theo_cau_hoi",
    "so_sanh",
    "toan_ven",
    "trinh_chieu",
    "du_lieu",
    "tac_dong",
)
NAMES = ("luc", "ky", "xa", "cau", "viec", "ban", "bang", "tt", "linh_vuc", "lang", "trang", "_tu")
# of proxies and tunnels, and words of which others are made
FORWARDING = (
    *("X-Client-IP", "X-Original-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Server"),
    *("Fly-Client-IP", "X-Azure-ClientIP", "Fastly-Client-IP", "Tailscale-User-Login"),
    *("True-Client-IP", "CF-Connecting-IP", "Forwarded", "Via", "X-Real-IP", "X-Envoy-Peer"),
)
REFUSED = (OSError, ConnectionClosed, InvalidHandshake, http.client.HTTPException)
STRANGERS, NICE = 6, 19  # at once, and how far they stand back for who measures
SOCKETS, RERUNS, HALVES, BYTES = 4, 300, 30, 300_000  # of one attempt


class Stranger:
    """One who tries this and that at a server, and waits so many seconds for what becomes of it."""

    def __init__(
        self,
        url: str,
        chance: random.Random,
        tally: Tally,
        patience: float = 25,
        reruns: int = RERUNS,
    ) -> None:
        """Prepare; nothing is sent yet. A flood sends `reruns` over each of its sockets."""
        self.url, self.chance, self.tally = url, chance, tally
        self.patience, self.reruns = patience, reruns
        self.kind = ""

    def attempt(self, kind: str) -> None:
        """Try one thing of this kind; that it is refused or cut off is as it should be."""
        self.kind = kind
        self.tally.attempts[kind] += 1
        try:
            KINDS[kind](self)
        except InvalidStatus as refused:
            self.tally.answered(kind, refused.response.status_code, refused.response.body)
        except REFUSED:
            return

    def asked(self, method: str, path: str, body: bytes = b"", **headers: str) -> int:
        """Send a request, judge the answer and return its status."""
        there = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=self.patience)
        with contextlib.closing(there):
            there.request(method, path, body or None, headers or self._afar())
            answer = there.getresponse()
            self.tally.answered(self.kind, answer.status, answer.read())
            return answer.status

    @contextlib.contextmanager
    def page(self, **headers: str) -> Iterator[ClientConnection]:
        """Open the socket of a page."""
        stream = self.url.replace("http", "ws", 1) + "/_stcore/stream"
        more = headers or self._afar()
        with connect(
            stream,
            subprotocols=["streamlit"],
            origin=self.url,
            additional_headers=more,
            max_size=None,
            close_timeout=0.2,
        ) as opened:
            yield opened

    def hear(self, page: ClientConnection, seconds: float) -> bool:
        """Judge what a page is sent until its script has run; tell whether it has."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                message = self.tally.drew(self.kind, page.recv(left))
            except TimeoutError:
                return False
            if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY and message.HasField(
                "script_finished"
            ):
                return True
        return False

    def drawing(self, query: str = "", page: str | None = None) -> bytes:
        """Return what a browser says to have a page drawn."""
        name = self.chance.choice(PAGES) if page is None else page
        return BackMsg(rerun_script={"query_string": query, "page_name": name}).SerializeToString()

    def query(self, longest: int = 20) -> str:
        """Return what may stand in an address, or not."""
        letters = "abcđ01-..=&%\0\n<'\"\u202e😀"
        made = "".join(self.chance.choices(letters, k=self.chance.randint(1, longest)))
        return f"{self.chance.choice(NAMES)}={quote(made)}"

    def _afar(self) -> dict[str, str]:
        return {"X-Forwarded-For": f"198.51.100.{self.chance.randint(1, 250)}"}


def flood(stranger: Stranger) -> None:
    """Ask for more than anybody can draw, over several sockets."""
    with contextlib.ExitStack() as stack:
        pages = [stack.enter_context(stranger.page()) for _ in range(SOCKETS)]
        for page in pages:
            for _ in range(stranger.reruns):
                page.send(stranger.drawing(stranger.query()))
        stranger.hear(pages[0], min(2, stranger.patience))


def half_open(stranger: Stranger) -> None:
    """Begin requests and never finish them; they are to be cut off."""
    place = urlsplit(stranger.url)
    head = f"GET /{stranger.query(200)} HTTP/1.1\r\nHost: {place.netloc}\r\nX-Long: ".encode()
    with contextlib.ExitStack() as stack:
        opened = []
        for _ in range(HALVES):
            made = socket.create_connection((place.hostname, place.port), stranger.patience)
            opened.append(stack.enter_context(made))
            made.sendall(head[: stranger.chance.randint(0, len(head))])
        end = time.monotonic() + stranger.patience
        if not all(_is_cut_off(each, end) for each in opened):
            stranger.tally.violated(stranger.kind, "half a request is held open")


def _is_cut_off(opened: socket.socket, end: float) -> bool:
    opened.settimeout(max(0.01, end - time.monotonic()))
    try:
        while opened.recv(4096):
            pass
    except TimeoutError:
        return False
    except OSError:
        return True
    return True


def upload(stranger: Stranger) -> None:
    """Send a file to where an uploader would, for a page that is open."""
    with stranger.page() as page:
        page.send(stranger.drawing(page=""))
        session = _session(stranger, page)
        way = f"/_stcore/upload_file/{session}/{stranger.chance.randint(1, 9)}"
        body = bytes(stranger.chance.randint(1, BYTES))
        status = stranger.asked(stranger.chance.choice(["PUT", "POST"]), way, body)
    if status < 400:
        stranger.tally.violated(stranger.kind, f"an upload was taken: {status}")


def _session(stranger: Stranger, page: ClientConnection) -> str:
    for _ in range(100):
        message = stranger.tally.drew(stranger.kind, page.recv(stranger.patience))
        if message.HasField("new_session"):
            return str(message.new_session.initialize.session_id)
    return "none"


def message(stranger: Stranger) -> None:
    """Say what no page says, before or after it was drawn; the socket is to be closed."""
    with stranger.page() as page:
        if stranger.chance.random() < 0.5:
            page.send(stranger.drawing())
            stranger.hear(page, stranger.patience)
        page.send(unspoken(stranger.chance))
        try:
            while True:
                stranger.tally.drew(stranger.kind, page.recv(stranger.patience))
        except TimeoutError:
            stranger.tally.violated(stranger.kind, "a message that no page sends was taken")


def unspoken(chance: random.Random) -> bytes | str:
    """Return a message that no page sends: of another kind, of another value, or none at all."""
    kinds = [f.name for f in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields]
    asked = [f.name for f in BackendOperationRequest.DESCRIPTOR.oneofs_by_name["payload"].fields]
    name = chance.choice([kind for kind in kinds if kind not in PASSED])
    operation = chance.choice([each for each in asked if each not in PASSED_OPERATIONS])
    value = chance.choice(sorted(REFUSED_VALUES - {"file_uploader_state_value"}))
    made = BackMsg()
    part = getattr(made, name)
    if isinstance(part, bool):
        setattr(made, name, True)
    else:
        part.SetInParent()
    given: dict[str, object] = {"id": "a", value: b"\0" if value == "bytes_value" else {}}
    others: list[bytes | str] = [
        BackMsg(backend_operation_request={operation: {}}).SerializeToString(),
        BackMsg(rerun_script={"widget_states": {"widgets": [given]}}).SerializeToString(),
        b"\xff" + chance.randbytes(chance.randint(1, 500)),
        chance.randbytes(1_000_001),
        "text",
    ]
    return chance.choice([made.SerializeToString(), *others])


def link(stranger: Stranger) -> None:
    """Open an address that is over-long or odd; it is to end in a sentence."""
    longest = stranger.chance.choice([20, 500, 20_000])
    query = "&".join(stranger.query(longest) for _ in range(stranger.chance.randint(1, 8)))
    with stranger.page() as page:
        page.send(stranger.drawing(query))
        stranger.hear(page, stranger.patience)
    stranger.asked("GET", f"/{stranger.chance.choice(PAGES)}?{query}")


def header(stranger: Stranger) -> None:
    """Ask from this machine, through something that names itself in some header."""
    name = stranger.chance.choice(FORWARDING)
    if stranger.chance.random() < 0.5:  # one that nobody wrote down
        name = f"X-{stranger.chance.choice(['Foo', 'Edge', 'Hop'])}-{name.removeprefix('X-')}"
    with stranger.page(**{name: "203.0.113.9"}) as page:
        page.send(stranger.drawing(page=stranger.chance.choice(["can_xu_ly", "theo_cau_hoi", ""])))
        stranger.hear(page, stranger.patience)
    stranger.asked("GET", "/_stcore/metrics", **{name: "203.0.113.9"})


KINDS: dict[str, Callable[[Stranger], None]] = {
    "floods of reruns": flood,
    "half-open connections": half_open,
    "uploads": upload,
    "messages no page sends": message,
    "odd links": link,
    "forwarding headers": header,
}


def attack(url: str, seconds: float, seed: int) -> Tally:
    """Let strangers try one thing after another, at random; return what they tried and found."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    end, tally = time.monotonic() + seconds, Tally()

    def one(number: int) -> None:
        chance = random.Random(f"{seed} {number}")
        stranger = Stranger(url, chance, tally)
        while time.monotonic() < end:
            stranger.attempt(chance.choice([*KINDS]))

    with ThreadPoolExecutor(STRANGERS) as others:
        for ended in [others.submit(one, number) for number in range(STRANGERS)]:
            ended.result()
    return tally
