"""What only a person at this machine may fetch."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route

from lib.roles import Role
from lib.server.access_guard import AccessGuard
from lib.server.listed_roles import ListedRoles
from lib.server.sessions import SignInSessions

AFAR = {"x_forwarded_for": "203.0.113.9"}


def download(disposition: str) -> Route:
    headers = {"content-disposition": disposition, "accept-ranges": "bytes"}
    return Route("/media/{name}", lambda _: Response("một lời phàn nàn", headers=headers))


class SignedIn:
    """Sessions in which everybody has one role."""

    def __init__(self, role: Role) -> None:
        self.role = role

    def asking(self, connection):
        return self.role, {}


@pytest.fixture
def port(serve):
    def port(*routes: Route, sessions=None) -> int:
        guard = Middleware(
            AccessGuard, the_sessions=lambda: sessions or SignInSessions(ListedRoles(None))
        )
        return serve(Starlette(routes=routes, middleware=[guard]))

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
