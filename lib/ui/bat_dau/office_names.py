"""What the survey and the office are called, and what stands on the papers."""

from collections.abc import Sequence

import streamlit as st

from lib.errors import SurveyError
from lib.settings import Letterhead
from lib.setup.settings_file import SettingsFile
from lib.survey.describe.description_edit import with_names
from lib.ui.bat_dau.saved_settings import save_settings
from lib.ui.bat_dau.setup_outcome import note_setup_outcome
from lib.ui.shell.process import the_feed, the_office, the_settings
from lib.wording import gettext

_TITLE, _OFFICE = "setup_title", "setup_office"
_LINES = ("addressees", "recipients", "signs")


def draw_office_names() -> None:
    """Draw the names as they are set, and one button for all."""
    snapshot = the_feed().snapshot
    if snapshot is None:
        return
    form, papers = snapshot.made.form, the_settings().letterhead
    with st.form("setup_names", border=False):
        st.text_input(
            gettext("What the survey is called on pages and papers"), form.title, key=_TITLE
        )
        st.text_input(gettext("The office"), form.office, key=_OFFICE)
        labels = {
            "addressees": gettext("Reports are addressed to, one a line"),
            "recipients": gettext("Who gets a copy, one a line"),
            "signs": gettext("Who signs, by title, one a line"),
        }
        for name in _LINES:
            st.text_area(labels[name], "\n".join(getattr(papers, name)), key=_key(name), height=80)
        st.form_submit_button(
            gettext("Save the names"), type="primary", on_click=_save, args=(papers,)
        )


def _key(name: str) -> str:
    return f"setup_{name}"


def _lines(name: str) -> Sequence[str]:
    text: str = st.session_state[_key(name)]
    return [line.strip() for line in text.splitlines() if line.strip()]


def _save(papers: Letterhead) -> None:
    stated = {name: _lines(name) for name in _LINES}
    changed = {name: lines for name, lines in stated.items() if lines != [*getattr(papers, name)]}
    title, office = st.session_state[_TITLE].strip(), st.session_state[_OFFICE].strip()
    try:
        named = the_office().describe(with_names(the_office().describing(), title, office))
        if changed:
            save_settings(lambda file: SettingsFile.with_papers(file, changed))
        else:
            the_feed().look()
    except SurveyError as error:
        note_setup_outcome(error.with_traceback(None))
        return
    note_setup_outcome(
        gettext("Saved.") if named else gettext("The names could not be written: is the disk full?")
    )
