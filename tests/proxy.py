"""A reverse proxy as an office puts before the app: it says for whom it asks, and passes on."""

import contextlib
import socket
import socketserver
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

END = b"\r\n\r\n"


@contextlib.contextmanager
def proxy(url: str, client: str) -> Iterator[str]:
    """Pass requests on to this address as those of `client`; yield the proxy's own address."""
    behind = urlsplit(url)

    class Passing(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with socket.create_connection((behind.hostname, behind.port)) as app:
                app.sendall(_forwarded(self.request, client))
                answering = threading.Thread(target=_pass_on, args=(app, self.request))
                answering.start()
                _pass_on(self.request, app)
                answering.join()

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Passing) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def _forwarded(browser: socket.socket, client: str) -> bytes:
    """Return the head of a request with the header added, and no other after it."""
    head = b""
    while END not in head and (more := browser.recv(65536)):
        head += more
    first, _, rest = head.partition(b"\r\n")
    told = [f"X-Forwarded-For: {client}"]
    if b"\r\nupgrade:" not in head.lower():  # of a kept connection the next request would lack it
        told.append("Connection: close")
        rest = b"\r\n".join(
            line for line in rest.split(b"\r\n") if not line.lower().startswith(b"connection:")
        )
    return b"\r\n".join((first, *(line.encode() for line in told), rest))


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)
