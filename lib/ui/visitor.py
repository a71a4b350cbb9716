"""Who is looking, at the foot of the sidebar: in the sample the role one tries."""

import streamlit as st

from lib.roles import ROLES, Role
from lib.ui import access
from lib.ui.feed import office
from lib.ui.markup import tag
from lib.wording import gettext


def draw() -> None:
    """Draw the choice of a role over the sample; elsewhere nothing."""
    if not office().sample:
        return
    with st.container(key="visitor"):
        st.html(tag("p", tag("span", gettext("Sample data"), class_="x-sample"), class_="x-read"))
        words = {role: gettext(ROLES[role]) for role in reversed(Role)}
        st.session_state.setdefault(access.CHOSEN, Role.LEADER)
        st.selectbox(
            gettext("Try it as"), list(words), format_func=words.__getitem__, key=access.CHOSEN
        )
