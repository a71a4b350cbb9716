"""What somebody decides with a button, kept beside the numbers of questions, or said not to be."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from lib.errors import SurveyError
from lib.ui.pieces.banners import draw_error
from lib.ui.shell.process import the_office

_FAILED = "_unremembered"  # the page on which it was decided, and why it was not kept


def remember_decision(keep: Callable[[Path], None]) -> bool:
    """Have it kept, from a callback; tell whether it was. The page says why where it was not."""
    try:
        the_office().remember(keep)
    except SurveyError as error:
        st.session_state[_FAILED] = st.session_state["_page"], error.with_traceback(None)
        return False
    st.session_state[_FAILED] = None
    return True


def draw_unremembered() -> None:
    """Say on the page of a decision that it was not kept, and why."""
    page, error = st.session_state.get(_FAILED) or ("", None)
    if error and page == st.session_state["_page"]:
        draw_error(str(error))
