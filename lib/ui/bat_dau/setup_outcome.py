"""What became of the last step of setting up, said once at the top of the page."""

import streamlit as st

from lib.errors import SurveyError
from lib.ui.pieces.banners import banner_html, draw_error
from lib.ui.pieces.markup import draw_static_html
from lib.wording import gettext

_OUTCOME = "_setup_outcome"


def note_setup_outcome(outcome: str | SurveyError) -> None:
    """Remember what to say when the page is drawn next: what was done, or why it was not."""
    st.session_state[_OUTCOME] = outcome


def draw_setup_outcome() -> None:
    """Say it, and say it no more."""
    outcome = st.session_state.pop(_OUTCOME, None)
    if isinstance(outcome, SurveyError):
        draw_error(str(outcome))
    elif outcome:
        draw_static_html(banner_html("✓", outcome, "x-done"))


def note_saved_source(title: str, *, described: bool) -> None:
    """Remember that the answers are shown now, and whether what was confirmed is kept too."""
    words = gettext("Saved: all pages show {title} now.", title=title)
    if not described:
        words += " " + gettext(
            "What you confirmed could not be written: confirm it again on the page “To be "
            "confirmed”."
        )
    note_setup_outcome(words)
