"""Who is looking, and what that person may see and do."""

import enum

import streamlit as st

from lib.roles import Role, verified_mail
from lib.server.request_origin import asked_from_here
from lib.ui.shell.process import the_office, the_sessions, the_settings

CHOSEN_ROLE_KEY = "role"  # of the sample, in this session only: never in the address


class SignInState(enum.Enum):
    """Whether this viewer signed in."""

    UNKNOWN = enum.auto()  # nobody signs in here: [auth] is not set
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
    near = asked_from_here(st.context.ip_address, st.context.headers)
    return the_sessions().role(_claims(), near=near)


def sign_in_state() -> SignInState:
    """Tell whether this viewer signed in."""
    if the_sessions().rules is None:
        return SignInState.UNKNOWN
    if not _claims().get("is_logged_in"):
        return SignInState.OUT
    return SignInState.IN if the_sessions().lasts(_claims()) else SignInState.ENDED


def viewer_mail() -> str:
    """Return the e-mail that this viewer signed in with, "" where nobody vouches for one."""
    rules = the_sessions().rules
    return verified_mail(_claims(), rules) if rules and sign_in_state() is SignInState.IN else ""


def journal_author() -> str:
    """Return who does something, for the journal: an e-mail, or the role where none is known."""
    return viewer_mail() or viewer_role().name.lower()


def may_read_restricted() -> bool:
    """Tell whether this viewer may read cases that are held: leaders, and who receives them."""
    recipient = the_settings().tracking.recipient
    receives = viewer_role() is Role.STAFF and bool(recipient) and viewer_mail() == recipient
    return viewer_role() is Role.LEADER or receives


def _claims() -> dict[str, object]:
    return dict(st.user.to_dict())
