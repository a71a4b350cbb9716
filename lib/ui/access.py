"""Who may see what respondents wrote: until there is sign-in, only this machine."""

import streamlit as st

from lib.server.visitor import loopback
from lib.ui.feed import office


def private() -> bool:
    """Tell whether this viewer may see single responses; the invented sample is for all."""
    return office().sample or loopback(st.context.ip_address, st.context.headers)
