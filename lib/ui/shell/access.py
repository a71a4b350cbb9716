"""Who is looking, and what that person may see and do."""

import contextlib
import contextvars
import enum
from collections.abc import Iterator

import streamlit as st

from lib.errors import SurveyError
from lib.roles import Role
from lib.server.request_origin import kept_from_here_by, request_distance
from lib.server.sessions import is_pin_sign_in
from lib.ui.shell.process import the_office, the_sessions, the_settings

CHOSEN_ROLE_KEY = "role"  # of the sample, in this session only: never in the address


_restricted = contextvars.ContextVar[bool | None]("restricted", default=None)


class SignInState(enum.Enum):
    """Whether this viewer signed in."""

    UNKNOWN = enum.auto()  # nobody signs in here: [auth] is not set and no name has a PIN
    OUT = enum.auto()
    IN = enum.auto()
    ENDED = enum.auto()  # after its hours, or because somebody signed out in another tab


def viewer_role() -> Role:
    """Return the role of this viewer; over the invented sample everybody chooses one."""
    if the_office().sample:
        return Role(st.session_state.get(CHOSEN_ROLE_KEY, Role.LEADER))
    return granted_role()


def granted_role() -> Role:
    """Return the role that this viewer really has, by sign-in or by being at this machine."""
    distance = request_distance(st.context.ip_address, st.context.headers)
    return the_sessions().role(_claims(), distance)


def may_set_up() -> bool:
    """Tell whether this viewer may set the app up: at this machine, or as a leader signed in.

    The role that anybody may try on over the sample counts for nothing. While a setting is wrong
    nobody may: every page says what is wrong.
    """
    try:
        return granted_role() is Role.LEADER
    except SurveyError:
        return False


def headers_in_between() -> list[str]:
    """Return the headers that make of a browser at this machine somebody else's."""
    return kept_from_here_by(st.context.ip_address, st.context.headers)


def sign_in_state() -> SignInState:
    """Tell whether this viewer signed in."""
    if not the_sessions().signing_in:
        return SignInState.UNKNOWN
    if not _claims().get("is_logged_in"):
        return SignInState.OUT
    return SignInState.IN if the_sessions().lasts(_claims()) else SignInState.ENDED


def viewer_name() -> str:
    """Return the e-mail or name that this viewer signed in with, "" where nobody vouches for it."""
    return the_sessions().name(_claims())


def signed_in_by_pin() -> bool:
    """Tell whether this viewer bears a sign-in by PIN, ended or not."""
    return is_pin_sign_in(_claims())


def journal_author() -> str:
    """Return who does something, for the journal: a name, or the role where none is known."""
    return viewer_name() or viewer_role().name.lower()


def may_read_restricted() -> bool:
    """Tell whether this viewer may read cases that are held: leaders, and who receives them."""
    told = _restricted.get()
    if told is not None:
        return told
    recipient = the_settings().tracking.recipient
    receives = viewer_role() is Role.STAFF and bool(recipient) and viewer_name() == recipient
    return viewer_role() is Role.LEADER or receives


@contextlib.contextmanager
def reading_as(*, restricted: bool) -> Iterator[None]:
    """Read as somebody who may, or may not, read what is held.

    A file that is made when its button is pressed is made where no session tells who pressed it.
    """
    before = _restricted.set(restricted)
    try:
        yield
    finally:
        _restricted.reset(before)


def _claims() -> dict[str, object]:
    return dict(st.user.to_dict())
