"""What an open page may say through its socket, and how two of its messages become one.

Streamlit takes more from whoever opens the socket: to empty its caches, to stop, to run commands
of developers. Our pages send none of that; files only from a page that has an uploader.
"""

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from lib.server.open_uploads import MOST_FILES, the_uploads
from lib.server.streamlit_internals import UPLOAD_PATH, merged_widget_states, owns_deferred_file

PASSED = frozenset(
    {
        *("rerun_script", "stop_script", "app_heartbeat"),
        *("backend_operation_request", "file_urls_request"),
    }
)
PASSED_OPERATIONS = frozenset({"deferred_file"})
# for what no page of ours draws: the camera, a table of bytes
REFUSED_VALUES = frozenset({"bytes_value", "arrow_value"})
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
    if kind == "file_urls_request":
        asked = message.file_urls_request
        return len(asked.file_names) <= MOST_FILES and the_uploads.shown_to(asked.session_id)
    return True


def _within_bounds(state: ClientState) -> bool:
    widgets = state.widget_states.widgets
    return len(widgets) <= _MOST_WIDGETS and all(
        widget.WhichOneof("value") not in REFUSED_VALUES and _holds_own_files(widget)
        for widget in widgets
    )


def _holds_own_files(widget: WidgetState) -> bool:
    """Tell whether the files of an uploader, if it is one, were sent by a page that has one."""
    files = widget.file_uploader_state_value.uploaded_file_info
    sent = (file.file_urls.upload_url.partition(UPLOAD_PATH)[2] for file in files)
    return all(the_uploads.shown_to(place.partition("/")[0]) for place in sent)


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
