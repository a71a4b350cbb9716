"""Answers that come in too slowly to be of use are given up; others arrive whole."""

import contextlib
import itertools
import socketserver
import threading
import time
from urllib.parse import urlsplit

import pytest
import requests

from lib.errors import UnreachableError
from lib.sources.google_client import google_client, google_errors_in_words
from lib.sources.paced_answers import PacedAdapter
from tests.emulator import faults

ROWS = [["Dấu thời gian", "Góp ý"], *([at, f"góp ý số {at}"] for at in range(50))]


@pytest.fixture
def ask(emulator):
    """Ask for a sheet with an adapter on a clock on which `seconds` pass between two looks."""
    sheet = emulator.create(("Trả lời", ROWS))

    def ask(seconds):
        with requests.Session() as session:
            session.trust_env = False
            adapter = PacedAdapter()
            adapter.ticks = itertools.count(0.0, seconds).__next__
            session.mount("http://", adapter)
            url = f"http://{emulator.host}/v4/spreadsheets/{sheet.key}/values/A:B"
            return session.get(url, timeout=5).json()["values"]

    return ask


def test_a_byte_now_and_then_is_given_up(ask, emulator):
    emulator.fail(faults.dripping(0.002))
    with pytest.raises(requests.ReadTimeout):
        ask(2.0)


def test_an_answer_that_comes_byte_by_byte_but_soon_is_whole(ask, emulator):
    emulator.fail(faults.dripping(0.0001))
    assert len(ask(0.001)) == len(ROWS)


def test_half_an_answer_is_an_error_of_the_connection(ask, emulator):
    emulator.fail(faults.truncated())
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        ask(0.0)


class Dripping(socketserver.ThreadingTCPServer):
    """A server that says the same to everybody who asks, one byte at a time, and hangs up."""

    daemon_threads = True

    def __init__(self, said: bytes, pause: float = 0.002) -> None:
        """Listen at `host`; `asked` counts who came."""
        self.said, self.pause, self.asked = said, pause, 0
        super().__init__(("127.0.0.1", 0), _Drip)
        self.host = f"127.0.0.1:{self.server_address[1]}"


class _Drip(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True
    server: Dripping

    def handle(self) -> None:
        self.server.asked += 1
        self.request.recv(65_536)
        with contextlib.suppress(OSError):  # who gave up
            for at in range(len(self.server.said)):
                self.wfile.write(self.server.said[at : at + 1])
                time.sleep(self.server.pause)


@pytest.fixture
def dripping():
    """Start a server that says this, and stop it."""
    with contextlib.ExitStack() as stack:

        def started(said, pause=0.002):
            server = stack.enter_context(Dripping(said, pause))
            threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
            stack.callback(server.shutdown)
            return server

        yield started


OK = b"HTTP/1.1 200 OK\r\n"
PARTS = {
    "the head": OK + b"X-Long: " + b"a" * 500,
    "the status": b"HTTP/1.1 200 " + b"O" * 500,
    "answers that are none yet": b"HTTP/1.1 100 Continue\r\n\r\n" * 20,
    "the body": OK + b"Content-Length: 500\r\n\r\n" + b"a" * 400,
    "the length of a chunk": OK + b"Transfer-Encoding: chunked\r\n\r\n1;" + b"a" * 500,
    "what comes after the body": OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\nX: " + b"a" * 500,
}


def asked(url, **proxies):
    """Ask with an adapter on a clock on which two seconds pass between two looks."""
    with requests.Session() as session:
        session.trust_env, session.proxies = False, proxies
        adapter = PacedAdapter(max_retries=2)
        adapter.ticks = itertools.count(0.0, 2.0).__next__
        session.mount(f"{urlsplit(url).scheme}://", adapter)
        return session.get(url, timeout=5)


@pytest.mark.parametrize("part", PARTS)
def test_whatever_part_of_an_answer_drips_it_is_given_up_and_not_asked_again(dripping, part):
    server = dripping(PARTS[part])
    with pytest.raises(requests.ReadTimeout):
        asked(f"http://{server.host}")
    assert server.asked == 1


def test_a_proxy_that_drips_is_given_up_and_not_asked_again(dripping):
    server = dripping(PARTS["the head"])
    with pytest.raises(requests.ReadTimeout):
        asked("https://sheets.example", https=f"http://{server.host}")
    assert server.asked == 1


def test_an_answer_that_sends_elsewhere_is_followed_nowhere(dripping):
    server = dripping(b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n", 0)
    client = google_client(None, server.host)
    with pytest.raises(UnreachableError), google_errors_in_words("Sheet", ""):
        client.request("get", "https://sheets.googleapis.com/v4/spreadsheets/key")
    assert server.asked == 1
