"""A file that was downloaded: dropped, looked at, and kept as the source of the answers."""

import dataclasses
from typing import Protocol

import streamlit as st

from lib.errors import SurveyError
from lib.setup.kept_source import SOURCES_FOLDER, keep_source
from lib.setup.newer_export import ExportDifference, export_difference, with_missing_responses
from lib.setup.settings_file import SettingsNotWrittenError
from lib.setup.tried_survey import TriedSurvey
from lib.source_table import SourceTable
from lib.sources.workbook_file import WorkbookFile
from lib.ui.bat_dau.saved_settings import described_so_far, save_settings
from lib.ui.bat_dau.setup_outcome import note_saved_source, note_setup_outcome
from lib.ui.bat_dau.tried_survey_view import draw_tried_survey
from lib.ui.pieces.banners import draw_error
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.process import the_feed, the_office, the_settings
from lib.wording import format_count, gettext

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
        return
    tried = _tried(dropped)
    if isinstance(tried, SurveyError):
        draw_error(str(tried))
        return
    draw_tried_survey(tried, _describe, lambda: _keep(tried))


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
        return tried.describing(described_so_far())
    except SurveyError as error:
        return error.with_traceback(None)


def _describe(text: str) -> None:
    known, tried = st.session_state[_TRIED]
    st.session_state[_TRIED] = known, tried.describing(text)


def _kept_table() -> SourceTable | None:
    """Return the answers that were dropped before, None where the source is another one."""
    [source, *_] = the_office().sources
    if the_office().sample or not isinstance(source, WorkbookFile):
        return None
    own = source.path.parent == the_settings().data_dir / SOURCES_FOLDER
    tables = the_feed().tables() if own else ()
    return tables[0] if tables else None


def _keep(tried: TriedSurvey) -> None:
    """Draw what keeping it means, and the button."""
    kept = _kept_table()
    difference = export_difference(kept, tried.table) if kept else None
    if kept is None or difference is None or not difference.is_same_form:
        if not the_office().sample:
            words = gettext(
                "These answers will take the place of those that are shown now, as another survey."
            )
            draw_static_html(tag("p", words))
        st.button(
            gettext("Use as the source"),
            type="primary",
            key="setup_use_file",
            on_click=_use,
            args=(tried, tried.table),
        )
        return
    _tell_difference(difference)
    whole = bool(difference.missing) and st.checkbox(
        gettext(
            "This is the whole export: what it lacks was deleted from the form, and is told so"
        ),
        key="setup_whole",
    )
    st.button(
        gettext("Bring the answers up to date"),
        type="primary",
        key="setup_use_file",
        on_click=_update,
        args=(tried, kept, whole),
    )


def _tell_difference(difference: ExportDifference) -> None:
    words = gettext(
        "A newer export of the same form: {new} new responses, {equal} as they were, {changed} "
        "changed, {missing} that it does not hold.",
        new=format_count(difference.new),
        equal=format_count(difference.equal),
        changed=format_count(difference.changed),
        missing=format_count(difference.missing),
    )
    draw_static_html(tag("p", tag("b", words)))


def _update(tried: TriedSurvey, kept: SourceTable, whole: bool) -> None:
    table = tried.table if whole else with_missing_responses(tried.table, kept)
    _use(tried, _named(table, kept.source))


def _named(table: SourceTable, source: str) -> SourceTable:
    return dataclasses.replace(table, source=source)


def _use(tried: TriedSurvey, table: SourceTable) -> None:
    """Keep the answers and show them; say why where that was not possible."""
    try:
        path = keep_source(the_settings().data_dir, table)
        save_settings(lambda file: file.with_file(path))
        described = not tried.text or the_office().describe(tried.text)
    except OSError:
        error = SettingsNotWrittenError(file=SOURCES_FOLDER)
        note_setup_outcome(error)
        return
    except SurveyError as error:
        note_setup_outcome(error.with_traceback(None))
        return
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_TRIED, None)
    note_saved_source(tried.title, described=described)
