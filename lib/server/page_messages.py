"""What an open page may say through its socket, and how two of its messages become one.

Streamlit takes more from whoever opens the socket: to empty its caches, to stop, to run commands
of developers. Our pages send none of that.
"""

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from lib.server.streamlit_internals import merged_widget_states, owns_deferred_file

PASSED = frozenset({"rerun_script", "stop_script", "app_heartbeat", "backend_operation_request"})
PASSED_OPERATIONS = frozenset({"deferred_file"})
# for what no page of ours draws: an upload of files or of the camera, a table of bytes
REFUSED_VALUES = frozenset({"file_uploader_state_value", "bytes_value", "arrow_value"})
LONGEST_MESSAGE = 1_000_000  # bytes
_MOST_WIDGETS = 2_000
_SHORT = 500  # bytes; what ends a run has some fifty


def page_message(sent: bytes | None) -> BackMsg | None:
    """Return what a page said, None where no page of ours says it so."""
    if sent is None or len(sent) > LONGEST_MESSAGE:
        return None
    message = BackMsg()
    try:
        message.ParseFromString(sent)
    except DecodeError:
        return None
    return message if _is_ours(message) else None


def _is_ours(message: BackMsg) -> bool:
    kind = message.WhichOneof("type")
    if kind not in PASSED:
        return False
    if kind == "rerun_script":
        return _within_bounds(message.rerun_script)
    if kind == "backend_operation_request":
        request = message.backend_operation_request
        asked = request.WhichOneof("payload") in PASSED_OPERATIONS
        return asked and owns_deferred_file(request.session_id, request.deferred_file.file_id)
    return True


def _within_bounds(state: ClientState) -> bool:
    widgets = state.widget_states.widgets
    return len(widgets) <= _MOST_WIDGETS and all(
        widget.WhichOneof("value") not in REFUSED_VALUES for widget in widgets
    )


def ends_a_run(sent: bytes) -> bool:
    """Tell whether Streamlit tells a page with this that its script has run."""
    return len(sent) < _SHORT and ForwardMsg.FromString(sent).HasField("script_finished")


def merge_reruns(old: ClientState, new: ClientState) -> ClientState:
    """Return one rerun for two: the newer, with the presses of buttons of the older.

    Two that redraw different parts redraw all. A step in the history stays one while its address
    is the newest.
    """
    merged = ClientState()
    merged.CopyFrom(new)
    if old.widget_states.widgets:
        merged.widget_states.CopyFrom(merged_widget_states(old.widget_states, new.widget_states))
    if old.fragment_id != new.fragment_id:
        merged.fragment_id = ""
    merged.is_auto_rerun = old.is_auto_rerun and new.is_auto_rerun
    if old.query_string == new.query_string:
        merged.is_history_navigation |= old.is_history_navigation
    return merged
