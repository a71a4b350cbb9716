"""Of what a stranger's socket may send only what our pages say arrives, and in its turn."""

import asyncio
import contextlib
from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from starlette.types import Message
from starlette.websockets import WebSocket, WebSocketDisconnect
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from lib.server import page_messages
from lib.server.fair_turns import FairTurns, PageTurns
from lib.server.issued_downloads import IssuedDownloads
from lib.server.listed_roles import ListedRoles
from lib.server.open_uploads import the_uploads
from lib.server.page_socket import PageSockets
from lib.server.sessions import SignInSessions

REFUSED = [
    BackMsg(clear_cache=True),
    BackMsg(set_run_on_save=True),
    BackMsg(load_git_info=True),
    BackMsg(debug_disconnect_websocket=True),
    BackMsg(debug_shutdown_runtime=True),
    BackMsg(file_urls_request={"request_id": "a", "file_names": ["a.csv"]}),
    BackMsg(backend_operation_request={"session_id": "a", "install_skills": {}}),
    BackMsg(backend_operation_request={"session_id": "a", "dismiss_skills_nudge": {}}),
    BackMsg(backend_operation_request={"session_id": "a", "dataframe_chunk": {"source_id": "b"}}),
    BackMsg(backend_operation_request={"session_id": "a", "deferred_file": {"file_id": "other"}}),
    BackMsg(backend_operation_request={"session_id": "a"}),
    BackMsg(),
    BackMsg(rerun_script={"widget_states": {"widgets": [{"id": "a", "bytes_value": b"\0"}]}}),
    BackMsg(rerun_script={"widget_states": {"widgets": [{"id": "a"}] * 2_001}}),
]


def uploaded(session: str) -> BackMsg:
    """Return what a page says whose uploader holds a file of this session's."""
    sent = {"file_urls": {"upload_url": f"/_stcore/upload_file/{session}/file"}}
    state = {"uploaded_file_info": [sent]}
    widget = {"id": "a", "file_uploader_state_value": state}
    return BackMsg(rerun_script={"widget_states": {"widgets": [widget]}})


@pytest.mark.parametrize("shown", [True, False])
def test_files_are_spoken_of_by_the_page_alone_that_shows_an_uploader(shown):
    the_uploads.note("own", shown=shown)
    asked = {"request_id": "a", "file_names": ["a.csv"], "session_id": "own"}
    own = [BackMsg(file_urls_request=asked), uploaded("own")]
    others = [BackMsg(file_urls_request=asked | {"session_id": "other"}), uploaded("other")]
    many = BackMsg(file_urls_request=asked | {"file_names": ["a.csv"] * 21})

    def taken(message: BackMsg) -> bool:
        return page_messages.page_message(message.SerializeToString()) is not None

    assert [taken(message) for message in own] == [shown, shown]
    assert not any(map(taken, [*others, many]))
    the_uploads.note("own", shown=False)


DRAWN = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString()


class Streamlit:
    """Stands for Streamlit's end of the socket: remembers what arrives."""

    def __init__(self) -> None:
        self.heard: list[BackMsg] = []

    async def hear(self, socket) -> None:
        await socket.accept()
        async for sent in socket.iter_bytes():
            self.heard.append(BackMsg.FromString(sent))
            await socket.send_bytes(DRAWN)


@pytest.fixture
def streamlit() -> Streamlit:
    return Streamlit()


@pytest.fixture
def page(serve, streamlit):
    """Open a page's socket."""
    downloads = IssuedDownloads(lambda: SignInSessions(ListedRoles(None)))
    app = Starlette(
        routes=[WebSocketRoute("/_stcore/stream", streamlit.hear)],
        middleware=[Middleware(PageSockets, downloads=downloads)],
    )
    with connect(f"ws://127.0.0.1:{serve(app)}/_stcore/stream") as socket:
        yield socket


def rerun(query: str = "", **pressed: bool) -> BackMsg:
    widgets = [WidgetState(id=name, trigger_value=value) for name, value in pressed.items()]
    return BackMsg(rerun_script={"query_string": query, "widget_states": {"widgets": widgets}})


def test_every_message_of_the_installed_protocol_is_passed_or_refused_on_purpose():
    known = {message.WhichOneof("type") for message in REFUSED} | page_messages.PASSED
    kinds = {field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields}
    assert kinds == known - {None}
    asked = {m.backend_operation_request.WhichOneof("payload") for m in REFUSED}
    operations = BackendOperationRequest.DESCRIPTOR.oneofs_by_name["payload"].fields
    assert {field.name for field in operations} == asked - {None}
    values = {field.name for field in WidgetState.DESCRIPTOR.oneofs_by_name["value"].fields}
    assert values >= page_messages.REFUSED_VALUES


