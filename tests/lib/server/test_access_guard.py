"""What only a person at this machine may fetch."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from lib.roles import Role
from lib.server.access_guard import AccessGuard, HostGuard
from lib.server.issued_downloads import IssuedDownloads
from lib.server.listed_roles import ListedRoles
from lib.server.open_uploads import MOST_FILES, OpenUploads
from lib.server.sessions import SignInSessions

AFAR = {"x_forwarded_for": "203.0.113.9"}


def download(disposition: str) -> Route:
    headers = {"content-disposition": disposition, "accept-ranges": "bytes"}
    return Route("/media/{name}", lambda _: Response("một lời phàn nàn", headers=headers))


class SignedIn:
    """Sessions in which everybody has one role and is who the header says."""

    signing_in, rules = False, None

    def __init__(self, role: Role) -> None:
        self.role = role

    def asking(self, connection):
        return self.role, {}

    def person(self, connection):
        return connection.headers.get("x-name", "")


@pytest.fixture
def port(serve):
    def port(*routes: Route, sessions=None, downloads=None, uploads=None) -> int:
        def the_sessions():
            return sessions or SignInSessions(ListedRoles(None))

        guards = [
            Middleware(HostGuard, the_sessions=the_sessions),
            Middleware(
                AccessGuard,
                the_sessions=the_sessions,
                downloads=downloads,
                uploads=uploads or OpenUploads(),
            ),
        ]
        return serve(Starlette(routes=routes, middleware=guards))

    return port


@pytest.mark.parametrize(
    "disposition",
    ['attachment; filename="noi-bo-y-kien.csv"', "attachment; filename*=utf-8''noi-bo-%C3%BD.csv"],
)
def test_a_private_file_goes_nowhere_else(port, ask, disposition):
    answer = ask(port(download(disposition)), "/media/a1.csv", **AFAR)
    assert (answer.status, answer.body) == (403, b"")
    assert "content-disposition" not in answer.headers


def test_not_one_piece_of_a_private_file_is_handed_to_the_server(await_):
    pieces = []

    async def file(scope, receive, send):
        named = [(b"content-disposition", b'attachment; filename="noi-bo-a.csv"')]
        await send({"type": "http.response.start", "status": 206, "headers": named})
        await send({"type": "http.response.body", "body": b"one", "more_body": True})
        await send({"type": "http.response.body", "body": b"two"})

    async def send(message):
        pieces.append(message.get("body", message.get("status")))

    scope = {"type": "http", "method": "GET", "path": "/media/a1.csv", "headers": []}
    await_(AccessGuard(file, lambda: SignInSessions(ListedRoles(None)))(scope, None, send))
    assert pieces == [403, b""]


def test_a_private_file_is_served_to_this_machine(port, ask):
    answer = ask(port(download('attachment; filename="noi-bo-y-kien.csv"')), "/media/a1.csv")
    assert (answer.status, answer.body.decode()) == (200, "một lời phàn nàn")


@pytest.mark.parametrize(
    ("role", "statuses"),
    [(Role.VIEWER, [403, 403]), (Role.STAFF, [200, 403]), (Role.LEADER, [200, 200])],
)
def test_a_file_for_leaders_is_not_for_staff(port, ask, role, statuses):
    names = ("noi-bo-y-kien.csv", "noi-bo-lanh-dao-y-kien.csv")
    there = [port(download(f'attachment; filename="{n}"'), sessions=SignedIn(role)) for n in names]
    assert [ask(each, "/media/a1.csv", **AFAR).status for each in there] == statuses


def test_a_private_file_tells_nothing_to_a_head_request(port, ask):
    there = port(download('attachment; filename="noi-bo-y-kien.csv"'))
    answer = ask(there, "/media/a1.csv", method="HEAD", **AFAR)
    assert (answer.status, answer.headers["content-length"]) == (403, "0")


def test_figures_may_be_downloaded_from_anywhere(port, ask):
    answer = ask(port(download('attachment; filename="so-lieu.csv"')), "/media/a1.csv", **AFAR)
    assert answer.status == 200


@pytest.mark.parametrize(("headers", "status"), [({}, 200), (AFAR, 404), ({"host": "a.test"}, 404)])
def test_metrics_exist_for_this_machine_only(port, ask, headers, status):
    metrics = Route("/_stcore/metrics", lambda _: Response("cache_hits 3"))
    assert ask(port(metrics), "/_stcore/metrics", **headers).status == status


def test_a_private_file_is_for_whoever_had_it_made(port, ask):
    sessions = SignedIn(Role.LEADER)
    downloads = IssuedDownloads(lambda: sessions)
    page = downloads.to_page(HTTPConnection(of("chủ tịch")))
    page.ask()
    answer = ForwardMsg()
    answer.backend_operation_response.deferred_file.url = "/media/a1.csv"
    page.hear(ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString())
    page.hear(answer.SerializeToString())
    file = download('attachment; filename="noi-bo-lanh-dao-y-kien.csv"')
    there = port(file, sessions=sessions, downloads=downloads)
    names = ({"x_name": "chủ tịch".encode()}, {"x_name": "phó"}, {})
    assert [ask(there, "/media/a1.csv", **name).status for name in names] == [200, 403, 403]
    assert ask(there, "/media/b2.csv", x_name="chủ tịch".encode()).status == 403


def of(name: str) -> dict[str, object]:
    return {"type": "websocket", "headers": [(b"x-name", name.encode())]}


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("base", ["", "/khao-sat"])
def test_nobody_uploads_where_no_page_has_an_uploader(port, ask, base, method):
    taken = []
    path = base + "/_stcore/upload_file/session/file"
    there = port(Route(path, lambda _: taken.append(1), methods=[method]))
    assert ask(there, path, method=method).status == 403
    assert not taken


@pytest.mark.parametrize(
    ("origin", "opens"),
    [
        ("http://127.0.0.1:{port}", True),
        (None, True),  # no browser asks
        ("http://localhost:9999", False),
        ("http://127.0.0.1:9999", False),
        ("http://[::1]:9999", False),
    ],
)
def test_a_page_of_another_server_on_this_machine_opens_no_socket(port, origin, opens):
    async def page(socket) -> None:
        await socket.accept()
        await socket.send_text("một lời phàn nàn")

    there = port(WebSocketRoute("/_stcore/stream", page))
    address = f"ws://127.0.0.1:{there}/_stcore/stream"
    named = origin and origin.format(port=there)
    if opens:
        with connect(address, origin=named) as socket:
            assert socket.recv(5)
    else:
        with pytest.raises(InvalidStatus, match="403"):
            connect(address, origin=named)


@pytest.mark.parametrize(
    ("role", "shown", "status"),
    [
        (Role.LEADER, True, 200),
        (Role.STAFF, True, 403),
        (Role.VIEWER, True, 403),
        (Role.LEADER, False, 403),
    ],
)
def test_only_a_leaders_page_that_shows_an_uploader_sends_files(port, ask, role, shown, status):
    uploads = OpenUploads()
    uploads.note("page", shown=shown)
    path = "/_stcore/upload_file/page/file"
    route = Route(path, lambda _: Response(), methods=["PUT"])
    there = port(route, sessions=SignedIn(role), uploads=uploads)
    assert ask(there, path, method="PUT").status == status


def test_a_page_sends_so_many_files_until_it_shows_no_uploader_any_more():
    uploads = OpenUploads()
    uploads.note("page", shown=True)
    assert [uploads.take("page") for _ in range(MOST_FILES + 1)] == [*[True] * MOST_FILES, False]
    uploads.note("page", shown=False)
    assert not uploads.take("page")
    uploads.note("page", shown=True)
    assert uploads.take("page")
