"""Who is looking, and what that person may see and do."""

import streamlit as st

from lib.roles import Role
from lib.server.visitor import loopback
from lib.ui.feed import office

CHOSEN = "role"  # of the sample, in this session only: never in the address


def role() -> Role:
    """Return the role of this viewer.

    The sample is invented: there everybody chooses. Elsewhere, until there is sign-in, only a
    person at this machine sees more than aggregates.
    """
    if office().sample:
        return Role(st.session_state.get(CHOSEN, Role.LEADER))
    near = loopback(st.context.ip_address, st.context.headers)
    return Role.LEADER if near else Role.VIEWER


def who() -> str:
    """Return who does something, for the journal: the role, while nobody signs in."""
    return role().name.lower()