@pytest.mark.parametrize("message", REFUSED, ids=lambda message: str(message)[:40])
def test_what_no_page_says_closes_the_socket_and_arrives_nowhere(page, streamlit, message):
    page.send(rerun("first").SerializeToString())
    page.recv(5)
    page.send(message.SerializeToString())
    with pytest.raises(ConnectionClosed) as closed:
        page.recv(5)
    assert closed.value.rcvd.code == 1008
    assert [each.rerun_script.query_string for each in streamlit.heard] == ["first"]


@pytest.mark.parametrize("sent", ["text", b"\xff\xff\xff", b"\0" * 1_000_001])
def test_what_is_no_message_closes_the_socket(page, streamlit, sent):
    page.send(sent)
    with pytest.raises(ConnectionClosed):
        page.recv(5)
    assert streamlit.heard == []


@pytest.mark.parametrize(
    "message", [rerun("ky=2022"), BackMsg(stop_script=True), BackMsg(app_heartbeat=True)]
)
def test_what_pages_say_arrives_as_it_was_sent(page, streamlit, message):
    page.send(message.SerializeToString())
    page.recv(5)
    assert streamlit.heard == [message]


def test_of_a_thousand_reruns_few_arrive_the_newest_among_them_and_no_press_is_lost(
    page, streamlit
):
    page.send(rerun("0").SerializeToString())
    page.recv(5)
    page.send(rerun("1", save=True).SerializeToString())
    for number in range(2, 1_000):
        page.send(rerun(str(number)).SerializeToString())
    while not streamlit.heard or streamlit.heard[-1].rerun_script.query_string != "999":
        page.recv(30)
    pressed = [w for m in streamlit.heard for w in m.rerun_script.widget_states.widgets]
    assert len(streamlit.heard) < 100
    assert [widget.id for widget in pressed if widget.trigger_value] == ["save"]


def test_two_parts_redrawn_together_redraw_all_and_a_step_in_the_history_stays_one():
    old = rerun("ky=2022").rerun_script
    old.fragment_id, old.is_history_navigation = "body", True
    new = rerun("ky=2022").rerun_script
    merged = page_messages.merge_reruns(old, new)
    assert (merged.fragment_id, merged.is_history_navigation) == ("", True)
    elsewhere = page_messages.merge_reruns(old, rerun("ky=2023").rerun_script)
    assert not elsewhere.is_history_navigation


def test_a_page_that_is_gone_while_it_is_sent_to_leaves_no_traceback_in_the_log(await_: Callable):
    """Streamlit asks such a socket for more, as here."""

    async def streamlit(scope, receive, send) -> None:
        socket = WebSocket(scope, receive, send)
        await socket.accept()
        with contextlib.suppress(WebSocketDisconnect):
            await socket.send_bytes(DRAWN)
        await socket.receive_bytes()

    async def connecting() -> Message:
        return {"type": "websocket.connect"}

    async def gone(message: Message) -> None:
        if message["type"] == "websocket.send":
            raise OSError

    sockets = PageSockets(streamlit, IssuedDownloads(lambda: SignInSessions(ListedRoles(None))))
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": [], "query_string": b""}
    await_(sockets(scope, connecting, gone))


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


async def asks(page: PageTurns, name: str, order: list[str]) -> None:
    await page.turn()
    order.append(name)
    page.end()


def test_whoever_asks_as_people_do_goes_before_a_page_that_asks_without_end(await_: Callable):
    order: list[str] = []

    async def flood() -> None:
        turns = FairTurns(Clock())
        drawn = [PageTurns(turns) for _ in range(FairTurns.AT_A_TIME)]
        for page in drawn:
            await page.turn()
        greedy, other = PageTurns(turns), PageTurns(turns)
        tasks = [asyncio.create_task(asks(greedy, "greedy", order)) for _ in range(9)]
        await asyncio.sleep(0)
        tasks.append(asyncio.create_task(asks(other, "other", order)))
        await asyncio.sleep(0)
        for page in drawn:
            page.end()
        await asyncio.sleep(0.1)
        for task in tasks:
            task.cancel()

    await_(flood())
    assert sorted(order) == [*["greedy"] * (int(PageTurns.AT_ONCE) + 1), "other"]


def test_a_page_that_rests_may_ask_again_at_once(await_: Callable):
    clock = Clock()

    async def rests() -> list[bool]:
        page, hasty = PageTurns(FairTurns(clock)), []
        for pause in [0] * int(PageTurns.AT_ONCE) + [1.5, 0]:
            clock.seconds += pause
            turn = asyncio.create_task(page.turn())
            await asyncio.sleep(0)
            hasty.append(page.hasty)
            await turn
            page.end()
        return hasty

    assert await_(rests())[-2:] == [False, False]


def test_a_page_that_is_never_drawn_keeps_others_waiting_for_seconds_alone(await_: Callable):
    clock = Clock()

    async def stuck() -> None:
        turns = FairTurns(clock)
        for _ in range(FairTurns.AT_A_TIME):
            await PageTurns(turns).turn()
        clock.seconds += FairTurns.LONGEST
        await asyncio.wait_for(PageTurns(turns).turn(), 5)

    await_(stuck())
