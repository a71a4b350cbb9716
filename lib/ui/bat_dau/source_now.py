"""Which answers the app shows now, and the way back to the sample."""

import os

import streamlit as st

from lib.errors import SurveyError
from lib.settings import ALL_SETTINGS
from lib.setup.settings_file import SettingsFile
from lib.survey.selection_sentence import n_responses
from lib.ui.bat_dau.saved_settings import save_settings
from lib.ui.bat_dau.setup_outcome import note_setup_outcome
from lib.ui.pieces.markup import draw_html, draw_static_html, page_link, tag
from lib.ui.shell.process import the_feed, the_office
from lib.wording import gettext

_PATIENCE = 20.0  # seconds for the first reading
_OF_THE_SOURCE = ("[survey] sheets", "[survey] file")


def source_set_elsewhere() -> list[str]:
    """Return the variables of the environment that say where the answers lie."""
    named = {setting.variable for setting in ALL_SETTINGS if setting.name in _OF_THE_SOURCE}
    return sorted(name for name in named if name and os.environ.get(name, "").strip())


def draw_source_now() -> None:
    """Say which answers are shown now; where they are the office's own, offer the way back."""
    office, feed = the_office(), the_feed()
    if office.sample:
        return
    with st.spinner(gettext("Reading the answers…")):
        feed.ready(_PATIENCE)
    snapshot = feed.snapshot
    titles = ", ".join(str(source.title) for source in office.sources)
    n = n_responses(snapshot.made.n) if snapshot else gettext("not read yet")
    words = gettext("The app shows: {titles} ({n}).", titles=titles, n=n)
    way = page_link(gettext("Look at the figures"), "", {})
    draw_html(tag("p", tag("b", words), " ", way), key="setup_now")
    if source_set_elsewhere():
        return
    with st.popover(gettext("Back to the sample data")):
        told = gettext(
            "The settings will name no source any more; the ones before stay beside. Your answers, "
            "cases and the log of verification stay on the disk: name the source again and all is "
            "there."
        )
        draw_static_html(tag("p", told))
        st.button(gettext("Show the sample"), key="setup_back", on_click=_back)


def _back() -> None:
    try:
        save_settings(SettingsFile.without_survey)
    except SurveyError as error:
        note_setup_outcome(error.with_traceback(None))
        return
    note_setup_outcome(gettext("The sample is shown again."))
