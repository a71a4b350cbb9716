"""Signing in with a name and a PIN: what is asked before a PIN is looked at, and the cookie.

The cookie is Streamlit's own, as st.login leaves it, so that whatever guards that one guards
this one too.
"""

import asyncio
import datetime as dt
import math
import secrets
from collections.abc import Callable, Mapping
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from lib.errors import SurveyError
from lib.office_clock import utc_now
from lib.roles import PIN_ISSUER
from lib.server.pin_page import NAME_FIELD, PIN_FIELD, PIN_PATH, RETURN_FIELD, pin_page_html
from lib.server.request_origin import Distance, request_distance
from lib.server.sessions import SignInSessions, TheSessions
from lib.server.sign_in_flow import may_return, opened_page
from lib.server.streamlit_internals import SIGN_IN_COOKIE, signed_cookie
from lib.server.try_waits import TryWaits
from lib.settings.sign_in_settings import name_key
from lib.wording import gettext, mark, ngettext, use_language

_MOST_BYTES = 16_384  # of a form that is filled in; the address to return to is the most of it
_MOST_CHARACTERS = 100  # of a name
OPEN_NETWORK = mark(
    "Over this address (http) a PIN could be read on the way. Sign in from a machine in the "
    "office’s network, or open the app by an address that begins with https://."
)
_NOT_OURS = mark("This did not come from the app’s own page. Open the sign-in again and retry.")
_WRONG = mark("Name or PIN is wrong. Look at both and try again.")
_NOBODY = mark(
    "No name has a PIN yet. Whoever runs the app sets one on its machine: python -m lib pin NAME"
)
WITHOUT_LEADER = mark(
    "No leader can sign in now. Whoever runs the app sets a leader’s PIN on its machine: "
    "python -m lib pin NAME"
)


def pin_sign_in_route(the_sessions: TheSessions, now: Callable[[], dt.datetime] = utc_now) -> Route:
    """Return the route of the page where names sign in; wrong PINs are counted in it."""
    door = _Door(the_sessions, TryWaits(now), now)
    return Route(PIN_PATH, door.answer, methods=["GET", "POST"])


class _Door:
    def __init__(
        self, the_sessions: TheSessions, waits: TryWaits, now: Callable[[], dt.datetime]
    ) -> None:
        self.the_sessions, self.waits, self.now = the_sessions, waits, now
        self.one_at_a_time = asyncio.Semaphore()  # a hash takes 64 MB

    async def answer(self, request: Request) -> Response:
        use_language(request.query_params.get("lang", "vi"))
        try:
            sessions = self.the_sessions()
        except SurveyError as error:
            return _page(str(error), "", 503, form=False)
        back = _own_page(opened_page(request))
        if closed := _closed(sessions, request):
            return _page(closed, back, 403, form=False)
        if request.method != "POST":
            said = gettext(WITHOUT_LEADER) if sessions.without_leader else ""
            return _page(said, back, 200)
        return await self._entered(sessions, request)

    async def _entered(self, sessions: SignInSessions, request: Request) -> Response:
        # a browser always says which page sends a form; another site's would sign in as itself
        if request.headers.get("origin") != _origin(request):
            return _page(gettext(_NOT_OURS), "", 403, form=False)
        form = await _fields(request)
        if form is None:
            return _page(gettext(_NOT_OURS), "", 413, form=False)
        typed, back = form.get(NAME_FIELD, ""), _own_page(form.get(RETURN_FIELD, ""))
        client = request.client.host if request.client else ""
        key = name_key(typed[:_MOST_CHARACTERS])
        if wait := self.waits.begin(key, client):
            return _page(_wait_words(wait), back, 429, typed=typed, wait=wait)
        proven = await self._proven(sessions, typed, form.get(PIN_FIELD, ""))
        if proven is None:
            return _page(gettext(_WRONG), back, 403, typed=typed)
        self.waits.succeeded(key, client)
        return self._signed_in(sessions, proven, request, back)

    async def _proven(
        self, sessions: SignInSessions, typed: str, pin: str
    ) -> Mapping[str, str] | None:
        """Return the listed name whose PIN this is; it takes as long for any other."""
        name = sessions.rules.listed_name(typed) if sessions.rules else None
        if sessions.pins is None:
            return None
        # before the PIN is looked at: one that is set anew meanwhile was not the one entered
        proven = {"sub": name or "", "pin": sessions.pins.pin_mark(name or "")}
        async with self.one_at_a_time:
            # nobody has a PIN under no name
            right = await asyncio.to_thread(sessions.pins.is_pin, name or "", pin)
        return proven if right else None

    def _signed_in(
        self, sessions: SignInSessions, proven: Mapping[str, str], request: Request, back: str
    ) -> Response:
        claims = {
            **proven,
            "iss": PIN_ISSUER,
            "iat": int(self.now().timestamp()),
            "nonce": secrets.token_hex(16),
            "over": request.url.scheme,
            "origin": _origin(request),
            "is_logged_in": True,
        }
        answer = RedirectResponse(back or ".", 303)
        hours = sessions.rules.hours if sessions.rules else 0
        answer.set_cookie(
            SIGN_IN_COOKIE,
            signed_cookie(claims),
            max_age=hours * 3600,
            httponly=True,
            samesite="lax",
        )
        return answer


def _closed(sessions: SignInSessions, request: Request) -> str:
    """Say why nobody signs in here this way, "" where one can."""
    if not sessions.by_pin:
        return gettext(_NOBODY)
    if sessions.pins and sessions.pins.trouble:
        return str(sessions.pins.trouble)
    ip = request.client.host if request.client else None
    afar = request_distance(ip, request.headers) is Distance.AFAR
    return gettext(OPEN_NETWORK) if afar and request.url.scheme != "https" else ""


def _origin(request: Request) -> str:
    return f"{request.url.scheme}://{request.headers.get('host')}"


def _own_page(to: str) -> str:
    """Return where to lead back to, "" where that is no page of this app or this very one."""
    here = to.partition("?")[0].endswith(PIN_PATH)
    return to if may_return(to, "/") and not here else ""


async def _fields(request: Request) -> dict[str, str] | None:
    """Return what was filled in, None where it is more than anybody fills in."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _MOST_BYTES:
            return None
    fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=10)
    return {name: values[0] for name, values in fields.items()}


def _wait_words(wait: dt.timedelta) -> str:
    seconds = math.ceil(wait.total_seconds())
    if seconds < 120:
        return ngettext(
            "Too many wrong tries from here. Try again in {n} second; others are not held up.",
            "Too many wrong tries from here. Try again in {n} seconds; others are not held up.",
            seconds,
        )
    return ngettext(
        "Too many wrong tries from here. Try again in {n} minute; others are not held up.",
        "Too many wrong tries from here. Try again in {n} minutes; others are not held up.",
        -(-seconds // 60),
    )


def _page(
    said: str,
    back: str,
    status: int,
    *,
    form: bool = True,
    typed: str = "",
    wait: dt.timedelta | None = None,
) -> Response:
    headers = {"cache-control": "no-store"}
    if wait:
        headers["retry-after"] = str(math.ceil(wait.total_seconds()))
    shown = pin_page_html(said, back, form=form, typed=typed[:_MOST_CHARACTERS])
    return HTMLResponse(shown, status, headers)
