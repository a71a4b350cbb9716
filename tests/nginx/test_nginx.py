"""The app on a server: behind the nginx and started by the service that the guide describes."""

import contextlib
import http.client
import json
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from lib.server.streamlit_internals import METRICS_PATH, STREAM_PATH, UPLOAD_PATH
from tests.nginx.proxied import NAME, Proxied, nginx_program, proxied
from tests.running import ROOT, office_folder, running
from tests.serving import served

SERVICE = ROOT / "tools" / "server" / "khao-sat.service"
HOME, OURS = "/opt/khao-sat", f"https://{NAME}"


def service(entry: str) -> str:
    """Return what the service's file says of one entry."""
    [said] = [
        line.partition("=")[2]
        for line in SERVICE.read_text(encoding="utf-8").splitlines()
        if line.startswith(f"{entry}=")
    ]
    return said


@pytest.fixture(scope="module")
def nginx() -> str:
    """Where nginx is, or a skip that says that it is missing."""
    program = nginx_program()
    if program is None:
        if os.environ.get("SURVEY_NGINX_TESTS") == "required":
            pytest.fail("nginx is required, and it is not installed")
        pytest.skip("tests of the server skipped: nginx is not installed")
    return program


@pytest.fixture(scope="module")
def server(nginx, tmp_path_factory) -> Iterator[tuple[str, Proxied]]:
    """The app's own address on the server, and the way to it from elsewhere."""
    folder = office_folder(tmp_path_factory.mktemp("server"))
    options = shlex.split(service("ExecStart"))[5:]
    with (
        running(folder, {"SURVEY_DATA_DIR": str(folder / "data")}, *options) as app,
        proxied(nginx, folder, app) as from_elsewhere,
    ):
        yield app, from_elsewhere


@pytest.fixture
def proxy(server) -> Proxied:
    return server[1]


def opened(proxy: Proxied, path: str, origin: str | None = OURS, **told):
    trusting, raw = proxy.trusting, proxy.socket()
    return connect(f"wss://{NAME}{path}", sock=raw, ssl=trusting, origin=origin, **told)


def answer_of(place: str, path: str, **headers: str) -> tuple[int, http.client.HTTPMessage]:
    """Return what is answered without https."""
    with contextlib.closing(http.client.HTTPConnection(place)) as asked:
        asked.request("GET", path, headers=headers)
        answer = asked.getresponse()
        answer.read()
        return answer.status, answer.headers


def test_a_page_comes_over_https_with_the_apps_own_headers_and_those_of_the_server(proxy):
    status, headers, body = proxy.ask("GET", "/")
    assert (status, b'<html lang="vi">' in body) == (200, True)
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert headers["server"] == "nginx"


def test_who_types_the_name_alone_is_led_to_https(proxy):
    status, headers = answer_of(f"127.0.0.1:{proxy.plain}", "/so_sanh?xa=xuan-tay", Host=NAME)
    assert (status, headers["location"]) == (301, f"{OURS}/so_sanh?xa=xuan-tay")


@pytest.mark.parametrize("path", [STREAM_PATH, "/feed", "/register"])
def test_the_sockets_of_a_page_pass(proxy, path):
    told = {"subprotocols": ["streamlit"]} if path == STREAM_PATH else {}
    with opened(proxy, path, **told) as socket:
        assert socket.response.status_code == 101


def test_a_page_of_another_site_opens_no_socket(proxy):
    with pytest.raises(InvalidStatus):
        opened(proxy, STREAM_PATH, "https://evil.test", subprotocols=["streamlit"])


def test_whoever_comes_through_it_is_never_this_machine_whatever_the_request_says(server):
    app, proxy = server
    assert answer_of(urlsplit(app).netloc, METRICS_PATH)[0] == 200
    for said in ({}, {"X_Forwarded_For": "127.0.0.1"}, {"Host": "localhost"}):
        assert proxy.ask("GET", METRICS_PATH, **said)[0] == 404


def test_the_app_learns_name_scheme_and_client_from_the_server_and_nothing_of_them_from_him(
    nginx, tmp_path
):
    async def told(scope, receive, send) -> None:
        heard = Headers(scope=scope)
        forwarded = [name for name in heard if name.startswith(("x-forwarded", "forwarded"))]
        said = {"scheme": scope["scheme"], "host": heard["host"], "client": scope["client"][0]}
        await JSONResponse(said | {"forwarded": sorted(forwarded)})(scope, receive, send)

    lies = {
        "X_Forwarded_For": "203.0.113.9",
        "X_Forwarded_Proto": "http",
        "X_Forwarded_Host": "evil.test",
        "Forwarded": "for=203.0.113.9",
    }
    with served(told) as port, proxied(nginx, tmp_path, f"http://127.0.0.1:{port}") as proxy:
        said = json.loads(proxy.ask("GET", "/", **lies)[2])
    assert said == {
        "scheme": "https",
        "host": NAME,
        "client": "127.0.0.1",
        "forwarded": ["x-forwarded-for", "x-forwarded-proto"],
    }


def test_a_file_of_50_mb_is_the_apps_to_refuse_and_anything_else_that_long_the_servers(proxy):
    megabyte = b"." * 1_000_000
    upload = f"{UPLOAD_PATH}no-session/no-file"
    assert proxy.ask("PUT", upload, 3 * megabyte)[0] == 403
    assert proxy.ask("PUT", upload, 54 * megabyte)[0] == 413
    assert proxy.ask("PUT", "/so_sanh", 3 * megabyte)[0] == 413


def test_the_services_file_is_one_that_systemd_understands(tmp_path):
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("the service's file is not checked: systemd-analyze is not installed")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(shutil.which("true"))
    unit = tmp_path / SERVICE.name
    unit.write_text(SERVICE.read_text(encoding="utf-8").replace(HOME, str(tmp_path)))
    command = [program, "verify", "--man=no", str(unit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if SERVICE.name in line] == []
    assert done.returncode == 0


def test_the_service_starts_the_environment_of_its_folder_and_may_write_what_is_set_up():
    program, *words = shlex.split(service("ExecStart"))
    assert program == f"{service('WorkingDirectory')}/.venv/bin/python"
    assert words[:4] == ["-m", "streamlit", "run", "app.py"]
    assert service("WorkingDirectory") == HOME
    assert service("ReadWritePaths") == f"{HOME}/.streamlit"
    assert Path(service("Environment").partition("=")[2]).name == service("StateDirectory")


def test_nginx_and_the_service_name_the_same_host():
    assert f"--server.allowedHosts={NAME}" in service("ExecStart")
