"""A file that was downloaded: dropped, looked at, and kept as the source of the answers."""

from typing import Protocol

import streamlit as st

from lib.errors import SurveyError
from lib.setup.tried_survey import TriedSurvey
from lib.ui.bat_dau.file_keeping import draw_ways_to_keep, forget_compared_files
from lib.ui.bat_dau.saved_settings import as_in_this_office
from lib.ui.bat_dau.tried_survey_view import draw_tried_survey
from lib.ui.pieces.banners import draw_error
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.process import the_office
from lib.wording import gettext

_TRIED, _ROUND = "_setup_tried", "_setup_round"
_TYPES = ["csv", "xlsx", "xls", "tsv", "txt"]


class _Dropped(Protocol):
    """What Streamlit's uploader returns."""

    name: str
    file_id: str

    def getvalue(self) -> bytes: ...


def draw_dropped_file() -> None:
    """Draw where to drop it; below, what it holds."""
    words = gettext(
        "In Google Forms: the tab Responses, the three dots, “Download responses (.csv)”. An "
        "Excel file of the Sheet, or of Microsoft Forms, can be dropped as well."
    )
    draw_static_html(tag("p", words))
    dropped = st.file_uploader(
        gettext("File of answers (csv or xlsx, at most 50 MB)"),
        type=_TYPES,
        key=f"setup_file_{st.session_state.get(_ROUND, 0)}",
    )
    if dropped is None:
        st.session_state.pop(_TRIED, None)
        forget_compared_files()
        return
    tried = _tried(dropped)
    if isinstance(tried, SurveyError):
        draw_error(str(tried))
        return
    draw_tried_survey(tried, _describe, lambda: draw_ways_to_keep(tried, _forget))


def _tried(dropped: _Dropped) -> TriedSurvey | SurveyError:
    """Return what the file holds, read once; or why it cannot be read."""
    known, tried = st.session_state.get(_TRIED) or ("", None)
    if known != dropped.file_id or tried is None:
        with st.spinner(gettext("Reading the file…")):
            tried = _read(dropped)
        st.session_state[_TRIED] = dropped.file_id, tried
    made: TriedSurvey | SurveyError = tried
    return made


def _read(dropped: _Dropped) -> TriedSurvey | SurveyError:
    office = the_office()
    try:
        tried = TriedSurvey.of_file(
            dropped.name, dropped.getvalue(), office.places, office.clock.today()
        )
        return as_in_this_office(tried)
    except SurveyError as error:
        return error.with_traceback(None)


def _describe(text: str) -> None:
    known, tried = st.session_state[_TRIED]
    st.session_state[_TRIED] = known, tried.describing(text)


def _forget() -> None:
    """Draw an empty uploader next, so that the file does not stay in memory."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_TRIED, None)
    forget_compared_files()
