"""The emulator: a real HTTP server on loopback in front of the backend."""

import contextlib
import gzip
import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.emulator import tokens
from tests.emulator.answers import Query, RefusalError
from tests.emulator.backend import Backend, Body, Exchange, written
from tests.emulator.faults import Fault

EXPIRED = RefusalError(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")

READS_ONLY = RefusalError(
    403, "PERMISSION_DENIED", "Request had insufficient authentication scopes."
)


class Emulator(Backend):
    """A backend that answers at `host`, "127.0.0.1:PORT", until it is stopped."""

    def __init__(self, port: int = 0, keep_answers: bool = True) -> None:
        """Listen at once, on a free port unless one is named."""
        super().__init__(keep_answers)
        self.stopping = threading.Event()
        self._server = _Server(("127.0.0.1", port), self)
        self.host = f"127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def account(self, **changes: Any) -> dict[str, str]:
        """Return a service account whose tokens come from here; `key=1` is one nobody knows."""
        return tokens.account(f"http://{self.host}/token", **changes)

    def stop(self) -> None:
        """Stop listening and end every open connection."""
        self.stopping.set()
        self._server.shutdown()
        self._server.hang_up()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], emulator: Emulator) -> None:
        self.emulator = emulator
        self._open: set[socket.socket] = set()
        super().__init__(address, _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a client that hung up: tests do it on purpose."""

    def hang_up(self) -> None:
        for request in list(self._open):
            with contextlib.suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        authorization = self.headers.get("Authorization", "")
        reader = self.server.emulator.tokens.holder(authorization)
        path, query = unquote(address.path), parse_qs(address.query)
        try:
            if authorization and reader is None:
                raise EXPIRED
            status, body = 200, self.server.emulator.answer(path, query, reader)
        except RefusalError as refusal:
            status, body = refusal.status, written(refusal.body(), query)
        self._reply(path, query, reader, status, body, self.server.emulator.fault(path))

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        emulator, address = self.server.emulator, urlsplit(self.path)
        path, query = unquote(address.path), parse_qs(address.query)
        fault, writer = emulator.fault(path), None
        if path == "/token":
            status, answer = emulator.tokens.grant(parse_qs(sent.decode()))
            sent = b""  # a form, which Google describes elsewhere
        else:
            status, answer, writer = self._written(path, query, sent, fault)
        self._reply(path, query, writer, status, written(answer, query), fault, sent)

    def _written(self, path: str, query: Query, sent: bytes, fault: Fault) -> tuple[int, Any, Any]:
        emulator, authorization = self.server.emulator, self.headers.get("Authorization", "")
        writer = emulator.tokens.holder(authorization)
        try:
            if authorization and writer is None:
                raise EXPIRED
            if authorization and not emulator.tokens.may_write(authorization):
                raise READS_ONLY
            emulator.stopping.wait(fault.delay)  # a slow write is done late
            answer = {} if fault.before else emulator.write(path, query, json.loads(sent), writer)
        except RefusalError as refusal:
            return refusal.status, refusal.body(), writer
        return 200, answer, writer

    def _reply(
        self,
        path: str,
        query: Query,
        reader: str | None,
        status: int,
        body: Body,
        fault: Fault,
        sent: bytes = b"",
    ) -> None:
        emulator = self.server.emulator
        if fault.status:
            plain = fault.body.encode()
            status, body = fault.status, Body(plain, gzip.compress(plain))
        kept = body.plain if emulator.keep_answers and fault.share == 1 else None
        agent = self.headers.get("User-Agent", "")
        emulator.log.append(Exchange(self.command, path, query, agent, reader, status, kept, sent))
        if self.command == "GET":
            emulator.stopping.wait(fault.delay)
        if fault.share:
            self._send(status, body, fault)
        self.close_connection = self.close_connection or fault.share < 1

    def _send(self, status: int, body: Body, fault: Fault) -> None:
        packed = "gzip" in self.headers.get("Accept-Encoding", "")
        sent = body.packed if packed else body.plain
        self.send_response(status)
        self.send_header("Content-Type", fault.kind)
        self.send_header("Vary", "Origin, X-Origin, Referer")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        for name, value in fault.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        sent = sent[: int(len(sent) * fault.share)]
        step = 1 if fault.drip else len(sent) or 1
        for at in range(0, len(sent), step):
            self.wfile.write(sent[at : at + step])
            self.server.emulator.stopping.wait(fault.drip)

    def log_message(self, format: str, *args: Any) -> None:
        """Print nothing: requests are in the emulator's log."""
