"""Each kind of attempt runs and comes to nothing; where something gets through it is counted."""

import random

import psutil
import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests import small_form
from tests.attack import people
from tests.attack.bad_luck import DISK, GOOGLE, Disk, google_stumbles
from tests.attack.strangers import KINDS, Stranger
from tests.attack.tally import Tally
from tests.benchmarks.soak import TRACKING
from tests.forking import forked
from tests.running import answers, office_folder, wait_for
from tests.serving import served

HALVES = "half-open connections"
GETS_THROUGH = {
    "floods of reruns": "private words seen",
    HALVES: "half a request is held open",
    "uploads": "an upload was taken: 204",
    "messages no page sends": "a message that no page sends was taken",
    "odd links": "an exception's page: KeyError",
    "forwarding headers": "answered 500",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A running office: its folder and address."""
    folder = office_folder(tmp_path_factory.mktemp("office"), secrets=TRACKING)
    more = [small_form.response(small_form.SECRET, attitude=small_form.DISSATISFIED)] * 20
    file = small_form.write(folder / "form.csv", small_form.rows(*more))
    settings = {"SURVEY_FILE": str(file), "SURVEY_DATA_DIR": str(folder / "data")}
    with forked(folder, settings) as url:
        wait_for(lambda: answers(f"{url}/health"), "the server")
        yield folder, url


@pytest.fixture(scope="module")
def careless():
    """The address of a server that lets everything through."""
    frames = [
        ForwardMsg(new_session={"initialize": {"session_id": "s"}}),
        ForwardMsg(delta={"new_element": {"html": {"body": small_form.SECRET}}}),
        ForwardMsg(
            delta={"new_element": {"html": {"body": "<span>7\N{NO-BREAK SPACE}phiếu</span>"}}}
        ),
        ForwardMsg(delta={"new_element": {"exception": {"type": "KeyError"}}}),
        ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY),
    ]

    async def page(socket):
        await socket.accept("streamlit" if "stream" in socket.url.path else None)
        while (await socket.receive())["type"] == "websocket.receive":
            for frame in frames:
                await socket.send_bytes(frame.SerializeToString())

    async def answer(request):
        if request.method != "GET":
            return Response(status_code=204)
        return Response(small_form.SECRET, 500 if "stcore" in request.url.path else 200)

    anywhere = "/{path:path}"
    routes = [
        WebSocketRoute(anywhere, page),
        Route(anywhere, answer, methods=["GET", "PUT", "POST"]),
    ]
    with served(Starlette(routes=routes)) as port:
        yield f"http://127.0.0.1:{port}"


def found(url, kind, patience):
    """Return what one attempt finds."""
    tally = Tally()
    Stranger(url, random.Random(kind), tally, patience, 20).attempt(kind)
    assert tally.attempts == {kind: 1}
    return dict(tally.violations)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != HALVES])  # they wait 10 s
def test_no_attempt_of_a_stranger_gets_through(office, kind):
    assert found(office[1], kind, 20) == {}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_careless_server_lets_through_is_counted(careless, kind):
    assert (kind, GETS_THROUGH[kind]) in found(careless, kind, 0.5)


def test_a_deed_that_is_said_to_be_kept_is_looked_for(office, tmp_path):
    folder, url = office
    for data, violations in ((folder / "data", []), (tmp_path / "data", [1])):
        told = people.work(url, Disk(data, psutil.Process()), 0.01)
        assert told.attempts == {people.STAFF: 1, people.SAID: 1}
        assert [*told.violations.values()] == violations


def test_a_visitor_counts_what_was_never_in_the_sheet(office, careless):
    shown = people.visit(office[1], 0)
    shown.compared(people.VISITOR, {32})
    assert (len(shown.looks), dict(shown.violations)) == (1, {})
    shown = people.visit(careless, 0)
    shown.compared(people.VISITOR, {32})
    assert (people.VISITOR, "never in the Sheet: 7 responses") in shown.violations


@pytest.mark.skipif(not hasattr(psutil.Process, "rlimit"), reason="no limit of a file's size")
def test_what_happens_to_the_disk_is_put_right_again(tmp_path):
    tally, chance = Tally(), random.Random(1)
    disk = Disk(tmp_path / "data", psutil.Process())
    for _ in range(20):
        disk.folder.mkdir(exist_ok=True)
        before = psutil.Process().rlimit(psutil.RLIMIT_FSIZE)
        disk.happen(chance, tally)()
        assert disk.folder.is_dir() or not disk.folder.exists()
        assert psutil.Process().rlimit(psutil.RLIMIT_FSIZE) == before
    assert tally.attempts == {DISK: 20}


def test_google_fails_in_some_way_at_each_turn(emulator):
    sheet, tally, chance = (
        emulator.create(("Trả lời", small_form.rows())),
        Tally(),
        random.Random(1),
    )
    for _ in range(20):
        google_stumbles(emulator, chance, tally)
    assert tally.attempts == {GOOGLE: 20}
    assert emulator.fault(f"/v4/spreadsheets/{sheet.key}/values:batchGet").status
