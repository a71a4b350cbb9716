"""Who is looking, and what that person may see and do."""

import enum

import streamlit as st

from lib import roles
from lib.roles import Role
from lib.server.visitor import loopback
from lib.ui.feed import configured, office, the_sessions

CHOSEN = "role"  # of the sample, in this session only: never in the address


class Sign(enum.Enum):
    """Whether this viewer signed in."""

    UNKNOWN = enum.auto()  # nobody signs in here: [auth] is not set
    OUT = enum.auto()
    IN = enum.auto()
    ENDED = enum.auto()  # after its hours, or because somebody signed out in another tab


def role() -> Role:
    """Return the role of this viewer; over the invented sample everybody chooses one."""
    if office().sample:
        return Role(st.session_state.get(CHOSEN, Role.LEADER))
    return standing()


def standing() -> Role:
    """Return the role that this viewer really has, by sign-in or by being at this machine."""
    near = loopback(st.context.ip_address, st.context.headers)
    return the_sessions().role(_claims(), near=near)


def sign() -> Sign:
    """Tell whether this viewer signed in."""
    if the_sessions().rules is None:
        return Sign.UNKNOWN
    if not _claims().get("is_logged_in"):
        return Sign.OUT
    return Sign.IN if the_sessions().lasts(_claims()) else Sign.ENDED


def mail() -> str:
    """Return the e-mail that this viewer signed in with, "" where nobody vouches for one."""
    rules = the_sessions().rules
    return roles.address(_claims(), rules) if rules and sign() is Sign.IN else ""


def who() -> str:
    """Return who does something, for the journal: an e-mail, or the role where none is known."""
    return mail() or role().name.lower()


def reads_held() -> bool:
    """Tell whether this viewer may read cases that are held: leaders, and who receives them."""
    recipient = configured().tracking.recipient
    receives = role() is Role.STAFF and bool(recipient) and mail() == recipient
    return role() is Role.LEADER or receives


def _claims() -> dict[str, object]:
    return dict(st.user.to_dict())
