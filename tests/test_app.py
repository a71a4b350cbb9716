"""The whole app, started as its users start it, seen by a client that is no browser."""

import gzip
import json
import subprocess
import sys
import urllib.error
import urllib.request
from email.message import Message

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosedError
from websockets.sync.client import connect

from tests.running import answers, environment, free_port, office_folder, running, wait_for


def get(url: str, **headers: str) -> tuple[int, Message, bytes]:
    """Return status, headers and body of an answer, whatever its status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        answer = urllib.request.urlopen(urllib.request.Request(url, headers=named), timeout=10)
    except urllib.error.HTTPError as refused:
        answer = refused
    with answer:
        return answer.status, answer.headers, answer.read()


def status(url: str) -> str:
    return json.loads(get(f"{url}/health")[2])["status"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return office_folder(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def sample(folder):
    """The address of the app on its bundled sample, started in another folder than its own."""
    with running(folder, {"SURVEY_DATA_DIR": str(folder / "data")}) as url:
        yield url


def test_the_feed_reads_before_anybody_looks(sample):
    wait_for(lambda: status(sample) == "ok", "the first reading")


@pytest.mark.parametrize(
    ("path", "said"),
    [("/", '<html lang="vi">'), ("/so_sanh?lang=en", '<html lang="en">')],
)
def test_each_address_answers_in_its_language(sample, path, said):
    assert said in get(sample + path)[2].decode()


def test_the_window_says_in_the_offices_language_where_it_is_opened_and_how_it_is_stopped(
    sample, folder
):
    said = (folder / "server.log").read_text(encoding="utf-8")
    assert f"Trên máy này mở tại http://localhost:{sample.rpartition(':')[2]}\n" in said
    assert "Để dừng, bấm Ctrl+C" in said
    assert "Streamlit" not in said


def test_every_page_forbids_what_it_does_not_need(sample):
    policy = get(f"{sample}/so_sanh")[1]["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self' blob: 'sha256-")


def test_the_first_script_of_a_page_comes_compressed_and_whole(sample):
    page = get(sample)[2].decode()
    address = page.partition('type="module" crossorigin src=".')[2].partition('"')[0]
    packed = get(sample + address, accept_encoding="gzip")[2]
    assert gzip.decompress(packed) == get(sample + address)[2]


@pytest.mark.parametrize(("headers", "found"), [({}, 200), ({"x_real_ip": "203.0.113.9"}, 404)])
def test_the_servers_own_figures_are_for_this_machine(sample, headers, found):
    assert get(f"{sample}/_stcore/metrics", **headers)[0] == found


def test_a_strangers_socket_cannot_empty_what_the_app_holds(sample):
    wait_for(lambda: status(sample) == "ok", "the first reading")
    stream = sample.replace("http", "ws") + "/_stcore/stream"
    with connect(stream, subprotocols=["streamlit"], origin=sample) as socket:
        socket.send(BackMsg(clear_cache=True).SerializeToString())
        with pytest.raises(ConnectionClosedError):
            list(socket)
    assert status(sample) == "ok"


def test_a_wrong_setting_does_not_keep_the_server_from_starting(tmp_path):
    both = {"SURVEY_FILE": "a.csv", "SURVEY_SHEETS": "https://docs.google.com/spreadsheets/d/a"}
    with running(office_folder(tmp_path), both) as url:
        assert status(url) == "settings"


def test_another_server_can_run_it(tmp_path):
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "app:app", f"--port={port}", "--log-level=error"]
    settings = environment(SURVEY_DATA_DIR=str(tmp_path))
    with subprocess.Popen(command, cwd=office_folder(tmp_path), env=settings) as process:
        try:
            wait_for(lambda: answers(f"http://127.0.0.1:{port}/health"), "the server", 60)
        finally:
            process.terminate()
