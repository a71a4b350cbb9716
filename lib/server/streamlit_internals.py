"""What of Streamlit's inside the app rests on, all of it: a new version is held against this file.

Streamlit promises none of it. What stays on the screen by name (its words, its elements in the
style sheets) stands in `streamlit_words.py` and the `.css` files.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import streamlit
from starlette.requests import HTTPConnection
from streamlit import config
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime import Runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import _coalesce_widget_states
from streamlit.web.server.server_util import get_cookie_secret, get_url
from streamlit.web.server.starlette import starlette_websocket
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

_STATIC = Path(streamlit.__file__).parent / "static"
STATIC_FOLDER, STATIC_PREFIX = _STATIC / "static", "/static/"  # served under that path
STREAMLIT_INDEX = (_STATIC / "index.html").read_bytes()
METRICS_PATH = "/_stcore/metrics"  # names of functions, sizes of caches, numbers of sessions
STREAM_PATH = "/_stcore/stream"  # the socket that each open page holds
UPLOAD_PATH = "/_stcore/upload_file/"  # to which an uploader of a page sends its files
LOGIN_PATH, CALLBACK_PATH, LOGOUT_PATH = "/auth/login", "/oauth2callback", "/auth/logout"
SIGN_IN_COOKIE = USER_COOKIE_NAME
# In the browser: where the app is served from, which may be below a path.
BASE_PATH_JS = """const script = document.querySelector('script[src*="/static/js/"]')
  const base = script ? script.src.split('/static/js/')[0] : location.origin"""


# In a script of Streamlit's: how a list compares its options with what somebody types.
_LIST_SEARCH = re.compile(
    rb"(var \w+=)e=>e\.toLowerCase\(\)(;function \w+\(e\)\{return )"
    rb"e\?\?(\w+\.SelectWidgetFilterMode)\.FILTER_MODE_FUZZY\}"
)
_WITHOUT_ACCENTS = (
    rb'\1e=>e.normalize("NFD").replace(/[\\u0300-\\u036f]/g,"").replace(/\\u0111/gi,"d").toLowerCase()'
    rb"\2e&&e!==\3.FILTER_MODE_FUZZY?e:\3.FILTER_MODE_CONTAINS}"
)


def with_search_without_accents(script: bytes) -> bytes:
    """Return a script of Streamlit's whose lists show every option that holds what is typed.

    Accents make no difference: to Streamlit's own comparison "xuan dong" is no "Xuân Đông".
    """
    return _LIST_SEARCH.sub(_WITHOUT_ACCENTS, script)


def signed_in_claims(connection: HTTPConnection) -> Mapping[str, object]:
    """Return what the provider said of whoever signed in, empty where the cookie is not ours.

    Streamlit signs the cookie and reads it only for its own socket, hence its inner function.
    """
    cookies = connection.cookies
    signed = starlette_websocket._get_signed_cookie_with_chunks(cookies, SIGN_IN_COOKIE)
    claims = json.loads(signed) if signed else {}
    return claims if isinstance(claims, dict) else {}


def signed_cookie(claims: Mapping[str, object]) -> str:
    """Return the sign-in cookie that Streamlit itself would make of these claims."""
    told = json.dumps(claims)
    return create_signed_value(get_cookie_secret(), SIGN_IN_COOKIE, told).decode()


def sign_cookies_with(secret: str) -> None:
    """Have sign-ins signed with a secret that outlives the process, where [auth] has none.

    Streamlit makes up another at each start.
    """
    if streamlit.get_option("server.cookieSecret") != secret:
        config.set_option("server.cookieSecret", secret)


def host_allowed_by_option(host: str | None) -> bool | None:
    """Tell whether server.allowedHosts holds this name; None where the option is not set."""
    if not streamlit.get_option("server.allowedHosts"):
        return None
    return starlette_websocket.is_host_allowed(host)


def address_served(host: str) -> str | None:
    """Return the app's address by this name of the machine, None where another server runs it."""
    by_streamlit = (config._server_mode or "").startswith("starlette")
    return get_url(host) if by_streamlit else None


def came_by_history() -> bool:
    """Tell whether the browser's Back or Forward started this run of the script."""
    context = get_script_run_ctx()
    return bool(context and context.is_history_navigation)


def page_session() -> str:
    """Return by what Streamlit knows the open page whose script runs, "" where there is none."""
    context = get_script_run_ctx()
    return context.session_id if context else ""


def merged_widget_states(old: WidgetStates, new: WidgetStates) -> WidgetStates:
    """Return the newer values of a page's widgets, with the presses of buttons of the older."""
    return _coalesce_widget_states(old, new) or WidgetStates()


def owns_deferred_file(session: str, file: str) -> bool:
    """Tell whether no other page than this session's has the button of this download."""
    if not Runtime.exists():
        return False
    entry = Runtime.instance().media_file_mgr._deferred_callables.get(file)
    return entry is None or entry["session_id"] == session
